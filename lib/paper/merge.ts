// The same paper in several packs: which records are one paper, and the one paper made of them, with every claim and
// its sources. Pure.
import { authorKey } from './names/names.ts';
import { canonical } from '../text/tokens.ts';
import type { CodeLink, NamesClaim, Paper } from './schema.ts';

/** So many years may lie between a preprint and its journal version. */
export const nearYears = 2;

const authorKeys = (paper: Paper): Set<string> => new Set(paper.authors.map(({ name }) => authorKey(name)));

/** What one paper's records have in common: arXiv id, DOI, or the id itself. */
export function paperKeys({ id, arxivId, doi }: Pick<Paper, 'id' | 'arxivId' | 'doi'>): string[] {
  const keys = [id];
  if (arxivId !== null) keys.push(`arxiv:${arxivId.toLowerCase().replace(/v\d+$/, '')}`);
  if (doi !== null) keys.push(`doi:${doi.toLowerCase()}`);
  return [...new Set(keys)];
}

/** One title, an author in common and years close by. Two arXiv ids are two papers, whatever they are called. */
export function sameByTitle(one: Paper, other: Paper): boolean {
  if (one.arxivId !== null && other.arxivId !== null) return false;
  const [year, otherYear] = [one.years[0]?.value, other.years[0]?.value];
  if (year !== undefined && otherYear !== undefined && Math.abs(year - otherYear) > nearYears) return false;
  const titles = new Set(one.titles.map(({ value }) => canonical(value)));
  if (!other.titles.some(({ value }) => titles.has(canonical(value)))) return false;
  const authors = authorKeys(one);
  return [...authorKeys(other)].some((key) => key !== '' && authors.has(key));
}

/** Groups of records that are one paper each; the order of groups and inside them is the order given. */
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
  const byKey = new Map<string, number>();
  const byTitle = new Map<string, number[]>();
  for (const [at, { paper }] of records.entries()) {
    for (const key of paperKeys(paper)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, at);
      else unite(known, at);
    }
    for (const title of new Set(paper.titles.map(({ value }) => canonical(value)))) {
      const known = byTitle.get(title) ?? [];
      for (const other of known) {
        const record = records[other];
        if (root(other) !== root(at) && record !== undefined && sameByTitle(record.paper, paper)) unite(other, at);
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

const union = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])];

function joinClaims<C extends { value: unknown; sources: string[] }>(one: readonly C[], other: readonly C[]): C[] {
  const claims = new Map(one.map((claim) => [claim.value, claim]));
  for (const claim of other) {
    const known = claims.get(claim.value);
    claims.set(claim.value, known === undefined ? claim : { ...known, sources: union(known.sources, claim.sources) });
  }
  return [...claims.values()];
}

/** One address for "https://GitHub.com/a/b.git" and "https://github.com/a/b/". */
export const codeAddress = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https:\/\/www\./, 'https://')
    .replace(/(?:\.git)?\/*$/, '');

function joinCode(one: readonly CodeLink[], other: readonly CodeLink[]): CodeLink[] {
  const links = new Map(one.map((link) => [codeAddress(link.url), link]));
  for (const link of other) {
    const address = codeAddress(link.url);
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

/** A preprint because it is on arXiv, and nothing else is known. */
const onlyOnArxiv = ({ type, venues }: Paper): boolean => type === 'preprint' && venues.length === 0;

/** The first that says; a preprint by its id alone is none any more where the other knows a venue. */
function joinType(one: Paper, other: Paper): Paper['type'] {
  if (onlyOnArxiv(one)) return other.type ?? (other.venues.length > 0 ? null : one.type);
  if (one.type === null && one.venues.length > 0 && onlyOnArxiv(other)) return null;
  return one.type ?? other.type;
}

function joinTwo(one: Paper, other: Paper): Paper {
  return {
    ...one,
    titles: joinClaims(one.titles, other.titles),
    authors: one.authors.length > 0 ? one.authors : other.authors,
    authorReadings: [...one.authorReadings, ...other.authorReadings, ...otherAuthors(one, other)],
    years: joinClaims(one.years, other.years),
    venues: joinClaims(one.venues, other.venues),
    type: joinType(one, other),
    arxivId: one.arxivId ?? other.arxivId,
    doi: one.doi ?? other.doi,
    categories: one.categories.length > 0 ? one.categories : other.categories,
    categoriesCertainty: one.categories.length > 0 ? one.categoriesCertainty : other.categoriesCertainty,
    code: joinCode(one.code, other.code),
    summary: one.summary ?? other.summary,
    topics: union(one.topics, other.topics),
    links: union(one.links, other.links),
    listings: [...one.listings, ...other.listings],
    sources: union(one.sources, other.sources),
  };
}

/** The one paper that records of several packs are; the first stands for what has one reading only. */
export function joinPapers([first, ...others]: readonly [Paper, ...Paper[]]): Paper {
  return others.reduce(joinTwo, first);
}
