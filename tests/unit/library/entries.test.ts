import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Dexie from 'dexie';
import { allEntries, entriesOf, keptOf, recentEntries, removeEntry, setStatus } from '../../../lib/library/entries.ts';
import { NewerLibrary } from '../../../lib/library/faults.ts';
import { Entry } from '../../../lib/library/schema.ts';
import { behind, paper, place, save, stored, type Place } from './libraries.ts';

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => here.end());

const entry = async (id: string) => (await entriesOf(here.library, [id])).get(id);

describe('the reading list', () => {
  it('says what was there before and when the status was set', async () => {
    expect(await save(here.library, 'a1', 'to-read', 100)).toMatchObject({
      before: null,
      status: 'to-read',
      since: 100,
    });
    expect(await save(here.library, 'a1', 'read', 200)).toMatchObject({
      before: 'to-read',
      status: 'read',
      since: 200,
    });
    expect(await removeEntry(here.library, ['a1'], 300)).toMatchObject({ before: 'read', status: null, since: null });
    expect(await removeEntry(here.library, ['a1'], 300)).toMatchObject({ before: null, status: null, since: null });
  });

  it('keeps the whole paper, and when it was added and read', async () => {
    const whole = paper('a1', {
      abstract: { text: 'We show that it can be done.', site: 'arXiv' },
      pdf: 'https://arxiv.org/pdf/1',
      site: 'arXiv',
    });
    await setStatus(here.library, { ids: ['a1'], paper: whole, status: 'to-read', now: 100 });
    await save(here.restart(), 'a1', 'read', 200);
    expect(Entry.parse(await entry('a1'))).toEqual({
      ...whole,
      status: 'read',
      addedAt: 100,
      changedAt: 200,
      readAt: 200,
      statusDates: { 'to-read': 100, read: 200 },
    });
  });

  it('a change of status writes no facts over those that were saved', async () => {
    await save(here.library, 'a1');
    const other = paper('a1', { record: { id: 'a1', title: 'Something else', doi: '10.1/evil' } });
    await setStatus(here.library, { ids: ['a1'], paper: other, status: 'reading', now: 2 });
    expect((await entry('a1'))?.record).toEqual(paper('a1').record);
  });

  it('saving again what is saved changes no date', async () => {
    await save(here.library, 'a1', 'read', 100);
    expect(await save(here.library, 'a1', 'read', 900)).toMatchObject({ before: 'read', status: 'read', since: 100 });
  });

  it('undoing a removal brings back paper and dates, also where nothing else knows the paper', async () => {
    await save(here.library, 'a1', 'read', 100);
    await removeEntry(here.library, ['a1'], 200);
    const library = here.restart();
    expect((await keptOf(library, ['a1']))?.id).toBe('a1');
    const undone = await setStatus(library, { ids: ['a1'], paper: null, status: 'read', now: 210 });
    expect(undone).toMatchObject({ before: null, status: 'read', since: 100 });
    expect(await entry('a1')).toMatchObject({ ...paper('a1'), addedAt: 100, changedAt: 100, readAt: 100 });
    expect((await stored(library.name))['removedWorks']).toEqual([]);
  });

  it('what nobody knows is not put on it', async () => {
    expect(await setStatus(here.library, { ids: ['a1'], paper: null, status: 'read', now: 1 })).toBeNull();
    expect((await allEntries(here.library)).entries).toEqual([]);
  });

  it('a paper is found, changed and taken off by any of its ids', async () => {
    const two = paper('arxiv:1', { aliases: ['doi:10.1/x'] });
    await setStatus(here.library, { ids: ['arxiv:1'], paper: two, status: 'to-read', now: 1 });
    expect((await entry('doi:10.1/x'))?.id).toBe('arxiv:1');
    const changed = await setStatus(here.library, { ids: ['doi:10.1/x'], paper: null, status: 'read', now: 2 });
    expect(changed).toMatchObject({ before: 'to-read', ids: ['arxiv:1', 'doi:10.1/x'] });
    await removeEntry(here.library, ['doi:10.1/x'], 3);
    expect((await allEntries(here.library)).entries).toEqual([]);
  });

  it('newest first, and only of the ids asked', async () => {
    for (const [at, id] of ['a1', 'b2', 'c3'].entries()) await save(here.library, id, 'to-read', at);
    const { total, entries } = await recentEntries(here.library, 2);
    expect(total).toBe(3);
    expect(entries.map(({ id }) => id)).toEqual(['c3', 'b2']);
    expect([...(await entriesOf(here.library, ['b2', 'nowhere'])).keys()]).toEqual(['b2']);
  });

  it('two changes at once are one after the other', async () => {
    const changes = await Promise.all(
      (['to-read', 'reading', 'read'] as const).map((status) => save(here.library, 'a1', status)),
    );
    expect(changes.map((change) => change?.before)).toEqual([null, 'to-read', 'reading']);
  });

  it('what was taken off is kept for 30 days, and then leaves the mirror too', async () => {
    const day = 86_400_000;
    for (const [at, id] of ['p0', 'p1', 'p2'].entries()) {
      await save(here.library, id, 'to-read', at);
      await removeEntry(here.library, [id], at * 31 * day);
    }
    expect(await keptOf(here.library, ['p0'])).toBeNull();
    expect((await keptOf(here.library, ['p2']))?.id).toBe('p2');
    // What is forgotten leaves the mirror with the next snapshot, which follows at once.
    await here.library.checkMirror();
    expect([...here.files.held.values()].join('\n')).not.toContain('"On p0"');
  });
});

