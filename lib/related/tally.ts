// Sums by paper: every paper of the catalog has a place, and what speaks for it is added there.
import type { PaperList, Postings } from './postings.ts';

/** A paper's place in the catalog. */
export interface PaperPlace {
  source: number;
  ordinal: number;
}

export interface Counted extends PaperPlace {
  score: number;
}

/** Best first. */
export const byScore = (one: Counted, other: Counted): number =>
  other.score - one.score || one.source - other.source || one.ordinal - other.ordinal;

export class Tally {
  readonly #sums: Float32Array[] = [];
  /** Behind the last paper of each source that has something. */
  readonly #ends: number[] = [];
  readonly #sizes: readonly number[];

  /** `sizes`: papers of each source, as far as that is known, so that there is room for all from the beginning. */
  constructor(sizes: readonly number[] = []) {
    this.#sizes = sizes;
  }

  /** To all of these papers. `onlyKnown`: only where something else was added before. */
  add(papers: ReturnType<Postings['papers']>, value: number, onlyKnown = false): void {
    for (const [source, ordinals] of papers.entries()) {
      const last = ordinals.at(-1);
      if (last === undefined) continue;
      if (onlyKnown) addToKnown(this.#sums[source], ordinals, value);
      else addTo(this.#room(source, last), ordinals, value);
    }
  }

  of({ source, ordinal }: PaperPlace): number {
    return this.#sums[source]?.[ordinal] ?? 0;
  }

  #room(source: number, last: number): Float32Array {
    const sums = this.#sums[source] ?? new Float32Array();
    this.#ends[source] = Math.max(this.#ends[source] ?? 0, last + 1);
    if (sums.length > last) return sums;
    const wider = new Float32Array(Math.max(last + 1, sums.length * 2, this.#sizes[source] ?? 0));
    wider.set(sums);
    this.#sums[source] = wider;
    return wider;
  }

  /** The papers of the highest sums, best first: `most` of them, and as many again that are as good as the last. */
  best(most: number, isWanted: (ref: PaperPlace) => boolean): Counted[] {
    const found: Counted[] = [];
    let least = 0;
    const cut = (): void => {
      found.sort(byScore);
      least = found[most - 1]?.score ?? 0;
      const end = found.findIndex(({ score }) => score < least);
      found.length = Math.min(end < 0 ? found.length : end, most * 2);
    };
    for (const [source, sums] of this.#sums.entries()) {
      const end = this.#ends[source] ?? 0;
      for (let ordinal = -1; ;) {
        ordinal = nextOf(sums, ordinal + 1, end, least);
        if (ordinal >= end) break;
        if (!isWanted({ source, ordinal })) continue;
        found.push({ source, ordinal, score: sums[ordinal] ?? 0 });
        if (found.length >= most * 8) cut();
      }
    }
    cut();
    return found;
  }
}

/** The next that has something, and at least so much. */
function nextOf(sums: Float32Array, from: number, end: number, least: number): number {
  let at = from;
  for (; at < end; at += 1) {
    const sum = sums[at] ?? 0;
    if (sum > 0 && sum >= least) break;
  }
  return at;
}

// Millions of sums for one question: loops by number, which take half the time of `for … of`.
function addTo(sums: Float32Array, ordinals: PaperList, value: number): void {
  const { length } = ordinals;
  for (let at = 0; at < length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    sums[ordinal] = (sums[ordinal] ?? 0) + value;
  }
}

function addToKnown(sums: Float32Array = new Float32Array(), ordinals: PaperList, value: number): void {
  const { length } = ordinals;
  for (let at = 0; at < length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    const sum = sums[ordinal] ?? 0;
    if (sum > 0) sums[ordinal] = sum + value;
  }
}
