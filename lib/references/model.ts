// The weights that were learned from labelled references, as they come in a file: which feature speaks for which label,
// and which label follows which, by what stands between two tokens.
import type { Steps } from './chain.ts';
import { WIDTH } from './chain.ts';
import { TOKEN_FEATURES, type Features } from './features.ts';
import { BEGINNINGS, ENDS, JOINTS } from './surroundings.ts';
import { LABELS, mayFollow, STATES } from './labels.ts';

export interface Model extends Steps {
  /** Hash and row, one behind the other: open addressing, -1 where nothing is. */
  keys: Int32Array;
  /** WIDTH whole numbers a row, each so many times `unit`. */
  weights: Int8Array;
  unit: number;
  /** What the sum of a title's signs must reach (`sure.ts`). */
  sure: Float64Array;
}

/** Steps that may be, in one order. */
export const allSteps: readonly [from: number, to: number][] = Array.from(
  { length: STATES * STATES },
  (_, at): [number, number] => [Math.floor(at / STATES), at % STATES],
).filter(([from, to]) => mayFollow(from, to));

/** What a model is made of: whole numbers from -127 to 127, and how much one counts. */
export interface Parts {
  unit: number;
  /** Ascending. */
  hashes: Int32Array;
  /** LABELS for each hash. */
  weights: Int8Array;
  /** For any joint, for each end before, for each beginning behind: a weight of each of `allSteps`. */
  steps: Int8Array;
  starts: Int8Array;
  ends: Int8Array;
  sure: Float64Array;
}
export const STEP_TABLES = 1 + ENDS + BEGINNINGS;

function keysOf(hashes: Int32Array): Int32Array {
  let size = 1024;
  while (size < hashes.length * 3) size *= 2;
  const keys = new Int32Array(size * 2).fill(-1);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    let at = hash & (size - 1);
    while (keys[at * 2] !== -1) at = (at + 1) & (size - 1);
    keys[at * 2] = hash;
    keys[at * 2 + 1] = row * WIDTH;
  }
  return keys;
}

export function modelOf({ unit, hashes, weights, steps, starts, ends, sure }: Parts): Model {
  const wide = new Int8Array(hashes.length * WIDTH);
  for (let row = 0; row < hashes.length; row += 1)
    wide.set(weights.subarray(row * LABELS, (row + 1) * LABELS), row * WIDTH);
  const table = new Float64Array(JOINTS * STATES * STATES);
  const width = allSteps.length;
  for (let joint = 0; joint < JOINTS; joint += 1) {
    const end = (1 + Math.floor(joint / BEGINNINGS)) * width;
    const beginning = (1 + ENDS + (joint % BEGINNINGS)) * width;
    for (const [nth, [from, to]] of allSteps.entries()) {
      const sum = (steps[nth] ?? 0) + (steps[end + nth] ?? 0) + (steps[beginning + nth] ?? 0);
      table[(joint * STATES + from) * STATES + to] = Math.exp(sum * unit);
    }
  }
  const exp = (values: Int8Array): Float64Array => Float64Array.from(values, (value) => Math.exp(value * unit));
  return { keys: keysOf(hashes), weights: wide, unit, steps: table, starts: exp(starts), ends: exp(ends), sure };
}

let scores = new Float64Array(512 * WIDTH);
const sums = new Int32Array(WIDTH);

/** Each token's scores by label, in a table that the next call uses again. */
export function scoresOf({ hashes }: Features, count: number, { keys, weights, unit }: Model): Float64Array {
  if (scores.length < count * WIDTH) scores = new Float64Array(count * WIDTH * 2);
  const mask = keys.length / 2 - 1;
  for (let at = 0; at < count; at += 1) {
    sums.fill(0);
    const last = (at + 1) * TOKEN_FEATURES;
    for (let feature = at * TOKEN_FEATURES; feature < last; feature += 1) {
      const hash = hashes[feature] ?? 0;
      let place = (hash & mask) * 2;
      let key = keys[place] ?? -1;
      while (key !== hash && key !== -1) {
        place = (((place >> 1) + 1) & mask) * 2;
        key = keys[place] ?? -1;
      }
      if (key === -1) continue;
      const row = keys[place + 1] ?? 0;
      for (let one = 0; one < LABELS; one += 1) sums[one] = (sums[one] ?? 0) + (weights[row + one] ?? 0);
    }
    for (let one = 0; one < LABELS; one += 1) scores[at * WIDTH + one] = (sums[one] ?? 0) * unit;
  }
  return scores;
}
