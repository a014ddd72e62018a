// Whether a paper is cited as an article of a journal, as one of proceedings, or as neither: the same in all formats. Pure.
import type { PaperType } from '../../paper/schema.ts';
import { parseVenue } from '../../paper/venue.ts';

export type CitedKind = 'article' | 'inproceedings' | 'preprint' | 'other';

/** Where preprints are, besides the arXiv. */
const isServer = (name: string): boolean =>
  name.trim() === '' ||
  /rxiv\b|\b(?:pre-?prints?|e-?prints?|ssrn|research square|openreview|zenodo|hal|techrxiv|submitted|under review|in preparation)\b/i.test(
    name,
  );

/** @param venue the line as it is printed, '' where there is none */
export function entryKind(type: PaperType | null, venue: string): CitedKind {
  const { kind, name } = parseVenue(venue);
  if (venue === '' || kind === 'preprint' || isServer(name)) return type === 'preprint' ? 'preprint' : 'other';
  // A paper that has a preprint is published all the same where a venue is named.
  const isJournal = type === 'journal' || (type !== 'conference' && type !== 'workshop' && kind === 'journal');
  return isJournal || (type === 'preprint' && kind === 'other') ? 'article' : 'inproceedings';
}

/** What formats call it that have a word for what is not known; a journal or conference may go without a name there. */
export function publishedAs(type: PaperType | null, venue: string): 'journal' | 'conference' | 'preprint' | 'unknown' {
  const kind = entryKind(type, venue);
  if (kind === 'article') return 'journal';
  if (kind === 'preprint') return 'preprint';
  if (kind === 'inproceedings') return type === null && parseVenue(venue).kind === 'other' ? 'unknown' : 'conference';
  return type === 'journal' ? 'journal' : type === null ? 'unknown' : 'conference';
}
