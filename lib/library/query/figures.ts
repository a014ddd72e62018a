// What a reading list amounts to: saved and read by month, and the authors, venues and topics that come up most. Pure.
import { nameKey } from '../../paper/names/name-key.ts';
import type { ListRow } from './list-row.ts';

/** Months shown, this one the last. */
export const MONTHS = 12;
/** Maximum lines of each list. */
const MAX_LINES = 8;
/** Maximum authors of one paper that count: a collaboration of thousands says nothing of a reader. */
const MAX_AUTHORS = 30;

export interface MonthFigures {
  /** Milliseconds since 1970 at its first moment, in the reader's time zone. */
  start: number;
  saved: number;
  read: number;
}
export interface NamedFigure {
  name: string;
  papers: number;
}
export interface ListFigures {
  papers: number;
  read: number;
  /** Of papers saved in these months that were read: days from one to the other, the middle one. Null: none. */
  daysToRead: number | null;
  months: MonthFigures[];
  authors: NamedFigure[];
  venues: NamedFigure[];
  topics: NamedFigure[];
}

const DAY = 86_400_000;

function most(of: Iterable<readonly [string, string]>): NamedFigure[] {
  const counts = new Map<string, NamedFigure>();
  for (const [key, name] of of) {
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { name, papers: 1 });
    else known.papers += 1;
  }
  return [...counts.values()]
    .filter(({ papers }) => papers > 1)
    .toSorted((a, b) => b.papers - a.papers || a.name.localeCompare(b.name))
    .slice(0, MAX_LINES);
}

function monthsBefore(now: number): MonthFigures[] {
  const today = new Date(now);
  return Array.from({ length: MONTHS }, (_, at) => ({
    start: new Date(today.getFullYear(), today.getMonth() - (MONTHS - 1 - at), 1).getTime(),
    saved: 0,
    read: 0,
  }));
}

/** @param now milliseconds since 1970 */
export function listFigures(rows: readonly (ListRow & { topics: readonly string[] })[], now: number): ListFigures {
  const months = monthsBefore(now);
  const monthOf = (time: number): MonthFigures | undefined => months.findLast(({ start }) => start <= time);
  const days: number[] = [];
  for (const { addedAt, readAt } of rows) {
    const saved = monthOf(addedAt);
    if (saved !== undefined) saved.saved += 1;
    if (readAt === null) continue;
    const read = monthOf(readAt);
    if (read !== undefined) read.read += 1;
    if (readAt >= addedAt) days.push((readAt - addedAt) / DAY);
  }
  const sorted = days.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return {
    papers: rows.length,
    read: rows.filter(({ readAt }) => readAt !== null).length,
    daysToRead: middle === undefined ? null : Math.round(middle),
    months,
    authors: most(
      rows.flatMap(({ authors }) => {
        const names = new Map(authors.slice(0, MAX_AUTHORS).map((name) => [nameKey(name), name] as const));
        names.delete('');
        return [...names];
      }),
    ),
    venues: most(
      rows.flatMap(({ venue }) => (venue === null ? [] : [[series(venue).toLowerCase(), series(venue)] as const])),
    ),
    topics: most(
      rows.flatMap(({ topics }) => [...new Map(topics.map((topic) => [topic.toLowerCase(), topic] as const))]),
    ),
  };
}

/** "ICML 2020, PMLR 119:864-873" is one of "ICML". */
const series = (venue: string): string => {
  const [name = ''] = venue.split(/,|\b(?:19|20)\d\d\b|\bvol(?:ume|\.)|\(/iu);
  return name.trim() === '' ? venue : name.trim();
};
