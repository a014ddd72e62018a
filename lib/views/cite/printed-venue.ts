// Where a paper was printed, in the words of a reference: the same in BibTeX and in citation styles. Pure.
import { venueOf, type Paper } from '../../paper/schema.ts';
import { parseVenue, type Venue } from '../../paper/venue.ts';
import { entryKind, type CitedKind } from './entry-kind.ts';

export interface PrintedVenue {
  kind: CitedKind;
  /** The journal or the proceedings; '' for what is neither. */
  name: string;
  /** '' where nothing is known, as for all below. */
  series: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
}

/** Their findings are one series: "Findings of the Association for Computational Linguistics: EMNLP 2022". */
const acl = new Set(['ACL', 'EMNLP', 'NAACL', 'EACL', 'AACL']);

const findingsOf = ({ acronym, name, year }: Venue): string =>
  acronym !== null && acl.has(acronym)
    ? `Findings of the Association for Computational Linguistics: ${acronym}${year === null ? '' : ` ${year}`}`
    : `Findings of ${acronym ?? name}`;

/** The proceedings' name. A workshop's own name says more than the conference that it was held at. */
function proceedings({ type }: Paper, line: string, venue: Venue): string {
  if (type === 'workshop')
    return line
      .trim()
      .replace(/\([^()]*\)$/, '')
      .trimEnd();
  if (venue.findings) return findingsOf(venue);
  return venue.acronym === null || venue.name.includes(venue.acronym) ? venue.name : `${venue.name} (${venue.acronym})`;
}

export function printedVenue(paper: Paper): PrintedVenue {
  const line = venueOf(paper);
  const venue = parseVenue(line);
  const kind = entryKind(paper.type, line);
  const { volume, issue, pages, publisher } = paper.publication ?? {};
  return {
    kind,
    name: kind === 'article' ? venue.name : kind === 'inproceedings' ? proceedings(paper, line, venue) : '',
    series: kind === 'inproceedings' && /\bPMLR\b/.test(line) ? 'Proceedings of Machine Learning Research' : '',
    volume: volume?.value ?? venue.volume ?? '',
    issue: issue?.value ?? '',
    pages: pages?.value ?? venue.pages ?? '',
    publisher: publisher?.value ?? '',
  };
}
