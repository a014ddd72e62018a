// What other sites say of a paper that its own places contradict: shown under the site's name, and nowhere else. Pure.
import type { OtherWord } from '../paper/by-site.ts';
import { isArxivDoi, withoutVersion } from '../paper/identifiers.ts';
import { sameName } from '../paper/names/same-name.ts';
import type { Paper } from '../paper/schema.ts';
import { readerTitleKey } from '../paper/title-key.ts';
import { parseVenue } from '../paper/venue.ts';
import { venueKey } from './readings.ts';
import type { Dispute } from './schema.ts';

/** Maximum names of another author list that are compared, and that are printed. */
const MAX_COMPARED = 30;
const MAX_NAMES = 8;
/** Maximum disputes that are shown. */
const MAX_DISPUTES = 20;

/** A name that the paper's own list has not; a shorter list is a part of it. */
const namesOther = ({ authors }: Paper, names: readonly string[]): boolean =>
  authors.length > 0 &&
  names.slice(0, MAX_COMPARED).some((name) => !authors.some((author) => sameName(author.name, name)));

const printed = (names: readonly string[]): string =>
  names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? ' …' : '');

const ownDoi = ({ doi }: Paper): string | null => (doi === null || isArxivDoi(doi) ? null : doi.toLowerCase());
const ownArxiv = ({ arxivId }: Paper): string | null =>
  arxivId === null ? null : withoutVersion(arxivId.toLowerCase());

/** One title is the other's beginning: lists cut titles, and leave out what is behind the colon. */
const isPart = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= 15 && (one.startsWith(other) || other.startsWith(one)));

function saidOtherwise(paper: Paper, { site, paper: other }: OtherWord): Dispute[] {
  const found: Dispute[] = [];
  const say = (fact: Dispute['fact'], value: string): void => void found.push({ site, fact, value });
  const title = other.titles[0]?.value ?? '';
  if (title !== '' && !paper.titles.some(({ value }) => isPart(readerTitleKey(value), readerTitleKey(title))))
    say('title', title);
  const names = other.authors.map(({ name }) => name);
  if (namesOther(paper, names)) say('authors', printed(names));
  const year = other.years[0]?.value;
  if (year !== undefined && paper.years.length > 0 && !paper.years.some(({ value }) => value === year))
    say('year', String(year));
  const venue = other.venues[0]?.value;
  const key = (line: string): string => venueKey(line, paper.years[0]?.value ?? null);
  // Any paper may be a preprint somewhere, too.
  if (
    venue !== undefined &&
    parseVenue(venue).kind !== 'preprint' &&
    !paper.venues.some(({ value }) => key(value) === key(venue))
  )
    say('venue', venue);
  const [doi, otherDoi] = [ownDoi(paper), ownDoi(other)];
  if (doi !== null && otherDoi !== null && doi !== otherDoi) say('doi', other.doi ?? otherDoi);
  const [arxiv, otherArxiv] = [ownArxiv(paper), ownArxiv(other)];
  if (arxiv !== null && otherArxiv !== null && arxiv !== otherArxiv) say('arxiv', other.arxivId ?? otherArxiv);
  return found;
}

/** Of pages about the paper: lists and references shorten and misspell, and contradict nobody. */
export const disputesOf = (paper: Paper, others: readonly OtherWord[]): Dispute[] =>
  others.flatMap((other) => (other.role === 'about' ? saidOtherwise(paper, other) : [])).slice(0, MAX_DISPUTES);
