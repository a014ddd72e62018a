// Back and forward through what a graph showed. Pure.

/** Maximum steps back. */
const MAX_STEPS = 100;

export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

export const startHistory = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** A step that `back` undoes; one that changes nothing is none. */
export const step = <T>({ past, now, future }: History<T>, next: T): History<T> =>
  next === now ? { past, now, future } : { past: [...past, now].slice(-MAX_STEPS), now: next, future: [] };

/** The same place, changed without a step: the focus that moves by arrow keys. */
export const inPlace = <T>(history: History<T>, now: T): History<T> => ({ ...history, now });

export function back<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function forward<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...later] = future;
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: later };
}
