// Two machines of one reader: whatever is done on them, and however their files meet (late, twice, cut off in the middle),
// both end with the same list.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCopy, writeCopy } from '../../../../lib/library/backup.ts';
import { BIN_DAYS } from '../../../../lib/library/bin-limits.ts';
import { canonicalJson } from '../../../../lib/library/merge/canonical.ts';
import { mergeCopy } from '../../../../lib/library/merge/merge-copy.ts';
import { rowOf, knownState } from '../../../../lib/library/merge/state.ts';
import { rowInBin } from '../../../../lib/library/row-in-bin.ts';
import { applyChange, noRows, type Change, type Row, type Rows } from '../../../../lib/library/rows.ts';
import { stampedChange } from '../../../../lib/library/stamp-change.ts';
import { paper } from '../libraries.ts';

const DAY = 86_400_000;
const SEEDS = 20;
const OPERATIONS = 500;

/** A library as plain rows, changed as the real one is. */
class Machine {
  readonly rows: Rows = noRows();
  readonly files: string[] = [];

  readonly name: string;
  readonly #ahead: number;

  /** @param ahead milliseconds that its clock is ahead */
  constructor(name: string, ahead: number) {
    this.name = name;
    this.#ahead = ahead;
  }

  change(change: Change, now: number): void {
    const { rows } = this;
    const isHere = (table: string): table is keyof Rows => table in rows;
    applyChange(
      rows,
      stampedChange(change, {
        row: (table, id) => (isHere(table) ? rows[table].get(id) : undefined),
        binned: (id) => rowInBin(rows.removedWorks.get(id)),
        gone: (id) => rows.gone.get(id),
        machine: this.name,
        now: now + this.#ahead,
      }),
    );
  }

  merge(text: string, now: number): void {
    const copy = readCopy(text);
    if ('refused' in copy) return;
    applyChange(this.rows, mergeCopy(copy, this.rows, { now, machine: this.name }).change);
  }

  write(): string {
    return writeCopy(this.rows, null, '2026-11-29T10:00:00.000Z', this.name);
  }

  /** All of it, with the stamps; an empty note is none, and tags are in the order in which they came. */
  list(): string {
    const { works, follows, decisions } = this.rows;
    const known = (row: Row): Row | null => rowOf(knownState(row.id, row, null));
    return canonicalJson([works, follows, decisions].map((rows) => [...rows.values()].toSorted(byId).map(known)));
  }
}
const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1);

const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** One thing that the reader does on a machine. */
function act(machine: Machine, random: () => number, now: number): void {
  const { rows } = machine;
  const id = pick(random, ids);
  const row = rows.works.get(id);
  const put = (next: Row): void => machine.change({ puts: [['works', next]], deletes: [] }, now);
  const what = Math.floor(random() * 13);
  if (what === 10) {
    if (!rows.follows.has(id)) machine.change({ puts: [['follows', { ...person, id, since: now }]], deletes: [] }, now);
    return;
  }
  if (what === 11) {
    if (rows.follows.has(id)) machine.change({ puts: [], deletes: [['follows', id]] }, now);
    return;
  }
  if (row === undefined) {
    const binned = rows.removedWorks.get(id)?.['entry'] as Row | undefined;
    const fresh = { ...paper(id), status: 'to-read', addedAt: now, changedAt: now, readAt: null };
    const change: Change = { puts: [['works', binned !== undefined && random() < 0.5 ? binned : fresh]], deletes: [] };
    if (binned !== undefined) change.deletes.push(['removedWorks', id]);
    machine.change(change, now);
    return;
  }
  // As when two entries of one paper are made one.
  if (what === 12) return put({ ...row, addedAt: Number(row['addedAt']) - 5 });
  const tags = (row['tags'] ?? []) as string[];
  if (what < 3) put({ ...row, status: pick(random, ['to-read', 'reading', 'read']), changedAt: now });
  else if (what < 5) put({ ...row, note: pick(random, ['', 'first', 'second', `at ${now}`]) });
  else if (what < 6) put({ ...row, starred: random() < 0.5 });
  else if (what < 7) put({ ...row, tags: [...new Set([...tags, pick(random, ['a', 'b', 'c', 'd'])])] });
  else if (what < 8) put({ ...row, tags: tags.slice(1) });
  else if (what < 9) put({ ...row, record: { ...paper(id).record, year: 2000 + Math.floor(random() * 20) } });
  else machine.change({ puts: [['removedWorks', { id, entry: row, removedAt: now }]], deletes: [['works', id]] }, now);
}
const person = { name: 'Wei Wang', variants: [], certain: false, colleagues: [], paper: null };

it(`${OPERATIONS} random changes on two machines end in one list, ${SEEDS} times`, () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = mulberry(seed);
    const machines = [new Machine('one', 0), new Machine('two', seed % 3 === 0 ? -3 * DAY : 0)] as const;
    let now = 1_000_000;
    for (let step = 0; step < OPERATIONS; step += 1) {
      now += Math.floor(random() * 3);
      const [here, there] = random() < 0.5 ? machines : [machines[1], machines[0]];
      const chance = random();
      if (chance < 0.05) here.files.push(here.write());
      else if (chance < 0.1 && there.files.length > 0) {
        // Any file that the other wrote, also an old one, also one that did not arrive whole.
        const file = pick(random, there.files);
        here.merge(random() < 0.3 ? file.slice(0, Math.floor(random() * file.length)) : file, now);
      } else act(here, random, now);
    }
    const [one, two] = machines;
    const files = [...one.files, ...two.files];
    two.merge(one.write(), now);
    one.merge(two.write(), now);
    expect(one.list(), `seed ${seed}`).toBe(two.list());
    // What comes once more, late or cut, changes nothing.
    const before = one.list();
    for (const file of [...files, two.write(), '', files[0]?.slice(0, -9) ?? '']) one.merge(file, now + DAY);
    expect(one.list(), `seed ${seed}`).toBe(before);
  }
});

it('what was taken off stays off, also when the bin has forgotten it and an old copy comes', () => {
  const [one, two] = [new Machine('one', 0), new Machine('two', 0)];
  const row = { ...paper('p1'), status: 'to-read', addedAt: 5, changedAt: 5, readAt: null };
  one.change({ puts: [['works', row]], deletes: [] }, 5);
  two.merge(one.write(), 6);
  const old = two.write();
  one.change({ puts: [['removedWorks', { id: 'p1', entry: row, removedAt: 9 }]], deletes: [['works', 'p1']] }, 9);
  one.change({ puts: [], deletes: [['removedWorks', 'p1']] }, 9 + BIN_DAYS * DAY + 1);
  one.merge(old, 10 + BIN_DAYS * DAY);
  expect([...one.rows.works.keys(), ...one.rows.removedWorks.keys()]).toEqual([]);
  two.merge(one.write(), 50);
  expect([[...two.rows.works.keys()], [...two.rows.removedWorks.keys()]]).toEqual([[], ['p1']]);
});

it('a copy that has nothing takes nothing off', () => {
  fc.assert(
    fc.property(fc.subarray(ids), (some) => {
      const one = new Machine('one', 0);
      const saved = some.map((id): Row => ({ ...paper(id), status: 'read', addedAt: 1, changedAt: 1, readAt: 1 }));
      one.change({ puts: saved.map((row): ['works', Row] => ['works', row]), deletes: [] }, 1);
      const before = one.list();
      one.merge(new Machine('two', 0).write(), 9);
      one.merge('', 9);
      expect(one.list()).toBe(before);
    }),
  );
});

/** Numbers by chance that are the same for one seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
