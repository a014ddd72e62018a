// Second stage: runs to tables, a partition at a time, so that memory does not grow with the pack. Steps in order:
// joins (rewrites blocks of records, adds runs), ids, names, words, titles, and where there are some words of abstracts and
// references (adds runs of its own). Each step reads runs and answers pieces;
// the caller writes them together with the state, and may stop after any step.
import type { Piece } from '../piece.ts';
import type { Kind, TableSizes } from '../shelf.ts';
import { chunkOfHash, chunksFor, encodeDifferences, encodeHashed, type HashRows } from '../tables/hashed.ts';
import { encodeLines, lineOf, LONGEST_RECORD, readLine, readLines, RECORDS_A_BLOCK } from '../tables/records.ts';
import { encodeExtras, mergeExtras, readExtraLines } from '../tables/extras.ts';
import { ABSTRACT_PARTITIONS, encodeTops, partitionOfAbstracts, WORD_PARTITIONS } from '../tables/words.ts';
import { mergeRecords } from '../../paper/merge.ts';
import { orderOf } from './order.ts';
import { joinSteps, PARTITIONS, readColumns, RunWriter } from './batch-runs.ts';
import { type RunKind } from './run-kind.ts';
import { mergeReferences, referenceSteps } from './reference-merge.ts';
import { readJoins, type Spooled, type SpoolState } from './spool.ts';
import { TitleMerge } from './title-merge.ts';
import { wordPieces } from './word-merge.ts';

export interface MergeState {
  spooled: SpoolState;
  step: number;
  /** First words of the chunks so far. */
  tops: string[];
  /** Bytes of the pieces so far, without records. */
  bytes: number;
  /** First words of the chunks of abstracts' words so far; a checkpoint of an earlier version has neither this nor the next. */
  abstractTops?: string[];
  /** Pairs of a paper and one that it cites so far. */
  references?: number;
}

/** Where runs and blocks lie. */
export interface RunStore {
  /** Runs of partitions [from, to), in the order in which they were written. */
  runs(kind: RunKind, from: number, to: number): Promise<readonly Uint8Array[]>;
  pieces(kind: Kind, numbers: readonly number[]): Promise<readonly (Uint8Array | null)[]>;
}

export const beginMerge = (spooled: SpoolState): MergeState => ({
  spooled,
  step: 0,
  tops: [],
  bytes: 0,
  abstractTops: [],
  references: 0,
});

// Sixteen steps each for ids, names and titles; where a table of ids or names has fewer chunks, the rest of them is empty.
const stepsOf = (spooled: SpoolState): number =>
  joinSteps(spooled.papers) +
  3 * PARTITIONS +
  WORD_PARTITIONS +
  // Checkpoints of an earlier version have no such counts.
  (has(spooled.abstractWords) ? ABSTRACT_PARTITIONS : 0) +
  (has(spooled.references) ? referenceSteps(spooled.papers) : 0);

const has = (count: number | undefined): boolean => (count ?? 0) > 0;

/** How much of it is done, 0 to 1. */
export const partMerged = ({ spooled, step }: MergeState): number => step / stepsOf(spooled);
export const merged = ({ spooled, step }: MergeState): boolean => step >= stepsOf(spooled);

const blockBytes = ({ bytes, lastBytes, abstractBytes, lastAbstractBytes }: SpoolState): number =>
  bytes + lastBytes + abstractBytes + lastAbstractBytes;

export function sizesOf(state: MergeState, people: number, peopleBytes: number): TableSizes {
  const { spooled, bytes, abstractTops = [], references = 0 } = state;
  return {
    papers: spooled.papers,
    people,
    idChunks: chunksFor(spooled.ids),
    nameChunks: chunksFor(spooled.names),
    ...(spooled.abstracts > 0 ? { abstracts: spooled.abstracts } : {}),
    ...(abstractTops.length > 0 ? { abstractWordChunks: abstractTops.length } : {}),
    ...(references > 0 ? { references } : {}),
    bytes: bytes + blockBytes(spooled) + peopleBytes,
  };
}

/** Goes from a state to the end, step by step. */
export class Merge {
  readonly #runStore: RunStore;
  #titles: TitleMerge | null = null;
  /** After the last step. */
  state: MergeState;

  constructor(state: MergeState, runStore: RunStore) {
    this.state = state;
    this.#runStore = runStore;
  }

