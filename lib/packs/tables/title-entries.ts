// What a paper's titles are in the title index. A title's key is a hash of its first canonical characters:
//   long    24 characters and more   keyed by the first 24; six bits of the next twelve tell most of those apart that
//                                    only begin alike
//   short   fewer                    keyed by all of it; asked only where something bounds it on both sides
//   ending  32 characters and more   once more, keyed by what comes after the first 24 (at most the last 24) and by the
//                                    length: finds a title with a typing error in its beginning
// Keys by characters rather than by words, because lost spaces, hyphens and line ends then change nothing.
import { emptySums, hashA, hashB, hintA, LONGEST, sumsA, sumsB } from '../../text/hash.ts';
import type { Sums } from '../../text/hash.ts';
import { mainPart, titleReadings } from '../../text/latex.ts';
import { foldHere } from '../../text/tokens.ts';
import type { Folded } from '../../text/tokens.ts';

export const LONG_KEY = 24;
/** Shorter ones are asked for only where they fill a block or span. */
export const MIDDLE_LEAST = 12;
/** What the hint of a long title is made of ends here. */
export const HINT_END = 36;
/** Minimum characters of a title with an ending key. */
export const ENDING_LEAST = 32;
const SALT_LONG = 0x51ed270b;
const SALT_SHORT = 0x7a1d0c35;
const SALT_ENDING = 0x1b873593;

/** What an entry is: a whole title, one without its subtitle, or a whole title's ending. Two bits of the check. */
export const KIND = { whole: 0, mainPart: 1, ending: 2 } as const;
export type EntryKind = (typeof KIND)[keyof typeof KIND];

/** One way to find one title. */
export interface TitleEntry {
  /** 32 bits; the index is sorted by it. */
  key: number;
  /** 30 bits of the title's hash (of its letters' counts, for an ending), 2 bits of kind. */
  check: number;
  /** Ten bits: how many canonical characters, 1 to 1000; six bits: the hint, 0 for titles of fewer than 36. */
  length: number;
}

export const lettersOf = (length: number): number => length & 1023;
export const hintOf = (length: number): number => length >>> 10;

/** A main part is a key of its title only if it has this many words of two letters and more. */
const MAIN_PART_WORDS = 6;

export const longKeyAt = (of: Sums, from: number): number => hashA(of, from, from + LONG_KEY, SALT_LONG);
/** Hint of a title that begins at `from`, were it long enough to have one. */
export const hintAt = (of: Sums, from: number): number => hintA(of, from + LONG_KEY, from + HINT_END);
/** For a whole stretch of fewer than 24 characters. */
export const shortKeyAt = (of: Sums, from: number, to: number): number => hashA(of, from, to, SALT_SHORT);
/** For what ends at `to`, were it a title of `length` characters. */
export function endingKeyAt(of: Sums, to: number, length: number): number {
  const stretch = Math.min(LONG_KEY, length - LONG_KEY);
  return hashA(of, to - stretch, to, SALT_ENDING + length);
}

export const checkOf = (hash: number, kind: EntryKind): number => ((hash & ~3) | kind) >>> 0;

const GROUPS = 10;
const counts = new Uint8Array(GROUPS);

/** How often letters of ten groups occur, three bits each: near for texts that differ by few letters. */
export function letterCounts(chars: Uint16Array, from: number, to: number): number {
  counts.fill(0);
  for (let i = from; i < to; i += 1) {
    const group = (chars[i] ?? 0) % GROUPS;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  let packed = 0;
  for (const count of counts) packed = (packed << 3) | (count & 7);
  return (packed << 2) >>> 0;
}

/** By how many letters two counts differ at least (an exchanged letter is two). */
export function countsApart(one: number, other: number): number {
  let apart = 0;
  for (let shift = 2; shift < 32; shift += 3) {
    const difference = Math.abs(((one >>> shift) & 7) - ((other >>> shift) & 7));
    apart += Math.min(difference, 8 - difference);
  }
  return apart;
}

/** Words of two letters and more, in a folded text. */
function properWords(folded: Folded): number {
  let words = 0;
  for (let i = 0; i < folded.words; i += 1) {
    if ((folded.from[i + 1] ?? 0) - (folded.from[i] ?? 0) > 1) words += 1;
  }
  return words;
}

/** The readings in which a page may print a title whole: as it is, and with its formulas lost. */
export function wholeReadings(title: string): string[] {
  const [bare = title, lost] = titleReadings(title);
  return lost === undefined || foldHere(lost).words <= 5 ? [bare] : [bare, lost];
}

/** The title without its subtitle, where that is enough to know the paper by. */
export function longMainPart(title: string): string | null {
  const main = mainPart(title);
  return main !== null && properWords(foldHere(main)) >= MAIN_PART_WORDS ? main : null;
}

const lanes = emptySums();

/** The entries of one paper: every reading of every title, each once. Titles without letters and digits have none. */
export function titleEntries(titles: readonly string[]): TitleEntry[] {
  const entries: TitleEntry[] = [];
  const seen: number[] = [];
  function enter(text: string, kind: EntryKind): void {
    const folded = foldHere(text);
    const { length, chars } = folded;
    if (length === 0 || length > LONGEST) return;
    sumsA(folded, lanes);
    sumsB(folded, lanes);
    const hash = hashB(lanes, 0, length);
    if (seen.includes(hash)) return;
    seen.push(hash);
    const key = length >= LONG_KEY ? longKeyAt(lanes, 0) : shortKeyAt(lanes, 0, length);
    const hint = length >= HINT_END ? hintAt(lanes, 0) : 0;
    entries.push({ key, check: checkOf(hash, kind), length: length | (hint << 10) });
    if (kind === KIND.whole && length >= ENDING_LEAST) {
      const check = checkOf(letterCounts(chars, 0, length), KIND.ending);
      entries.push({ key: endingKeyAt(lanes, length, length), check, length });
    }
  }
  for (const title of titles) for (const reading of wholeReadings(title)) enter(reading, KIND.whole);
  for (const title of titles) {
    const main = longMainPart(title);
    if (main !== null) enter(main, KIND.mainPart);
  }
  return entries;
}
