// Half a character ("lone surrogate") in a file's texts, as a program writes that cuts between the two halves, and in the
// text of a page: no address and no message can hold one, so each place that a title goes to could stop at it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '../../tools/browser/byline.ts';
import { root } from '../../tools/project.ts';
import { kinds, showPaper, useByline } from './harness.ts';
import { printed } from './own-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'byline-surrogates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, content: string, encoding: BufferEncoding): string => {
  const path = join(folder, name);
  writeFileSync(path, content, encoding);
  return path;
};

const attack = join(root, '../shared/attacks/utf16-lone.csv');

/** Words of a title around the half; what is searched for on pages of ours is the words behind it. */
interface Broken {
  path: string;
  before: string;
  behind: string;
}
const files: readonly (readonly [form: string, file: Broken])[] = [
  [
    'CSV in UTF-16',
    {
      path: written(
        'halves.csv',
        '\uFEFFtitle,authors,venue\nCounting gulls \uD83D over seven ferries,Ilse Oko\uDC00njo,Annals \uD800 of Shores\n',
        'utf16le',
      ),
      before: 'Counting gulls',
      behind: 'over seven ferries',
    },
  ],
  [
    'JSON lines, as escapes',
    {
      path: written(
        'halves.jsonl',
        '{"id":"2401.10001","title":"Measuring moss \\ud800 on the north walls","authors":"Ilse Oko\\udc00njo and Bo Vanterpool","abstract":"Moss \\udfff grows. It is \\ud800","categories":"cs.LG","update_date":"2024-01-01"}\n',
        'utf8',
      ),
      before: 'Measuring moss',
      behind: 'on the north walls',
    },
  ],
];
const shared: readonly (readonly [form: string, file: Broken])[] = [
  ['CSV that was sent to break imports', { path: attack, before: 'A title', behind: 'lone surrogate here' }],
];

/** Only a script can put half a character into a page. */
const page = ({ before, behind }: Broken): string =>
  `<!doctype html><title>Reading</title><main><ul><li id="half">The half</li></ul><p>Half a \u{1F600} is none.</p></main>
  <script>document.querySelector('#half').textContent = ${JSON.stringify(before)} + ' \\ud800 ' + ${JSON.stringify(behind)};
  document.querySelector('p').append('\\udc00 and \\ud800');</script>`;

describe.each(kinds)('half a character in %s', (kind) => {
  const byline = useByline(kind);

  const holds = async (file: Broken): Promise<void> => {
    const { session, visit, report } = byline();
    expect(await byline().importPack(file.path)).toMatchObject({ papers: 1, refused: 0 });
    const tab = await visit(`https://openreview.net/group?id=${file.before.length}`, page(file));
    const { papers } = await report(tab);
    expect(papers.map(({ title }) => title)).toEqual([expect.stringContaining(file.behind)]);
    const id = papers[0]?.id ?? '';
    const card = await showPaper(byline(), tab, id);
    expect(card.title).toContain(file.behind);
    // What leads elsewhere holds the title in an address.
    expect((await ask(session, 'card.paper', { id })).elsewhere.length).toBeGreaterThan(0);
    await ask(session, 'library.set', { id, status: 'to-read' });
    expect((await ask(session, 'library.recent', { limit: 5 })).rows[0]).toMatchObject({ id });
    const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
    await printed(popup, file.behind);
    await popup.close();
    const found = await ask(session, 'catalog.search', {
      query: `\uDC00 ${file.behind} \uD800`,
      page: [],
      limits: { page: 5, list: 5, papers: 5, people: 5 },
    });
    expect(JSON.stringify(found)).toContain(file.behind);
    expect((await ask(session, 'data.copy', {})).text).toContain(file.behind);
    await ask(session, 'library.set', { id, status: null });
    await tab.close();
    expect(await session.errors()).toEqual([]);
  };

  it.each(files)('of a %s stops no import, no card and no list', (_, file) => holds(file));
  it.skipIf(!existsSync(attack)).each(shared)('of a %s stops no import, no card and no list', (_, file) => holds(file));
});
