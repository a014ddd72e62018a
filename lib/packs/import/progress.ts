// How far an import is, for people.
import type { ImportRow } from '../store.ts';

export interface Progress {
  phase: ImportRow['phase'];
  rows: number;
  papers: number;
  refused: number;
  /** Of all that there is to do, 0 to 1. */
  share: number;
  /** Null as long as nobody can know. */
  secondsLeft: number | null;
}

/** Reading is so much of the whole, as measured. */
export const READING = 0.8;

/** Time left by what this run of the importer has done so far. */
export class Clock {
  readonly #started = Date.now();
  readonly #share: number;

  constructor(share: number) {
    this.#share = share;
  }

  progress({ phase, rows, papers, refused, share }: ImportRow): Progress {
    const done = share - this.#share;
    const seconds = (Date.now() - this.#started) / 1000;
    return {
      phase,
      rows,
      papers,
      refused,
      share,
      secondsLeft: done > 0.005 && seconds > 1 ? Math.round((seconds / done) * (1 - share)) : null,
    };
  }
}
