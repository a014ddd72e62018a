// What papers cite, by keys, to pairs of papers of the pack, in three rounds of steps: ids and references with the same top
// bits of the hash are read together and make pairs; then pairs become chunks by the paper that cites, and by the one cited.
import { encodeReferences, PAPERS_A_CHUNK } from '../tables/references.ts';
import type { Piece } from '../piece.ts';
import { JOIN_SHIFT, joinSteps, PARTITIONS, readColumns } from './batch-runs.ts';
import { IdMap } from './id-map.ts';
import type { RunStore } from './merge.ts';
import type { Run } from './run-kind.ts';

export const referenceSteps = (papers: number): number => PARTITIONS + 2 * joinSteps(papers);

/** What a step leaves; `added`: pairs that it found. */
interface Left {
  pieces: Piece[];
  runs: Run[];
  added: number;
}

/** @param pairs those that earlier steps found; where there are none, no chunks are written. */
export async function mergeReferences(step: number, papers: number, pairs: number, runStore: RunStore): Promise<Left> {
  if (step < PARTITIONS) return pairUp(step, runStore);
  if (pairs === 0) return { pieces: [], runs: [], added: 0 };
  const at = step - PARTITIONS;
  const each = joinSteps(papers);
  const kind = at < each ? 'cites' : 'citedby';
  return { pieces: await chunks(kind, at % each, papers, runStore), runs: [], added: 0 };
}

async function pairUp(partition: number, runStore: RunStore): Promise<Left> {
  const [hashes = [], checks = [], citing = []] = readColumns(
    await runStore.runs('references', partition, partition + 1),
    3,
  );
  if (hashes.length === 0) return { pieces: [], runs: [], added: 0 };
  const [idHashes = [], idChecks = [], ordinals = []] = readColumns(
    await runStore.runs('ids', partition, partition + 1),
    3,
  );
  const known = new IdMap();
  for (let at = 0; at < idHashes.length; at += 1) known.add(idHashes[at] ?? 0, idChecks[at] ?? 0, ordinals[at] ?? 0);
  const pairs: (readonly [from: number, to: number])[] = [];
  for (let at = 0; at < hashes.length; at += 1) {
    const cited = known.get(hashes[at] ?? 0, checks[at] ?? 0);
    const from = citing[at] ?? 0;
    if (cited >= 0 && cited !== from) pairs.push([from, cited]);
  }
  return {
    pieces: [],
    runs: [
      ...runsOf('cites', pairs),
      ...runsOf(
        'citedby',
        pairs.map(([from, to]) => [to, from] as const),
      ),
    ],
    added: pairs.length,
  };
}

/** Pairs as columns, by the first paper. */
function runsOf(kind: 'cites' | 'citedby', pairs: readonly (readonly [from: number, to: number])[]): Run[] {
  const parts = new Map<number, number[]>();
  for (const [at, [from]] of pairs.entries()) {
    const part = parts.get(from >>> JOIN_SHIFT);
    if (part === undefined) parts.set(from >>> JOIN_SHIFT, [at]);
    else part.push(at);
  }
  return [...parts].map(([partition, places]) => {
    const cells = new Uint32Array(places.length * 2);
    for (const [row, place] of places.entries()) {
      const [from = 0, to = 0] = pairs[place] ?? [];
      cells[row] = from;
      cells[places.length + row] = to;
    }
    return { kind, partition, bytes: new Uint8Array(cells.buffer) };
  });
}

async function chunks(
  kind: 'cites' | 'citedby',
  partition: number,
  papers: number,
  runStore: RunStore,
): Promise<Piece[]> {
  const [from = [], to = []] = readColumns(await runStore.runs(kind, partition, partition + 1), 2);
  const first = partition * 2 ** JOIN_SHIFT;
  const pairs = Float64Array.from(from, (paper, at) => (paper - first) * 2 ** 24 + (to[at] ?? 0)).sort();
  const distinct = pairs.filter((pair, at) => pair !== pairs[at - 1]);
  const pieces: Piece[] = [];
  let at = 0;
  const end = Math.min(papers, first + 2 ** JOIN_SHIFT);
  for (let start = first; start < end; start += PAPERS_A_CHUNK) {
    const place = start - first;
    const begin = at;
    while (at < distinct.length && (distinct[at] ?? 0) < (place + PAPERS_A_CHUNK) * 2 ** 24) at += 1;
    const rows = distinct.subarray(begin, at).map((pair) => pair - place * 2 ** 24);
    pieces.push({
      kind,
      number: start / PAPERS_A_CHUNK,
      bytes: encodeReferences(rows, Math.min(PAPERS_A_CHUNK, end - start)),
    });
  }
  return pieces;
}
