import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, peopleOf, timelineOf, together, topicsOf, venuesOf } from '../../../../lib/views/explore/tallies.ts';
import { anyWork, work } from './works.ts';

describe('works over the years', () => {
  it('are drawn from the first to the last, and what has no place is counted', () => {
    const years = [2018, 2020, 2020, null, 2190].map((year) => work({ year }));
    expect(timelineOf(years, 2026)).toEqual({
      bars: [
        { year: 2018, works: 1 },
        { year: 2019, works: 0 },
        { year: 2020, works: 2 },
      ],
      earlier: 0,
      unlikely: 1,
      undated: 1,
    });
  });

  it('are drawn sixty years back, so that one old work does not flatten all others', () => {
    const { bars, earlier } = timelineOf([work({ year: 1687 }), work({ year: 2020 })], 2026);
    expect([bars.length, bars[0]?.year, earlier]).toEqual([60, 1961, 1]);
  });

  it('count every work once, whatever its year', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 30 }), (works) => {
        const { bars, earlier, unlikely, undated } = timelineOf(works, 2026);
        expect(bars.reduce((sum, bar) => sum + bar.works, 0) + earlier + unlikely + undated).toBe(works.length);
        expect(bars.length).toBeLessThanOrEqual(60);
        for (const n of courseOf(works, bars)) expect(n).toBeGreaterThanOrEqual(0);
        expect(courseOf(works, bars)).toEqual(bars.map((bar) => bar.works));
      }),
    );
  });
});

describe('who wrote with whom', () => {
  const works = [
    work({ by: [0, 1], year: 2019 }),
    work({ by: [0, 1, 2], year: null }),
    work({ by: [0, 2, 2], year: 2021 }),
    work({ by: [1, 2], year: 2022 }),
  ];

  it('counts a work once, says since when, and leaves out the author', () => {
    expect(peopleOf(works, 0)).toEqual([
      { key: 1, works: 3, since: 2019, until: 2022 },
      { key: 2, works: 3, since: 2021, until: 2022 },
    ]);
  });

  it('of any two', () => {
    expect(together(works, 1, 2).map(({ year }) => year)).toEqual([null, 2022]);
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 20 }), fc.nat(6), fc.nat(6), (some, one, other) => {
        expect(together(some, one, other)).toEqual(together(some, other, one));
        expect(together(some, one, one).length).toBe(peopleOf(some, -1).find(({ key }) => key === one)?.works ?? 0);
      }),
    );
  });
});

it('topics and venues are counted, the most frequent first', () => {
  const works = [
    work({ topics: ['a', 'b'], venue: 'ICLR 2019' }),
    work({ topics: ['b', 'b'], venue: 'ICLR 2020' }),
    work({ venue: 'TMLR' }),
  ];
  expect(topicsOf(works).map(({ key, works: n }) => [key, n])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(venuesOf(works).map(({ key, works: n }) => [key, n])).toEqual([
    ['ICLR', 2],
    ['TMLR', 1],
  ]);
});
