// ChainSums over all ways to label an entry's tokens (forward and backward), and from them the likeliest title: exact, since
// a title is one stretch. Plain numbers in and out.
import { LABELS, STATES, TITLE, labelOfState } from './labels.ts';

/** Numbers a token has in the tables of scores. */
export const WIDTH = 16;

export interface Steps {
  /** How likely each step from state to state is, by joint: `(joint * STATES + from) * STATES + to`. */
  steps: Float64Array;
  starts: Float64Array;
  ends: Float64Array;
}

export interface ChainSums {
  count: number;
  /** For each token and state, scaled so that a token's `forward` add up to one. */
  forward: Float64Array;
  backward: Float64Array;
  /** What each token was scaled by, and the scores' factors (exp of score less the token's highest). */
  scale: Float64Array;
  factors: Float64Array;
  /** The sum over the ends, in the last token's scale. */
  total: number;
}

/** A stretch of tokens, `to` included, and how likely it is the title. */
export interface TitleSpan {
  from: number;
  to: number;
  chance: number;
}

/** States that are less likely are not followed. */
const UNLIKELY = 1e-12;

let size = 0;
let sums: ChainSums = {
  count: 0,
  forward: new Float64Array(),
  backward: new Float64Array(),
  scale: new Float64Array(),
  factors: new Float64Array(),
  total: 0,
};
function room(count: number): ChainSums {
  if (count > size) {
    size = count * 2;
    sums = {
      count,
      forward: new Float64Array(size * STATES),
      backward: new Float64Array(size * STATES),
      scale: new Float64Array(size),
      factors: new Float64Array(size * WIDTH),
      total: 0,
    };
  }
  sums.count = count;
  return sums;
}

/**
 * @param scores for each token WIDTH numbers, of which the first LABELS are the labels' scores
 * @returns tables that the next call uses again
 */
export function sumOver(
  count: number,
  scores: Float64Array,
  joints: Uint8Array,
  { steps, starts, ends }: Steps,
): ChainSums {
  const all = room(count);
  const { forward, backward, scale, factors } = all;
  for (let at = 0; at < count; at += 1) {
    let most = -Infinity;
    const row = at * WIDTH;
    for (let one = 0; one < LABELS; one += 1) most = Math.max(most, scores[row + one] ?? 0);
    for (let one = 0; one < LABELS; one += 1) factors[row + one] = Math.exp((scores[row + one] ?? 0) - most);
    const here = at * STATES;
    let sum = 0;
    if (at === 0)
      for (let to = 0; to < STATES; to += 1) {
        const value = to < LABELS ? (starts[to] ?? 0) * (factors[to] ?? 0) : 0;
        forward[to] = value;
        sum += value;
      }
    else {
      const earlier = here - STATES;
      const table = (joints[at] ?? 0) * STATES * STATES;
      for (let to = 0; to < STATES; to += 1) forward[here + to] = 0;
      for (let from = 0; from < STATES; from += 1) {
        const value = forward[earlier + from] ?? 0;
        if (value < UNLIKELY) continue;
        const line = table + from * STATES;
        const first = from < TITLE || (from > TITLE && from < LABELS) ? 0 : from === TITLE ? TITLE : LABELS;
        const last = from !== TITLE && from < LABELS ? LABELS : STATES;
        for (let to = first; to < last; to += 1)
          forward[here + to] = (forward[here + to] ?? 0) + value * (steps[line + to] ?? 0);
      }
      for (let to = 0; to < LABELS; to += 1) {
        const value = (forward[here + to] ?? 0) * (factors[row + to] ?? 0);
        const later = (forward[here + LABELS + to] ?? 0) * (factors[row + to] ?? 0);
        forward[here + to] = value;
        forward[here + LABELS + to] = later;
        sum += value + later;
      }
    }
    scale[at] = sum;
    for (let to = 0; to < STATES; to += 1) forward[here + to] = (forward[here + to] ?? 0) / sum;
  }
  const end = (count - 1) * STATES;
  all.total = 0;
  for (let state = 0; state < STATES; state += 1) {
    backward[end + state] = ends[state] ?? 0;
    all.total += (forward[end + state] ?? 0) * (ends[state] ?? 0);
  }
  const next = new Float64Array(STATES);
  for (let at = count - 2; at >= 0; at -= 1) {
    const [here, later, row] = [at * STATES, (at + 1) * STATES, (at + 1) * WIDTH];
    const by = scale[at + 1] ?? 1;
    for (let to = 0; to < STATES; to += 1)
      next[to] = ((backward[later + to] ?? 0) * (factors[row + labelOfState(to)] ?? 0)) / by;
    const table = (joints[at + 1] ?? 0) * STATES * STATES;
    for (let from = 0; from < STATES; from += 1) {
      // What no way leads to needs no way on.
      if ((forward[here + from] ?? 0) < UNLIKELY) {
        backward[here + from] = 0;
        continue;
      }
      const line = table + from * STATES;
      const first = from < TITLE || (from > TITLE && from < LABELS) ? 0 : from === TITLE ? TITLE : LABELS;
      const last = from !== TITLE && from < LABELS ? LABELS : STATES;
      let sum = 0;
      for (let to = first; to < last; to += 1) sum += (steps[line + to] ?? 0) * (next[to] ?? 0);
      backward[here + from] = sum;
    }
  }
  return all;
}

