import { describe, expect, it } from 'vitest';
import { inOrder, orderAfter, worksPerYear } from '../../../components/card/author/order.ts';

const works = [
  { title: 'beta', year: 2020 },
  { title: 'Alpha', year: 2023 },
  { title: '“Gamma”', year: null },
  { title: 'Éclair 10', year: 2020 },
  { title: 'Éclair 9', year: 2020 },
];
const titles = (order: Parameters<typeof inOrder>[1]): string[] => inOrder(works, order).map(({ title }) => title);

describe('an author’s works', () => {
  it.each([
    ['newest', ['Alpha', 'beta', 'Éclair 9', 'Éclair 10', '“Gamma”']],
    ['oldest', ['beta', 'Éclair 9', 'Éclair 10', 'Alpha', '“Gamma”']],
    ['a-z', ['Alpha', 'beta', 'Éclair 9', 'Éclair 10', '“Gamma”']],
    ['z-a', ['“Gamma”', 'Éclair 10', 'Éclair 9', 'beta', 'Alpha']],
  ] as const)('%s first', (order, expected) => expect(titles(order)).toEqual(expected));

  it('turn round at a second click on the same key', () => {
    expect([orderAfter('newest', 'year'), orderAfter('oldest', 'year')]).toEqual(['oldest', 'newest']);
    expect([orderAfter('newest', 'title'), orderAfter('a-z', 'title')]).toEqual(['a-z', 'z-a']);
    expect(orderAfter('z-a', 'year')).toBe('newest');
  });
});

describe('works per year', () => {
  it('shows the years without works between those with', () => {
    expect(worksPerYear([{ year: 2020 }, { year: 2022 }, { year: 2022 }, { year: null }])).toEqual([
      { year: 2020, works: 1 },
      { year: 2021, works: 0 },
      { year: 2022, works: 2 },
    ]);
  });
  it('is nothing without years', () => expect(worksPerYear([{ year: null }])).toEqual([]));
  it('is not stretched by one wrong year', () =>
    expect(worksPerYear([{ year: 1500 }, { year: 2024 }])).toHaveLength(40));
});
