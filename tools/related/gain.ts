// How good a list is, given what belongs on it. Pure.

/** nDCG of the first `most`: gains as they are (not 2^gain), discounted by the logarithm of the place. */
export function ndcg(gains: readonly number[], all: readonly number[], most: number): number {
  const sum = (some: readonly number[]): number =>
    some.slice(0, most).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  const best = sum(all.toSorted((one, other) => other - one));
  return best === 0 ? 0 : sum(gains) / best;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Some of them, always the same: spread over all. */
export function sample<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (one): one is T & {} => one !== undefined,
  );
}

/** Of the values in order: the one that this share lies below. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
