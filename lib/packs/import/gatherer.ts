// What rows become: blocks of records and runs, gathered batch by batch. It is the greater half of an import's work and
// needs nothing but the lines of the records, so the importer has it done by a worker beside it (`gather-apart.ts`)
// while it reads on; everywhere else it is done on the spot. Either way the bytes are the same.
import type { Piece } from '../build.ts';
import type { PaperRecord } from '../record.ts';
import { encodeLines, lineOf, RECORDS_A_BLOCK } from '../tables/records.ts';
import { RunWriter, type Run, type RunCounts } from './runs.ts';

/** What a batch leaves, and how much that is. */
export interface Gathered {
  pieces: Piece[];
  runs: Run[];
  /** Entries that the runs add to the tables. */
  added: RunCounts;
  /** Bytes of the blocks that are full; and of the last one, when it is not: null where that is as it was. */
  fullBytes: number;
  lastBytes: number | null;
}

export interface Gatherer {
  /** A new import, or one that goes on: so many papers are in, and these lines are its last block, not full. */
  begin(papers: number, last: readonly string[]): void;
  /** Papers in the order of their ordinals. */
  add(records: readonly PaperRecord[]): void;
  /** Everything since the last time. */
  take(): Promise<Gathered>;
}

/** The work itself. */
export class Gathering {
  readonly #runs = new RunWriter();
  /** Lines of the block that is not full yet; some of them may lie in the store already. */
  #open: string[];
  #block: number;
  #ordinal: number;
  #pieces: Piece[] = [];
  #fullBytes = 0;
  /** Whether the open block has lines that no piece has. */
  #news = false;

  constructor(papers = 0, last: readonly string[] = []) {
    this.#open = [...last];
    this.#ordinal = papers;
    this.#block = Math.floor(papers / RECORDS_A_BLOCK);
  }

  add(record: PaperRecord, line: string): void {
    this.#runs.add(record, this.#ordinal);
    this.#ordinal += 1;
    this.#open.push(line);
    this.#news = true;
    if (this.#open.length < RECORDS_A_BLOCK) return;
    this.#fullBytes += this.#close().length;
    this.#block += 1;
    this.#open = [];
    this.#news = false;
  }

  #close(): Uint8Array {
    const bytes = encodeLines(this.#open);
    this.#pieces.push({ kind: 'records', number: this.#block, bytes });
    return bytes;
  }

  take(): Gathered {
    const added = { ids: 0, names: 0, titles: 0 };
    const runs = this.#runs.take(added);
    const { length: open } = this.#open;
    const lastBytes = open === 0 ? 0 : this.#news ? this.#close().length : null;
    const gathered = { pieces: this.#pieces, runs, added, fullBytes: this.#fullBytes, lastBytes };
    this.#pieces = [];
    this.#fullBytes = 0;
    this.#news = false;
    return gathered;
  }
}

/** Done where it is asked for. */
export function gathererHere(): Gatherer {
  let gathering = new Gathering();
  return {
    begin(papers, last) {
      gathering = new Gathering(papers, last);
    },
    add(records) {
      for (const record of records) gathering.add(record, lineOf(record));
    },
    take: () => Promise.resolve(gathering.take()),
  };
}
