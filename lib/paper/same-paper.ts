// Whether two things that were said of papers are said of one paper. How sure that must be depends on where they come
// from, so there are several rules; tests/unit/paper/same-paper.test.ts shows what each says of the same pairs.
//
//   sameInPacks          records of packs: any key in common; else one title, years close by, and an author in common
//   sameByTitle          of them, those without a key in common
//   sameAsSaid           a page's word beside a pack's record: pages shorten names and leave out authors
//   sameAsCited          a reference whose title was found to be a record's, though it spells it otherwise
//   isAnother            a page's word beside a record with the same identifier: certainly not that paper
//   sameReading          one page read twice, with and without what a navigation may have left behind
//   identifiersAgree     identifiers of one page's sources: a DOI cut from an address may have more behind it
//   identifiersContradict   the opposite; identifiers of two kinds do neither
import { isArxivDoi, withoutVersion, type Identifiers } from './identifiers.ts';
import { arxivKey, doiKey, paperKeys } from './keys.ts';
import { authorKey } from './names/name-key.ts';
import { sameName } from './names/same-name.ts';
import { factsOfPaper, factsOfRecord, type PaperFacts } from './paper-facts.ts';
import { recordId } from './record-id.ts';
import type { PaperRecord } from './record.ts';
import type { Paper } from './schema.ts';
import { titlesResemble } from './same-title.ts';
import { canonical } from '../text/tokens.ts';

/** Maximum years between a preprint and its journal version. */
const MAX_YEARS_APART = 2;
/** Maximum names compared of each side: collaborations have thousands. */
const MAX_NAMES = 30;

type Titled = Pick<PaperFacts, 'titles'>;
type Named = Pick<PaperFacts, 'titles' | 'authors'>;

function shareTitle(one: Titled, other: Titled): boolean {
  const titles = new Set(one.titles.map(canonical));
  return other.titles.some((title) => titles.has(canonical(title)));
}

const yearsFit = (one: PaperFacts, other: PaperFacts): boolean =>
  one.year === undefined || other.year === undefined || Math.abs(one.year - other.year) <= MAX_YEARS_APART;

/** An author whose names can be one person's: initials count. */
function shareAuthor(some: readonly string[], others: readonly string[], ifUnknown: boolean): boolean {
  if (some.length === 0 || others.length === 0) return ifUnknown;
  return some.slice(0, MAX_NAMES).some((one) => others.slice(0, MAX_NAMES).some((other) => sameName(one, other)));
}

/** An author whose name is written the same way: dumps write names in full. */
function shareAuthorKey(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(authorKey));
  return others.map(authorKey).some((key) => key !== '' && keys.has(key));
}

/** One title, years close by, an author in common; two arXiv ids are two papers, even under one title. */
export const sameByTitle = (one: PaperFacts, other: PaperFacts): boolean =>
  (one.arxivId === null || other.arxivId === null) &&
  yearsFit(one, other) &&
  shareTitle(one, other) &&
  shareAuthorKey(one.authors, other.authors);

/** Whether two records of packs are of one paper. */
export function sameInPacks(one: PaperFacts, other: PaperFacts): boolean {
  const keys = new Set(paperKeys(one));
  return paperKeys(other).some((key) => keys.has(key)) || sameByTitle(one, other);
}

/** Groups of records that are one paper each, by `sameInPacks` and what follows from it; the order of groups and
 *  inside them is the order given. */
