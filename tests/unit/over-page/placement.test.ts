import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, outside, place, withoutMark } from '../../../components/over-page/placement.ts';
import type { Box } from '../../../lib/page/draw/geometry.ts';

const window = { width: 1280, height: 900 };
const mark = (left: number, top: number, width = 300, height = 18): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The card's box when it is as high as it may be. */
function boxOf(at: ReturnType<typeof place>): Box {
  const top = at.edge.from === 'top' ? at.edge.at : at.edge.at - at.maxHeight;
  return { left: at.left, top, right: at.left + at.width, bottom: top + at.maxHeight };
}
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Rows of a listing, 120 px each: a title, a line of authors, one of subjects, as wide as given. */
const listing = (from: number, to: number, widths: (row: number) => number): Box[] =>
  Array.from({ length: Math.ceil((to - from) / 120) }, (_, row) =>
    [0, 26, 52].map((below) => mark(112, from + row * 120 + below, widths(row))),
  ).flat();

describe('a mark within a line of text', () => {
  const line = mark(40, 200, 500);

  it.each<[string, Box, number[][]]>([
    [
      'in its middle',
      mark(240, 202, 30, 14),
      [
        [40, 240],
        [270, 540],
      ],
    ],
    ['at its beginning', mark(40, 202, 30, 14), [[70, 540]]],
    ['all of it', mark(41, 202, 498, 14), []],
    ['in another line', mark(240, 240, 30), [[40, 540]]],
  ])('%s leaves the rest of the line as text', (_, at, rest) => {
    expect(withoutMark(line, [at]).map(({ left, right }) => [left, right])).toEqual(rest);
  });

  it('has its card below or above, not beside it over what the line goes on with', () => {
    const at = mark(240, 200, 30);
    const text = [200, 236, 272, 308].flatMap((top) => withoutMark(mark(40, top, 500), [at]));
    expect(place(at, window, { text })).toMatchObject({ side: 'below', left: 240 });
  });
});

describe('where a card goes beside text', () => {
  const rows = listing(-200, 1000, (row) => 300 + ((row * 97) % 350));
  const title = (row: number): Box => rows[row * 3] ?? mark(0, 0);
  const others = (at: Box): Box[] => rows.filter((box) => box !== at);

  it.each([2, 3, 4, 5, 6, 7, 8])('beside row %i of a listing, level with it, covering no text', (row) => {
    const at = title(row);
    const where = place(at, window, { text: others(at) });
    expect(where.side).toBe('after');
    expect(rows.filter((box) => overlap(box, boxOf(where)))).toEqual([]);
    const { top, bottom } = boxOf(where);
    expect(top).toBeLessThan(at.bottom);
    expect(bottom).toBeGreaterThan(at.top);
  });

  it('is lower and narrower where a long row leaves less room, and covers nothing all the same', () => {
    const text = [...others(title(4)), mark(112, title(4).top + 400, 1000), mark(112, title(4).top - 130, 780)];
    const where = place(title(4), window, { text });
    expect(where.side).toBe('after');
    expect(where.maxHeight).toBeLessThan(480);
    expect(text.filter((box) => overlap(box, boxOf(where)))).toEqual([]);
  });

  it('between the rows and a column at the window’s edge', () => {
    const column = Array.from({ length: 40 }, (_, line) => mark(1600, line * 22, 280));
    const where = place(title(4), { width: 1920, height: 900 }, { text: [...others(title(4)), ...column] });
    expect(where.side).toBe('after');
    expect(where.left + where.width).toBeLessThan(1600);
  });

  it('before a row at the right', () => {
    const right = rows.map(({ top, bottom, left }) => ({ top, bottom, left: left + 700, right: 1270 }));
    const at = right[12] ?? mark(0, 0);
    const where = place(at, window, { text: right.filter((box) => box !== at) });
    expect(where.side).toBe('before');
    expect(right.filter((box) => overlap(box, boxOf(where)))).toEqual([]);
  });

  it('above the row in a narrow window, over what has been read: not over its authors and the next title', () => {
    const narrow = listing(-200, 1000, () => 560);
    const at = narrow[5 * 3] ?? mark(0, 0);
    expect(place(at, { width: 700, height: 900 }, { text: narrow.filter((box) => box !== at) }).side).toBe('above');
    const first = mark(112, 40, 560);
    expect(place(first, { width: 700, height: 900 }, { text: narrow }).side).toBe('below');
  });

  it('below the end of a title as wide as the window, not over its own authors', () => {
    // As arXiv prints them: long titles, short lines of authors.
    const wide = Array.from({ length: 8 }, (_, row) => [
      mark(130, 230 + row * 115, row === 0 ? 1030 : 450 + ((row * 97) % 250)),
      mark(91, 252 + row * 115, 455),
    ]).flat();
    const [title = mark(0, 0), authors = mark(0, 0), ...below] = wide;
    const where = place(title, window, { text: [authors, ...below] });
    expect(where.side).toBe('below');
    expect(overlap(authors, boxOf(where))).toBe(false);
    expect(where.left).toBeLessThan(title.right);
    // It stays there while the page scrolls.
    const up = { ...title, top: title.top - 60, bottom: title.bottom - 60 };
    expect(place(up, window, { keep: where })).toMatchObject({ side: 'below', left: where.left });
  });

  it('beside a paper’s own title over the page’s links rather than low, if only a few are there', () => {
    const abstract = Array.from({ length: 12 }, (_, line) => mark(92, 310 + line * 22, 800));
    const links = [105, 140, 170, 200, 230, 250, 280, 300, 580, 610, 640].map((top) => mark(957, top, 100, 16));
    const where = place(mark(74, 165, 806, 58), window, { text: [mark(74, 245, 780, 40), ...abstract, ...links] });
    expect(where.maxHeight).toBeGreaterThanOrEqual(400);
  });

  it('below a title with nothing under it, however much room is beside it', () => {
    expect(place(mark(112, 300), window, { text: [mark(112, 20, 900)] }).side).toBe('below');
  });

  it('follows its row without looking again, at the same distance from the left', () => {
    const keep = place(title(4), window, { text: others(title(4)) });
    const scrolled = { ...title(4), top: title(4).top - 60, bottom: title(4).bottom - 60 };
    const where = place(scrolled, window, { keep });
    expect(where).toEqual({ ...keep, edge: { from: 'top', at: keep.edge.at - 60 } });
  });
});

