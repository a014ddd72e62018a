// The rule before lib/related was two lists, to compare with. Ranks related works and says why each is there. Pure and deterministic: the same papers give the same list.
//
// A shared author, topic or title word counts by its rarity, log(1 + N / n) for n of N papers having it, so that one
// rare common author outweighs three words that half the catalog uses; one of fifty authors counts less than one of
// five. Venue and year only part near ties. One shared author alone relates nothing, as names are no people: a topic or
// a word of the subject has to be shared, too; two words of every field make no similar title. No list is better than
// a wrong one.
import { contentWords } from '../../../lib/text/content-words.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../../lib/paper/schema.ts';
import { paperKeys } from '../../../lib/paper/keys.ts';
import { parseVenue, venueShort } from '../../../lib/paper/venue.ts';
import { canonical } from '../../../lib/text/tokens.ts';
import type { Postings, Shared } from './candidates.ts';
import { canBeShared, hasInitialsOnly } from '../../../lib/related/shared-author.ts';
import { isUnusual } from '../../../lib/paper/names/unusual.ts';
import { isAlike, sharedSubject } from './subject-words.ts';

/** A name that needed more beside it. */
const isWeak = (name: string, works: number): boolean => hasInitialsOnly(name) || !isUnusual(name) || works > 40;

type Reason =
  | { kind: 'authors'; names: string[] }
  | { kind: 'topics'; topics: string[] }
  | { kind: 'title'; words: string[] }
  | { kind: 'venue'; venue: string };

export interface Ranked {
  paper: Paper;
  score: number;
  /** Never empty; the strongest first. */
  reasons: Reason[];
}

const weights = { author: 0.9, topic: 1.2, word: 0.8, venue: 0.25, year: 0.15 };
/** The second shared author adds less than the first: co-authors come in groups. */
const diminishing = 0.6;
/** An author list of this length says in full who worked together; of a longer one each name says less. */
const closeGroup = 12;
/** Titles are alike where what they share makes up this much of both: 0 to 1. */
const alikeFrom = 0.3;
/** What is related this much less than the best is not worth a line. */
const worthIt = 0.35;
/** No one would read a longer list. */
const listLength = 12;

const rarity = (postings: ReadonlyMap<string, Postings>, key: string, total: number): number =>
  Math.log(1 + total / Math.max(1, postings.get(key)?.count ?? total));

interface SharedKeys {
  keys: string[];
  score: number;
}

/** The keys that both have, rarest first, and what they count together. */
function inCommon(
  mine: Iterable<string>,
  theirs: ReadonlySet<string>,
  postings: ReadonlyMap<string, Postings>,
  total: number,
): SharedKeys {
  const keys = [...new Set(mine)]
    .filter((key) => theirs.has(key))
    .map((key) => ({ key, rarity: rarity(postings, key, total) }))
    .toSorted((a, b) => b.rarity - a.rarity || (a.key < b.key ? -1 : 1));
  const score = keys.reduce((sum, { rarity: one }, at) => sum + one * diminishing ** at, 0);
  return { keys: keys.map(({ key }) => key), score };
}

/** Whether two records are of one paper: by an identifier, or a title that is the same, or the same cut short. */
export function isItself(one: Paper, other: Paper): boolean {
  const keys = new Set(paperKeys(one));
  if (paperKeys(other).some((key) => keys.has(key))) return true;
  const titles = one.titles.map(({ value }) => canonical(value));
  return other.titles.some(({ value }) => {
    const cut = /(?:\u2026|\.{3})\s*$/.test(value) ? canonical(value.replace(/(?:\u2026|\.{3})\s*$/, '')) : null;
    const title = canonical(value);
    return titles.some((own) => own === title || (cut !== null && cut.length > 15 && own.startsWith(cut)));
  });
}

/** How much of the two titles is the same: 0 to 1. One shared word of many is not a similar title. */
const overlap = (common: number, a: number, b: number): number => (a + b === 0 ? 0 : (2 * common) / (a + b));

function compare(paper: Paper, other: Paper, shared: Shared): Ranked | null {
  const { total } = shared;
  const names = new Map(
    paper.authors
      .filter(({ name, person }) => shared.people.has(person) && canBeShared(name, { count: 0, total: 0 }))
      .map((author) => [author.person, author.name]),
  );
  const people = inCommon(names.keys(), new Set(other.authors.map((author) => author.person)), shared.people, total);
  const topics = inCommon(paper.topics, new Set(other.topics), shared.topics, total);
  const mine = contentWords(titleOf(paper));
  const theirs = contentWords(titleOf(other));
  const subject = sharedSubject(titleOf(paper), titleOf(other), shared.words, total);
  const words = inCommon(subject.words, new Set(theirs.keys()), shared.words, total);
  const common = [...mine.keys()].filter((word) => theirs.has(word)).length;
  const alike = overlap(common, mine.size, theirs.size);
  const authors = Math.max(paper.authors.length, other.authors.length);

  const found: { reason: Reason; score: number }[] = [];
  const strong = people.keys.filter(
    (person) => !isWeak(names.get(person) ?? '', shared.people.get(person)?.count ?? 0),
  );
  // One name needs a word of the subject beside it, and one that many have two.
  const needed = (people.keys.length > 1 ? 0 : 1) + (strong.length > 0 ? 0 : 1);
  if (people.keys.length > 0 && (topics.keys.length > 0 || words.keys.length >= needed))
    found.push({
      reason: { kind: 'authors', names: people.keys.map((person) => names.get(person) ?? person) },
      score: people.score * weights.author * Math.min(1, closeGroup / authors),
    });
  if (topics.keys.length > 0)
    found.push({ reason: { kind: 'topics', topics: topics.keys }, score: topics.score * weights.topic });
  if (isAlike(subject) && alike >= alikeFrom)
    found.push({
      reason: { kind: 'title', words: words.keys.map((word) => mine.get(word) ?? word) },
      score: words.score * (0.35 + alike) * weights.word,
    });
  if (found.length === 0) return null;

  const venue = parseVenue(venueOf(paper));
  const otherVenue = parseVenue(venueOf(other));
  const years = Math.abs(yearOf(paper) - yearOf(other));
  const sameSeries = venue.acronym !== null && venue.kind !== 'preprint' && venue.acronym === otherVenue.acronym;
  const sameVenue = sameSeries && years === 0 && venue.workshop === otherVenue.workshop;
  if (sameVenue)
    found.push({ reason: { kind: 'venue', venue: venueShort(venueOf(paper), yearOf(paper)) }, score: weights.venue });
  const score = found.reduce((sum, one) => sum + one.score, 0) + weights.year / (1 + years);
  return { paper: other, score, reasons: found.toSorted((a, b) => b.score - a.score).map((one) => one.reason) };
}

/** The related works of a paper among the candidates, best first. */
export function rankRelated(paper: Paper, candidates: Iterable<Paper>, shared: Shared): Ranked[] {
  const ranked: Ranked[] = [];
  for (const other of candidates) {
    const one = isItself(paper, other) ? null : compare(paper, other, shared);
    if (one !== null) ranked.push(one);
  }
  const best = ranked.toSorted(
    (a, b) => b.score - a.score || yearOf(b.paper) - yearOf(a.paper) || (a.paper.id < b.paper.id ? -1 : 1),
  );
  const least = (best[0]?.score ?? 0) * worthIt;
  return best.slice(0, listLength).filter(({ score }) => score >= least);
}
