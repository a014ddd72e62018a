import { describe, expect, it } from 'vitest';
import {
  atLeast,
  common,
  linesOf,
  meets,
  PILL_HEIGHT,
  pillIn,
  SLOT_WIDTH,
  slotPlace,
} from '../../../../lib/page/draw/geometry.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('lines of a mark', () => {
  it('joins the pieces of one line, also where one is a little higher (a superscript, bold)', () => {
    expect(linesOf([box(10, 100, 50, 18), box(60, 98, 40, 18), box(100, 104, 10, 9)])).toEqual([box(10, 98, 100, 20)]);
  });

  it('keeps lines apart, also where their boxes overlap by a little', () => {
    expect(linesOf([box(10, 100, 300, 20), box(10, 118, 120, 20)])).toHaveLength(2);
  });

  it('leaves out what has no size', () => {
    expect(linesOf([box(10, 100, 0, 18), box(10, 100, 50, 0.5)])).toEqual([]);
  });
});

describe('the slot after a title', () => {
  const lines = [box(20, 100, 400, 20), box(20, 122, 150, 20)];

  it('is after the last line, in its middle', () => {
    const place = slotPlace(lines, 'after', false);
    expect(place?.left).toBeGreaterThan(170);
    expect((place?.right ?? 0) - (place?.left ?? 0)).toBe(SLOT_WIDTH);
    expect((place?.bottom ?? 0) - (place?.top ?? 0)).toBe(PILL_HEIGHT);
    expect(((place?.top ?? 0) + (place?.bottom ?? 0)) / 2).toBe(132);
  });

  it('of an entry of a list is after the last of the entry’s lines', () => {
    expect(slotPlace([...lines, box(20, 144, 60, 20)], 'end', false)).toMatchObject({ left: 87, top: 145 });
  });

  it('is before the first line in the gutter', () => {
    const place = slotPlace(lines, 'before', false);
    expect(place?.right).toBeLessThan(20);
    expect(((place?.top ?? 0) + (place?.bottom ?? 0)) / 2).toBe(110);
  });

  it('is on the other side where text runs from right to left', () => {
    expect(slotPlace(lines, 'after', true)?.right).toBeLessThan(20);
    expect(slotPlace(lines, 'before', true)?.left).toBeGreaterThan(420);
  });

  it('holds every pill, which is at the side of the text', () => {
    const slot = { left: 100, top: 50, right: 100 + SLOT_WIDTH, bottom: 50 + PILL_HEIGHT };
    for (const icons of [1, 2, 3, 4]) {
      expect(pillIn(slot, icons, false)).toMatchObject({ left: slot.left, top: slot.top });
      expect(pillIn(slot, icons, false).right).toBeLessThanOrEqual(slot.right);
      expect(pillIn(slot, icons, true)).toMatchObject({ right: slot.right });
      expect(pillIn(slot, icons, true).left).toBeGreaterThanOrEqual(slot.left);
    }
  });

  it('is nowhere without lines', () => {
    expect(slotPlace([], 'after', false)).toBeNull();
  });
});

describe('boxes', () => {
  it('meet only where they share an area', () => {
    expect(meets(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(false);
    expect(meets(box(0, 0, 10, 10), box(9, 9, 10, 10))).toBe(true);
  });

  it('become large enough to hit, about the same centre', () => {
    expect(atLeast(box(10, 10, 100, 18), 24)).toEqual(box(10, 7, 100, 24));
    expect(atLeast(box(10, 10, 100, 40), 24)).toEqual(box(10, 10, 100, 40));
  });

  it('have what both have in common', () => {
    expect(common(box(0, 0, 10, 10), box(5, 2, 10, 4))).toEqual(box(5, 2, 5, 4));
  });
});
