// Random numbers that are the same for the same seed (mulberry32): for made-up titles, pages and rows.
export interface Chance {
  /** 0 to 1, without 1. */
  next: () => number;
  below: (limit: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** A new order of a list. */
  shuffled: <T>(list: readonly T[]) => T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    shuffled: (list) =>
      list
        .map((one) => ({ one, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one),
  };
}
