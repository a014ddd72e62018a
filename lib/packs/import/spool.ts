// First stage: rows in, blocks of records and runs out, a batch at a time. What it needs to go on after a batch is
// `SpoolState` (plain JSON), the last block when that is not full, and the keys of all papers so far.
import { UnreadableFile } from '../unreadable-file.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { paperKeys } from '../../paper/keys.ts';
import { hashOf } from '../../text/string-hash.ts';
import { encodeLines, lineOf, LONGEST_RECORD, readLine, readLines, RECORDS_A_BLOCK } from '../tables/records.ts';
import { encodeExtras, extraLine, mergeExtras, noExtras, readExtraLines, type PaperExtra } from '../tables/extras.ts';
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
  /** Papers with an abstract or something else beside the record; blocks of these are there from the first of them on, for
   *  all papers. */
  abstracts: number;
  /** Bytes of their full blocks, and of the last one. */
  abstractBytes: number;
  lastAbstractBytes: number;
}

export const emptySpool = (): SpoolState => ({
  papers: 0,
  joined: 0,
  bytes: 0,
  lastBytes: 0,
  abstracts: 0,
  abstractBytes: 0,
  lastAbstractBytes: 0,
  ids: 0,
  names: 0,
  titles: 0,
  abstractWords: 0,
  references: 0,
});

/** What a batch leaves, to be written in one go together with the state. */
export interface Spooled {
  pieces: Piece[];
  runs: Run[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A row about a paper of an earlier batch: its ordinal, what the row says, and its line of extras. */
export type Join = readonly [ordinal: number, record: PaperRecord, extra: string];

// Texts of JSON have no tabs, and extras have none either.
export const encodeJoins = (joins: readonly Join[]): Uint8Array<ArrayBuffer> =>
  encoder.encode(joins.map(([ordinal, record, extra]) => `${ordinal}\t${lineOf(record)}\t${extra}\n`).join(''));

export function readJoins(run: Uint8Array): Join[] {
  return decoder
    .decode(run)
    .split('\n')
    .flatMap((line): Join[] => {
      const [ordinal = '', json = '', extra = ''] = line.split('\t');
      const record = json === '' ? null : readLine(json);
      return record === null ? [] : [[Number(ordinal), record, extra]];
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
  /** Of `#records`, by place. */
  #extras: string[] = [];
  /** Extras of `#last`. */
  #lastExtras: string[] = [];
  /** Ordinal of the first of `#records`. */
  #from: number;
  #hasExtras: boolean;
  #joins: Join[] = [];

  constructor(state: SpoolState = emptySpool()) {
    // Checkpoints of earlier versions know nothing of extras.
    this.state = { ...emptySpool(), ...state };
    this.#from = state.papers;
    this.#hasExtras = this.state.abstractBytes + this.state.lastAbstractBytes > 0;
  }

  /** Papers, and rows for later, since the last `take`. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Before going on: the last block if it is not full, and the runs of ids and joins so far. */
  recall(
    { block, extras }: { block: Uint8Array | null; extras: Uint8Array | null },
    ids: readonly Uint8Array[],
    joins: readonly Uint8Array[],
  ): void {
    if (block !== null) this.#last = readLines(block);
    this.#lastExtras = extras === null ? this.#last.map(() => '') : readExtraLines(extras);
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
  add(record: PaperRecord, { abstract = '', words = [], references = [] }: PaperExtra = {}): void {
    const extra = extraLine({ abstract, words, references });
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
      this.#extras.push('');
      this.#keepExtra(ordinal, extra);
      this.#waiting += 1;
    } else {
      this.state.joined += 1;
      const here = this.#records[ordinal - this.#from];
      // What was settled already is in tables: joined there, in the second stage.
      if (here === undefined) {
        if (extra !== '') this.#beginExtras();
        this.#joins.push([ordinal, record, extra]);
        this.#waiting += 1;
      } else {
        this.#keepExtra(ordinal, extra);
        const both = mergeRecords(here, record);
        if (lineOf(both).length < LONGEST_RECORD / 3) this.#records[ordinal - this.#from] = both;
      }
    }
    for (const [hash, check] of keys) this.#known.add(hash, check, ordinal);
  }

  /** The first abstract that rows of a paper have is the paper's, and so with all else beside the record. */
  #keepExtra(ordinal: number, extra: string): void {
    const place = ordinal - this.#from;
    if (extra === '') return;
    this.#beginExtras();
    const before = this.#extras[place] ?? '';
    if (before === '') this.state.abstracts += 1;
    this.#extras[place] = mergeExtras(before, extra);
  }

  /** Blocks of extras are wanted: those of the papers so far are there, and empty. */
  #beginExtras(): void {
    if (this.#hasExtras) return;
    this.#hasExtras = true;
    for (let number = 0; number < Math.floor(this.#from / RECORDS_A_BLOCK); number += 1) {
      const bytes = noExtras();
      this.#pieces.push({ kind: 'abstracts', number, bytes });
      this.state.abstractBytes += bytes.length;
    }
    this.#isNew ||= this.#last.length > 0;
  }

  /** Makes what papers add of the papers that are kept. */
  #settle(): void {
    for (const [at, record] of this.#records.entries()) {
      this.#runs.add(record, this.#from + at);
      this.#last.push(lineOf(record));
      const extra = this.#extras[at] ?? '';
      this.#runs.addExtra(record.title, extra, this.#from + at);
      this.#lastExtras.push(extra);
      this.#isNew = true;
      if (this.#last.length < RECORDS_A_BLOCK) continue;
      const closed = this.#close(this.#from + at);
      this.state.bytes += closed.records;
      this.state.abstractBytes += closed.abstracts;
      this.#last = [];
      this.#lastExtras = [];
      this.#isNew = false;
    }
    this.#from += this.#records.length;
    this.#records = [];
    this.#extras = [];
  }

  /** Blocks of the lines and extras up to a paper; answers their bytes. */
  #close(lastPaper: number): { records: number; abstracts: number } {
    const number = Math.floor(lastPaper / RECORDS_A_BLOCK);
    const bytes = encodeLines(this.#last);
    this.#pieces.push({ kind: 'records', number, bytes });
    if (!this.#hasExtras) return { records: bytes.length, abstracts: 0 };
    const abstracts = encodeExtras(this.#lastExtras);
    this.#pieces.push({ kind: 'abstracts', number, bytes: abstracts });
    return { records: bytes.length, abstracts: abstracts.length };
  }

  /** All since the last `take`; the state is then the one after it. */
  take(): Spooled {
    const { state } = this;
    this.#settle();
    state.papers = this.#from;
    if (this.#last.length === 0) {
      state.lastBytes = 0;
      state.lastAbstractBytes = 0;
    } else if (this.#isNew) {
      const closed = this.#close(this.#from - 1);
      state.lastBytes = closed.records;
      state.lastAbstractBytes = closed.abstracts;
    }
    this.#isNew = false;
    this.#waiting = 0;
    const pieces = this.#pieces;
    this.#pieces = [];
    const runs = this.#runs.take(state);
    const joins = new Map<number, Join[]>();
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
