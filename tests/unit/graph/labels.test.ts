// Labels never overlap; closer up there are more.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels, type Label, type PlacedLabel } from '../../../lib/graph/labels.ts';

const screen = { width: 800, height: 600 };
const label = fc.record({
  x: fc.double({ min: -100, max: 900, noNaN: true }),
  y: fc.double({ min: -100, max: 700, noNaN: true }),
  radius: fc.double({ min: 0, max: 30, noNaN: true }),
  width: fc.double({ min: 1, max: 300, noNaN: true }),
  height: fc.double({ min: 8, max: 20, noNaN: true }),
  importance: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(5_000)),
});
const labels = fc.array(label, { maxLength: 80 }).map((all) => all.map((one, at) => ({ ...one, key: `n${at}` })));

const overlaps = (one: PlacedLabel, other: PlacedLabel): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

it('no two overlap, each is once, and the order of the question does not matter', () => {
  fc.assert(
    fc.property(labels, (all) => {
      const placed = placeLabels(all, screen);
      for (const [at, one] of placed.entries())
        for (const other of placed.slice(at + 1)) expect(overlaps(one, other)).toBe(false);
      expect(new Set(placed.map(({ key }) => key)).size).toBe(placed.length);
      expect(placeLabels(all.toReversed(), screen)).toEqual(placed);
    }),
  );
});

it('the most important on the screen is always there', () => {
  fc.assert(
    fc.property(labels, fc.nat(), (all, at) => {
      fc.pre(all.length > 0);
      const chosen = at % all.length;
      const given = all.map((one, place): Label =>
        place === chosen ? { ...one, x: 400, y: 300, importance: 10_000 } : one,
      );
      expect(placeLabels(given, screen)[0]?.key).toBe(`n${chosen}`);
    }),
  );
});

it('twice as close, a graph has more labels', () => {
  const at = (scale: number): Label[] =>
    Array.from({ length: 100 }, (_, one) => ({
      key: `n${one}`,
      x: 400 + ((one % 10) - 5) * 20 * scale,
      y: 300 + (Math.floor(one / 10) - 5) * 12 * scale,
      radius: 4,
      width: 60,
      height: 12,
      importance: one,
    }));
  const counts = [1, 2, 4].map((scale) => placeLabels(at(scale), { width: 2000, height: 2000 }).length);
  expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
  expect(counts[2]).toBeGreaterThan(counts[1] ?? 0);
});

it('what is no place or no size is left out', () => {
  const odd = [NaN, Infinity, -Infinity, 1e300].flatMap((value, at) =>
    (['x', 'y', 'radius', 'width', 'height'] as const).map((field) => ({
      key: `${field}${at}`,
      x: 10,
      y: 10,
      radius: 2,
      width: 20,
      height: 10,
      importance: 1,
      [field]: value,
    })),
  );
  expect(placeLabels(odd, screen).length).toBeLessThanOrEqual(odd.length);
});
