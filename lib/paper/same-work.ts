// Whether what a page says and what a pack says are of one paper. Pure.
import type { PaperFacts } from './paper-facts.ts';
import type { PaperRecord } from './record.ts';
import { sameName } from './names/names.ts';
import { recordId } from './record-id.ts';
import { canonical } from '../text/tokens.ts';
import { nearYears } from './merge.ts';

/** Names read of each; collaborations have thousands. */
const namesRead = 30;

const bare = (arxivId: string): string => arxivId.toLowerCase().replace(/v\d+$/, '');
const isArxivDoi = (doi: string): boolean => doi.toLowerCase().startsWith('10.48550/');

/**
 * Two arXiv ids are two papers, whatever they are called; one id is one paper. Else one title, and an author in common
 * where both name any, in years close by: two papers of one title stay two.
 */
export function sameWork(said: PaperRecord, known: PaperFacts): boolean {
  if (said.arxivId !== undefined && known.arxivId !== null) return bare(said.arxivId) === bare(known.arxivId);
  if (said.doi !== undefined && known.doi !== null && said.doi.toLowerCase() === known.doi.toLowerCase()) return true;
  const titles = new Set([said.title, ...(said.otherTitles ?? [])].map(canonical));
  if (!known.titles.some((title) => titles.has(canonical(title)))) return false;
  if (said.year !== undefined && known.year !== undefined && Math.abs(said.year - known.year) > nearYears) return false;
  const isTwoDois = said.doi !== undefined && known.doi !== null && !isArxivDoi(said.doi) && !isArxivDoi(known.doi);
  return sharesAuthor(said.authors ?? [], known.authors, !isTwoDois);
}

/** The same as `sameWork` but for the title, which references misspell: where that was found to be nearly the same. */
export function sameBeside(said: PaperRecord, known: PaperFacts): boolean {
  const [title = said.title] = known.titles;
  return sameWork({ ...said, title }, known);
}

const wordsOf = (title: string): string[] =>
  title
    .split(/[^\p{L}\p{N}]+/u)
    .map(canonical)
    .filter((word) => word !== '');

/** At least half of the shorter title's words. */
function resemble(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  return few.filter((word) => many.includes(word)).length * 2 >= few.length;
}

/** Names and titles in two scripts have no letters in common, whoever is meant. */
const isLatin = (text: string): boolean => !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);

/** Another title and other people: two papers, whatever identifier both carry. */
export function isAnother(
  said: PaperRecord,
  known: { titles: readonly string[]; authors: readonly string[] },
): boolean {
  const { authors = [] } = said;
  const texts = [said.title, ...authors, ...known.titles, ...known.authors.slice(0, namesRead)];
  return (
    authors.length > 0 &&
    known.authors.length > 0 &&
    texts.every(isLatin) &&
    !known.titles.some((title) => resemble(said.title, title)) &&
    !sharesAuthor(authors, known.authors, false)
  );
}

/**
 * What a page says without the identifiers of a known paper that has another title and none of its authors: they came
 * there by mistake, of the page's tags or of who linked it.
 */
export function withoutOthersIds(said: PaperRecord, known: PaperFacts): PaperRecord {
  if (!isAnother(said, known)) return said;
  const { arxivId, doi, ...rest } = said;
  const isTheirs = (id: string | undefined, theirs: string | null): boolean =>
    id === undefined || (theirs !== null && bare(id) === bare(theirs));
  const left = {
    ...rest,
    ...(isTheirs(arxivId, known.arxivId) ? {} : { arxivId }),
    // A DOI beside the other's arXiv id is likely to be the other's, too.
    ...(isTheirs(doi, known.doi) || isTheirs(arxivId ?? '', known.arxivId) ? {} : { doi }),
  };
  return { ...left, id: recordId(left) };
}

function sharesAuthor(some: readonly string[], others: readonly string[], ifUnknown: boolean): boolean {
  if (some.length === 0 || others.length === 0) return ifUnknown;
  return some.slice(0, namesRead).some((one) => others.slice(0, namesRead).some((other) => sameName(one, other)));
}