describe('rows that this version does not know', () => {
  it('one that does not parse hides no other, stays as it is, and is counted', async () => {
    await save(here.library, 'a1', 'to-read', 1);
    const odd = { id: 'odd', title: 7, changedAt: 'yesterday' };
    await here.library.change(() => Promise.resolve({ change: { puts: [['works', odd]], deletes: [] }, answer: null }));
    await save(here.library, 'b2', 'to-read', 2);
    expect((await recentEntries(here.library, 10)).entries.map(({ id }) => id)).toEqual(['b2', 'a1']);
    expect(await allEntries(here.library)).toMatchObject({ unread: [odd] });
    expect([...(await entriesOf(here.library, ['a1', 'odd'])).keys()]).toEqual(['a1']);
  });

  it('fields and statuses of a later version are kept when this one writes the row', async () => {
    await save(here.library, 'a1', 'to-read', 1);
    const [row] = (await stored(here.library.name))['works'] as [Record<string, unknown>];
    const later = { ...row, status: 'skimmed', stars: 5, record: { ...paper('a1').record, funding: 'x' } };
    await here.library.change(() =>
      Promise.resolve({ change: { puts: [['works', { ...later, id: 'a1' }]], deletes: [] }, answer: null }),
    );
    expect((await entry('a1'))?.status).toBe('skimmed');
    await save(here.library, 'a1', 'read', 2);
    expect((await stored(here.library.name))['works']).toMatchObject([
      { ...later, status: 'read', changedAt: 2, readAt: 2, statusDates: { 'to-read': 1, read: 2 } },
    ]);
  });
});

describe('a list that a newer Byline wrote', () => {
  it('is read and never written', async () => {
    await save(here.library, 'a1', 'to-read', 1);
    await behind(here.library.name, (raw) => raw.table('stamp').put({ key: 'schema', version: 99 }));
    const library = here.restart();
    const files = new Map(here.files.held);
    await expect(save(library, 'a1', 'read', 2)).rejects.toThrow(NewerLibrary);
    await expect(removeEntry(library, ['a1'], 2)).rejects.toThrow(NewerLibrary);
    expect((await entry('a1'))?.status).toBe('to-read');
    expect(here.files.held).toEqual(files);
  });

  it('is not touched where IndexedDB’s version is higher, whatever its tables', async () => {
    await save(here.library, 'a1', 'to-read', 1);
    here.library.close();
    const newer = new Dexie(here.library.name);
    newer.version(7).stores({ works: 'id, changedAt, *aliases, stars', notes: 'id', stamp: 'key' });
    await newer.open();
    newer.close();
    const versions = async () => (await indexedDB.databases()).find(({ name }) => name === here.library.name)?.version;
    expect(await versions()).toBe(70);
    const library = here.restart();
    await expect(save(library, 'b2', 'read', 2)).rejects.toThrow(NewerLibrary);
    expect((await entry('a1'))?.status).toBe('to-read');
    library.close();
    expect(await versions()).toBe(70);
  });
});
