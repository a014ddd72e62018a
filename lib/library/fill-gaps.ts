// What a later reading of a paper's page adds to its entry: gaps are filled, nothing is overwritten. Pure.
import type { PageFact } from '../paper/page-fact.ts';
import { isUntitled } from '../paper/untitled.ts';
import { publicationFacts, type PublicationFact } from '../paper/publication.ts';
import { isOneVenue } from '../paper/venue.ts';
import { entryOf } from './entries.ts';
import type { Row } from './rows.ts';

/** Facts that a page may add. Titles are what a paper is known by, and stay as they were saved; but an
 *  identifier, or where it was printed, in a title's place gives way. */
const fillable = ['authors', 'year', 'venue', 'type', 'arxivId', 'doi', 'categories', 'code', 'links'] as const;
type Fillable = (typeof fillable)[number] | PublicationFact;

/** Volume and pages only of the venue that the entry has. */
const fillableBy = (entry: string | undefined, page: string | undefined): readonly Fillable[] =>
  page !== undefined && (entry === undefined || isOneVenue(entry, page))
    ? [...fillable, ...publicationFacts]
    : fillable;

/** The row with what it lacked; null where the page adds nothing. */
export function filled(row: Row, { record, abstract, pdf, site }: PageFact): Row | null {
  const entry = entryOf(row);
  if (entry === null) return null;
  const now = { ...entry.record };
  const from = { ...entry.from };
  const gainsTitle = isUntitled(now) && !isUntitled(record);
  if (gainsTitle) {
    now.title = record.title;
    from['title'] = [site];
  }
  for (const name of fillableBy(entry.record.venue, record.venue)) {
    if (now[name] !== undefined || record[name] === undefined) continue;
    Object.assign(now, { [name]: record[name] });
    // Each code link says itself who says so.
    if (name !== 'code') from[name] = [site];
  }
  const gained = {
    ...(entry.abstract === null && abstract !== null ? { abstract: { text: abstract, site } } : {}),
    ...(entry.pdf === null && pdf !== null ? { pdf } : {}),
  };
  if ('pdf' in gained) from['pdf'] = [site];
  const isSame =
    !gainsTitle && Object.keys(now).length === Object.keys(entry.record).length && Object.keys(gained).length === 0;
  return isSame ? null : { ...row, ...gained, record: now, from };
}
