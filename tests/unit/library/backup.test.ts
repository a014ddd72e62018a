import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBy, readCopy, writeCopy, type CopyRefusal } from '../../../lib/library/backup.ts';
import { applyChange, noRows, type Row, type Rows } from '../../../lib/library/rows.ts';
import { copyIn, paper } from './libraries.ts';

const entry = (id: string, changedAt = 1, more: object = {}): Row => ({
  ...paper(id),
  status: 'to-read',
  addedAt: 1,
  changedAt,
  readAt: null,
  ...more,
});
const wei: Row = {
  id: 'wei-wang',
  name: 'Wei Wang',
  variants: [],
  certain: false,
  colleagues: [],
  paper: null,
  since: 5,
};
const rowsOf = (works: readonly Row[], follows: readonly Row[] = []): Rows => ({
  ...noRows(),
  works: new Map(works.map((row) => [row.id, row])),
  follows: new Map(follows.map((row) => [row.id, row])),
});
const made = '2026-11-29T10:00:00.000Z';
const copyOf = (rows: Rows) => copyIn(writeCopy(rows, { hover: 'click' }, made, 'laptop'));

describe('a copy', () => {
  it('has everything of the reader’s, also what this version does not know', () => {
    const odd = { id: 'odd', title: 7 };
    const rows = rowsOf([entry('a1'), entry('b2', 2, { status: 'skimmed', stars: 5 }), odd], [wei]);
    const copy = copyOf(rows);
    expect(copy).toMatchObject({ made, unreadable: 1, unknown: [], settings: { hover: 'click' } });
    expect([copy.works, copy.follows]).toEqual([rows.works, rows.follows]);
  });

  const whole = writeCopy(rowsOf([entry('a1')], [wei]), {}, made, 'laptop');
  it.each<[string, string, CopyRefusal]>([
    ['nothing', '', 'none'],
    ['another file', '{"title": "x"}', 'none'],
    ['a list', '[1, 2]', 'none'],
    ['one cut off', whole.slice(0, -20), 'none'],
    ['rows that are no list', whole.replace(/"works": \[[^]*\]/, '"works": {}'), 'none'],
    ['one of a later format', whole.replace('"format": 1', '"format": 2'), 'newer'],
    ['one of a later format and shape', '{"byline": "copy", "format": 9, "papers": []}', 'newer'],
    ['one far too large', ' '.repeat(60_000_001), 'large'],
  ])('of %s is refused', (_, text, reason) => {
    expect(readCopy(text)).toEqual({ refused: reason });
  });

  it('of hostile rows brings none that could not be kept', () => {
    const hostile = [
      { __proto__: null, id: 'a1', record: 'x' },
      { id: { toString: 'x' } },
      { id: 'x'.repeat(300) },
      { id: 'huge', text: 'x'.repeat(1_300_000) },
      null,
      7,
    ];
    const copy = copyIn(
      JSON.stringify({ byline: 'copy', format: 1, made, works: hostile, follows: [], settings: 0, notes: [] }),
    );
    expect([...copy.works.keys()]).toEqual(['a1']);
    expect(copy).toMatchObject({ unreadable: hostile.length, unknown: ['notes'] });
  });
});

describe('reading a copy in', () => {
  const here = rowsOf([entry('a1', 5), entry('b2', 5), entry('c3', 5)], [wei]);
  const copy = {
    works: rowsOf([entry('a1', 5), entry('b2', 9, { status: 'read' }), entry('c3', 2), entry('d4')]).works,
    follows: rowsOf([]).works,
    decisions: rowsOf([]).works,
  };

  it('to what is here adds what is missing and keeps the later change', () => {
    const { works, follows, change } = changeBy(copy, here, 'merge');
    expect([works, follows]).toEqual([
      { added: 1, changed: 1, removed: 0 },
      { added: 0, changed: 0, removed: 0 },
    ]);
    expect(change.puts.map(([, { id }]) => id)).toEqual(['b2', 'd4']);
  });

  it('in place of what is here leaves what it has', () => {
    const { works, follows, change } = changeBy(copy, here, 'replace');
    expect([works, follows]).toEqual([
      { added: 1, changed: 2, removed: 0 },
      { added: 0, changed: 0, removed: 1 },
    ]);
    const after = { ...here, works: new Map(here.works), follows: new Map(here.follows) };
    applyChange(after, change);
    expect([after.works, after.follows]).toEqual([new Map([...here.works, ...copy.works]), copy.follows]);
  });

  it('twice changes nothing the second time, and replacing gives exactly the copy', () => {
    const list = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a1', 'b2', 'c3', 'd4', 'e5'), changedAt: fc.nat(3) }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(list, list, fc.constantFrom('merge' as const, 'replace' as const), (mine, theirs, how) => {
        const rows = rowsOf(mine.map(({ id, changedAt }) => entry(id, changedAt)));
        const other = copyOf(rowsOf(theirs.map(({ id, changedAt }) => entry(id, changedAt))));
        applyChange(rows, changeBy(other, rows, how).change);
        expect(changeBy(other, rows, how).change).toEqual({ puts: [], deletes: [] });
        if (how === 'replace') expect(new Set(rows.works.keys())).toEqual(new Set(other.works.keys()));
      }),
    );
  });
});
