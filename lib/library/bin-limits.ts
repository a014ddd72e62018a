// How long papers that were taken off the list are kept, and how many.
import type { Library } from './library.ts';

const DAY = 86_400_000;
/** Days until a paper in the bin is forgotten. */
export const BIN_DAYS = 30;
/** Maximum papers in the bin; the oldest are forgotten first. */
export const MAX_BINNED = 20_000;

/** Ids of those in the bin whose time is over, and of the oldest where `more` do not fit in. */
export async function dueInBin(library: Library, now: number, more: number): Promise<string[]> {
  const removed = await library.table('removedWorks');
  const due = await removed
    .where('removedAt')
    .below(now - BIN_DAYS * DAY)
    .primaryKeys();
  const surplus = (await removed.count()) + more - MAX_BINNED;
  return surplus <= due.length ? due : removed.orderBy('removedAt').limit(surplus).primaryKeys();
}