export function groupPapers<T extends { paper: Paper }>(records: readonly T[]): T[][] {
  const groupOf = records.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (groupOf[top] !== top) top = groupOf[top] ?? top;
    return top;
  };
  const unite = (one: number, other: number): void => {
    const [first, second] = [root(one), root(other)];
    groupOf[Math.max(first, second)] = Math.min(first, second);
  };
  const facts = records.map(({ paper }) => factsOfPaper(paper));
  const byKey = new Map<string, number>();
  const byTitle = new Map<string, number[]>();
  for (const [at, paper] of facts.entries()) {
    for (const key of paperKeys(paper)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, at);
      else unite(known, at);
    }
    for (const title of new Set(paper.titles.map(canonical))) {
      const known = byTitle.get(title) ?? [];
      for (const other of known) {
        const before = facts[other];
        if (root(other) !== root(at) && before !== undefined && sameByTitle(before, paper)) unite(other, at);
      }
      byTitle.set(title, [...known, at]);
    }
  }
  const groups = new Map<number, T[]>();
  for (const [at, record] of records.entries()) {
    const group = groups.get(root(at));
    if (group === undefined) groups.set(root(at), [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/**
 * Whether what a page says and what a pack says are of one paper. Two arXiv ids are two papers, one id is one paper.
 * Else one title in years close by, and an author in common where both name any; without names two DOIs are two papers.
 */
export function sameAsSaid(said: PaperFacts, known: PaperFacts): boolean {
  if (said.arxivId !== null && known.arxivId !== null) return arxivKey(said.arxivId) === arxivKey(known.arxivId);
  if (said.doi !== null && known.doi !== null && doiKey(said.doi) === doiKey(known.doi)) return true;
  if (!shareTitle(said, known) || !yearsFit(said, known)) return false;
  const isTwoDois = said.doi !== null && known.doi !== null && !isArxivDoi(said.doi) && !isArxivDoi(known.doi);
  return shareAuthor(said.authors, known.authors, !isTwoDois);
}

/** The same for titles already found to be nearly the same: references misspell them. */
export const sameAsCited = (said: PaperFacts, known: PaperFacts): boolean =>
  sameAsSaid({ ...said, titles: known.titles }, known);

/** Names and titles in two scripts have no letters in common, even where they are of one paper. */
const isLatin = (text: string): boolean => !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);

/** Another title and other people: two papers, even if one identifier was given to both. */
export function isAnother(said: Named, known: Named): boolean {
  const texts = [said, known].flatMap(({ titles, authors }) => [...titles, ...authors.slice(0, MAX_NAMES)]);
  return (
    said.authors.length > 0 &&
    known.authors.length > 0 &&
    texts.every(isLatin) &&
    !said.titles.some((one) => known.titles.some((other) => titlesResemble(one, other))) &&
    !shareAuthor(said.authors, known.authors, false)
  );
}

/**
 * What a page says without the identifiers of a known paper that has another title and none of its authors: they got
 * there by mistake, in the page's tags or in a link.
 */
export function withoutOthersIds(said: PaperRecord, known: PaperFacts): PaperRecord {
  if (!isAnother(factsOfRecord(said), known)) return said;
  const { arxivId, doi, ...rest } = said;
  const bare = (id: string): string => withoutVersion(id.toLowerCase());
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

/** Whether two readings of one page are of one paper: by its title, or by an identifier. */
export const sameReading = (one: PaperFacts, other: PaperFacts): boolean =>
  shareTitle(one, other) || (one.id === other.id && !one.id.startsWith('title:'));

/** One DOI is the other with something behind it ("…/btz682/5570983"). */
const extend = (one: string, other: string): boolean =>
  one === other || (one.startsWith(other) && /^[/.v?]/.test(one.slice(other.length)));

/** Both name one paper by one kind of identifier. */
export const identifiersAgree = (one: Identifiers, other: Identifiers): boolean =>
  (one.arxiv !== null && one.arxiv === other.arxiv) ||
  one.dois.some((a) => other.dois.some((b) => extend(a, b) || extend(b, a)));

/** Both have an identifier of one kind, and these differ; a preprint's id and a journal's DOI do not contradict. */
export const identifiersContradict = (one: Identifiers, other: Identifiers): boolean =>
  !identifiersAgree(one, other) &&
  ((one.arxiv !== null && other.arxiv !== null) || (one.dois.length > 0 && other.dois.length > 0));
