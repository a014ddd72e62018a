// Learns the weights of a chain of labels (a conditional random field) from labelled entries: gradient steps of the
// likelihood with a step width for each weight (AdaGrad), the same for the same entries and seed.
import { sumOver, WIDTH, type ChainSums } from '../../lib/references/chain.ts';
import { TOKEN_FEATURES } from '../../lib/references/features.ts';
import { BEGINNINGS, ENDS, JOINTS } from '../../lib/references/surroundings.ts';
import { LABELS, labelOfState, STATES } from '../../lib/references/labels.ts';
import { allSteps, STEP_TABLES, type Parts } from '../../lib/references/model.ts';
import { chance } from '../chance.ts';
import type { Sample } from './sample.ts';

export interface Options {
  seed: number;
  /** Rounds over all entries with all features, then with those that stay. */
  rounds: number;
  again: number;
  /** Features that fewer tokens have are left out. */
  least: number;
  /** Maximum features that stay. */
  keep: number;
  penalty: number;
  /** Entries made of others, for each. */
  copies: number;
  width: number;
}
export const usual: Options = {
  seed: 1,
  rounds: 8,
  again: 6,
  least: 3,
  keep: 10_000,
  penalty: 0.0005,
  copies: 2,
  width: 0.12,
};

const stepAt = new Int32Array(STATES * STATES).fill(-1);
for (const [nth, [from, to]] of allSteps.entries()) stepAt[from * STATES + to] = nth;
const stepPlace = Int32Array.from(allSteps, ([from, to]) => from * STATES + to);
const WIDE = allSteps.length;

class Trainer {
  readonly rowOf = new Map<number, number>();
  weights = new Float32Array();
  squares = new Float32Array();
  readonly steps = new Float64Array(STEP_TABLES * WIDE);
  readonly stepSquares = new Float64Array(STEP_TABLES * WIDE);
  readonly starts = new Float64Array(STATES);
  readonly startSquares = new Float64Array(STATES);
  readonly ends = new Float64Array(STATES);
  readonly endSquares = new Float64Array(STATES);
  readonly table = new Float64Array(JOINTS * STATES * STATES);
  readonly counts: Map<number, number>;
  private scores = new Float64Array(1024 * WIDTH);
  private readonly slope = new Float64Array(WIDTH);
  private readonly options: Options;
  private readonly samples: readonly Sample[];

  constructor(samples: readonly Sample[], options: Options) {
    this.options = options;
    this.samples = samples;
    this.counts = new Map();
    for (const { hashes } of samples)
      for (const hash of hashes) this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
    for (const [hash, count] of this.counts) if (count >= options.least) this.rowOf.set(hash, this.rowOf.size);
    this.makeRoom();
  }

  private makeRoom(): void {
    this.weights = new Float32Array(this.rowOf.size * WIDTH);
    this.squares = new Float32Array(this.rowOf.size * WIDTH);
  }

  private rowsOf({ hashes }: Sample): Int32Array {
    return Int32Array.from(hashes, (hash) => this.rowOf.get(hash) ?? -1);
  }

  /** @param average whether the weights of the later rounds are averaged: the last entries count less then */
  train(rounds: number, average: boolean): void {
    const { seed, width } = this.options;
    const random = chance(seed);
    const prepared = this.samples.map((sample) => ({ sample, rows: this.rowsOf(sample) }));
    const all = [this.weights, this.steps, this.starts, this.ends];
    const sums = all.map((values) => new Float64Array(values.length));
    let added = 0;
    for (let round = 0; round < rounds; round += 1) {
      const by = width * (1 - (0.85 * round) / rounds);
      for (const { sample, rows } of random.shuffled(prepared)) this.step(sample, rows, by);
      if (!average || round * 2 < rounds) continue;
      added += 1;
      for (const [nth, values] of all.entries())
        for (let at = 0; at < values.length; at += 1) {
          const sum = sums[nth];
          if (sum !== undefined) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
        }
    }
    if (added > 0)
      for (const [nth, values] of all.entries()) values.set((sums[nth] ?? values).map((sum) => sum / added));
  }

