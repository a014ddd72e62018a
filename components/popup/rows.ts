// Which of a page's rows the popup shows, and where an arrow key leads. Plain functions of plain data.
import type { WorkRow } from '../../lib/views/schema.ts';

/** Rows shown at first: as many as leave the reading list in sight. */
export const FIRST_ROWS = 6;
/** Rows added by each "more": a page may mention ten thousand papers. */
export const PAGE_OF_ROWS = 50;

export interface ShownRows {
  rows: readonly WorkRow[];
  /** All rows of the page, and those with code. */
  total: number;
  withCode: number;
  /** Rows that "more" would still add. */
  hidden: number;
}

/** All rows, or those with code, unless none has any. */
export function chosenRows(all: readonly WorkRow[], onlyCode: boolean): readonly WorkRow[] {
  const coded = onlyCode ? all.filter((row) => row.hasCode) : [];
  return coded.length > 0 ? coded : all;
}

/** The rows to show at first and after each "more". */
export function shownRows(all: readonly WorkRow[], onlyCode: boolean, limit: number): ShownRows {
  const chosen = chosenRows(all, onlyCode);
  return {
    rows: chosen.slice(0, limit),
    total: all.length,
    withCode: all.filter((row) => row.hasCode).length,
    hidden: Math.max(0, chosen.length - limit),
  };
}

/** Where an arrow leads in a list of `count` rows; -1 is the search field above the first. Null: not ours. */
export function rowAfter(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, -1);
    case 'Home':
      return current < 0 ? null : 0;
    case 'End':
      return current < 0 ? null : count - 1;
    default:
      return null;
  }
}
