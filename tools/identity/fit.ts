// Fits the weights of lib/identity on half of the names, and writes them. Only works that no co-author ties already are
// compared, since nothing else is left to decide; each two groups count alike, and so do both kinds of truth.
import { featureVector, readBlock } from '../../lib/identity/block.ts';
import { FEATURES } from '../../lib/identity/features.ts';
import { groupNow } from '../../lib/identity/groups.ts';
import { fitLogistic, type Sample } from './logistic.ts';
import { isForTest, isLabelled, type NameBlock } from './rows.ts';

/** Both kinds of truth count as so many pairs, against the penalty. */
const SAMPLES_OF_A_KIND = 20_000;
/** OpenReview's ids are the better truth. */
const shareOf = (of: string): number => (of === 'openreview' ? 2 : 1);

interface Pair extends Sample {
  of: string;
}

function pairsOf({ works }: NameBlock): Pair[] {
  const block = readBlock(works.map(({ signature }) => signature));
  const { group } = groupNow(block);
  const sizes = new Map<string, number>();
  const sizeKey = (at: number): string => `${works[at]?.of ?? ''} ${group[at] ?? 0}`;
  for (const [at, { id }] of works.entries())
    if (id !== null) sizes.set(sizeKey(at), (sizes.get(sizeKey(at)) ?? 0) + 1);
  const pairs: Pair[] = [];
  for (const [at, one] of works.entries()) {
    if (one.id === null) continue;
    block.begin(at);
    for (const [before, other] of works.slice(0, at).entries()) {
      if (other.id === null || other.of !== one.of || group[at] === group[before]) continue;
      if (one.signature.paper === other.signature.paper) continue;
      const features = featureVector();
      if (!block.features(at, before, features)) continue;
      const weight = 1 / ((sizes.get(sizeKey(at)) ?? 1) * (sizes.get(sizeKey(before)) ?? 1));
      pairs.push({ features, same: one.id === other.id, weight, of: one.of });
    }
  }
  return pairs;
}

/** The weights, in the order of the features. */
export function fitWeights(blocks: readonly NameBlock[]): Float64Array {
  const pairs = blocks.filter((block) => isLabelled(block) && !isForTest(block.key)).flatMap(pairsOf);
  const totals = new Map<string, number>();
  for (const { of, weight } of pairs) totals.set(of, (totals.get(of) ?? 0) + weight);
  for (const pair of pairs) pair.weight *= (SAMPLES_OF_A_KIND * shareOf(pair.of)) / (totals.get(pair.of) ?? 1);
  return fitLogistic(pairs, FEATURES.length);
}

/** The lines of lib/identity/weights.ts that are fitted. */
export const weightLines = (weights: Float64Array): string =>
  FEATURES.flatMap((feature, at) =>
    weights[at] === 0 ? [] : [`  ${keyOf(feature)}: ${(weights[at] ?? 0).toFixed(3)},`],
  ).join('\n');

const keyOf = (feature: string): string => (/^[a-z]+$/.test(feature) ? feature : `'${feature}'`);