  private step({ count, joints, states, weight }: Sample, rows: Int32Array, width: number): void {
    const { scores, weights } = this;
    for (let at = 0; at < count; at += 1) {
      const into = at * WIDTH;
      scores.fill(0, into, into + WIDTH);
      for (let feature = at * TOKEN_FEATURES; feature < (at + 1) * TOKEN_FEATURES; feature += 1) {
        const row = rows[feature] ?? -1;
        if (row < 0) continue;
        for (let one = 0; one < LABELS; one += 1)
          scores[into + one] = (scores[into + one] ?? 0) + (weights[row * WIDTH + one] ?? 0);
      }
    }
    const used = new Set(joints.subarray(1, count));
    for (const joint of used) this.fillTable(joint);
    const sums = sumOver(count, scores, joints, {
      steps: this.table,
      starts: this.starts.map(Math.exp),
      ends: this.ends.map(Math.exp),
    });
    this.learn(sums, joints, states, rows, weight, width);
  }

  private fillTable(joint: number): void {
    const { steps, table } = this;
    const end = (1 + Math.floor(joint / BEGINNINGS)) * WIDE;
    const beginning = (1 + ENDS + (joint % BEGINNINGS)) * WIDE;
    for (let nth = 0; nth < WIDE; nth += 1) {
      table[joint * STATES * STATES + (stepPlace[nth] ?? 0)] = Math.exp(
        (steps[nth] ?? 0) + (steps[end + nth] ?? 0) + (steps[beginning + nth] ?? 0),
      );
    }
  }

  private learn(
    sums: ChainSums,
    joints: Uint8Array,
    states: Uint8Array,
    rows: Int32Array,
    weight: number,
    width: number,
  ): void {
    const { count, forward, backward, factors, scale, total } = sums;
    const { slope, weights, squares } = this;
    const { penalty } = this.options;
    const move = (values: Float64Array, of: Float64Array, at: number, by: number): void => {
      if (by === 0) return;
      of[at] = (of[at] ?? 0) + by * by;
      values[at] = (values[at] ?? 0) + (width * by) / (Math.sqrt(of[at] ?? 0) + 0.1);
    };
    const active = new Int32Array(LABELS);
    for (let at = 0; at < count; at += 1) {
      slope.fill(0);
      const gold = labelOfState(states[at] ?? 0);
      for (let state = 0; state < STATES; state += 1)
        slope[labelOfState(state)] =
          (slope[labelOfState(state)] ?? 0) -
          ((forward[at * STATES + state] ?? 0) * (backward[at * STATES + state] ?? 0)) / total;
      slope[gold] = (slope[gold] ?? 0) + 1;
      let actives = 0;
      for (let one = 0; one < LABELS; one += 1)
        if (Math.abs(slope[one] ?? 0) > 1e-3) {
          active[actives] = one;
          actives += 1;
        }
      if (actives > 0)
        for (let feature = at * TOKEN_FEATURES; feature < (at + 1) * TOKEN_FEATURES; feature += 1) {
          const row = rows[feature] ?? 0;
          if (row < 0) continue;
          for (let nth = 0; nth < actives; nth += 1) {
            const one = active[nth] ?? 0;
            const place = row * WIDTH + one;
            const by = weight * (slope[one] ?? 0) - penalty * (weights[place] ?? 0);
            squares[place] = (squares[place] ?? 0) + by * by;
            weights[place] = (weights[place] ?? 0) + (width * by) / (Math.sqrt(squares[place] ?? 0) + 0.1);
          }
        }
      if (at === 0) continue;
      const joint = joints[at] ?? 0;
      const end = (1 + Math.floor(joint / BEGINNINGS)) * WIDE;
      const beginning = (1 + ENDS + (joint % BEGINNINGS)) * WIDE;
      const [goldFrom, goldTo] = [states[at - 1] ?? 0, states[at] ?? 0];
      for (let from = 0; from < STATES; from += 1) {
        const source = (forward[(at - 1) * STATES + from] ?? 0) / ((scale[at] ?? 0) * total);
        if (source < 1e-7 && from !== goldFrom) continue;
        for (let to = 0; to < STATES; to += 1) {
          const nth = stepAt[from * STATES + to] ?? 0;
          if (nth < 0) continue;
          const chanceOfStep =
            source *
            (this.table[(joint * STATES + from) * STATES + to] ?? 0) *
            (factors[at * WIDTH + labelOfState(to)] ?? 0) *
            (backward[at * STATES + to] ?? 0);
          const by = weight * ((from === goldFrom && to === goldTo ? 1 : 0) - chanceOfStep);
          if (Math.abs(by) < 1e-4) continue;
          move(this.steps, this.stepSquares, nth, by);
          move(this.steps, this.stepSquares, end + nth, by);
          move(this.steps, this.stepSquares, beginning + nth, by);
        }
      }
    }
    for (let state = 0; state < STATES; state += 1) {
      const first = ((forward[state] ?? 0) * (backward[state] ?? 0)) / total;
      const last = count - 1;
      const ending = ((forward[last * STATES + state] ?? 0) * (backward[last * STATES + state] ?? 0)) / total;
      move(this.starts, this.startSquares, state, weight * ((states[0] === state ? 1 : 0) - first));
      move(this.ends, this.endSquares, state, weight * ((states[last] === state ? 1 : 0) - ending));
    }
  }

