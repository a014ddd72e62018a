// What the reader decided about who is who: kept, undone, copied, and there after an update.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notTheirs, theirs } from '../../../lib/identity/decisions.ts';
import { changeBy, writeCopy } from '../../../lib/library/backup.ts';
import { allDecisions, decide, undecide } from '../../../lib/library/decisions.ts';
import { noRows } from '../../../lib/library/rows.ts';
import { copyIn, place, stored, type Place } from './libraries.ts';

const [work, other] = ['a1', 'b1'].map((paper) => [{ paper, person: 'n-wang-wei' }]);
const no = notTheirs(work ?? [], other ?? [], 1);
const yes = theirs(work ?? [], other ?? [], 2);

describe('decisions about people', () => {
  let here: Place;
  beforeEach(() => {
    here = place();
  });
  afterEach(() => here.end());

  it('are there after a restart, and an earlier one holds again once a later one is taken back', async () => {
    await decide(here.library, [no]);
    const ids = await decide(here.library, [yes]);
    const all = await allDecisions(here.restart());
    expect(all.decisions).toEqual(expect.arrayContaining([no, yes]));
    const gone = await undecide(here.library, ids);
    expect(gone.map(({ decision }) => decision)).toEqual([yes]);
    expect(await undecide(here.library, ids)).toEqual([]);
    expect((await allDecisions(here.library)).decisions).toEqual([no]);
  });

  it('come back from the mirror when the store is gone', async () => {
    await decide(here.library, [no]);
    here.library.close();
    await Dexie.delete(here.library.name);
    here.restart();
    await here.library.checked();
    expect((await allDecisions(here.library)).decisions).toEqual([no]);
  });

  it('are in a copy, and a copy of a version that had none changes none of them but to replace all', async () => {
    await decide(here.library, [no]);
    const rows = await here.library.rows();
    const copy = copyIn(writeCopy(rows, {}, '2026-11-29T10:00:00.000Z', 'laptop'));
    expect(copy).toMatchObject({ decisions: rows.decisions, unreadable: 0, unknown: [] });
    expect(changeBy(copy, noRows(), 'merge').decisions).toEqual({ added: 1, changed: 0, removed: 0 });
    const old = copyIn(JSON.stringify({ byline: 'copy', format: 1, made: '', works: [], follows: [], settings: {} }));
    expect(changeBy(old, rows, 'merge').decisions.removed).toBe(0);
    expect(changeBy(old, rows, 'replace').decisions.removed).toBe(1);
  });

  it('that a later version wrote are kept without being used', async () => {
    const odd = { id: 'x', decision: { kind: 'later' } };
    await here.library.change(() =>
      Promise.resolve({ change: { puts: [['decisions', odd]], deletes: [] }, answer: null }),
    );
    await decide(here.library, [no]);
    expect(await allDecisions(here.library)).toMatchObject({ decisions: [no], unread: [odd] });
  });

  it('can be kept in a store of the version before, which loses nothing and is told no damage', async () => {
    const { name } = here.library;
    const old = new Dexie(name);
    old.version(4).stores({
      works: 'id, changedAt, *aliases, *terms',
      removedWorks: 'id, removedAt',
      follows: 'id, since',
      derived: 'key',
      stamp: 'key',
      entries: 'id, changedAt, *terms',
      removed: 'id, removedAt',
    });
    await old.open();
    await old.table('follows').put({ id: 'wei', since: 1 });
    await old.table('stamp').bulkPut([
      { key: 'schema', version: 4 },
      { key: 'last', seq: 7, counts: { works: 0, removedWorks: 0, follows: 1 } },
    ]);
    old.close();
    await here.library.checked();
    expect(await here.library.notice()).toBeNull();
    await decide(here.library, [no]);
    const rows = await stored(name);
    expect(rows['follows']).toHaveLength(1);
    expect(rows['stamp']).toContainEqual({
      key: 'last',
      seq: 8,
      counts: { works: 0, removedWorks: 0, follows: 1, decisions: 1, gone: 0 },
    });
  });
});
