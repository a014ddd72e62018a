// A person that a search found, in one or two lines: what tells them from others of the name. Pure.
import { namePerson } from '../paper/names/person-id.ts';
import { venueOf, yearOf, type Paper } from '../paper/schema.ts';
import { parseVenue } from '../paper/venue.ts';
import type { PersonRow } from './schema.ts';

/** Maximum colleagues and venues that a row names. */
const MAX_NAMED = 3;

/** The most frequent first; equal ones in their order. */
function commonest(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([text]) => text);
}

export interface FoundName {
  id: string;
  name: string;
  /** A work of theirs; null for somebody that packs know. */
  near: string | null;
  works: readonly Paper[];
  /** Those are all. */
  isAll: boolean;
  position: string | null;
  authorId: string | null;
}

export function personRow(found: FoundName): PersonRow {
  const { id, name, near, works, isAll, position, authorId } = found;
  const own = new Set([id, namePerson(name)]);
  const years = works.map(yearOf).filter((year) => year > 0);
  const venues = works.filter(({ venues: some }) => some.length > 0).map((paper) => parseVenue(venueOf(paper)));
  return {
    id,
    name,
    paper: near,
    works: isAll ? works.length : null,
    position,
    orcid: authorId?.startsWith('orcid:') === true ? authorId.slice('orcid:'.length) : null,
    with: commonest(
      works.flatMap(({ authors }) => authors.flatMap((author) => (own.has(author.person) ? [] : [author.name]))),
    ).slice(0, MAX_NAMED),
    venues: commonest(venues.map(({ acronym, name: line }) => acronym ?? line)).slice(0, MAX_NAMED),
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
  };
}
