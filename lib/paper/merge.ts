// One paper of several records of it; which records those are is `same-paper.ts`. Pure.
import { codeAddressKey } from './code-address.ts';
import { MAX_OTHER_IDS, MAX_TOPICS } from './keys.ts';
import { authorKey } from './names/name-key.ts';
import { publicationFacts, type PublicationFact } from './publication.ts';
import type { PaperRecord } from './record.ts';
import type { CodeLink, NamesClaim, Paper } from './schema.ts';
import { realTitles } from './untitled.ts';
import { isOneVenue } from './venue.ts';

const union = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])];

function mergeClaims<C extends { value: unknown; sources: string[] }>(one: readonly C[], other: readonly C[]): C[] {
  const claims = new Map(one.map((claim) => [claim.value, claim]));
  for (const claim of other) {
    const known = claims.get(claim.value);
    claims.set(claim.value, known === undefined ? claim : { ...known, sources: union(known.sources, claim.sources) });
  }
  return [...claims.values()];
}

/** Links of both, each repository once; what the first says of one counts. */
export function mergeCode(one: readonly CodeLink[], other: readonly CodeLink[]): CodeLink[] {
  const links = new Map<string, CodeLink>();
  for (const link of [...one, ...other]) {
    const address = codeAddressKey(link.url);
    const known = links.get(address);
    links.set(
      address,
      known === undefined
        ? link
        : { ...known, saidBy: union(known.saidBy, link.saidBy), official: known.official ?? link.official },
    );
  }
  return [...links.values()];
}

/** What another pack prints as the authors, where that differs in substance. */
function otherAuthors(one: Paper, other: Paper): NamesClaim[] {
  const keys = (paper: Paper): string => paper.authors.map(({ name }) => authorKey(name)).join('|');
  if (one.authors.length === 0 || other.authors.length === 0 || keys(one) === keys(other)) return [];
  return [{ value: other.authors.map(({ name }) => name), sources: other.sources, certainty: 'stated' }];
}

/** The byline, and whether it is cut. */
const authorsOf = ({ authors, moreAuthors }: Paper): Pick<Paper, 'authors' | 'moreAuthors'> =>
  moreAuthors === undefined ? { authors } : { authors, moreAuthors };

/** A preprint because it is on arXiv, and nothing else is known. */
const onlyOnArxiv = ({ type, venues }: Paper): boolean => type === 'preprint' && venues.length === 0;

/** The first that says; a preprint by its id alone is none any more where the other knows a venue. */
function mergeType(one: Paper, other: Paper): Paper['type'] {
  if (onlyOnArxiv(one)) return other.type ?? (other.venues.length > 0 ? null : one.type);
  if (one.type === null && one.venues.length > 0 && onlyOnArxiv(other)) return null;
  return one.type ?? other.type;
}

/** Volume, issue, pages and publisher of the first one's venue; what another says of another venue's does not count. */
function mergePublication(one: Paper, other: Paper): Pick<Paper, 'publication'> {
  const [mine, theirs] = [one.venues[0]?.value, other.venues[0]?.value];
  const isOne = mine === undefined || (theirs !== undefined && isOneVenue(mine, theirs));
  if (!isOne || other.publication === undefined)
    return one.publication === undefined ? {} : { publication: one.publication };
  const publication: Paper['publication'] = { ...other.publication, ...one.publication };
  for (const name of publicationFacts) {
    const [known, said] = [one.publication?.[name], other.publication[name]];
    if (known !== undefined && known.value === said?.value)
      publication[name] = { ...known, sources: union(known.sources, said.sources) };
  }
  return { publication };
}

function mergeTwo(one: Paper, other: Paper): Paper {
  return {
    ...one,
    titles: realTitles(mergeClaims(one.titles, other.titles), [one, other]),
    ...(one.authors.length > 0 ? authorsOf(one) : authorsOf(other)),
    authorReadings: [...one.authorReadings, ...other.authorReadings, ...otherAuthors(one, other)],
    years: mergeClaims(one.years, other.years),
    venues: mergeClaims(one.venues, other.venues),
    ...mergePublication(one, other),
    type: mergeType(one, other),
    arxivId: one.arxivId ?? other.arxivId,
    doi: one.doi ?? other.doi,
    categories: one.categories.length > 0 ? one.categories : other.categories,
    categoriesCertainty: one.categories.length > 0 ? one.categoriesCertainty : other.categoriesCertainty,
    code: mergeCode(one.code, other.code),
    summary: one.summary ?? other.summary,
    topics: union(one.topics, other.topics),
    links: union(one.links, other.links),
    listings: [...one.listings, ...other.listings],
    sources: union(one.sources, other.sources),
  };
}

/** The one paper that records of several packs are; facts with one reading only are the first one's. */
export function mergePapers([first, ...others]: readonly [Paper, ...Paper[]]): Paper {
  return others.reduce(mergeTwo, first);
}

const MAX_TITLES = 20;
const MAX_CODE = 100;
const MAX_CATEGORIES = 30;
const MAX_LINKS = 20;

const atMost = (most: number, one: readonly string[] = [], other: readonly string[] = []): string[] =>
  union(one, other).slice(0, most);

function withoutPublication<R extends Partial<PaperRecord>>(record: R): Omit<R, PublicationFact> {
  const { volume: _volume, issue: _issue, pages: _pages, publisher: _publisher, ...rest } = record;
  return rest;
}

/** Two rows of one file as one record: the first row's facts count, the other adds what is missing. Merging the same row
 *  twice changes nothing. */
export function mergeRecords(first: PaperRecord, other: PaperRecord): PaperRecord {
  if (first.full !== undefined) return first;
  const code = [...(first.code ?? [])];
  for (const link of other.code ?? [])
    if (code.length < MAX_CODE && !code.some(({ url }) => codeAddressKey(url) === codeAddressKey(link.url)))
      code.push(link);
  const titles = atMost(MAX_TITLES + 1, first.otherTitles, [other.title, ...(other.otherTitles ?? [])])
    .filter((title) => title !== first.title)
    .slice(0, MAX_TITLES);
  const categories = atMost(MAX_CATEGORIES, first.categories, other.categories);
  const links = atMost(MAX_LINKS, first.links, other.links);
  const topics = atMost(MAX_TOPICS, first.topics, other.topics);
  const otherIds = atMost(MAX_OTHER_IDS, first.otherIds, other.otherIds);
  // What is said of authors by their places belongs to the list that it came with.
  const { authors: _authors, authorIds: _authorIds, moreAuthors: _moreAuthors, ...rest } = other;
  const added = first.authors === undefined ? other : rest;
  return {
    // And so does where it was printed to the venue.
    ...(first.venue === undefined || first.venue === other.venue ? added : withoutPublication(added)),
    ...first,
    ...(titles.length > 0 ? { otherTitles: titles } : {}),
    ...(code.length > 0 ? { code } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(topics.length > 0 ? { topics } : {}),
    ...(otherIds.length > 0 ? { otherIds } : {}),
  };
}
