// Entries are given what they lack by a page of their paper, where that page may say it: one of the site that the paper
// was saved from, or of the paper's own place.
import { fillEntry } from '../library/entries.ts';
import { filled } from '../library/fill-gaps.ts';
import type { Entry } from '../library/schema.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { factsOfRecord } from '../paper/paper-facts.ts';
import { isAnother } from '../paper/same-paper.ts';
import { sites } from '../sites/index.ts';
import { ownPlaces } from '../sites/publishers.ts';
import type { Stores } from './stores.ts';

/** Whether a page may add to an entry. */
function maySay({ site, record }: PageFact, entry: Entry): boolean {
  const places = new Set(ownPlaces(entry.record));
  const isTheirs = site === entry.site || sites.some(({ id, name }) => name === site && places.has(id));
  return isTheirs && !isAnother(factsOfRecord(record), factsOfRecord(entry.record));
}

/** Never throws: the entry has what was saved. */
export async function fillGaps({ library }: Stores, entry: Entry, fact: PageFact): Promise<void> {
  if (!maySay(fact, entry) || filled(entry, fact) === null) return;
  try {
    await fillEntry(library, entry.id, (row) => filled(row, fact));
  } catch (error) {
    console.warn('Byline: an entry of the reading list could not be completed', error);
  }
}
