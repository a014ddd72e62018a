// Runs of titles to the title index, a part of the keys' range at a time. The front takes shape in memory; chunks leave
// as soon as they are full, so that never more of them are held than one part has.
import { TitleIndexWriter } from '../tables/title-index.ts';
import type { Piece } from '../piece.ts';
import { orderOf } from './order.ts';
import { PARTITIONS, readColumns } from './batch-runs.ts';
import { type RunKind } from './run-kind.ts';

type ReadRuns = (kind: RunKind, from: number, to: number) => Promise<readonly Uint8Array[]>;

/** Titles of one key by paper; without it what joined rows add would come after all others. */
function settle(order: Uint32Array, keys: Uint32Array, ordinals: Uint32Array): void {
  const byPaper = (one: number, other: number): number => (ordinals[one] ?? 0) - (ordinals[other] ?? 0) || one - other;
  for (let from = 0; from < order.length;) {
    const key = keys[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && keys[order[to] ?? 0] === key) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(byPaper);
    from = to;
  }
}

export class TitleMerge {
  readonly #writer: TitleIndexWriter;
  readonly #runs: ReadRuns;
  #next = 0;
  #pieces: Piece[] = [];

  /** @param total entries of all parts together */
  constructor(total: number, runs: ReadRuns) {
    this.#writer = new TitleIndexWriter(total, (number, bytes) => this.#pieces.push({ kind: 'titles', number, bytes }));
    this.#runs = runs;
  }

  /** The pieces of a part; the front comes with the last. Parts are asked for in order. An import that continues
   *  after a stop begins in the middle: what came before is gone through again for the front, and its chunks, which are
   *  stored already, are left out. */
  async part(part: number): Promise<Piece[]> {
    for (;;) {
      this.#pieces = [];
      await this.#take(this.#next);
      this.#next += 1;
      if (this.#next > part) break;
    }
    if (this.#next === PARTITIONS) this.#pieces.push({ kind: 'front', number: 0, bytes: this.#writer.finish().front });
    return this.#pieces;
  }

  async #take(part: number): Promise<void> {
    const [keys, checks, ordinals, lengths] = readColumns(await this.#runs('titles', part, part + 1), 4);
    if (keys === undefined || checks === undefined || ordinals === undefined || lengths === undefined) return;
    const order = orderOf(keys);
    settle(order, keys, ordinals);
    for (const at of order) this.#writer.put(keys[at] ?? 0, checks[at] ?? 0, lengths[at] ?? 0, ordinals[at] ?? 0);
  }
}
