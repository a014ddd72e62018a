import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryDatabase } from '../../../lib/library/database.ts';
import {
  entriesOf,
  NewerLibrary,
  recentEntries,
  removeEntry,
  setStatus,
  type EntryFacts,
} from '../../../lib/library/entries.ts';
import { Entry } from '../../../lib/library/schema.ts';

const facts = (id: string): EntryFacts => ({
  id,
  title: `On ${id}`,
  authors: ['A. Author'],
  year: 2020,
  venue: 'ICML 2020',
  arxivId: null,
  doi: null,
});

let library: LibraryDatabase;
beforeEach(() => {
  library = new LibraryDatabase();
});
afterEach(async () => {
  await library.delete();
});

describe('the reading list', () => {
  test('says what was there before and when the status was set', async () => {
    expect(await setStatus(library, facts('a1'), 'to-read', 100)).toEqual({
      before: null,
      status: 'to-read',
      since: 100,
    });
    expect(await setStatus(library, facts('a1'), 'read', 200)).toEqual({
      before: 'to-read',
      status: 'read',
      since: 200,
    });
    expect(await removeEntry(library, 'a1', 300)).toEqual({ before: 'read', status: null, since: null });
    expect(await removeEntry(library, 'a1', 300)).toEqual({ before: null, status: null, since: null });
  });

  test('every entry is whole by its schema and remembers when it was added and read', async () => {
    await setStatus(library, facts('a1'), 'to-read', 100);
    await setStatus(library, facts('a1'), 'read', 200);
    const entry = (await entriesOf(library, ['a1'])).get('a1');
    expect(Entry.parse(entry)).toMatchObject({ addedAt: 100, changedAt: 200, readAt: 200 });
  });

  test('saving again what is saved changes no date', async () => {
    await setStatus(library, facts('a1'), 'read', 100);
    expect(await setStatus(library, facts('a1'), 'read', 900)).toEqual({ before: 'read', status: 'read', since: 100 });
  });

  test('undoing a removal brings back the dates', async () => {
    await setStatus(library, facts('a1'), 'read', 100);
    await removeEntry(library, 'a1', 200);
    await setStatus(library, facts('a1'), 'read', 210);
    expect((await entriesOf(library, ['a1'])).get('a1')).toMatchObject({ addedAt: 100, changedAt: 100, readAt: 100 });
    expect(await library.removed.count()).toBe(0);
  });

  test('newest first, and only of the ids asked', async () => {
    for (const [at, id] of ['a1', 'b2', 'c3'].entries()) await setStatus(library, facts(id), 'to-read', at);
    const { total, entries } = await recentEntries(library, 2);
    expect(total).toBe(3);
    expect(entries.map((entry) => entry.id)).toEqual(['c3', 'b2']);
    expect([...(await entriesOf(library, ['b2', 'nowhere'])).keys()]).toEqual(['b2']);
  });

  test('two changes at once are one after the other', async () => {
    const changes = await Promise.all(
      ['to-read', 'reading', 'read'].map((status) => setStatus(library, facts('a1'), status as 'read', 1)),
    );
    expect(changes.map((change) => change.before)).toEqual([null, 'to-read', 'reading']);
  });

  test('a write that fails leaves the list as it was and is no success', async () => {
    await setStatus(library, facts('a1'), 'to-read', 1);
    const fault = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    library.entries.hook('updating', fault);
    library.entries.hook('deleting', fault);
    await expect(setStatus(library, facts('a1'), 'read', 2)).rejects.toThrow();
    await expect(removeEntry(library, 'a1', 2)).rejects.toThrow();
    const reopened = new LibraryDatabase();
    expect((await entriesOf(reopened, ['a1'])).get('a1')?.status).toBe('to-read');
    expect(await reopened.removed.count()).toBe(0);
    reopened.close();
  });

  test('a list written by a newer Byline is read and never written', async () => {
    await setStatus(library, facts('a1'), 'to-read', 1);
    await library.stamp.put({ key: 'schema', version: 99 });
    await expect(setStatus(library, facts('a1'), 'read', 2)).rejects.toThrow(NewerLibrary);
    await expect(removeEntry(library, 'a1', 2)).rejects.toThrow(NewerLibrary);
    expect((await entriesOf(library, ['a1'])).get('a1')?.status).toBe('to-read');
  });

  test('a store whose Dexie version is higher opens and is kept', async () => {
    await setStatus(library, facts('a1'), 'to-read', 1);
    library.close();
    const newer = new Dexie('byline-library');
    newer.version(7).stores({ entries: 'id, changedAt, stars', removed: 'id, removedAt', stamp: 'key', notes: 'id' });
    await newer.table('stamp').put({ key: 'schema', version: 7 });
    newer.close();
    library = new LibraryDatabase();
    expect((await entriesOf(library, ['a1'])).get('a1')?.status).toBe('to-read');
    await expect(setStatus(library, facts('b2'), 'read', 2)).rejects.toThrow(NewerLibrary);
  });
});
