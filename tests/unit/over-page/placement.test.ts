import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, outside, place } from '../../../components/over-page/placement.ts';
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

describe('where a card stands', () => {
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
    expect(place(mark(100, 600), window, { keep: 'below' }).side).toBe('below');
    expect(place(mark(100, 860), window, { keep: 'below' }).side).toBe('above');
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
    const marks = fc.record({
      left: fc.integer({ min: 0, max: 2000 }),
      top: fc.integer({ min: 0, max: 1500 }),
      width: fc.integer({ min: 20, max: 900 }),
      height: fc.integer({ min: 12, max: 90 }),
    });
    fc.assert(
      fc.property(views, marks, (view, at) => {
        const box = mark(Math.min(at.left, view.width - 20), Math.min(at.top, view.height - 12), at.width, at.height);
        fc.pre(box.right <= view.width && box.bottom <= view.height);
        const where = place(box, view);
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
