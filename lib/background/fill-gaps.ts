// Entries are given what they lack by a page of their paper, where that page may say it: one of the paper's own place, or
// where that is not known of the site that the paper was saved from.
import { fillEntry } from '../library/entries.ts';
import { filled } from '../library/fill-gaps.ts';
import type { Entry } from '../library/schema.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { factsOfRecord } from '../paper/paper-facts.ts';
import { isAnother } from '../paper/same-paper.ts';
import { isOwnPlace } from '../paper/by-site.ts';
import { ownPlaces } from '../sites/publishers.ts';
import type { Stores } from './stores.ts';

/** What a page may add to an entry; null where it may not. Code is official by the paper's own place alone. */
function addedTo(entry: Entry, fact: PageFact): PageFact | null {
  const { site, record } = fact;
  if (isAnother(factsOfRecord(record), factsOfRecord(entry.record))) return null;
  if (isOwnPlace({ site, role: 'about' }, entry.record)) return fact;
  if (site !== entry.site || ownPlaces(entry.record).length > 0) return null;
  const code = record.code?.map((link) => {
    const { official: _, ...rest } = link;
    return rest;
  });
  return { ...fact, record: code === undefined ? record : { ...record, code } };
}

/** Never throws: the entry has what was saved. */
export async function fillGaps({ library }: Stores, entry: Entry, fact: PageFact): Promise<void> {
  const added = addedTo(entry, fact);
  if (added === null || filled(entry, added) === null) return;
  try {
    await fillEntry(library, entry.id, (row) => filled(row, added));
  } catch (error) {
    console.warn('Byline: an entry of the reading list could not be completed', error);
  }
}
