// The file of learned weights: its head, the bar for titles, hashes of features in three bytes each, then weights of one
// byte, label by label, since equal ones beside each other make a packed file small.
import { LABELS, STATES } from './labels.ts';
import { allSteps, STEP_TABLES, type Parts } from './model.ts';
import { SIGNS } from './signs.ts';

/** Changes with the features: weights of others say nothing. */
const VERSION = 0x42_52_01;
const HEAD = 12;
const SURE = (SIGNS + 1) * 4;
const STEPS = STEP_TABLES * allSteps.length;
const TAIL = STEPS + 2 * STATES;

export function weightsToBytes({ unit, hashes, weights, steps, starts, ends, sure }: Parts): Uint8Array<ArrayBuffer> {
  const rows = hashes.length;
  const bytes = new Uint8Array(HEAD + SURE + rows * (3 + LABELS) + TAIL);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, VERSION, true);
  view.setUint32(4, rows, true);
  view.setFloat32(8, unit, true);
  for (const [at, value] of sure.entries()) view.setFloat32(HEAD + at * 4, value, true);
  let at = HEAD + SURE;
  for (const hash of hashes) {
    bytes.set([hash & 0xff, (hash >>> 8) & 0xff, hash >>> 16], at);
    at += 3;
  }
  for (let one = 0; one < LABELS; one += 1)
    for (let row = 0; row < rows; row += 1) {
      bytes[at] = weights[row * LABELS + one] ?? 0;
      at += 1;
    }
  for (const table of [steps, starts, ends]) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), at);
    at += table.length;
  }
  return bytes;
}

/** Throws where the bytes are no such file, or one of other features. */
export function partsFrom(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD + SURE + TAIL || view.getUint32(0, true) !== VERSION)
    throw new Error('The weights for references are of another version.');
  const rows = view.getUint32(4, true);
  if (bytes.length !== HEAD + SURE + rows * (3 + LABELS) + TAIL)
    throw new Error('The weights for references are cut off.');
  const sure = Float64Array.from({ length: SIGNS + 1 }, (_, at) => view.getFloat32(HEAD + at * 4, true));
  let at = HEAD + SURE;
  const hashes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1, at += 3)
    hashes[row] = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  const weights = new Int8Array(rows * LABELS);
  for (let one = 0; one < LABELS; one += 1)
    for (let row = 0; row < rows; row += 1, at += 1) weights[row * LABELS + one] = bytes[at] ?? 0;
  const next = (size: number): Int8Array => {
    const table = Int8Array.from(bytes.subarray(at, at + size));
    at += size;
    return table;
  };
  return {
    unit: view.getFloat32(8, true),
    hashes,
    weights,
    steps: next(STEPS),
    starts: next(STATES),
    ends: next(STATES),
    sure,
  };
}
