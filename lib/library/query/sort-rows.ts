// A list in an order. Stable: rows that are equal stay as they were; those without a value are last either way. Pure.
import { surname } from '../../paper/names/family-name.ts';
import type { ListRow } from './list-row.ts';

export const sortKeys = ['saved', 'changed', 'read', 'title', 'author', 'venue', 'year', 'status'] as const;
export type SortKey = (typeof sortKeys)[number];
export type SortDirection = 'ascending' | 'descending';

/** In the order in which a paper has them; those that this version does not know come behind. */
const statuses = ['to-read', 'reading', 'read'];
export const statusPlace = (status: string): number => {
  const at = statuses.indexOf(status);
  return at < 0 ? statuses.length : at;
};

/** Compares titles and names as people do: without case and accents, numbers by their value, punctuation left out. */
export const textOrder = (locale?: string): Intl.Collator =>
  new Intl.Collator(locale, { sensitivity: 'base', numeric: true, ignorePunctuation: true });

/** "Ada B. van der Berg" is under "van der Berg". */
export const sortableName = (name: string): string => `${surname(name)} ${name}`;

const some = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text;
const finite = (value: number | null): number | null => (Number.isFinite(value) ? value : null);

function valueOf(row: ListRow, by: SortKey): string | number | null {
  switch (by) {
    case 'saved':
      return finite(row.addedAt);
    case 'changed':
      return finite(row.changedAt);
    case 'read':
      return finite(row.readAt);
    case 'title':
      return some(row.title);
    case 'author': {
      const name = some(row.authors[0]);
      return name === null ? null : sortableName(name);
    }
    case 'venue':
      return some(row.venue);
    case 'year':
      return finite(row.year);
    case 'status':
      return statusPlace(row.status);
  }
}

/** @param locale whose order of letters; absent is the browser's */
export function sortRows<T extends ListRow>(
  rows: readonly T[],
  by: SortKey,
  direction: SortDirection,
  locale?: string,
): T[] {
  const { compare } = textOrder(locale);
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, by) }));
  keyed.sort(({ value: one }, { value: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (
      sign * (typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other)))
    );
  });
  return keyed.map(({ row }) => row);
}
