// Catalogs that older versions of Byline wrote.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { removeDue } from '../../../lib/packs/import/remove.ts';
import { jobViews } from '../../../lib/packs/jobs.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { facts, fileOf, goOn, linkRows, makeRecords } from './rows.ts';

afterEach(() => Dexie.delete('byline-catalog'));

/** The store as version 2 had it, with its names for things. */
async function versionTwo(write: (old: Dexie) => Promise<unknown>): Promise<void> {
  const old = new Dexie('byline-catalog');
  old.version(2).stores({
    packs: 'id',
    pieces: '[store+kind+number]',
    imports: 'id',
    files: 'job',
    runs: '[job+kind+partition+run]',
  });
  await write(old);
  old.close();
}

const pack = { ...facts, sizes: { papers: 1 }, store: 1, format: '2.3', importedAt: 1 };
const job = {
  id: 'a',
  source: { kind: 'file', name: 'links.json', size: 10 },
  chosen: { id: 'made-up', name: 'Made-up papers' },
  facts: null,
  what: null,
  state: 'going',
  phase: 'reading',
  problem: null,
  rows: 0,
  papers: 0,
  joined: 0,
  refused: 0,
  refusals: [],
  read: 0,
  size: 10,
  share: 0.25,
  startedAt: 1,
  store: 0,
  turn: 3,
  checkpoint: null,
};

it('a removal that was scheduled before the update still happens, and only that', async () => {
  await versionTwo((old) =>
    old.table('packs').bulkAdd([
      { ...pack, goesAt: 5_000 },
      { ...pack, id: 'stays' },
    ]),
  );
  const database = new CatalogDatabase();
  expect(await removeDue(database, 4_999)).toEqual({ removed: false, next: 5_000 });
  expect(await removeDue(database, 5_000)).toEqual({ removed: true, next: null });
  expect(await database.packs.toCollection().primaryKeys()).toEqual(['stays']);
  database.close();
});

it('an import that was under way goes on, and one that failed says what it said', async () => {
  const file = fileOf(linkRows(makeRecords(30)));
  await versionTwo(async (old) => {
    await old
      .table('imports')
      .bulkAdd([job, { ...job, id: 'b', state: 'failed', problem: 'It is no list of papers.' }]);
    await old.table('files').add({ job: 'a', file });
  });
  const database = new CatalogDatabase();
  expect(await jobViews(database)).toMatchObject([
    { id: 'a', state: 'reading', progress: 0.25, proposal: null, problem: null },
    { id: 'b', state: 'failed', problem: 'It is no list of papers.' },
  ]);
  await goOn(database, 'a');
  expect((await database.packs.get('made-up'))?.sizes.papers).toBe(30);
  expect(await database.imports.get('a')).not.toHaveProperty('turn');
  database.close();
});
