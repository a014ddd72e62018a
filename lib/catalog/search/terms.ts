// What was typed, word by word, and whether a paper has it. Pure.
import { contentWords, singular } from '../../text/content-words.ts';
import { oneSpelling, plainLower } from '../../text/plain-lower.ts';
import { isYear, spacedVenues, venueOfWord, venueWords } from '../../paper/venue-words.ts';
import type { Paper } from '../../paper/schema.ts';

/** One word that was typed. */
export interface Term {
  /** Folded, as typed. */
  typed: string;
  /** The last word may be half typed. */
  open: boolean;
  /** As tables have it where it is a venue: "neurips" for "nips", "nature"; `isVenue` of those whose names are known. */
  venue: string;
  isVenue: boolean;
  year: number | null;
}

export const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
export const wordsOf = (text: string): string[] => words(text).map(plainLower);

/** "et al" is in no title and in no name. */
export const withoutOthers = (typed: string): string => typed.replaceAll(/\bet\.? al\b/giu, ' ');

/** A word without its own meaning ("of") is in no table; it counts only while it may become another word. */
export function termsOf(query: string): Term[] {
  const typed = wordsOf(spacedVenues(query));
  const isOpen = /[\p{L}\p{N}]$/u.test(query);
  return typed
    .map((word, at) => {
      const known = venueOfWord(word);
      return {
        typed: word,
        open: isOpen && at === typed.length - 1,
        venue: known ?? singular(word),
        isVenue: known !== null,
        year: isYear(word) ? Number(word) : null,
      };
    })
    .filter(({ typed: word, open }) => open || contentWords(word).size > 0);
}

/** Up to 3 letters must be right; from 4 one error, from 8 two. */
export const errorsAllowed = (term: string): number =>
  term.length < 4 || /^\d+$/.test(term) ? 0 : term.length < 8 ? 1 : 2;

/** Do two words differ by few enough letters? Two letters exchanged are one error. */
export function near(one: string, other: string, errors: number): boolean {
  if (Math.abs(one.length - other.length) > errors) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > errors) return false;
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= errors;
}

/** How a word answers to a term, best first: it is the term; it begins so; it is a typing error away. */
export const FIT = { whole: 0, begun: 1, near: 2 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

function fitOf(term: Term, word: string, forgiving: boolean): Fit | null {
  const [typed, other] = [oneSpelling(term.typed), oneSpelling(word)];
  if (typed === other || singular(typed) === singular(other)) return FIT.whole;
  if (term.open && other.startsWith(typed)) return FIT.begun;
  const errors = forgiving ? errorsAllowed(term.typed) : 0;
  return errors > 0 && near(term.typed, word, errors) ? FIT.near : null;
}

/** The best word for a term. */
export function bestWord(term: Term, among: readonly string[], forgiving: boolean): { word: string; fit: Fit } | null {
  let best: { word: string; fit: Fit } | null = null;
  for (const word of among) {
    const fit = fitOf(term, word, forgiving);
    if (fit !== null && (best === null || fit < best.fit)) best = { word, fit };
    if (best?.fit === FIT.whole) break;
  }
  return best;
}

/** How all the terms are answered to, by the worst of them; null where one is not. */
export function fitOfAll(terms: readonly Term[], among: readonly string[], forgiving: boolean): Fit | null {
  let worst: Fit = FIT.whole;
  for (const term of terms) {
    const best = bestWord(term, among, forgiving);
    if (best === null) return null;
    if (best.fit > worst) worst = best.fit;
  }
  return worst;
}

/** What of a paper is compared with what was typed. */
export interface PaperWords {
  titles: readonly string[][];
  names: readonly string[][];
  venues: ReadonlySet<string>;
  years: ReadonlySet<number>;
}

export const wordsOfPaper = (paper: Paper): PaperWords => ({
  titles: paper.titles.map(({ value }) => wordsOf(value)),
  names: paper.authors.map(({ name }) => wordsOf(name)),
  venues: new Set(paper.venues.flatMap(({ value }) => venueWords(value))),
  years: new Set(paper.years.map(({ value }) => value)),
});

/** Whether a term names the venue or the year of a paper; both have to be typed whole. */
export const isOfVenue = ({ venue, year }: Term, { venues, years }: PaperWords): boolean =>
  venues.has(venue) || (year !== null && years.has(year));
