// When a listing has a paper, and under which category. Pure.
import type { Paper } from './schema.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as a listing prints it ("Jun 14, 2022"), or as an ISO date, as an ISO date; null for all else. */
export function isoDay(printed: string): string | null {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(printed) ?? [];
  const [, name = '', day = '', year = ''] = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}), (\d{4})$/.exec(printed.trim()) ?? [];
  const month = String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0');
  const text = iso ?? `${year}-${month}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : text;
}

export interface ListedOn {
  category: string;
  /** ISO date. */
  on: string;
}

/** By the listing that had it first; null where none has it, or none with a day. */
export function listedOf({ listings }: Pick<Paper, 'listings'>): ListedOn | null {
  const dated = listings.flatMap(({ category, date }) => {
    const on = isoDay(date);
    return on === null ? [] : [{ category, on }];
  });
  return dated.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))[0] ?? null;
}

/** A paper's categories with those of listings; "LG" is not told beside "cs.LG". */
export function allCategories({ categories, listings }: Pick<Paper, 'categories' | 'listings'>): string[] {
  const more = listings.map(({ category }) => category).filter((one) => one !== '');
  const isTold = (one: string): boolean => categories.some((known) => known === one || known.endsWith(`.${one}`));
  return [...new Set([...categories, ...more.filter((one) => !isTold(one))])];
}
