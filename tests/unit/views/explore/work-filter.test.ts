import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExploreWork } from '../../../../lib/views/explore/schema.ts';
import {
  allWorks,
  isFiltered,
  passes,
  shownWorks,
  venueName,
  type WorkFilter,
} from '../../../../lib/views/explore/work-filter.ts';
import { anyWork, work } from './works.ts';

const anyFilter: fc.Arbitrary<WorkFilter> = fc.record({
  years: fc.option(
    fc.tuple(fc.integer({ min: 1500, max: 2200 }), fc.nat(40)).map(([from, more]) => [from, from + more] as const),
  ),
  venue: fc.option(fc.constantFrom('ICLR', 'NeurIPS')),
  topic: fc.option(fc.constantFrom('x', 'y')),
  category: fc.option(fc.constant('cs.LG')),
  listed: fc.option(fc.constantFrom(['2022-01-01', ''] as const, ['', '2022-12-31'] as const)),
  source: fc.option(fc.constantFrom('a', 'b')),
  people: fc.uniqueArray(fc.nat(6), { maxLength: 2 }),
  place: fc.option(fc.constantFrom('first', 'last')),
  code: fc.boolean(),
  unread: fc.boolean(),
});

const on = (day: string) => ({ category: 'LG', on: day });

describe('a filter of works', () => {
  it.each<[string, Partial<ExploreWork>, Partial<WorkFilter>, boolean]>([
    ['within the years', { year: 2020 }, { years: [2019, 2020] }, true],
    ['outside of the years', { year: 2021 }, { years: [2019, 2020] }, false],
    ['without a year, where years are chosen', { year: null }, { years: [1900, 2100] }, false],
    ['of the venue in any year', { venue: 'ICLR 2021' }, { venue: 'ICLR' }, true],
    ['of the venue’s workshop', { venue: 'ICLR 2021 workshop' }, { venue: 'ICLR' }, false],
    ['being read is not read yet', { status: 'reading' }, { unread: true }, true],
    ['listed on the last day', { listed: on('2022-06-14') }, { listed: ['2022-06-01', '2022-06-14'] }, true],
    ['listed a day later', { listed: on('2022-06-15') }, { listed: ['', '2022-06-14'] }, false],
    ['listed since', { listed: on('2022-06-15') }, { listed: ['2022-06-15', ''] }, true],
    ['listed nowhere', {}, { listed: ['2022-06-15', ''] }, false],
    ['read', { status: 'read' }, { unread: true }, false],
    ['by both', { by: [0, 1, 2] }, { people: [1, 2] }, true],
    ['by one of them', { by: [0, 1] }, { people: [1, 2] }, false],
    ['first', { by: [0, 1] }, { place: 'first' }, true],
    ['last', { by: [1, 0] }, { place: 'last' }, true],
    ['at the end of a byline that is cut', { by: [1, 0], moreAuthors: true }, { place: 'last' }, false],
    ['alone is both', { by: [0] }, { place: 'last' }, true],
  ])('%s', (_, facts, filter, shown) => {
    expect(passes(work(facts), { ...allWorks, ...filter }, 0)).toBe(shown);
  });

  it('only ever takes away, keeps the order, and one that is not set takes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyWork, { maxLength: 20 }),
        anyFilter,
        fc.integer({ min: -1, max: 6 }),
        (works, filter, self) => {
          const shown = shownWorks(works, filter, self);
          expect(works.filter((one) => shown.includes(one))).toEqual(shown);
          expect(shownWorks(works, allWorks, self)).toEqual(works);
          if (!isFiltered(filter)) expect(shown).toEqual(works);
          // What is chosen besides shows fewer.
          expect(shownWorks(shown, { ...filter, code: true }, self).every((one) => one.hasCode)).toBe(true);
        },
      ),
    );
  });

  it('names venues without their years', () => {
    expect(['ICLR 2020', 'NeurIPS', '2020', ' ', null].map((venue) => venueName({ venue }))).toEqual([
      'ICLR',
      'NeurIPS',
      null,
      null,
      null,
    ]);
  });
});
