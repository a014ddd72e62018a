// What a reference says of a paper, in whatever style: plain texts, and names in their parts. Pure.
import { isArxivDoi } from '../../../paper/identifiers.ts';
import { plainText } from '../../../paper/plain-text.ts';
import { isCitedByPlace } from '../../../paper/untitled.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../../paper/schema.ts';
import { venueShort } from '../../../paper/venue.ts';
import { nameParts, type NameParts } from '../name-parts.ts';
import { printedVenue } from '../printed-venue.ts';
import { dashed } from './pages.ts';
import { plainTitle } from './plain-title.ts';

/** In its parts, or as it is: a group, a name that would be taken apart wrongly. */
export type CitedName = NameParts | string;

/** Texts are '' where nothing is known. */
export interface CitedWork {
  /** `document`: neither printed anywhere nor a preprint, as far as is known. */
  kind: 'journal' | 'conference' | 'preprint' | 'document';
  title: string;
  authors: readonly CitedName[];
  /** There are more authors than these. */
  moreAuthors: boolean;
  year: number | null;
  /** The journal or the proceedings. */
  container: string;
  volume: string;
  issue: string;
  /** "864-873" */
  pages: string;
  /** Of a preprint the archive. */
  publisher: string;
  /** A preprint's number in its archive: "arXiv:2103.00021". */
  number: string;
  doi: string;
  /** https, where it is read. */
  url: string;
}

export function citedWork(paper: Paper): CitedWork {
  const venue = printedVenue(paper);
  const arxiv = paper.arxivId ?? '';
  const year = yearOf(paper);
  const server = venue.kind === 'preprint' || venue.kind === 'other' ? plainText(venueOf(paper)) : '';
  const isPreprint = venue.kind === 'preprint' || (venue.kind === 'other' && (server !== '' || arxiv !== ''));
  const facts = {
    title: isCitedByPlace(paper) ? '' : plainTitle(titleOf(paper)),
    authors: paper.authors.map(({ name }) => nameParts(name) ?? name.trim()),
    moreAuthors: paper.moreAuthors === true,
    year: year > 0 ? year : null,
    url: arxiv === '' ? (paper.links[0] ?? '') : `https://arxiv.org/abs/${arxiv}`,
  };
  const nowhere = { container: '', volume: '', issue: '', pages: '' };
  if (isPreprint)
    return {
      ...facts,
      ...nowhere,
      kind: 'preprint',
      publisher: arxiv === '' ? venueShort(server, null) : 'arXiv',
      number: arxiv === '' ? '' : `arXiv:${arxiv}`,
      doi: paper.doi ?? '',
    };
  if (venue.kind === 'other')
    return { ...facts, ...nowhere, kind: 'document', publisher: venue.publisher, number: '', doi: paper.doi ?? '' };
  return {
    ...facts,
    kind: venue.kind === 'article' ? 'journal' : 'conference',
    container: venue.name,
    volume: dashed(venue.volume),
    issue: dashed(venue.issue),
    pages: venue.pages,
    publisher: venue.publisher,
    number: '',
    // arXiv's own DOI names the preprint.
    doi: paper.doi === null || isArxivDoi(paper.doi) ? '' : paper.doi,
  };
}
