// Where the reader wants it: how often they came back to the page of a paper on their list.
import { entryOf, fillEntry } from '../library/entries.ts';
import type { Entry } from '../library/schema.ts';
import { getSettings } from '../settings/store.ts';
import type { Stores } from './stores.ts';

/** Milliseconds within which a page that is loaded again is the same visit. */
export const ONE_VISIT_MS = 30 * 60_000;

/** Never throws: a visit that could not be counted is no reason for anything. */
export async function noteVisit({ library }: Stores, { id }: Entry, now: number): Promise<void> {
  try {
    if (!(await getSettings()).visits) return;
    await fillEntry(library, id, (row) => {
      const visits = entryOf(row)?.visits ?? null;
      if (visits !== null && now - visits.last < ONE_VISIT_MS) return null;
      return { ...row, visits: { count: (visits?.count ?? 0) + 1, last: now } };
    });
  } catch (error) {
    console.warn('Byline: a visit could not be counted', error);
  }
}
