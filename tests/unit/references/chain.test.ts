// The chain's sums against all ways to label a few tokens, one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfNone, likelyTitles, sumOver, WIDTH, type Steps } from '../../../lib/references/chain.ts';
import { JOINTS } from '../../../lib/references/surroundings.ts';
import { labelOfState, LABELS, mayFollow, STATES, TITLE } from '../../../lib/references/labels.ts';
import { chance } from '../../../tools/chance.ts';

function randomChain(seed: number, count: number): { scores: Float64Array; joints: Uint8Array; steps: Steps } {
  const random = chance(seed);
  const table = new Float64Array(JOINTS * STATES * STATES);
  for (let joint = 0; joint < 2; joint += 1)
    for (let from = 0; from < STATES; from += 1)
      for (let to = 0; to < STATES; to += 1)
        if (mayFollow(from, to)) table[(joint * STATES + from) * STATES + to] = Math.exp(random.next() * 4 - 2);
  const some = (): Float64Array => Float64Array.from({ length: STATES }, () => Math.exp(random.next()));
  return {
    scores: Float64Array.from({ length: count * WIDTH }, () => random.next() * 6 - 3),
    joints: Uint8Array.from({ length: count }, () => random.below(2)),
    steps: { steps: table, starts: some(), ends: some() },
  };
}

/** How likely each stretch is the title, and no stretch: by adding up all ways. */
function byHand({ scores, joints, steps }: ReturnType<typeof randomChain>, count: number): Map<string, number> {
  const found = new Map<string, number>();
  let total = 0;
  const walk = (path: number[], weight: number): void => {
    const at = path.length;
    if (at === count) {
      const all = weight * (steps.ends[path.at(-1) ?? 0] ?? 0);
      const from = path.indexOf(TITLE);
      const name = from < 0 ? 'none' : `${from} ${path.lastIndexOf(TITLE)}`;
      found.set(name, (found.get(name) ?? 0) + all);
      total += all;
      return;
    }
    for (let state = 0; state < STATES; state += 1) {
      const before = path.at(-1);
      const step =
        before === undefined
          ? state < LABELS
            ? (steps.starts[state] ?? 0)
            : 0
          : (steps.steps[((joints[at] ?? 0) * STATES + before) * STATES + state] ?? 0);
      if (step > 0) walk([...path, state], weight * step * Math.exp(scores[at * WIDTH + labelOfState(state)] ?? 0));
    }
  };
  walk([], 1);
  return new Map([...found].map(([name, sum]) => [name, sum / total]));
}

describe('the chain', () => {
  it('has the likeliest titles, and how likely each is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 3 }), (seed, count) => {
        const chain = randomChain(seed, count);
        const sums = sumOver(count, chain.scores, chain.joints, chain.steps);
        const all = byHand(chain, count);
        expect(chanceOfNone(sums, chain.steps)).toBeCloseTo(all.get('none') ?? 0, 6);
        const titles = likelyTitles(sums, chain.joints, chain.steps);
        const best = Math.max(...[...all].filter(([name]) => name !== 'none').map(([, value]) => value));
        expect(titles[0]?.chance).toBeCloseTo(best, 6);
        for (const { from, to, chance: likely } of titles) expect(likely).toBeCloseTo(all.get(`${from} ${to}`) ?? 0, 6);
      }),
      { numRuns: 12, seed: 3 },
    );
  });
});
