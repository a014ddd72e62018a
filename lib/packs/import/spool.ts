// First stage: rows in, blocks of records and runs out, a batch at a time. What it needs to go on after a batch is
// `SpoolState` (plain JSON), the last block when that is not full, and the keys of all papers so far.
import { UnreadableFile } from '../unreadable-file.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { paperKeys } from '../../paper/keys.ts';
import { hashOf } from '../../text/string-hash.ts';
import { encodeLines, lineOf, LONGEST_RECORD, readLine, readLines, RECORDS_A_BLOCK } from '../tables/records.ts';
import type { Piece } from '../piece.ts';
import { IdMap } from './id-map.ts';
import { mergeRecords } from '../../paper/merge.ts';
import { JOIN_SHIFT, readColumns, RunWriter, type RunCounts } from './batch-runs.ts';
import { type Run } from './run-kind.ts';

const MAX_PAPERS = 2 ** 24;

export interface SpoolState extends RunCounts {
  papers: number;
  /** Rows that told more of a paper. */
  joined: number;
  /** Bytes of full blocks. */
  bytes: number;
  /** Bytes of the last block, not full. */
  lastBytes: number;
}

export const emptySpool = (): SpoolState => ({
  papers: 0,
  joined: 0,
  bytes: 0,
  lastBytes: 0,
  ids: 0,
  names: 0,
  titles: 0,
});

/** What a batch leaves, to be written in one go together with the state. */
export interface Spooled {
  pieces: Piece[];
  runs: Run[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const encodeJoins = (joins: readonly (readonly [number, PaperRecord])[]): Uint8Array<ArrayBuffer> =>
  encoder.encode(joins.map(([ordinal, record]) => `${ordinal} ${lineOf(record)}\n`).join(''));

export function readJoins(run: Uint8Array): [number, PaperRecord][] {
  return decoder
    .decode(run)
    .split('\n')
    .flatMap((line): [number, PaperRecord][] => {
      const cut = line.indexOf(' ');
      const record = cut < 0 ? null : readLine(line.slice(cut + 1));
      return record === null ? [] : [[Number(line.slice(0, cut)), record]];
    });
}

/** Maximum papers kept as records, for rows of the same paper that come soon after. What lives longer than that is
 *  bytes: objects of a whole batch would survive long enough to make the engine's heap twice as large. */
const MAX_RECORDS = 1024;

export class Spool {
  readonly state: SpoolState;
  readonly #known = new IdMap();
  readonly #runs = new RunWriter();
  /** Lines of the last block when it is not full; already indexed. */
  #last: string[] = [];
  /** Whether some of them are in no piece yet. */
  #isNew = false;
  #pieces: Piece[] = [];
  #waiting = 0;
  #records: PaperRecord[] = [];
  /** Ordinal of the first of `#records`. */
  #from: number;
  #joins: [number, PaperRecord][] = [];

  constructor(state: SpoolState = emptySpool()) {
    this.state = { ...state };
    this.#from = state.papers;
  }

  /** Papers, and rows for later, since the last `take`. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Before going on: the last block if it is not full, and the runs of ids and joins so far. */
  recall(lastBlock: Uint8Array | null, ids: readonly Uint8Array[], joins: readonly Uint8Array[]): void {
    if (lastBlock !== null) this.#last = readLines(lastBlock);
    const [hashes = [], checks = [], ordinals = []] = readColumns(ids, 3);
    for (let at = 0; at < hashes.length; at += 1) this.#known.add(hashes[at] ?? 0, checks[at] ?? 0, ordinals[at] ?? 0);
    for (const run of joins) for (const [ordinal, record] of readJoins(run)) this.#know(record, ordinal);
  }

  #know(record: PaperRecord, ordinal: number): void {
    for (const key of paperKeys(record)) {
      const [hash, check] = hashOf(key);
      this.#known.add(hash, check, ordinal);
    }
  }

  /** Takes a row. Its paper is new, or one that an earlier row was about. */
  add(record: PaperRecord): void {
    let ordinal = -1;
    const keys = paperKeys(record).map(hashOf);
    for (const [hash, check] of keys) {
      ordinal = this.#known.get(hash, check);
      if (ordinal >= 0) break;
    }
    if (ordinal < 0) {
      if (this.#records.length >= MAX_RECORDS) this.#settle();
      ordinal = this.#from + this.#records.length;
      if (ordinal >= MAX_PAPERS) throw new UnreadableFile('file-too-many-papers');
      this.#records.push(record);
      this.#waiting += 1;
    } else {
      this.state.joined += 1;
      const here = this.#records[ordinal - this.#from];
      // What was settled already is in tables: joined there, in the second stage.
      if (here === undefined) {
        this.#joins.push([ordinal, record]);
        this.#waiting += 1;
      } else {
        const both = mergeRecords(here, record);
        if (lineOf(both).length < LONGEST_RECORD / 3) this.#records[ordinal - this.#from] = both;
      }
    }
    for (const [hash, check] of keys) this.#known.add(hash, check, ordinal);
  }

  /** Makes what papers add of the papers that are kept. */
  #settle(): void {
    for (const [at, record] of this.#records.entries()) {
      this.#runs.add(record, this.#from + at);
      this.#last.push(lineOf(record));
      this.#isNew = true;
      if (this.#last.length < RECORDS_A_BLOCK) continue;
      this.state.bytes += this.#close(this.#from + at);
      this.#last = [];
      this.#isNew = false;
    }
    this.#from += this.#records.length;
    this.#records = [];
  }

  /** A block of the lines up to a paper; answers its bytes. */
  #close(lastPaper: number): number {
    const bytes = encodeLines(this.#last);
    this.#pieces.push({ kind: 'records', number: Math.floor(lastPaper / RECORDS_A_BLOCK), bytes });
    return bytes.length;
  }

  /** All since the last `take`; the state is then the one after it. */
  take(): Spooled {
    const { state } = this;
    this.#settle();
    state.papers = this.#from;
    if (this.#last.length === 0) state.lastBytes = 0;
    else if (this.#isNew) state.lastBytes = this.#close(this.#from - 1);
    this.#isNew = false;
    this.#waiting = 0;
    const pieces = this.#pieces;
    this.#pieces = [];
    const runs = this.#runs.take(state);
    const joins = new Map<number, [number, PaperRecord][]>();
    for (const join of this.#joins) {
      const partition = join[0] >>> JOIN_SHIFT;
      const some = joins.get(partition);
      if (some === undefined) joins.set(partition, [join]);
      else some.push(join);
    }
    for (const [partition, some] of joins) runs.push({ kind: 'joins', partition, bytes: encodeJoins(some) });
    this.#joins = [];
    return { pieces, runs };
  }
}
