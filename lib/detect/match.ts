// Titles that stand in a text word for word (after folding), wherever they stand. What is accepted is decided later.
import { sums } from '../text/hash.ts';
import type { Sums } from '../text/hash.ts';
import type { Folded } from '../text/tokens.ts';
import {
  entriesBeginning,
  KIND,
  kindOf,
  LONG_KEY,
  longKeyAt,
  MIDDLE_KEY,
  middleKeyAt,
  paperOf,
  probeKeys,
  probeShort,
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

/**
 * All titles in a folded text; short ones (below 12 characters) only where they fill one of `slots`.
 * `of` is working space.
 */
export function candidatesIn(folded: Folded, of: Sums, packs: readonly Pack[], slots: readonly Slot[]): Candidate[] {
  const found = new Map<number, Candidate>();
  const { from, words, length } = folded;
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

  for (let word = 0; word < words; word += 1) {
    const begin = from[word] ?? 0;
    if (begin + MIDDLE_KEY > length) break;
    const longKey = begin + LONG_KEY <= length ? longKeyAt(of, begin) : 0;
    const middleKey = middleKeyAt(of, begin);
    for (const pack of packs) {
      probeKeys(pack.segment, longKey, middleKey, of, begin, length, (entry, long) => {
        // A title ends where a word ends.
        let last = word + 1;
        while (last < words && (from[last] ?? 0) < begin + long) last += 1;
        if ((from[last] ?? 0) === begin + long) add(pack, entry, word, last);
      });
    }
  }
  for (const slot of slots) {
    const begin = from[slot.from] ?? 0;
    const end = from[slot.to] ?? 0;
    if (end - begin >= MIDDLE_KEY) continue;
    for (const pack of packs) {
      probeShort(pack.segment, of, begin, end, (entry) => add(pack, entry, slot.from, slot.to));
    }
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
