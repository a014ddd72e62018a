// How well a paper answers to what was typed. Pure.
import { authorKey } from '../../paper/names/name-key.ts';
import { hasCode } from '../../paper/authors-code.ts';
import { titleOf, type Paper } from '../../paper/schema.ts';
import { typedTitleKey } from '../../paper/title-key.ts';
import { FIT, fitOfAll, isOfVenue, wordsOfPaper, type PaperWords, type Term } from './terms.ts';
import { namesTyped, TIER, type Tier } from './word-search.ts';

/** Where the words are, best first: the title begins so; the title has all; an author's name has; they are in several of
 *  them; a sentence about it has them. Of names that are what was typed, those with the family name first come last. */
export const CLASS = { begins: 0, title: 1, author: 2, elsewhere: 3, said: 4, turned: 5 } as const;

export interface Match {
  tier: Tier;
  class: number;
}

/** A query, read once for many papers. */
export interface Query {
  typed: string;
  terms: readonly Term[];
  /** The beginning of a title. */
  start: string;
  /** Keys of the name that it may be. */
  names: readonly string[];
}

export const queryOf = (typed: string, terms: readonly Term[]): Query => ({
  typed,
  terms,
  start: typedTitleKey(typed),
  names: namesTyped(terms),
});

function classOf(paper: Paper, { start }: Query, rest: readonly Term[], words: PaperWords, forgiving: boolean): number {
  if (paper.titles.some(({ value }) => typedTitleKey(value).startsWith(start))) return CLASS.begins;
  const hasAll = (some: readonly string[]): boolean => fitOfAll(rest, some, forgiving) !== null;
  if (rest.length > 0 && words.titles.some(hasAll)) return CLASS.title;
  return rest.length > 0 && words.names.some(hasAll) ? CLASS.author : CLASS.elsewhere;
}

/** Null where the paper does not have all the words in its titles and names, its venue or year. */
export function matchOf(
  paper: Paper,
  query: Query,
  forgiving: boolean,
  words: PaperWords = wordsOfPaper(paper),
): Match | null {
  const printed = [...words.titles, ...words.names].flat();
  // A word of the title first: "ACL" may be an anatomist's.
  const rest = query.terms.filter((term) => !isOfVenue(term, words) || fitOfAll([term], printed, false) === FIT.whole);
  const fit = fitOfAll(rest, printed, forgiving);
  if (fit === null) return null;
  const keys = query.names.length === 0 ? [] : paper.authors.map(({ name }) => authorKey(name));
  const named = query.names.findIndex((key) => keys.includes(key));
  if (named > 0) return { tier: TIER.name, class: CLASS.turned };
  const tier = named === 0 ? TIER.name : fit === FIT.whole ? TIER.whole : fit === FIT.begun ? TIER.begun : TIER.near;
  return { tier, class: classOf(paper, query, rest, words, forgiving) };
}

/** For a paper whose words are not all in it as printed. */
export const matchUnread = (tier: Tier): Match => ({ tier, class: CLASS.elsewhere });

interface Matched extends Match {
  paper: Paper;
}

/** Best first: tier, class, a short title before a long one that begins the same, the newest, those with code. */
export const byMatch = (a: Matched, b: Matched): number =>
  a.tier - b.tier ||
  a.class - b.class ||
  (a.class === CLASS.begins ? titleOf(a.paper).length - titleOf(b.paper).length : 0) ||
  (b.paper.years[0]?.value ?? 0) - (a.paper.years[0]?.value ?? 0) ||
  Number(hasCode(b.paper)) - Number(hasCode(a.paper)) ||
  (a.paper.id < b.paper.id ? -1 : 1);
