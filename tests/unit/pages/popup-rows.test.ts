import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_OF_ROWS, rowAfter, shownRows } from '../../../components/popup/rows.ts';
import type { WorkRow } from '../../../lib/views/schema.ts';

const row = (at: number, hasCode: boolean): WorkRow => ({
  id: `p${at}`,
  title: `Paper ${at}`,
  titleParts: [],
  authors: [],
  year: null,
  venue: null,
  type: null,
  hasCode,
  status: null,
});
const rows = (count: number): WorkRow[] => Array.from({ length: count }, (_, at) => row(at, at % 3 === 0));

describe('the rows of a page', () => {
  it('ten thousand papers are counted, and only the first are drawn', () => {
    const shown = shownRows(rows(10_000), false, PAGE_OF_ROWS);
    expect(shown).toMatchObject({ total: 10_000, withCode: 3334, hidden: 10_000 - PAGE_OF_ROWS });
    expect(shown.rows).toHaveLength(PAGE_OF_ROWS);
  });

  it('the filter keeps papers with code, in the order of the page', () => {
    expect(shownRows(rows(7), true, 50).rows.map((one) => one.id)).toEqual(['p0', 'p3', 'p6']);
  });

  it('the filter never leaves a page empty that lost its last paper with code meanwhile', () => {
    expect(shownRows([row(1, false)], true, 50).rows).toHaveLength(1);
  });

  it('shown and hidden are always all that were chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.boolean(), fc.nat(60), (flags, onlyCode, limit) => {
        const all = flags.map((hasCode, at) => row(at, hasCode));
        const shown = shownRows(all, onlyCode, limit);
        const chosen = onlyCode && shown.withCode > 0 ? shown.withCode : shown.total;
        return shown.rows.length + shown.hidden === chosen;
      }),
    );
  });
});

describe('arrow keys in the popup', () => {
  it.each([
    ['down from the field is the first row', 'ArrowDown', -1, 0],
    ['down goes on', 'ArrowDown', 0, 1],
    ['down stays at the last', 'ArrowDown', 4, 4],
    ['up from the first is the field', 'ArrowUp', 0, -1],
    ['up in the field stays there', 'ArrowUp', -1, -1],
    ['Home is the first row', 'Home', 3, 0],
    ['End is the last row', 'End', 0, 4],
    ['Home in the field is the field’s own', 'Home', -1, null],
    ['End in the field is the field’s own', 'End', -1, null],
    ['letters are not ours', 'a', 2, null],
  ])('%s', (_, key, from, to) => {
    expect(rowAfter(key, from, 5)).toBe(to);
  });

  it('without rows every key stays where it is', () => {
    expect(rowAfter('ArrowDown', -1, 0)).toBeNull();
  });
});
