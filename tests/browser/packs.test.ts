// Catalog packs in the options page: a file becomes marks and cards, and leaves nothing when it is removed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, eventually, wait } from '../../tools/browser/byline.ts';
import type { Session } from '../../tools/browser/session.ts';
import { kinds, onlyChromium, showPaper, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'byline-packs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const title = 'Slow Rivers Carry Heavier Stones Than Anybody Expected';
const other = 'Counting the Stones of Slow Rivers With Borrowed Instruments';
const references = written(
  'rivers.bib',
  `@inproceedings{rivers, title = {${title}}, author = {Quillfeather, Oda and Brandt, Emil}, year = {2021}, booktitle = {Proceedings of Rivers}}
@article{pebbles, title = {${other}}, author = {Quillfeather, Oda}, year = {2019}, journal = {Stones}}
@article{untitled, author = {Nobody, Ann}, year = {2020}}
`,
);
const page = `<!doctype html><title>Reading</title><main><ul><li><p>${title}</p></li></ul></main>`;
const address = 'https://openreview.net/group?id=rivers';

/** JSON lines as arXiv's snapshot has them. */
const manyRows = (rows: number): string =>
  Array.from({ length: rows }, (_, at) =>
    JSON.stringify({
      id: `2401.${String(10_000 + at).slice(-5)}`,
      title: `A numbered account of experiment ${at} in a long series of careful measurements`,
      authors: `Ann Author${at % 500} and Bob Writer${at % 700}`,
      categories: 'cs.LG',
      update_date: '2024-01-01',
    }),
  ).join('\n');

/** Pieces in the store that are of no pack, and what imports keep until they are over. */
const leftOver = (session: Session): Promise<number> =>
  session.inExtension(async () => {
    const heard = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('The store did not answer.')));
      });
    const database = await heard(indexedDB.open('byline-catalog'));
    const store = (name: string): IDBObjectStore => database.transaction(name).objectStore(name);
    const packs = (await heard(store('packs').getAll())) as { store: number }[];
    const pieces = await heard(store('pieces').getAllKeys());
    const used = new Set(packs.map((pack) => pack.store));
    const lost = pieces.filter((key) => !(Array.isArray(key) && used.has(Number(key[0])))).length;
    const kept = [await heard(store('files').count()), await heard(store('runs').count())];
    database.close();
    return lost + (kept[0] ?? 0) + (kept[1] ?? 0);
  });

/** Names of the packs that lie in the store, also of those that are on their way out. */
const stored = (session: Session): Promise<string[]> =>
  session.inExtension(async () => {
    const heard = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('The store did not answer.')));
      });
    const database = await heard(indexedDB.open('byline-catalog'));
    const packs = (await heard(database.transaction('packs').objectStore('packs').getAll())) as { name: string }[];
    database.close();
    return packs.map(({ name }) => name);
  });

const packNames = async (session: Session): Promise<string[]> =>
  (await ask(session, 'packs.list', {})).packs.map(({ name }) => name);

describe.each(kinds)('catalog packs in %s', (kind) => {
  const byline = useByline(kind);

  it('come in from a file, with what could not be taken', async () => {
    const before = await byline().visit(address, page);
    expect((await byline().report(before)).papers).toEqual([]);
    await before.close();
    const imported = await byline().importPack(references, { name: 'Rivers' });
    expect(imported).toMatchObject({ name: 'Rivers', papers: 2, refused: 1 });
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, 'Rivers');
    await clickOn(tab, '.refused summary');
    await printed(tab, 'untitled');
    expect(await violations(tab)).toEqual([]);
    await tab.size(320, 600);
    expect(await overflow(tab)).toBe(0);
    await tab.close();
    expect(await leftOver(byline().session)).toBe(0);
  });

  it('mark their titles, and cards show the authors’ other works', async () => {
    const tab = await byline().visit(address, page);
    const [paper] = (await byline().report(tab)).papers;
    expect(paper?.title).toBe(title);
    const card = await showPaper(byline(), tab, paper?.id ?? '');
    expect(card.title).toContain(title);
    expect(card.text).toContain('Emil Brandt');
    expect(card.text).toContain(other);
    await tab.close();
  });

  it('are named by what they are when they can not be read', async () => {
    const zip = written('photos.zip', 'PK\u0003\u0004 nothing that could be a paper');
    await expect(byline().importPack(zip)).rejects.toThrow('photos.zip');
    expect(await packNames(byline().session)).toHaveLength(2);
  });

  it('stay when their removal is undone, and leave nothing when it is not', async () => {
    const { session } = byline();
    const listing = (wanted: boolean): Promise<true | undefined> =>
      eventually(async () => ((await packNames(session)).includes('Rivers') === wanted ? true : undefined));
    const tab = await session.openOwn('options.html');
    await clickOn(tab, 'button[aria-label="Remove Rivers"]');
    await printed(tab, 'Removed Rivers.');
    expect(await listing(false)).toBe(true);
    await clickOn(tab, '.packs .done button');
    expect(await listing(true)).toBe(true);
    await clickOn(tab, 'button[aria-label="Remove Rivers"]');
    await printed(tab, 'Removed Rivers.');
    expect(await listing(false)).toBe(true);
    // It can still be called back: the store has it, and nobody else sees it.
    expect(await stored(session)).toContain('Rivers');
    // Nothing depends on the page, nor on this life of the worker.
    await tab.close();
    await session.stopWorker?.();
    const gone = await eventually(async () => {
      // Whatever is asked next wakes a worker that was stopped.
      await packNames(session).catch(() => []);
      return (await stored(session)).includes('Rivers') || (await leftOver(session)) > 0 ? undefined : true;
    }, 30_000);
    expect(gone).toBe(true);
    const visited = await byline().visit(address, page);
    expect((await byline().report(visited)).papers).toEqual([]);
    await visited.close();
  });

  it('wait for the reader and come in while their page is closed, and can be called off', async () => {
    const { session } = byline();
    // Enough rows that the import still runs when it is cancelled.
    const path = written('many.jsonl', manyRows(150_000));
    const first = await session.openOwn('options.html');
    await printed(first, 'Catalog packs');
    await first.files('#pack-file', [path]);
    await printed(first, 'arXiv metadata (JSON lines)');
    await first.close();
    // The file waits in the store for what the reader says.
    const tab = await session.openOwn('options.html');
    await clickOn(tab, '[data-proposal] [type="submit"]');
    const begun = await eventually(
      async () =>
        (await ask(session, 'packs.list', {})).jobs.find(({ state, rows }) => state === 'reading' && rows > 0),
      60_000,
    );
    await tab.close();
    await ask(session, 'packs.cancel', { job: begun?.id ?? '' });
    const clean = await eventually(async () => ((await leftOver(session)) === 0 ? true : undefined), 60_000);
    expect(clean).toBe(true);
  });

  it.each(onlyChromium(kind))('go on in %s while the worker is stopped', async () => {
    const { session } = byline();
    const path = written('series.jsonl', manyRows(40_000));
    let over = false;
    let stops = 0;
    const stopping = (async () => {
      while (!over) {
        await wait(700);
        await session.stopWorker?.();
        stops += 1;
      }
    })();
    try {
      const imported = await byline().importPack(path, { name: 'Series' });
      expect(imported.papers).toBe(40_000);
    } finally {
      over = true;
      await stopping;
    }
    expect(stops).toBeGreaterThan(1);
  });
});
