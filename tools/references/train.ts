// Learns the weights of a chain of labels (a conditional random field) from labelled entries: gradient steps of the
// likelihood with a step width for each weight (AdaGrad), the same for the same entries and seed.
import { sumOver, WIDTH, type Sums } from '../../lib/references/chain.ts';
import { BEGINNINGS, ENDS, FEATURES, featuresOf, HASH_BITS, JOINTS } from '../../lib/references/features.ts';
import { LABELS, labelOf, STATES, TITLE } from '../../lib/references/labels.ts';
import { allSteps, STEP_TABLES, type Parts } from '../../lib/references/model.ts';
import { tokensOf } from '../../lib/references/tokens.ts';
import { chance } from '../chance.ts';
import { labelsByCharacter, type Entry } from './labelled.ts';

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
  again: 5,
  least: 3,
  keep: 9000,
  penalty: 0.0005,
  copies: 2,
  width: 0.12,
};

interface Sample {
  count: number;
  hashes: Int32Array;
  joints: Uint8Array;
  states: Uint8Array;
  weight: number;
}

/** An entry as tokens with their states; null where its labels are no chain (a title in two places). */
export function sampleOf(entry: Entry, weight = 1): Sample | null {
  const tokens = tokensOf(entry.text);
  if (tokens === null || tokens.count === 0) return null;
  const { count } = tokens;
  const { hashes, joints } = featuresOf(entry.text, tokens);
  const byCharacter = labelsByCharacter(entry);
  const states = new Uint8Array(count);
  let seen = false;
  for (let at = 0; at < count; at += 1) {
    const one = byCharacter[tokens.coreStart[at] ?? 0] ?? 0;
    if (one === TITLE && seen && states[at - 1] !== TITLE) return null;
    seen ||= one === TITLE;
    states[at] = one === TITLE || !seen ? one : one + LABELS;
  }
  return { count, hashes: hashes.slice(0, count * FEATURES), joints: joints.slice(0, count), states, weight };
}

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

  train(rounds: number): void {
    const { seed, width } = this.options;
    const random = chance(seed);
    const prepared = this.samples.map((sample) => ({ sample, rows: this.rowsOf(sample) }));
    for (let round = 0; round < rounds; round += 1) {
      const by = width * (1 - (0.85 * round) / rounds);
      for (const { sample, rows } of random.shuffled(prepared)) this.step(sample, rows, by);
    }
  }

  private step({ count, joints, states, weight }: Sample, rows: Int32Array, width: number): void {
    const { scores, weights } = this;
    for (let at = 0; at < count; at += 1) {
      const into = at * WIDTH;
      scores.fill(0, into, into + WIDTH);
      for (let feature = at * FEATURES; feature < (at + 1) * FEATURES; feature += 1) {
        const row = rows[feature] ?? -1;
        if (row < 0) continue;
        for (let one = 0; one < LABELS; one += 1) scores[into + one]! += weights[row * WIDTH + one]!;
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
      table[joint * STATES * STATES + stepPlace[nth]!] = Math.exp(steps[nth]! + steps[end + nth]! + steps[beginning + nth]!);
    }
  }

  private learn(sums: Sums, joints: Uint8Array, states: Uint8Array, rows: Int32Array, weight: number, width: number): void {
    const { count, forward, backward, factors, scale, total } = sums;
    const { slope, weights, squares } = this;
    const { penalty } = this.options;
    const move = (values: Float64Array, of: Float64Array, at: number, by: number): void => {
      if (by === 0) return;
      of[at]! += by * by;
      values[at]! += (width * by) / (Math.sqrt(of[at]!) + 0.1);
    };
    const active = new Int32Array(LABELS);
    for (let at = 0; at < count; at += 1) {
      slope.fill(0);
      const gold = labelOf(states[at]!);
      for (let state = 0; state < STATES; state += 1)
        slope[labelOf(state)]! -= (forward[at * STATES + state]! * backward[at * STATES + state]!) / total;
      slope[gold]! += 1;
      let actives = 0;
      for (let one = 0; one < LABELS; one += 1) if (Math.abs(slope[one]!) > 1e-3) active[actives++] = one;
      if (actives > 0)
        for (let feature = at * FEATURES; feature < (at + 1) * FEATURES; feature += 1) {
          const row = rows[feature]!;
          if (row < 0) continue;
          for (let nth = 0; nth < actives; nth += 1) {
            const one = active[nth]!;
            const place = row * WIDTH + one;
            const by = weight * slope[one]! - penalty * weights[place]!;
            squares[place]! += by * by;
            weights[place]! += (width * by) / (Math.sqrt(squares[place]!) + 0.1);
          }
        }
      if (at === 0) continue;
      const joint = joints[at]!;
      const end = (1 + Math.floor(joint / BEGINNINGS)) * WIDE;
      const beginning = (1 + ENDS + (joint % BEGINNINGS)) * WIDE;
      const [goldFrom, goldTo] = [states[at - 1]!, states[at]!];
      for (let from = 0; from < STATES; from += 1) {
        const source = forward[(at - 1) * STATES + from]! / (scale[at]! * total);
        if (source < 1e-7 && from !== goldFrom) continue;
        for (let to = 0; to < STATES; to += 1) {
          const nth = stepAt[from * STATES + to]!;
          if (nth < 0) continue;
          const chanceOfStep =
            source *
            this.table[(joint * STATES + from) * STATES + to]! *
            factors[at * WIDTH + labelOf(to)]! *
            backward[at * STATES + to]!;
          const by = weight * ((from === goldFrom && to === goldTo ? 1 : 0) - chanceOfStep);
          if (Math.abs(by) < 1e-4) continue;
          move(this.steps, this.stepSquares, nth, by);
          move(this.steps, this.stepSquares, end + nth, by);
          move(this.steps, this.stepSquares, beginning + nth, by);
        }
      }
    }
    for (let state = 0; state < STATES; state += 1) {
      const first = (forward[state]! * backward[state]!) / total;
      const last = count - 1;
      const ending = (forward[last * STATES + state]! * backward[last * STATES + state]!) / total;
      move(this.starts, this.startSquares, state, weight * ((states[0] === state ? 1 : 0) - first));
      move(this.ends, this.endSquares, state, weight * ((states[last] === state ? 1 : 0) - ending));
    }
  }

  /** Only the features that say most stay, and begin where they are. */
  prune(): void {
    const norm = (row: number): number => {
      let sum = 0;
      for (let one = 0; one < LABELS; one += 1) sum += this.weights[row * WIDTH + one]! ** 2;
      return sum;
    };
    const kept = [...this.rowOf]
      .map(([hash, row]) => ({ hash, row, by: Math.sqrt(norm(row)) * Math.min(this.counts.get(hash) ?? 1, 200) ** 0.35 }))
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
      for (let one = 0; one < LABELS; one += 1) weights[nth * LABELS + one] = small(this.weights[row * WIDTH + one]!);
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
  trainer.train(options.rounds);
  trainer.prune();
  trainer.train(options.again);
  return trainer.parts();
}
export { HASH_BITS };
