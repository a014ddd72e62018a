// Sums by paper: every paper of the catalog has a place, and what speaks for it is added there.
import type { Postings } from './postings.ts';

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

  /** To all of these papers. `onlyKnown`: only where something else was added before. */
  add(papers: ReturnType<Postings['papers']>, value: number, onlyKnown = false): void {
    for (const [source, ordinals] of papers.entries()) {
      const last = ordinals.at(-1);
      if (last === undefined) continue;
      const sums = onlyKnown ? (this.#sums[source] ?? new Float32Array()) : this.#room(source, last);
      for (const ordinal of ordinals) {
        const sum = sums[ordinal] ?? 0;
        if (!onlyKnown || sum > 0) sums[ordinal] = sum + value;
      }
    }
  }

  of({ source, ordinal }: PaperPlace): number {
    return this.#sums[source]?.[ordinal] ?? 0;
  }

  #room(source: number, last: number): Float32Array {
    const sums = this.#sums[source] ?? new Float32Array();
    if (sums.length > last) return sums;
    const wider = new Float32Array(Math.max(last + 1, sums.length * 2));
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
    for (let source = 0; source < this.#sums.length; source += 1) {
      const sums = this.#sums[source] ?? new Float32Array();
      for (let ordinal = 0; ordinal < sums.length; ordinal += 1) {
        const score = sums[ordinal] ?? 0;
        if (score <= 0 || score < least || !isWanted({ source, ordinal })) continue;
        found.push({ source, ordinal, score });
        if (found.length >= most * 8) cut();
      }
    }
    cut();
    return found;
  }
}
