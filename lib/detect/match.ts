// Titles that stand in a text word for word (after folding), wherever they stand. What is accepted is decided later.
import { sums } from '../text/hash.ts';
import type { Sums } from '../text/hash.ts';
import type { Folded } from '../text/tokens.ts';
import {
  entriesBeginning,
  firstEntry,
  KIND,
  kindOf,
  lengthAt,
  LONG_KEY,
  longKeyAt,
  MIDDLE_KEY,
  middleKeyAt,
  nextEntry,
  NO_ENTRY,
  paperOf,
  shortKeyAt,
} from './segment.ts';
import type { Segment } from './segment.ts';

/** A pack's title index, and the paper that an ordinal of it is. */
export interface Pack {
  segment: Segment;
  paperId(ordinal: number): string;
}

export interface Candidate {
  /** Words [from, to) of the folded text. */
  from: number;
  to: number;
  papers: string[];
  /** Only a title's main part stands there, for every paper named. */
  mainPart: boolean;
}

/** A stretch of words that could be a short title: a whole block or span. */
export interface Slot {
  from: number;
  to: number;
}

/** Whether more than white space or a hyphen stands before a word. */
function isSetOff(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 45) return true;
  }
  return false;
}

/**
 * All titles in a folded text. Titles of 12 to 23 characters are asked for only where something sets them off (the
 * rules accept them nowhere else), shorter ones only where they fill one of `slots`. `of` is working space.
 */
export function candidatesIn(
  text: string,
  folded: Folded,
  of: Sums,
  packs: readonly Pack[],
  slots: readonly Slot[],
): Candidate[] {
  const found = new Map<number, Candidate>();
  const { from, words, length, start, end } = folded;
  sums(folded, of);

  function add(pack: Pack, entry: number, first: number, last: number): void {
    const place = first * 65_536 + (last - first);
    const mainPart = kindOf(pack.segment, entry) === KIND.mainPart;
    const paper = pack.paperId(paperOf(pack.segment, entry));
    const known = found.get(place);
    if (known === undefined) {
      found.set(place, { from: first, to: last, papers: [paper], mainPart });
    } else if (known.mainPart && !mainPart) {
      known.papers = [paper];
      known.mainPart = false;
    } else if (known.mainPart === mainPart && !known.papers.includes(paper)) {
      known.papers.push(paper);
    }
  }

  function ask(key: number, word: number, begin: number, until: number): void {
    for (const pack of packs) {
      const { segment } = pack;
      let entry = nextEntry(segment, key, of, begin, until, firstEntry(segment, key));
      while (entry !== NO_ENTRY) {
        // A title ends where a word ends.
        const stop = begin + lengthAt(segment, entry);
        let last = word + 1;
        while (last < words && (from[last] ?? 0) < stop) last += 1;
        if ((from[last] ?? 0) === stop) add(pack, entry, word, last);
        entry = nextEntry(segment, key, of, begin, until, entry + 1);
      }
    }
  }

  const slotStarts = new Set(slots.map((slot) => slot.from));
  for (let word = 0; word < words; word += 1) {
    const begin = from[word] ?? 0;
    if (begin + MIDDLE_KEY > length) break;
    if (begin + LONG_KEY <= length) ask(longKeyAt(of, begin), word, begin, length);
    if (isSetOff(text, word === 0 ? 0 : (end[word - 1] ?? 0), start[word] ?? 0) || slotStarts.has(word)) {
      ask(middleKeyAt(of, begin), word, begin, length);
    }
  }
  for (const slot of slots) {
    const begin = from[slot.from] ?? 0;
    const stop = from[slot.to] ?? 0;
    if (stop > begin && stop - begin < MIDDLE_KEY) ask(shortKeyAt(of, begin, stop), slot.from, begin, stop);
  }
  return [...found.values()];
}

/** Papers that may begin with the words from `word` on, going by the first 24 characters alone; `of` as filled. */
export function papersBeginning(folded: Folded, of: Sums, packs: readonly Pack[], word: number): string[] {
  const begin = folded.from[word] ?? 0;
  const papers = new Set<string>();
  if (begin + LONG_KEY > folded.length) return [];
  for (const pack of packs) {
    for (const entry of entriesBeginning(pack.segment, of, begin)) {
      papers.add(pack.paperId(paperOf(pack.segment, entry)));
    }
  }
  return [...papers];
}
