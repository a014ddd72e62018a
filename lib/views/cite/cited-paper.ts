// A paper as it is written into files of other programs: its facts in one line each, with what the reader added. Pure.
import { expand } from '../../paper/expand.ts';
import { plainText } from '../../paper/plain-text.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { isCitedByPlace } from '../../paper/untitled.ts';
import { titleOf, venueOf, yearOf, type Paper, type PaperType } from '../../paper/schema.ts';

/** A paper of the reading list. */
export interface ListedPaper {
  record: PaperRecord;
  abstract: string | null;
  tags: readonly string[];
  /** The reader's own, in Markdown. */
  note: string;
}

/** Texts are one line each, '' where nothing is known; `note` has its lines, in Markdown. */
export interface CitedFacts {
  id: string;
  title: string;
  /** The title is only where it was printed. */
  untitled: boolean;
  authors: readonly string[];
  moreAuthors: boolean;
  year: number | null;
  venue: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
  type: PaperType | null;
  arxivId: string;
  doi: string;
  links: readonly string[];
  code: string;
  abstract: string;
  tags: readonly string[];
  note: string;
}

const filled = (texts: readonly string[]): string[] => texts.map(plainText).filter((text) => text !== '');

/** A note's lines as they are, without signs that nobody sees and without empty lines at its end. */
const noteOf = (note: string): string =>
  note
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is removed
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
    .toWellFormed()
    .trimEnd();

/** The record as a paper with every text in one line. */
export function citedPaper({ record }: Pick<ListedPaper, 'record'>): Paper {
  const paper = expand(record, 'list');
  const claims = <T extends { value: string }>(all: readonly T[]): T[] =>
    all.map((claim) => ({ ...claim, value: plainText(claim.value) })).filter(({ value }) => value !== '');
  const titles = claims(paper.titles);
  return {
    ...paper,
    titles: titles.length === 0 ? paper.titles.map((claim) => ({ ...claim, value: paper.id })) : titles,
    authors: paper.authors
      .map((author) => ({ ...author, name: plainText(author.name) }))
      .filter(({ name }) => name !== ''),
    venues: claims(paper.venues),
    ...(paper.publication === undefined
      ? {}
      : {
          publication: Object.fromEntries(
            Object.entries(paper.publication).flatMap(([name, claim]) =>
              claim === undefined ? [] : claims([claim]).map((clean) => [name, clean] as const),
            ),
          ),
        }),
    arxivId: plainText(paper.arxivId) || null,
    doi: plainText(paper.doi) || null,
    categories: filled(paper.categories),
    links: filled(paper.links),
  };
}

export function citedFacts(listed: ListedPaper): CitedFacts {
  const paper = citedPaper(listed);
  const { publication = {} } = paper;
  const year = yearOf(paper);
  return {
    id: paper.id,
    title: titleOf(paper),
    untitled: isCitedByPlace(paper),
    authors: paper.authors.map(({ name }) => name),
    moreAuthors: paper.moreAuthors === true,
    year: year > 0 ? year : null,
    venue: venueOf(paper),
    volume: publication.volume?.value ?? '',
    issue: publication.issue?.value ?? '',
    pages: publication.pages?.value ?? '',
    publisher: publication.publisher?.value ?? '',
    type: paper.type,
    arxivId: paper.arxivId ?? '',
    doi: paper.doi ?? '',
    links: paper.links,
    code: paper.code.find(({ official }) => official !== false)?.url ?? '',
    abstract: plainText(listed.abstract),
    tags: filled(listed.tags),
    note: noteOf(listed.note),
  };
}
