// Papers of the reading list as CSL-JSON, which Zotero, Pandoc and citeproc read. Pure.
import { isArxivDoi } from '../../paper/identifiers.ts';
import { citeKeys } from './cite-keys.ts';
import { citedFacts, citedPaper, type CitedFacts, type ListedPaper } from './cited-paper.ts';
import { publishedAs } from './entry-kind.ts';
import { nameParts } from './name-parts.ts';

const types = {
  journal: 'article-journal',
  conference: 'paper-conference',
  preprint: 'article',
  unknown: 'article',
} as const;

type CslName = { literal: string } | { family: string; given: string; suffix?: string };

function cslName(name: string): CslName {
  const parts = nameParts(name);
  if (parts === null) return { literal: name };
  const { family, given, generation } = parts;
  return generation === '' ? { family, given } : { family, given, suffix: generation };
}

/** An arXiv id: where the paper is, or for one whose type is not known, for which that would say it is a preprint, in
 *  the line that Zotero writes. */
function archiveOf(arxivId: string, as: keyof typeof types): object {
  if (arxivId === '') return {};
  return as === 'unknown' ? { note: `arXiv:${arxivId}` } : { archive: 'arXiv', archive_location: arxivId };
}

function item(facts: CitedFacts, key: string): object {
  const as = publishedAs(facts.type, facts.venue);
  const isOwnDoi = as === 'preprint' || as === 'unknown' || !isArxivDoi(facts.doi);
  const texts: Readonly<Record<string, string>> = {
    title: facts.untitled ? '' : facts.title,
    'container-title': facts.venue,
    volume: facts.volume,
    issue: facts.issue,
    page: facts.pages,
    publisher: facts.publisher,
    genre: as === 'preprint' ? 'Preprint' : '',
    DOI: isOwnDoi ? facts.doi : '',
    URL: facts.links[0] ?? (facts.arxivId === '' ? '' : `https://arxiv.org/abs/${facts.arxivId}`),
    abstract: facts.abstract,
    keyword: facts.tags.map((tag) => tag.replaceAll(',', ' ')).join(', '),
    // Styles print `note`.
    annote: facts.note,
  };
  return {
    id: key,
    type: types[as],
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    // Also where nobody is known: what has a title alone is not recognised as a citation.
    author: facts.authors.map(cslName),
    ...(facts.year === null ? {} : { issued: { 'date-parts': [[facts.year]] } }),
    ...archiveOf(facts.arxivId, as),
  };
}

/** A list with an item a paper; `id` is its key in BibTeX. */
export function cslOfListed(listed: readonly ListedPaper[]): string {
  const keys = citeKeys(listed.map(citedPaper));
  return `${JSON.stringify(
    listed.map((one, at) => item(citedFacts(one), keys[at] ?? '')),
    null,
    2,
  )}\n`;
}
