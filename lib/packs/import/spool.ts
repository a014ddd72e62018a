// First stage: rows in, blocks of records and runs out, a batch at a time. What it needs to go on after a batch is
// `SpoolState` (plain JSON), the last block when that is not full, and the keys of all papers so far. Here rows are told
// apart and joined; what papers become is the gatherer's.
import type { PaperRecord } from '../record.ts';
import { RefusedFile } from '../readers/reader.ts';
import { idKeys } from '../record-id.ts';
import { hashOf } from '../tables/hashed.ts';
import { lineOf, LONGEST_RECORD, readLine, readLines } from '../tables/records.ts';
import type { Piece } from '../build.ts';
import { gathererHere, type Gatherer } from './gatherer.ts';
import { IdMap } from './id-map.ts';
import { joined } from './join.ts';
import { JOIN_SHIFT, readColumns, type Run, type RunCounts } from './runs.ts';

const MOST_PAPERS = 2 ** 24;

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

/** So many papers are handed to the gatherer at once. Rows of one paper among them are joined before. */
const HANDED_AT_ONCE = 1024;

export class Spool {
  readonly #known = new IdMap();
  readonly #gatherer: Gatherer;
  /** After the last `take`, but for `joined`. */
  #state: SpoolState;
  #joined: number;
  /** Papers that the gatherer has not got yet, and the ordinal of the first of them. */
  #records: PaperRecord[] = [];
  #from: number;
  #joins: [number, PaperRecord][] = [];

  constructor(state: SpoolState = emptySpool(), gatherer: Gatherer = gathererHere()) {
    this.#state = { ...state };
    this.#joined = state.joined;
    this.#from = state.papers;
    this.#gatherer = gatherer;
    if (state.papers === 0) gatherer.begin(0, []);
  }

  /** Papers so far. */
  get papers(): number {
    return this.#from + this.#records.length;
  }

  /** Before going on: the last block if it is not full, and the runs of ids and joins so far. */
  recall(lastBlock: Uint8Array | null, ids: readonly Uint8Array[], joins: readonly Uint8Array[]): void {
    this.#gatherer.begin(this.#from, lastBlock === null ? [] : readLines(lastBlock));
    const [hashes = [], checks = [], ordinals = []] = readColumns(ids, 3);
    for (let at = 0; at < hashes.length; at += 1) this.#known.add(hashes[at] ?? 0, checks[at] ?? 0, ordinals[at] ?? 0);
    for (const run of joins) for (const [ordinal, record] of readJoins(run)) this.#know(record, ordinal);
  }

  #know(record: PaperRecord, ordinal: number): void {
    for (const key of idKeys(record)) {
      const [hash, check] = hashOf(key);
      this.#known.add(hash, check, ordinal);
    }
  }

  /** Takes a row. Its paper is new, or one that an earlier row told of. */
  add(record: PaperRecord): void {
    let ordinal = -1;
    const keys = idKeys(record).map(hashOf);
    for (const [hash, check] of keys) {
      ordinal = this.#known.get(hash, check);
      if (ordinal >= 0) break;
    }
    if (ordinal < 0) {
      ordinal = this.papers;
      if (ordinal >= MOST_PAPERS)
        throw new RefusedFile('This file has more papers than one pack can hold (16 million).');
      if (this.#records.length >= HANDED_AT_ONCE) this.#hand();
      this.#records.push(record);
    } else {
      this.#joined += 1;
      const here = this.#records[ordinal - this.#from];
      // What was handed over already is in tables: joined there, in the second stage.
      if (here === undefined) this.#joins.push([ordinal, record]);
      else {
        const both = joined(here, record);
        if (lineOf(both).length < LONGEST_RECORD / 3) this.#records[ordinal - this.#from] = both;
      }
    }
    for (const [hash, check] of keys) this.#known.add(hash, check, ordinal);
  }

  #hand(): void {
    this.#gatherer.add(this.#records);
    this.#from += this.#records.length;
    this.#records = [];
  }

  /** All since the last `take`, and the state after it. What is added while this is on its way belongs to the next one,
   *  which must wait for this. */
  async take(): Promise<Spooled & { state: SpoolState }> {
    this.#hand();
    const [papers, joinedSoFar, joins] = [this.#from, this.#joined, this.#joins];
    this.#joins = [];
    const { pieces, runs, added, fullBytes, lastBytes } = await this.#gatherer.take();
    const before = this.#state;
    this.#state = {
      papers,
      joined: joinedSoFar,
      bytes: before.bytes + fullBytes,
      lastBytes: lastBytes ?? before.lastBytes,
      ids: before.ids + added.ids,
      names: before.names + added.names,
      titles: before.titles + added.titles,
    };
    return { pieces, runs: [...runs, ...joinRuns(joins)], state: { ...this.#state } };
  }
}

function joinRuns(joins: readonly (readonly [number, PaperRecord])[]): Run[] {
  const parts = new Map<number, (readonly [number, PaperRecord])[]>();
  for (const join of joins) {
    const partition = join[0] >>> JOIN_SHIFT;
    const some = parts.get(partition);
    if (some === undefined) parts.set(partition, [join]);
    else some.push(join);
  }
  return [...parts].map(([partition, some]) => ({ kind: 'joins', partition, bytes: encodeJoins(some) }));
}