  get done(): boolean {
    return merged(this.state);
  }

  /** One step further: what it leaves. */
  async step(): Promise<Spooled> {
    const { state } = this;
    const after = {
      ...state,
      spooled: { ...state.spooled },
      step: state.step + 1,
      tops: [...state.tops],
      abstractTops: [...(state.abstractTops ?? [])],
      references: state.references ?? 0,
    };
    const left = await this.#take(state, after);
    for (const { kind, bytes } of left.pieces)
      if (kind !== 'records' && kind !== 'abstracts') after.bytes += bytes.length;
    this.state = after;
    return left;
  }

  async #take({ spooled, step }: MergeState, after: Required<MergeState>): Promise<Spooled> {
    const runStore = this.#runStore;
    let at = step;
    if (at < joinSteps(spooled.papers)) return joinRecords(at, after.spooled, runStore);
    at -= joinSteps(spooled.papers);
    if (at < PARTITIONS) return { pieces: await hashedPieces('ids', at, chunksFor(spooled.ids), runStore), runs: [] };
    at -= PARTITIONS;
    if (at < PARTITIONS)
      return { pieces: await hashedPieces('names', at, chunksFor(spooled.names), runStore), runs: [] };
    at -= PARTITIONS;
    if (at < WORD_PARTITIONS) {
      const pieces = wordPieces('words', await runStore.runs('words', at, at + 1), after.tops);
      if (at === WORD_PARTITIONS - 1) pieces.push({ kind: 'wordtops', number: 0, bytes: encodeTops(after.tops) });
      return { pieces, runs: [] };
    }
    at -= WORD_PARTITIONS;
    if (at < PARTITIONS) {
      this.#titles ??= new TitleMerge(spooled.titles, (kind, from, to) => runStore.runs(kind, from, to));
      return { pieces: await this.#titles.part(at), runs: [] };
    }
    at -= PARTITIONS;
    if (has(spooled.abstractWords)) {
      if (at < ABSTRACT_PARTITIONS)
        return { pieces: await abstractWordPieces(at, after.abstractTops, runStore), runs: [] };
      at -= ABSTRACT_PARTITIONS;
    }
    const left = await mergeReferences(at, spooled.papers, after.references, runStore);
    after.references += left.added;
    return left;
  }
}

async function abstractWordPieces(at: number, tops: string[], runStore: RunStore): Promise<Piece[]> {
  const partition = partitionOfAbstracts(at);
  const pieces = wordPieces('abstractwords', await runStore.runs('abstractwords', partition, partition + 1), tops);
  if (at === ABSTRACT_PARTITIONS - 1 && tops.length > 0)
    pieces.push({ kind: 'abstracttops', number: 0, bytes: encodeTops(tops) });
  return pieces;
}

async function joinRecords(partition: number, counts: SpoolState, runStore: RunStore): Promise<Spooled> {
  // By paper, each paper's rows as they came: words take papers in ascending order only.
  const joins = (await runStore.runs('joins', partition, partition + 1))
    .flatMap(readJoins)
    .toSorted(([one], [other]) => one - other);
  const byBlock = new Map<number, typeof joins>();
  for (const join of joins) {
    const block = Math.floor(join[0] / RECORDS_A_BLOCK);
    const some = byBlock.get(block);
    if (some === undefined) byBlock.set(block, [join]);
    else some.push(join);
  }
  const numbers = [...byBlock.keys()];
  const blocks = await runStore.pieces('records', numbers);
  const extraBlocks = await runStore.pieces('abstracts', numbers);
  const writer = new RunWriter();
  const pieces: Piece[] = [];
  for (const [at, number] of numbers.entries()) {
    const block = blocks[at];
    if (block === null || block === undefined) throw new Error(`block ${number} of an import is gone`);
    const lines = readLines(block);
    const extraBlock = extraBlocks[at] ?? null;
    const extras = extraBlock === null ? null : readExtraLines(extraBlock);
    let added = 0;
    let changed = false;
    // By place, so that a paper of many rows is told once what they add together.
    const places = new Map<number, typeof joins>();
    for (const join of byBlock.get(number) ?? []) {
      const place = join[0] % RECORDS_A_BLOCK;
      places.set(place, [...(places.get(place) ?? []), join]);
    }
    for (const [place, some] of places) {
      const before = readLine(lines[place] ?? '');
      if (before === null) continue;
      let after = before;
      const extraBefore = extras?.[place] ?? '';
      let extraAfter = extraBefore;
      for (const [, record, extra] of some) {
        extraAfter = mergeExtras(extraAfter, extra);
        const both = mergeRecords(after, record);
        if (lineOf(both).length < LONGEST_RECORD / 3) after = both;
      }
      lines[place] = lineOf(after);
      writer.addDifference(before, after, number * RECORDS_A_BLOCK + place);
      if (extras === null || extraAfter === extraBefore) continue;
      extras[place] = extraAfter;
      changed = true;
      if (extraBefore === '') added += 1;
      writer.addExtra(before.title, extraAfter, number * RECORDS_A_BLOCK + place, extraBefore);
    }
    const bytes = encodeLines(lines);
    if (lines.length === RECORDS_A_BLOCK) counts.bytes += bytes.length - block.length;
    else counts.lastBytes = bytes.length;
    pieces.push({ kind: 'records', number, bytes });
    if (extras === null || extraBlock === null || !changed) continue;
    const packed = encodeExtras(extras);
    counts.abstracts += added;
    if (extras.length === RECORDS_A_BLOCK) counts.abstractBytes += packed.length - extraBlock.length;
    else counts.lastAbstractBytes = packed.length;
    pieces.push({ kind: 'abstracts', number, bytes: packed });
  }
  return { pieces, runs: writer.take(counts) };
}

