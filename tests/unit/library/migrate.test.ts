// Libraries of earlier versions come to this one whole, however often the upgrade was stopped before.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { allEntries, keptOf } from '../../../lib/library/entries.ts';
import { allFollows } from '../../../lib/library/follows.ts';
import { libraryVersion } from '../../../lib/library/database.ts';
import { migratedEntry } from '../../../lib/library/migrate.ts';
import { Entry } from '../../../lib/library/schema.ts';
import { Mirror } from '../../../lib/library/mirror.ts';
import { betweenPuts, place, save, stored, type Place } from './libraries.ts';

const entry2 = (id: string, status: string, more: object = {}) => ({
  id,
  title: `On ${id}`,
  authors: ['Ada Author', 'Ben Author'],
  year: 2020,
  venue: 'ICML 2020',
  arxivId: '2001.00001',
  doi: '10.1/x',
  status,
  addedAt: 1,
  changedAt: 2,
  readAt: status === 'read' ? 3 : null,
  ...more,
});
const entries = [
  entry2('arxiv:2001.00001', 'to-read'),
  entry2('b2', 'reading', { year: null, venue: null, arxivId: null, doi: null, authors: [] }),
  entry2('c3', 'read'),
  // What an odd page may have left.
  entry2('d4', 'read', { title: 'x'.repeat(3000), authors: ['', 'n'.repeat(300), 'Cy Author'], year: 12, stars: 4 }),
  entry2('e5', 'read', { title: '', venue: '' }),
];
const odd = { id: 'odd', title: 7 };
const removed = { id: 'r1', entry: entry2('r1', 'read'), removedAt: 9 };
const wei = {
  id: 'wei-wang',
  name: 'Wei Wang',
  variants: [],
  certain: false,
  colleagues: ['x'],
  paper: 'b2',
  since: 5,
};

async function old(name: string, version: 1 | 2): Promise<void> {
  const database = new Dexie(name);
  database.version(1).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key' });
  if (version === 2) database.version(2).stores({ follows: 'id, since' });
  await database.table('entries').bulkPut([...entries, odd]);
  await database.table('removed').put(removed);
  if (version === 2) await database.table('follows').put(wei);
  await database.table('stamp').put({ key: 'schema', version });
  database.close();
}

let here: Place;
afterEach(() => here.end());

async function isWhole(version: 1 | 2): Promise<void> {
  const { library, files } = here;
  await library.checked();
  const list = await allEntries(library);
  expect(list.unread).toEqual([odd]);
  expect(
    list.entries.map(({ id, status, addedAt, changedAt, readAt }) => [id, status, addedAt, changedAt, readAt]),
  ).toEqual(entries.map(({ id, status, addedAt, changedAt, readAt }) => [id, status, addedAt, changedAt, readAt]));
  expect(list.entries[0]?.record).toEqual({
    id: 'arxiv:2001.00001',
    title: 'On arxiv:2001.00001',
    authors: ['Ada Author', 'Ben Author'],
    year: 2020,
    venue: 'ICML 2020',
    arxivId: '2001.00001',
    doi: '10.1/x',
  });
  expect(list.entries[1]?.record).toEqual({ id: 'b2', title: 'On b2' });
  expect(list.entries[3]).toMatchObject({ stars: 4, record: { title: 'x'.repeat(2000), authors: ['Cy Author'] } });
  expect(list.entries[4]?.record.title).toBe('e5');
  expect(await keptOf(library, ['r1'])).toMatchObject({ id: 'r1', status: 'read', record: { title: 'On r1' } });
  expect((await allFollows(library)).follows).toEqual(version === 2 ? [wei] : []);
  expect(await library.notice()).toBeNull();
  // The rows of the old version stay, for readers who go back to it.
  const rows = await stored(library.name);
  expect(rows['entries']).toEqual([...entries, odd].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(rows['removed']).toEqual([removed]);
  expect(rows['stamp']).toContainEqual({ key: 'schema', version: libraryVersion });
  const mirrored = await new Mirror(files).read();
  expect([mirrored.whole, mirrored.rows.works.size]).toEqual([true, entries.length + 1]);
}

describe.each([1, 2] as const)('a library of version %i', (version) => {
  it('is migrated whole, and its mirror written', async () => {
    here = place();
    await old(here.library.name, version);
    await isWhole(version);
    expect(await save(here.library, 'b2', 'read', 99)).toMatchObject({ before: 'reading' });
  });

  it('is migrated whole after the upgrade was stopped at each of its writes', async () => {
    here = place();
    await old(here.library.name, version);
    let stops = 0;
    for (let stopAt = 0; ; stopAt += 1) {
      let writes = 0;
      const end = betweenPuts((_, put) => {
        if (writes === stopAt) throw new DOMException('stopped', 'AbortError');
        writes += 1;
        return put();
      });
      const stopped = await here.library.checked().then(
        () => false,
        () => true,
      );
      end();
      here.restart();
      if (!stopped) break;
      stops += 1;
    }
    expect(stops).toBeGreaterThan(entries.length);
    await isWhole(version);
  });
});

it('whatever an entry of version 2 had, it is read afterwards, with its title and dates', () => {
  here = place();
  const text = fc.oneof(fc.string(), fc.string({ minLength: 1900, maxLength: 2100 }));
  const facts = fc.record({
    id: fc.constantFrom('arxiv:1', 'doi:10.1/x', 'title:abc'),
    title: text,
    authors: fc.array(text, { maxLength: 600 }),
    year: fc.option(fc.integer()),
    venue: fc.option(text),
    arxivId: fc.option(text),
    doi: fc.option(text),
    status: fc.constantFrom('to-read', 'reading', 'read'),
    addedAt: fc.nat(),
    changedAt: fc.nat(),
    readAt: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(facts, (old2) => {
      const entry = Entry.parse(migratedEntry(old2));
      expect(entry).toMatchObject({ id: old2.id, status: old2.status, addedAt: old2.addedAt, readAt: old2.readAt });
      if (old2.title.trim() !== '') expect(entry.record.title).toBe(old2.title.slice(0, 2000));
    }),
  );
});