/** The likeliest label of each token, and how likely it is. */
export interface Likeliest {
  labels: Uint8Array;
  chances: Float64Array;
}

export function likeliestLabels({ count, forward, backward, total }: ChainSums): Likeliest {
  const labels = new Uint8Array(count);
  const chances = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const here = at * STATES;
    let [found, most] = [0, -1];
    for (let one = 0; one < LABELS; one += 1) {
      const before = (forward[here + one] ?? 0) * (backward[here + one] ?? 0);
      const later = one === TITLE ? 0 : (forward[here + LABELS + one] ?? 0) * (backward[here + LABELS + one] ?? 0);
      if (before + later > most) {
        found = one;
        most = before + later;
      }
    }
    labels[at] = found;
    chances[at] = most / total;
  }
  return { labels, chances };
}

/** How likely an entry has no title. */
export function chanceOfNone({ count, forward, total }: ChainSums, { ends }: Steps): number {
  const end = (count - 1) * STATES;
  let sum = 0;
  for (let state = 0; state < LABELS; state += 1)
    if (state !== TITLE) sum += (forward[end + state] ?? 0) * (ends[state] ?? 0);
  return sum / total;
}

/** Titles that are less likely than this, or than this part of the likeliest, are no candidates. */
const LEAST = 1e-3;
const LEAST_PART = 0.02;
/** Maximum candidates. */
const CANDIDATES = 4;

/** The stretches that may be the title, likeliest first; empty where none can be. */
export function likelyTitles(all: ChainSums, joints: Uint8Array, { steps, starts }: Steps): TitleSpan[] {
  const { count, forward, backward, scale, factors, total } = all;
  // With logs of what a title's beginning, its going on and its end count for, a stretch is a sum of three.
  const begin = new Float64Array(count);
  const path = new Float64Array(count);
  const close = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const [here, earlier] = [at * STATES, (at - 1) * STATES];
    const table = (joints[at] ?? 0) * STATES * STATES;
    const factor = (factors[at * WIDTH + TITLE] ?? 0) / (scale[at] ?? 1);
    let begins = 0;
    if (at === 0) begins = starts[TITLE] ?? 0;
    else
      for (let state = 0; state < LABELS; state += 1)
        if (state !== TITLE) begins += (forward[earlier + state] ?? 0) * (steps[table + state * STATES + TITLE] ?? 0);
    path[at] =
      at === 0 ? 0 : (path[at - 1] ?? 0) + Math.log((steps[table + TITLE * STATES + TITLE] ?? 0) * factor + 1e-300);
    begin[at] = Math.log(begins * factor + 1e-300) - (path[at] ?? 0);
    let after = 0;
    if (at === count - 1) after = backward[here + TITLE] ?? 0;
    else {
      const [next, row] = [(at + 1) * STATES, (at + 1) * WIDTH];
      const line = (joints[at + 1] ?? 0) * STATES * STATES + TITLE * STATES;
      for (let to = LABELS; to < STATES; to += 1)
        after += (steps[line + to] ?? 0) * (backward[next + to] ?? 0) * (factors[row + to - LABELS] ?? 0);
      after /= scale[at + 1] ?? 1;
    }
    close[at] = Math.log(after / total + 1e-300) + (path[at] ?? 0);
  }
  return best(begin, close);
}

/** The best pairs of a beginning and an end behind it, by the sum of their logs. */
function best(begin: Float64Array, close: Float64Array): TitleSpan[] {
  const count = begin.length;
  const bestEnd = new Float64Array(count + 1).fill(-Infinity);
  for (let at = count - 1; at >= 0; at -= 1) bestEnd[at] = Math.max(bestEnd[at + 1] ?? -Infinity, close[at] ?? 0);
  let most = -Infinity;
  for (let at = 0; at < count; at += 1) most = Math.max(most, (begin[at] ?? 0) + (bestEnd[at] ?? 0));
  const least = Math.max(Math.log(LEAST), most + Math.log(LEAST_PART));
  const froms: number[] = [];
  for (let at = 0; at < count; at += 1) if ((begin[at] ?? 0) + (bestEnd[at] ?? 0) >= least) froms.push(at);
  const found: TitleSpan[] = [];
  for (const from of froms.slice(0, 8))
    for (let to = from; to < count; to += 1) {
      const sum = (begin[from] ?? 0) + (close[to] ?? 0);
      if (sum >= least) found.push({ from, to, chance: Math.exp(sum) });
    }
  return found.toSorted((a, b) => b.chance - a.chance).slice(0, CANDIDATES);
}
