// How long an import still takes, from how fast it has been lately. Pure.

/** Part done, 0 to 1, at a time, milliseconds. */
export interface ProgressSample {
  time: number;
  progress: number;
}

/** Looks older than this say nothing about now. */
const WINDOW = 20_000;
/** Before this a guess would jump about. */
const LEAST = 3_000;

/** The samples that count, with the new one. Progress that went back (a new phase, a resumed job) starts over. */
export function withSample(samples: readonly ProgressSample[], now: ProgressSample): ProgressSample[] {
  const last = samples.at(-1);
  if (last !== undefined && now.progress < last.progress) return [now];
  return [...samples.filter(({ time }) => now.time - time <= WINDOW), now];
}

/** Seconds left, or null while that is unknown. */
export function secondsLeft(samples: readonly ProgressSample[]): number | null {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [time, done] = [last.time - first.time, last.progress - first.progress];
  if (time < LEAST || done <= 0) return null;
  return Math.ceil(((1 - last.progress) / done) * (time / 1000));
}

/** Coarse, so that it does not flicker: "40 s", "3 min", "2 h". */
export function roughly(seconds: number): { amount: number; unit: 'second' | 'minute' | 'hour' } {
  if (seconds < 55) return { amount: Math.max(5, Math.ceil(seconds / 5) * 5), unit: 'second' };
  if (seconds < 55 * 60) return { amount: Math.max(1, Math.round(seconds / 60)), unit: 'minute' };
  return { amount: Math.max(1, Math.round(seconds / 3600)), unit: 'hour' };
}
