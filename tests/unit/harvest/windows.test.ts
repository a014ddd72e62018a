import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../lib/harvest/days.ts';
import {
  nextWindow,
  progressOf,
  withDays,
  withoutDay,
  type Coverage,
  type Days,
} from '../../../lib/harvest/windows.ts';

const today = '2026-11-30';
const back = (days: number): string => addDays(today, -days);
const everyDay = ({ from, until }: Days): string[] =>
  Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at));

/** Days as parts of the last hundred. */
const someDays = fc
  .tuple(fc.nat({ max: 100 }), fc.nat({ max: 20 }))
  .map(([ago, length]): Days => ({ from: back(ago + length), until: back(ago) }));
const field = (set: string): fc.Arbitrary<Coverage> =>
  fc.record({
    set: fc.constant(set),
    wanted: fc
      .tuple(fc.nat({ max: 90 }), fc.nat({ max: 5 }))
      .map(([length, ago]) => ({ from: back(ago + length), until: back(ago) })),
    covered: fc.array(someDays, { maxLength: 5 }).map((all) => all.reduce<Days[]>(withDays, [])),
  });

/** All windows until there is none. */
function windowsOf(fields: readonly Coverage[]): { asked: Map<string, string[]>; windows: Days[] } {
  let now = [...fields];
  const asked = new Map<string, string[]>(fields.map(({ set }) => [set, []]));
  const windows: Days[] = [];
  for (let turn = 0; turn < 500; turn += 1) {
    const window = nextWindow(now);
    if (window === null) return { asked, windows };
    windows.push(window);
    for (const set of window.sets) asked.get(set)?.push(...everyDay(window));
    now = now.map((one) => (window.sets.includes(one.set) ? { ...one, covered: withDays(one.covered, window) } : one));
  }
  throw new Error('There was always another window.');
}

describe('windows of days', () => {
  it('together have every day that a field lacks, once, and no other', () => {
    fc.assert(
      fc.property(fc.tuple(field('a:a'), field('b:b'), field('c:c')), (fields) => {
        const { asked } = windowsOf(fields);
        for (const { set, wanted, covered } of fields) {
          const there = new Set(covered.flatMap(everyDay));
          expect(asked.get(set)?.toSorted()).toEqual(everyDay(wanted).filter((day) => !there.has(day)));
        }
      }),
    );
  });

  it('begin with the newest days, short ones first', () => {
    const { windows } = windowsOf([{ set: 'a:a', wanted: { from: back(365), until: today }, covered: [] }]);
    const lengths = windows.map(({ from, until }) => daysBetween(from, until));
    expect(windows[0]).toMatchObject({ from: back(2), until: today });
    expect(lengths.slice(0, 6)).toEqual([3, 3, 6, 12, 24, 30]);
    expect(windows.every(({ until }, at) => at === 0 || addDays(until, 1) === windows[at - 1]?.from)).toBe(true);
    expect(windows.length).toBeLessThan(20);
  });

  it('ask for several fields at once where all of them lack the days', () => {
    const wanted = { from: back(40), until: today };
    const window = nextWindow([
      { set: 'a:a', wanted, covered: [{ from: back(10), until: today }] },
      { set: 'b:b', wanted, covered: [] },
      { set: 'c:c', wanted, covered: [] },
    ]);
    expect(window).toEqual({ from: back(2), until: today, sets: ['b:b', 'c:c'] });
  });

  it('a day can be asked for again', () => {
    const covered = [{ from: back(10), until: today }];
    expect(withoutDay(covered, today)).toEqual([{ from: back(10), until: back(1) }]);
    expect(withoutDay(covered, back(5))).toEqual([
      { from: back(10), until: back(6) },
      { from: back(4), until: today },
    ]);
    expect(withDays(withoutDay(covered, back(5)), { from: back(5), until: back(5) })).toEqual(covered);
  });

  it('progress counts the days that are wanted', () => {
    const covered = [{ from: back(5), until: today }];
    expect(progressOf({ set: 'a:a', wanted: { from: back(9), until: back(1) }, covered })).toEqual({ done: 5, all: 9 });
  });
});