  /** Only the features that say most stay, and begin where they are. */
  prune(): void {
    const norm = (row: number): number => {
      let sum = 0;
      for (let one = 0; one < LABELS; one += 1) sum += (this.weights[row * WIDTH + one] ?? 0) ** 2;
      return sum;
    };
    const kept = [...this.rowOf]
      .map(([hash, row]) => ({
        hash,
        row,
        by: Math.sqrt(norm(row)) * Math.min(this.counts.get(hash) ?? 1, 200) ** 0.35,
      }))
      .toSorted((a, b) => b.by - a.by || a.hash - b.hash)
      .slice(0, this.options.keep);
    const [weights, squares] = [this.weights, this.squares];
    this.rowOf.clear();
    for (const { hash } of kept) this.rowOf.set(hash, this.rowOf.size);
    this.makeRoom();
    for (const [at, { row }] of kept.entries()) {
      this.weights.set(weights.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH);
      this.squares.set(squares.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH);
    }
  }

  parts(): Parts {
    const most = [this.weights, this.steps, this.starts, this.ends]
      .flatMap((values) => [...values].map(Math.abs))
      .reduce((a, b) => Math.max(a, b), 0);
    const unit = Math.min(most, 6) / 127;
    const small = (value: number): number => Math.max(-127, Math.min(127, Math.round(value / unit)));
    const order = [...this.rowOf].toSorted(([a], [b]) => a - b);
    const weights = new Int8Array(order.length * LABELS);
    for (const [nth, [, row]] of order.entries())
      for (let one = 0; one < LABELS; one += 1)
        weights[nth * LABELS + one] = small(this.weights[row * WIDTH + one] ?? 0);
    return {
      unit,
      hashes: Int32Array.from(order, ([hash]) => hash),
      weights,
      steps: Int8Array.from(this.steps, small),
      starts: Int8Array.from(this.starts, small),
      ends: Int8Array.from(this.ends, small),
      sure: new Float64Array(),
    };
  }
}

export function trainOn(samples: readonly Sample[], options: Options = usual): Parts {
  const trainer = new Trainer(samples, options);
  trainer.train(options.rounds, false);
  trainer.prune();
  trainer.train(options.again, true);
  return trainer.parts();
}
