// The four orders of an author's works, and their works per year. Pure.
import type { WorkRow } from '../../../lib/views/schema.ts';
import { language } from '../../../lib/i18n/i18n.ts';

export type Order = 'newest' | 'oldest' | 'a-z' | 'z-a';

/** A click on a sort key: the other direction of the one in use, else that key's usual one. */
export const orderAfter = (now: Order, by: 'year' | 'title'): Order =>
  by === 'year' ? (now === 'newest' ? 'oldest' : 'newest') : now === 'a-z' ? 'z-a' : 'a-z';

/** Works of one year are sorted by title; works without a year come last in both directions. */
export function inOrder<W extends Pick<WorkRow, 'title' | 'year'>>(works: readonly W[], order: Order): W[] {
  const collator = new Intl.Collator(language(), { numeric: true, sensitivity: 'base', ignorePunctuation: true });
  const byTitle = (a: W, b: W): number => collator.compare(a.title, b.title);
  const byYear = (a: W, b: W): number => {
    if (a.year === b.year) return byTitle(a, b);
    if (a.year === null || b.year === null) return a.year === null ? 1 : -1;
    return order === 'newest' ? b.year - a.year : a.year - b.year;
  };
  if (order === 'a-z') return works.toSorted(byTitle);
  if (order === 'z-a') return works.toSorted((a, b) => byTitle(b, a));
  return works.toSorted(byYear);
}

export interface YearCount {
  year: number;
  works: number;
}
/** Every year from the first to the last, also those without works; at most the last 40. */
export function worksPerYear(works: readonly Pick<WorkRow, 'year'>[]): YearCount[] {
  const counts = new Map<number, number>();
  for (const { year } of works) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  if (counts.size === 0) return [];
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - 39);
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    works: counts.get(first + at) ?? 0,
  }));
}
