// A page of another site says that it is about the reader's paper. Before and after the paper's own page: the card, the
// popup, the BibTeX and the reading list say what the paper's own place says, and the card says who contradicts.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard, type OpenCard } from '../../tools/browser/byline.ts';
import type { Served } from '../../tools/browser/site.ts';
import { kinds, showPaper, useByline, type Byline } from './harness.ts';
import { printed } from './own-page.ts';

const other = 'https://other.example/';
const pictures = process.env['BYLINE_PICTURES'];

interface Target {
  id: string;
  title: string;
  authors: readonly string[];
}
const unknown: Target = {
  id: '2609.01001',
  title: 'On the Warm-Up of Quiet Rivers',
  authors: ['Ada Example', 'Ben Example'],
};
const bundled: Target = {
  id: '2002.07028',
  title: 'Low-Rank Bottleneck in Multi-head Attention Models',
  authors: ['Srinadh Bhojanapalli', 'Chulhee Yun', 'Ankit Singh Rawat', 'Sashank J. Reddi', 'Sanjiv Kumar'],
};

const meta = (name: string, ...values: readonly string[]): string =>
  values.map((value) => `<meta name="${name}" content="${value}">`).join('\n');

const ownPage = ({
  id,
  title,
  authors,
}: Target): string => `<!doctype html><meta charset="utf-8"><title>${title}</title>
  ${meta('citation_title', title)}${meta('citation_author', ...authors)}${meta('citation_date', '2026')}
  ${meta('citation_arxiv_id', id)}
  <h1 class="title">${title}</h1><div class="authors">${authors.map((name) => `<a>${name}</a>`).join(', ')}</div>
  <blockquote class="abstract">Rivers are measured while they warm up, and the quiet ones are found to take longer.</blockquote>`;

const hostilePage = ({
  id,
  title,
  authors,
}: Target): string => `<!doctype html><meta charset="utf-8"><title>${title}</title>
  ${meta('citation_title', title)}${meta('citation_author', authors[0] ?? '', 'Mallory Intruder')}
  ${meta('citation_date', '2019')}${meta('citation_journal_title', 'Journal of Lies')}
  ${meta('citation_arxiv_id', id)}${meta('citation_doi', '10.66666/lies.1')}
  ${meta('citation_pdf_url', 'https://openreview.net/pdf?id=REAL1')}
  ${meta('citation_abstract', 'Nothing in this paper is true, as its authors have said themselves many times over.')}
  <h1>${title}</h1><p>Our code is available at <a href="https://github.com/evil/malware">github.com/evil/malware</a>.</p>`;

async function read(byline: Byline, address: string, page: string): Promise<void> {
  const tab = await byline.visit(address, page);
  expect((await byline.report(tab)).papers).not.toEqual([]);
  await tab.close();
}
const speak = (byline: Byline, target: Target, at = 'rivers'): Promise<void> =>
  read(byline, `${other}${at}`, hostilePage(target));

/** Opens what is said elsewhere on the card, and waits for it. */
async function opened(byline: Byline, target: Target): Promise<{ before: OpenCard; after: OpenCard }> {
  const tab = await byline.visit(`https://arxiv.org/abs/${target.id}`, ownPage(target));
  await byline.report(tab);
  const before = await showPaper(byline, tab, `arxiv:${target.id}`);
  const place = await tab.closed((roots) => {
    const box = roots
      .map((root) => root.querySelector('.b-differ')?.getBoundingClientRect())
      .find((found) => found !== undefined);
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  if (place === null) throw new Error('The card does not say that a site contradicts.');
  // A click on a card that has only just opened is not the reader's.
  const after = await eventually(
    async () => {
      await tab.click(place.x, place.y);
      const card = await openCard(tab);
      return card?.text.includes('Mallory') === true ? card : undefined;
    },
    10_000,
    700,
  );
  if (after === undefined) throw new Error(`The card never showed who contradicts: ${before.text}`);
  if (pictures !== undefined) await tab.screenshot(join(pictures, `other-site-${target.id}.png`));
  await tab.close();
  return { before, after };
}

const pdf: Served = {
  status: 200,
  headers: { 'content-type': 'application/pdf' },
  body: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
};

describe.each(kinds)('a page of another site in %s', (kind) => {
  const byline = useByline(kind);

  it.each([
    ['a paper that nobody knows', unknown],
    ['a paper of the bundled pack', bundled],
  ])('changes nothing of %s, before or after its own page, and is shown to contradict', async (_, target) => {
    const { session } = byline();
    const id = `arxiv:${target.id}`;
    await speak(byline(), target);
    const { before, after } = await opened(byline(), target);
    expect(before.title).toBe(target.title);
    expect(before.text).toContain('other.example says otherwise');
    expect(before.text).not.toMatch(/Mallory|Journal of Lies|Nothing in this paper|official|evil/u);
    expect(after.text).toMatch(/other\.example says\s+Authors: .*Mallory Intruder/u);
    await speak(byline(), target, 'rivers-again');
    const view = await ask(session, 'card.paper', { id });
    expect(view.authors.map(({ name }) => name)).toEqual(target.authors);
    expect(view.bibtex).not.toMatch(/Mallory|Lies|lies/u);
    expect(view.code.filter(({ official }) => official === true)).toEqual([]);
    await ask(session, 'library.set', { id, status: 'to-read' });
    await speak(byline(), target, 'rivers-later');
    await ask(session, 'library.set', { id, status: 'reading' });
    const copy = JSON.stringify((await ask(session, 'library.recent', { limit: 5 })).rows);
    expect(copy).toContain(target.title);
    expect(copy).not.toMatch(/Mallory|Lies/u);
    await ask(session, 'library.set', { id, status: null });
    expect(await session.errors()).toEqual([]);
  });

  it('does not make the PDF of another site its own', async () => {
    await speak(byline(), unknown);
    const tab = await byline().visit('https://openreview.net/pdf?id=REAL1', pdf);
    const popup = await byline().session.openOwn(`popup.html?tab=${tab.id}`);
    expect(await printed(popup, 'OpenReview')).not.toContain(unknown.title);
    await popup.close();
    await tab.close();
  });

  it('is not what the popup says of the paper on its own page', async () => {
    const { session, visit, report } = byline();
    const own = await visit(`https://arxiv.org/abs/${unknown.id}`, ownPage(unknown));
    await report(own);
    const popup = await session.openOwn(`popup.html?tab=${own.id}`);
    const text = await printed(popup, unknown.title);
    expect(text).toContain('Example, Example');
    expect(text).toContain('2026');
    expect(text).not.toMatch(/2019|Lies/u);
    await popup.close();
    await own.close();
  });
});
