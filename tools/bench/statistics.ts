// How a figure is taken from repeated measurements, so that what else the machine does affects both sides equally.

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The middle half of the values lies between these two. */
export function quartiles(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.25), at(0.75)];
}

/** Runs every measurement in turn, `times` rounds, each round in the opposite order of the one before. */
export async function interleaved<Name extends string>(
  times: number,
  measurements: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measurements) as Name[]; // A record's own keys are its names.
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < times; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) taken[name].push(await measurements[name]());
  return taken;
}