const inOrder = (column: Uint32Array, order: Uint32Array): Uint32Array => {
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) sorted[at] = column[order[at] ?? 0] ?? 0;
  return sorted;
};

/** Rows of one hash, nearly always one or a few, by ordinal. */
function settle({ hashes, checks, ordinals }: HashRows): void {
  for (let from = 0; from < hashes.length;) {
    let to = from + 1;
    let ascending = true;
    for (; to < hashes.length && hashes[to] === hashes[from]; to += 1)
      ascending &&= (ordinals[to] ?? 0) > (ordinals[to - 1] ?? 0);
    if (!ascending) {
      const rows = Array.from({ length: to - from }, (_, at) => [ordinals[from + at] ?? 0, checks[from + at] ?? 0]);
      rows.sort(([one = 0, a = 0], [other = 0, b = 0]) => one - other || a - b);
      for (const [at, [ordinal = 0, check = 0]] of rows.entries()) {
        ordinals[from + at] = ordinal;
        checks[from + at] = check;
      }
    }
    from = to;
  }
}

async function hashedPieces(kind: 'ids' | 'names', step: number, chunks: number, runStore: RunStore): Promise<Piece[]> {
  const steps = Math.min(PARTITIONS, chunks);
  if (step >= steps) return [];
  const each = PARTITIONS / steps;
  const parts: HashRows[] = [];
  for (let partition = step * each; partition < (step + 1) * each; partition += 1) {
    const [hashes, checks, ordinals] = readColumns(await runStore.runs(kind, partition, partition + 1), 3);
    if (hashes === undefined || checks === undefined || ordinals === undefined) continue;
    const order = orderOf(hashes);
    const rows = {
      hashes: inOrder(hashes, order),
      checks: inOrder(checks, order),
      ordinals: inOrder(ordinals, order),
    };
    settle(rows);
    parts.push(rows);
  }
  const rows = parts.length === 1 && parts[0] !== undefined ? parts[0] : concatenated(parts);
  const pieces: Piece[] = [];
  let from = 0;
  for (let chunk = (step * chunks) / steps; chunk < ((step + 1) * chunks) / steps; chunk += 1) {
    let to = from;
    while (to < rows.hashes.length && chunkOfHash(rows.hashes[to] ?? 0, chunks) === chunk) to += 1;
    const bytes = kind === 'names' ? encodeDifferences(rows, from, to) : encodeHashed(rows, from, to);
    pieces.push({ kind, number: chunk, bytes });
    from = to;
  }
  return pieces;
}

function concatenated(parts: readonly HashRows[]): HashRows {
  const join = (column: keyof HashRows): Uint32Array => {
    const all = new Uint32Array(parts.reduce((sum, part) => sum + part[column].length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part[column], at);
      at += part[column].length;
    }
    return all;
  };
  return { hashes: join('hashes'), checks: join('checks'), ordinals: join('ordinals') };
}
