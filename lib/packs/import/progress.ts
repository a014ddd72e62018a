// How far an import is, for people.
import type { ImportRow } from '../store.ts';

export interface ImportProgress {
  phase: ImportRow['phase'];
  rows: number;
  papers: number;
  refused: number;
  /** Of all that there is to do, 0 to 1. */
  progress: number;
  /** Null as long as that is unknown. */
  secondsLeft: number | null;
}

/** Reading as a part of the whole, as measured. */
export const READING = 0.8;

/** Time left by what this run of the importer has done so far. */
export class Clock {
  readonly #started = Date.now();
  readonly #from: number;

  constructor(from: number) {
    this.#from = from;
  }

  progress({ phase, rows, papers, refused, progress }: ImportRow): ImportProgress {
    const done = progress - this.#from;
    const seconds = (Date.now() - this.#started) / 1000;
    return {
      phase,
      rows,
      papers,
      refused,
      progress,
      secondsLeft: done > 0.005 && seconds > 1 ? Math.round((seconds / done) * (1 - progress)) : null,
    };
  }
}
