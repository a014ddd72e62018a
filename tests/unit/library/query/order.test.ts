import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupKeys, groupRows } from '../../../../lib/library/query/group-rows.ts';
import { sortKeys, sortRows, type SortDirection, type SortKey } from '../../../../lib/library/query/sort-rows.ts';
import { anyRow, row } from './rows.ts';

const rows = [
  row({
    id: 'a',
    title: 'Änderung',
    authors: ['Ludwig van Beethoven'],
    venue: 'ICML',
    year: 2020,
    status: 'read',
    readAt: 5,
  }),
  row({ id: 'b', title: '10 ways', authors: ['Ada Holm'], year: 2019, status: 'reading', addedAt: 9, changedAt: 1 }),
  row({ id: 'c', title: '“Zebra”', authors: [], venue: 'AAAI', status: 'skimmed', readAt: 7 }),
  row({ id: 'd', title: '2 ways', authors: ['Ångström Åberg'], year: 2020, status: 'to-read', addedAt: 9 }),
];
it.each<[SortKey, string, string]>([
  ['title', 'd b a c', 'c a b d'],
  // People without a name, papers without a venue are last both ways.
  ['author', 'd b a c', 'a b d c'],
  ['venue', 'c a b d', 'a c b d'],
  ['year', 'b a d c', 'a d b c'],
  ['status', 'd b a c', 'c a b d'],
  ['saved', 'a c b d', 'b d a c'],
  ['changed', 'a c d b', 'b a c d'],
  ['read', 'a c b d', 'c a b d'],
])('by %s', (by, up, down) => {
  const ids = (direction: SortDirection): string =>
    sortRows(rows, by, direction, 'en')
      .map(({ id }) => id)
      .join(' ');
  expect(ids('ascending')).toBe(up);
  expect(ids('descending')).toBe(down);
});

it('in any order no row is lost, and rows that are equal stay as they were', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow),
      fc.constantFrom(...sortKeys),
      fc.constantFrom<SortDirection>('ascending', 'descending'),
      (all, by, direction) => {
        const sorted = sortRows(all, by, direction);
        expect(new Set(sorted)).toEqual(new Set(all));
        expect(sorted).toHaveLength(all.length);
        expect(sortRows(sorted, by, direction)).toEqual(sorted);
        if (by !== 'status') return;
        const read = (of: readonly { status: string }[]) => of.filter(({ status }) => status === 'read');
        expect(read(sorted)).toEqual(read(all));
      },
    ),
  );
});

it.each([
  ['status', ['to-read: d', 'reading: b', 'read: a', 'skimmed: c']],
  ['year', ['2020: a d', '2019: b', 'null: c']],
  ['author', ['Ångström Åberg: d', 'Ada Holm: b', 'Ludwig van Beethoven: a', 'null: c']],
] as const)('groups by %s', (by, groups) => {
  const said = groupRows(rows, by, 'en').map(({ value, rows: of }) => `${value}: ${of.map(({ id }) => id).join(' ')}`);
  expect(said).toEqual(groups);
});

it('a row is once in each of its tags, rows without one are last', () => {
  const tagged = [
    row({ id: '1' }),
    row({ id: '2', tags: ['theory', 'ML'] }),
    row({ id: '3', tags: ['ml', 'ML', '★'] }),
  ];
  expect(groupRows(tagged, 'tag', 'en').map(({ value, rows: of }) => [value, of.map(({ id }) => id)])).toEqual([
    ['★', ['3']],
    ['ML', ['2', '3']],
    ['theory', ['2']],
    [null, ['1']],
  ]);
});

it('groups have each row, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.constantFrom(...groupKeys), (all, by) => {
      const groups = groupRows(all, by);
      expect(groups.every(({ rows: of }) => of.length > 0 && new Set(of).size === of.length)).toBe(true);
      expect(new Set(groups.flatMap(({ rows: of }) => of))).toEqual(new Set(all));
      expect(groups.findIndex(({ value }) => value === null)).toBeOneOf([-1, groups.length - 1]);
    }),
  );
});
