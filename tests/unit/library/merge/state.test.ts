// What is known of one row on several machines: whatever the order in which they meet, the same comes of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../lib/library/merge/canonical.ts';
import { isThere, joined, rowOf, knownState, type State } from '../../../../lib/library/merge/state.ts';
import type { Row } from '../../../../lib/library/rows.ts';
import { stampedChange } from '../../../../lib/library/stamp-change.ts';

const time = fc.integer({ min: 1, max: 9 });
const note = fc.constantFrom<string>('', 'one', 'two\n\n---\n\nthree');
const tags = fc.subarray(['a', 'B', 'c']);
const written = fc.record({
  addedAt: time,
  changedAt: time,
  status: fc.constantFrom<string>('to-read', 'read'),
  note,
  tags,
  starred: fc.boolean(),
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

const start = (fields: Written): Row => ({
  id: 'x',
  aliases: [],
  record: { id: 'x', title: 'X' },
  readAt: null,
  ...fields,
});

/** A row after edits on some machines, at any time. */
function edited(first: Written, edits: readonly { machine: string; now: number; fields: Partial<Written> }[]): Row {
  let row = start(first);
  for (const { machine, now, fields } of edits) {
    const { puts } = stampedChange(
      { puts: [['works', { ...row, ...fields }]], deletes: [] },
      { row: () => row, binned: () => undefined, gone: () => undefined, machine, now },
    );
    row = puts[0]?.[1] ?? row;
  }
  return row;
}

const edits = fc.array(
  fc.record({
    machine: fc.constantFrom('one', 'two', 'three'),
    now: fc.integer({ min: 1, max: 30 }),
    fields: fc.oneof(
      fc.record({ note }),
      fc.record({ tags }),
      fc.record({ starred: fc.boolean() }),
      fc.record({ status: fc.constantFrom<string>('to-read', 'read'), changedAt: time }),
    ),
  }),
  { maxLength: 4 },
);
const gone = fc.option(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('one', 'two')));
const state: fc.Arbitrary<State> = fc
  .tuple(fc.option(fc.tuple(written, edits)), gone)
  .map(([row, taken]) => knownState('x', row === null ? null : edited(...row), taken));

const said = (one: State): string => canonicalJson([rowOf(one), isThere(one), one.gone]);
const known = ({ id, gone: taken, ...one }: State): State => knownState(id, rowOf({ id, gone: taken, ...one }), taken);

describe('what machines know of a row', () => {
  it('is the same whichever meet first', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(said(joined(a, b))).toBe(said(joined(b, a)));
      }),
    );
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(said(joined(joined(a, b), c))).toBe(said(joined(a, joined(b, c))));
      }),
    );
  });

  it('is no other when they meet again', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const both = joined(a, b);
        expect(said(joined(a, a))).toBe(said(a));
        expect(said(joined(both, b))).toBe(said(both));
        expect(said(joined(both, a))).toBe(said(both));
      }),
    );
  });

  it('is not lost by writing it down, also between meetings', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(said(known(a))).toBe(said(a));
        expect(said(joined(known(joined(a, b)), b))).toBe(said(joined(a, b)));
      }),
    );
  });
});

const made: Written = { addedAt: 5, changedAt: 5, status: 'to-read', note: '', tags: [], starred: false };
const meet = (one: Row, other: Row): Row | null =>
  rowOf(joined(knownState('x', one, null), knownState('x', other, null)));

describe('two machines', () => {
  it('that each changed another part keep both', () => {
    const one = edited(made, [{ machine: 'one', now: 10, fields: { starred: true, tags: ['a'] } }]);
    const other = edited(made, [{ machine: 'two', now: 11, fields: { note: 'why', tags: ['B'] } }]);
    expect(meet(one, other)).toMatchObject({ starred: true, tags: ['a', 'B'], note: 'why' });
  });

  it('that each wrote a note keep both; a note that was written knowing the other takes its place', () => {
    const one = edited(made, [{ machine: 'one', now: 10, fields: { note: 'mine' } }]);
    const other = edited(made, [{ machine: 'two', now: 11, fields: { note: 'theirs' } }]);
    const both = meet(one, other);
    expect(both).toMatchObject({ note: 'mine\n\n---\n\ntheirs' });
    const after = stampedChange(
      { puts: [['works', { ...(both ?? one), note: 'ours' }]], deletes: [] },
      { row: () => both ?? undefined, binned: () => undefined, gone: () => undefined, machine: 'two', now: 3 },
    ).puts[0]?.[1];
    expect(meet(after ?? one, one)).toMatchObject({ note: 'ours' });
    expect(meet(other, after ?? one)).toMatchObject({ note: 'ours' });
  });

  it('whose lists are older than stamps keep both notes, all tags, and the later status', () => {
    const one = start({ ...made, note: 'mine', tags: ['a'] });
    const other = start({ ...made, addedAt: 7, changedAt: 9, status: 'read', note: 'theirs', tags: ['A', 'c'] });
    expect(meet(one, other)).toMatchObject({ status: 'read', note: 'mine\n\n---\n\ntheirs', tags: ['A', 'c'] });
  });

  it.each([
    ['taken off after it was read stays off', 20, false],
    ['changed after it was taken off elsewhere stays', 8, true],
  ])('a paper %s', (_, at, there) => {
    const row = edited(made, [{ machine: 'one', now: 10, fields: { starred: true } }]);
    expect(isThere(joined(knownState('x', row, null), knownState('x', null, [at, 'two'])))).toBe(there);
  });
});
