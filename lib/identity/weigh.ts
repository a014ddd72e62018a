// How much evidence there is between groups of works: the sum of all pairs of works, one of each. Pure.
import { NEVER, featureVector, type ComparedWorks } from './block.ts';
import { FEATURES, FIRST_OF_WORKS } from './features.ts';
import type { Groups } from './groups.ts';
import { noEvidence, type PairSums } from './linkage.ts';

/** The evidence that a vector of features makes. */
export function weigh(weights: Float64Array, features: Float64Array, from = 0, to: number = FEATURES.length): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}

/** Compares every two works of different groups; yields after each work. `some`: groups that are compared. */
export function* weighGroups(
  block: ComparedWorks,
  groups: Groups,
  weights: Float64Array,
  some: readonly number[],
): Generator<void, PairSums> {
  const evidence = noEvidence(some.length);
  const { sums, sizes } = evidence;
  const places = new Map(some.map((group, at) => [group, at]));
  const placeOf = Int32Array.from(groups.group, (group) => places.get(group) ?? -1);
  const works = Array.from({ length: block.size }, (_, at) => at).filter((work) => (placeOf[work] ?? -1) >= 0);
  const count = block.spellings.length;
  const bases = new Map<number, { sums: Float64Array; commons: Float64Array }>();
  const features = featureVector();
  for (const [at, work] of works.entries()) {
    const place = placeOf[work] ?? 0;
    sizes[place] = (sizes[place] ?? 0) + 1;
    const row = (sums[place] ??= new Float64Array(some.length));
    const spelling = block.spelling[work] ?? 0;
    let base = bases.get(spelling);
    if (base === undefined) {
      base = { sums: new Float64Array(count).fill(Number.NaN), commons: new Float64Array(count) };
      bases.set(spelling, base);
    }
    block.begin(work);
    for (let before = 0; before < at; before += 1) {
      const other = works[before] ?? 0;
      const far = placeOf[other] ?? 0;
      if (far === place) continue;
      const its = block.spelling[other] ?? 0;
      let sum = base.sums[its] ?? NEVER;
      if (Number.isNaN(sum)) {
        const { features: pair, common } = block.spellingPair(spelling, its);
        sum = pair === null ? NEVER : weigh(weights, pair, 0, FIRST_OF_WORKS);
        base.sums[its] = sum;
        base.commons[its] = common;
      }
      if (sum !== NEVER) {
        block.workFeatures(work, other, base.commons[its] ?? 0, features);
        sum += weigh(weights, features, FIRST_OF_WORKS);
      }
      row[far] = (row[far] ?? 0) + sum;
    }
    yield;
  }
  // What was added to one side of the square belongs to both.
  for (let one = 0; one < some.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const [a, b] = [sums[one], sums[other]];
      if (a === undefined || b === undefined) continue;
      const apart = groups.areApart(some[one] ?? 0, some[other] ?? 0) ? NEVER : 0;
      const sum = (a[other] ?? 0) + (b[one] ?? 0) + apart;
      a[other] = sum;
      b[one] = sum;
    }
    yield;
  }
  return evidence;
}
