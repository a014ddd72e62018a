// Rolling hashes over canonical characters, in two independent lanes of 32 bits. With the sums from the text's start
// at hand, the hash of any stretch costs two multiplications, whatever its length.
import type { Folded } from './tokens.ts';

/** Longer stretches are not hashed (the longest of 239,000 real titles has 342 characters). */
export const LONGEST = 1000;

const BASE_A = 0x01000193;
const BASE_B = 0x2c1b3c6d;

function powersOf(base: number): Int32Array {
  const powers = new Int32Array(LONGEST + 1);
  let power = 1;
  for (let k = 0; k <= LONGEST; k += 1) {
    powers[k] = power;
    power = Math.imul(power, base);
  }
  return powers;
}
const POWERS_A = powersOf(BASE_A);
const POWERS_B = powersOf(BASE_B);

export interface Sums {
  a: Int32Array;
  b: Int32Array;
}

export const emptySums = (): Sums => ({ a: new Int32Array(1024), b: new Int32Array(1024) });

/** What a character adds to the first lane; ASCII once for all. */
function valueOf(code: number): number {
  const value = Math.imul(code + 0x7f4a7c15, 0x9e3779b1);
  return value ^ (value >>> 15);
}
const VALUES = Int32Array.from({ length: 128 }, (_, code) => valueOf(code));

const valueAt = (chars: Uint16Array, at: number): number => {
  const code = chars[at] ?? 0;
  return code < 128 ? (VALUES[code] ?? 0) : valueOf(code);
};
const A2 = POWERS_A[2] ?? 0;
const A3 = POWERS_A[3] ?? 0;
const A4 = POWERS_A[4] ?? 0;

/** The first lane's sums: what keys are made of. Four at once, so that only every fourth waits for one before it. */
export function sumsA({ chars, length }: Folded, into: Sums): void {
  if (into.a.length <= length) into.a = new Int32Array(length * 2 + 2);
  const { a } = into;
  let sum = 0;
  a[0] = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const one = valueAt(chars, i);
    const two = (Math.imul(one, BASE_A) + valueAt(chars, i + 1)) | 0;
    const three = (Math.imul(two, BASE_A) + valueAt(chars, i + 2)) | 0;
    const four = (Math.imul(three, BASE_A) + valueAt(chars, i + 3)) | 0;
    a[i + 1] = (Math.imul(sum, BASE_A) + one) | 0;
    a[i + 2] = (Math.imul(sum, A2) + two) | 0;
    a[i + 3] = (Math.imul(sum, A3) + three) | 0;
    sum = (Math.imul(sum, A4) + four) | 0;
    a[i + 4] = sum;
  }
  for (; i < length; i += 1) {
    sum = (Math.imul(sum, BASE_A) + valueAt(chars, i)) | 0;
    a[i + 1] = sum;
  }
}

/** The second lane's sums: what verifies. */
export function sumsB({ chars, length }: Folded, into: Sums): void {
  if (into.b.length <= length) into.b = new Int32Array(length * 2 + 2);
  const { b } = into;
  let sum = 0;
  b[0] = 0;
  for (let i = 0; i < length; i += 1) {
    let value = Math.imul(valueOf(chars[i] ?? 0) + 0x165667b1, 0x85ebca77);
    value ^= value >>> 13;
    sum = (Math.imul(sum, BASE_B) + value) | 0;
    b[i + 1] = sum;
  }
}

/** Spreads every bit over all (the finaliser of MurmurHash3, public domain). Result from 0 to 2^32 - 1. */
function spread(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** First lane over [from, to), at most LONGEST long; `salt` tells kinds of keys apart. */
export const hashA = (of: Sums, from: number, to: number, salt: number): number =>
  spread(((of.a[to] ?? 0) - Math.imul(of.a[from] ?? 0, POWERS_A[to - from] ?? 0)) ^ salt);

/** 1 to 63: a few bits of the first lane over [from, to). */
export const hintA = (of: Sums, from: number, to: number): number =>
  Math.imul((of.a[to] ?? 0) - Math.imul(of.a[from] ?? 0, POWERS_A[to - from] ?? 0), 0x9e3779b1) >>> 26 || 1;

/** Second lane, for verification. */
export const hashB = (of: Sums, from: number, to: number): number =>
  spread(((of.b[to] ?? 0) - Math.imul(of.b[from] ?? 0, POWERS_B[to - from] ?? 0)) ^ (to - from));