describe('where a card goes', () => {
  it.each([
    ['below a mark near the top', mark(100, 80), window, 'below'],
    ['above a mark near the bottom', mark(100, 840), window, 'above'],
    ['below in the middle, where the card may scroll', mark(100, 430), window, 'below'],
    ['beside a mark in a low window', mark(20, 130, 300), { width: 1280, height: 300 }, 'after'],
    ['before a mark at the right of a low window', mark(900, 130, 300), { width: 1280, height: 300 }, 'before'],
    ['over the mark in a window with room nowhere', mark(10, 110, 300), { width: 320, height: 240 }, 'over'],
  ] as const)('%s', (_, at, view, side) => expect(place(at, view).side).toBe(side));

  it('hangs from its lower edge above a mark, so that it grows away from it', () => {
    expect(place(mark(100, 840), window).edge).toEqual({ from: 'bottom', at: 834 });
  });

  it('stays on its side while the page scrolls, as long as it can be read there', () => {
    const keep = place(mark(100, 80), window);
    expect(place(mark(100, 600), window, { keep }).side).toBe('below');
    expect(place(mark(100, 860), window, { keep }).side).toBe('above');
  });

  it('goes with the right edge of its mark in a right-to-left interface', () => {
    const at = place(mark(700, 80), window, { rtl: true });
    expect(at.left + at.width).toBe(1000);
  });

  it('takes at most 70 % of the height, and all but a margin of a narrow window', () => {
    expect(place(mark(10, 10), window).maxHeight).toBe(630);
    expect(place(mark(10, 10), { width: 320, height: 640 })).toMatchObject({ left: 8, width: 304 });
  });

  it('never leaves the window, and covers the mark only where no side has room', () => {
    const views = fc.record({
      width: fc.integer({ min: 320, max: 3000 }),
      height: fc.integer({ min: 200, max: 2000 }),
    });
    const lines = fc.array(
      fc.record({
        left: fc.integer({ min: -50, max: 2500 }),
        top: fc.integer({ min: -50, max: 2000 }),
        width: fc.integer({ min: 1, max: 1200 }),
        height: fc.integer({ min: 10, max: 60 }),
      }),
      { maxLength: 40 },
    );
    const marks = fc.record({
      left: fc.integer({ min: 0, max: 2000 }),
      top: fc.integer({ min: 0, max: 1500 }),
      width: fc.integer({ min: 20, max: 900 }),
      height: fc.integer({ min: 12, max: 90 }),
    });
    fc.assert(
      fc.property(views, marks, lines, (view, at, text) => {
        const box = mark(Math.min(at.left, view.width - 20), Math.min(at.top, view.height - 12), at.width, at.height);
        fc.pre(box.right <= view.width && box.bottom <= view.height);
        const where = place(box, view, { text: text.map((one) => mark(one.left, one.top, one.width, one.height)) });
        const card = boxOf(where);
        expect(card.left).toBeGreaterThanOrEqual(0);
        expect(card.right).toBeLessThanOrEqual(view.width);
        expect(card.top).toBeGreaterThanOrEqual(0);
        expect(card.bottom).toBeLessThanOrEqual(view.height);
        if (where.side !== 'over') expect(overlap(card, box)).toBe(false);
      }),
    );
  });
});

describe('the box around a mark', () => {
  it('holds all of its lines', () => {
    expect(around([mark(300, 10, 100), mark(20, 30, 80)])).toEqual({ left: 20, top: 10, right: 400, bottom: 48 });
  });
  it('is not there for a mark that is gone', () => {
    expect(around([])).toBeNull();
    expect(around([mark(0, 0, 0, 0)])).toBeNull();
  });
  it('knows when it was scrolled away', () => {
    expect(outside(mark(10, -40), window)).toBe(true);
    expect(outside(mark(10, -10), window)).toBe(false);
  });
});
