// The day and category under which a listing has a paper.
import { expect, it } from 'vitest';
import { allCategories, isoDay, listedOf } from '../../../lib/paper/listed.ts';

it.each([
  ['Jun 14, 2022', '2022-06-14'],
  ['June 4, 2022', '2022-06-04'],
  ['2022-06-14', '2022-06-14'],
  ['2022-06-14T10:00:00Z', '2022-06-14'],
  ['Feb 30, 2022', null],
  ['Foo 3, 2022', null],
  ['2022', null],
  ['', null],
])('“%s” is %s', (printed, day) => {
  expect(isoDay(printed)).toBe(day);
});

const listing = (category: string, date: string) => ({ source: 'a', category, date, codeFlag: false });

it('is of the listing that had it first; what prints no day is none', () => {
  const listings = [listing('LG', 'soon'), listing('CL', 'Jan 2, 2023'), listing('LG', 'Dec 31, 2022')];
  expect(listedOf({ listings })).toEqual({ category: 'LG', on: '2022-12-31' });
  expect(listedOf({ listings: listings.slice(0, 1) })).toBeNull();
});

it('a listing’s category is told where the paper’s own do not tell it', () => {
  expect(allCategories({ categories: ['cs.LG'], listings: [listing('LG', ''), listing('AI', '')] })).toEqual([
    'cs.LG',
    'AI',
  ]);
});
