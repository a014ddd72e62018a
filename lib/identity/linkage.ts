// Average linkage: groups join, the two of most evidence per pair of works first, while that is above a threshold. By
// chains of nearest neighbours, which need no sorted list and give the same tree. Pure.

/** Sums of evidence between groups, and their sizes. */
export interface PairSums {
  count: number;
  sums: Float64Array[];
  sizes: Float64Array;
}

/** Rows come as they are needed: all at once would take long. */
export const noEvidence = (count: number): PairSums => ({ count, sums: [], sizes: new Float64Array(count) });

/** Joins groups, and says for each which group it went into. `evidence` is changed along; yields after each step. */
export function* joinGroups({ count, sums, sizes }: PairSums, threshold: number): Generator<void, number[]> {
  const into = Array.from({ length: count }, (_, at) => at);
  const alive = Array.from({ length: count }, (_, at) => at);
  const drop = (group: number): void => {
    alive.splice(alive.indexOf(group), 1);
  };
  const meanOf = (row: Float64Array, a: number, b: number): number =>
    (row[b] ?? 0) / ((sizes[a] ?? 1) * (sizes[b] ?? 1));
  const chain: number[] = [];
  for (;;) {
    const last = chain.at(-1) ?? alive[0];
    if (last === undefined) break;
    if (chain.length === 0) chain.push(last);
    const row = sums[last] ?? new Float64Array();
    const before = chain.at(-2);
    // The one before wins a tie, so that a chain ends.
    let best = before ?? null;
    let most = before === undefined ? threshold : meanOf(row, last, before);
    for (const other of alive) {
      if (other === last) continue;
      const mean = meanOf(row, last, other);
      if (mean > most) {
        most = mean;
        best = other;
      }
    }
    if (best === null) {
      // Nobody is near enough, and joining others brings nobody nearer.
      drop(last);
      chain.pop();
    } else if (best === before) {
      chain.length -= 2;
      const kept = sums[best] ?? row;
      for (const other of alive) {
        const sum = (kept[other] ?? 0) + (row[other] ?? 0);
        kept[other] = sum;
        const column = sums[other];
        if (column !== undefined) column[best] = sum;
      }
      sizes[best] = (sizes[best] ?? 0) + (sizes[last] ?? 0);
      into[last] = best;
      drop(last);
    } else chain.push(best);
    yield;
  }
  return into.map((_, group) => {
    let top = group;
    while ((into[top] ?? top) !== top) top = into[top] ?? top;
    return top;
  });
}
