// A list in groups, the rows of each in the order they were given. Pure.
import { foldText } from './fold-text.ts';
import type { ListRow } from './list-row.ts';
import { sortableName, statusPlace, textOrder } from './sort-rows.ts';

export const groupKeys = ['status', 'tag', 'year', 'author'] as const;
export type GroupKey = (typeof groupKeys)[number];

export interface RowGroup<T> {
  /** As rows have it: a status, a tag, a year, a name. Null: those that have none, always last. */
  value: string | null;
  rows: T[];
}

function valuesOf(row: ListRow, by: GroupKey): readonly string[] {
  switch (by) {
    case 'status':
      return [row.status];
    case 'tag':
      return row.tags;
    case 'year':
      return row.year === null ? [] : [String(row.year)];
    case 'author':
      return row.authors.slice(0, 1);
  }
}

/** Statuses in their order, years from the newest, tags and people (by their family names) by the alphabet. A row is in
 *  the group of each of its tags; two spellings that differ by case or accents are one tag. */
export function groupRows<T extends ListRow>(rows: readonly T[], by: GroupKey, locale?: string): RowGroup<T>[] {
  const groups = new Map<string, { value: string; rows: T[] }>();
  const none: T[] = [];
  for (const row of rows) {
    const values = valuesOf(row, by).filter((value) => value.trim() !== '');
    if (values.length === 0) none.push(row);
    // The folded form of a sign alone may be empty.
    const byForm = new Map(values.map((value) => [foldText(value) || value, value]));
    for (const [form, value] of byForm) {
      const group = groups.get(form) ?? { value, rows: [] };
      group.rows.push(row);
      groups.set(form, group);
    }
  }
  const { compare } = textOrder(locale);
  const order = (one: string, other: string): number => {
    if (by === 'status') return statusPlace(one) - statusPlace(other) || compare(one, other);
    return by === 'year' ? Number(other) - Number(one) : compare(one, other);
  };
  const sorted: RowGroup<T>[] = [...groups.values()]
    .map((group) => ({ group, key: by === 'author' ? sortableName(group.value) : group.value }))
    .toSorted((one, other) => order(one.key, other.key))
    .map(({ group }) => group);
  return none.length === 0 ? sorted : [...sorted, { value: null, rows: none }];
}
