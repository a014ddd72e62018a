// Papers that no catalog knows, on pages that link to them by their ids: what is marked, and what the card says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually, openCard } from '../../tools/browser/byline.ts';
import { root } from '../../tools/project.ts';
import { kinds, showPaper, useByline } from './harness.ts';
import { pillsNow } from './marks.ts';

const list = 'https://github.com/somebody/awesome-herons';
const post = 'https://blog.example/herons';
const arxiv = (id: string, text: string): string => `<a href="https://arxiv.org/abs/${id}">${text}</a>`;
const page = (body: string): string => `<!doctype html><meta charset="utf-8"><title>Herons</title>${body}`;

const entries = page(`<nav>${arxiv('2301.00009', 'Herons in the Navigation of a Page')}</nav>
  <main><article class="markdown-body"><ul>
    <li>2015-NIPS - Herons of Quiet Rivers. [${arxiv('2301.00001', 'Paper')}] [<a href="https://github.com/a/b">Code</a>]</li>
    <li>${arxiv('2301.00002', 'Owls of the loud night')} (ICML 2019) [${arxiv('2301.00002v2', 'pdf')}]</li>
    <li>See ${arxiv('2301.00003', 'here')} for gulls, or there: ${arxiv('2301.00003', 'pdf')}.</li>
    <li><a href="https://openreview.net/forum?id=aB3-x_Yz9">Cranes over the Wide Marsh</a></li>
  </ul>
  <table><tr><th>Title</th><th>Link</th></tr>
    <tr><td>Storks on the tall chimney</td><td>${arxiv('2301.00004', 'PDF')} <a href="https://doi.org/10.55555/s.1">DOI</a></td></tr>
  </table></article></main>
  <footer>${arxiv('2301.00008', 'Herons in the Footer of a Page')}</footer>`);

describe.each(kinds)('papers that are linked to in %s', (kind) => {
  const byline = useByline(kind);

  it('are marked where their titles are, else at the link, once a row', async () => {
    for (const address of [list, post]) {
      const tab = await byline().visit(address, entries);
      const { papers } = await byline().report(tab);
      expect(
        papers.map(({ id, mentions }) => [id.replace(/^title:.*/u, 'title'), mentions.map(({ text }) => text)]),
      ).toEqual([
        ['arxiv:2301.00001', ['Herons of Quiet Rivers']],
        ['arxiv:2301.00002', ['Owls of the loud night']],
        ['arxiv:2301.00003', ['here']],
        ['title', ['Cranes over the Wide Marsh']],
        ['arxiv:2301.00004', ['Storks on the tall chimney']],
      ]);
      // A link that says no title is underlined, and no more.
      expect((await pillsNow(tab)).filter(({ label }) => label.includes('here'))).toEqual([]);
      await tab.close();
    }
  });

  it('have a card that says what their entry says', async () => {
    const tab = await byline().visit(list, entries);
    await byline().report(tab);
    const card = await showPaper(byline(), tab, 'arxiv:2301.00001');
    expect(card.text).toContain('1 code link');
    expect([card.title, card.text.includes('2015'), card.text.includes('Save')]).toEqual([
      'Herons of Quiet Rivers',
      true,
      true,
    ]);
    // Beside three others it is a sign without a word.
    const cites = await tab.closed((roots) =>
      roots.flatMap((root) => [...root.querySelectorAll('button')]).some(({ title }) => title.includes('citation')),
    );
    expect(cites).toBe(true);
    await tab.press('Escape');
    await byline().noCard(tab);
    expect((await showPaper(byline(), tab, 'arxiv:2301.00003')).title).toBe('arXiv:2301.00003');
    await tab.close();
  });

  it('have the title that another page said before', async () => {
    const bare = page(`<p>They were counted (${arxiv('2301.00001', 'paper')}) by night.</p>`);
    const tab = await byline().visit(post, bare);
    await byline().report(tab);
    expect((await showPaper(byline(), tab, 'arxiv:2301.00001')).title).toBe('Herons of Quiet Rivers');
    await tab.close();
  });
});

const readme = join(root, '../shared/mentions/awesome-label-noise-README.md');
/** Markdown as far as that list has it. */
const html = (source: string): string =>
  source
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^)\s]*)\)/gu, '<a href="$2">$1</a>')
        .replace(/^#+ (.*)$/u, '<h2>$1</h2>')
        .replace(/^ {0,4}[*-] (.*)$/u, '<li>$1</li>'),
    )
    .join('\n');

describe.skipIf(!existsSync(readme)).each(kinds)('a real list in %s', (kind) => {
  const byline = useByline(kind);

  it('has nearly all papers marked that it links to by an id', async () => {
    const tab = await byline().visit(
      list,
      page(
        `<style>body{font:16px/1.5 sans-serif;max-width:900px;margin:40px auto}@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}a{color:#4493f8}}</style>
        <article class="markdown-body"><ul>${html(readFileSync(readme, 'utf8'))}</ul></article>`,
      ),
    );
    const { papers } = await byline().report(tab);
    const marked = papers.filter(({ mentions }) => mentions.length > 0);
    const titled = marked.filter(({ title }) => title !== '');
    process.stdout.write(`${marked.length} papers marked, ${titled.length} with a title\n`);
    expect(marked.length).toBeGreaterThanOrEqual(155);
    expect(titled.length).toBeGreaterThanOrEqual(154);
    const folder = process.env['BYLINE_PICTURES'];
    if (folder !== undefined) {
      const first = marked[3]?.id ?? '';
      await showPaper(byline(), tab, first);
      await eventually(async () => ((await openCard(tab)) === undefined ? undefined : true));
      for (const scheme of ['light', 'dark'] as const) {
        await tab.scheme?.(scheme);
        await eventually(async () => undefined, 800);
        await tab.screenshot(join(folder, `list-${kind}-${scheme}.png`));
      }
    }
    await tab.close();
  });
});
