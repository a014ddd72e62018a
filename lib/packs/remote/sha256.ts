// SHA-256 of bytes as they come, with a state that can be stored: a download that was stopped goes on with it. The browser's
// own takes all bytes at once, and libraries that can go on are WebAssembly, which an extension's policy forbids. Pure.

/** Plain JSON. */
export interface Sha256State {
  hash: number[];
  /** Bytes so far. */
  length: number;
  /** The last of them, less than a block. */
  rest: number[];
}

const BLOCK = 64;

/** The first 32 bits of what is behind the point of a root of the first primes. */
function rootsOfPrimes(count: number, root: (value: number) => number): Int32Array {
  const found: number[] = [];
  for (let value = 2; found.length < count; value += 1) {
    let isPrime = true;
    for (let by = 2; by * by <= value; by += 1) if (value % by === 0) isPrime = false;
    if (isPrime) found.push(root(value));
  }
  return Int32Array.from(found, (value) => Math.floor((value % 1) * 2 ** 32));
}

const START = rootsOfPrimes(8, Math.sqrt);
const ROUNDS = rootsOfPrimes(BLOCK, Math.cbrt);

export class Sha256 {
  readonly #hash: Int32Array;
  // Signed: unsigned ones are no integers to the engine, and take longer.
  readonly #words = new Int32Array(BLOCK);
  readonly #rest = new Uint8Array(BLOCK);
  #waiting: number;
  #length: number;

  constructor(state?: Sha256State) {
    this.#hash = state === undefined ? START.slice() : Int32Array.from(state.hash);
    this.#length = state?.length ?? 0;
    this.#waiting = state?.rest.length ?? 0;
    if (state !== undefined) this.#rest.set(state.rest);
  }

  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#waiting > 0) {
      at = Math.min(bytes.length, BLOCK - this.#waiting);
      this.#rest.set(bytes.subarray(0, at), this.#waiting);
      this.#waiting += at;
      if (this.#waiting < BLOCK) return;
      this.#block(this.#rest, 0);
      this.#waiting = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#block(bytes, at);
    this.#rest.set(bytes.subarray(at));
    this.#waiting = bytes.length - at;
  }

  #block(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    const view = new DataView(bytes.buffer, bytes.byteOffset + from, BLOCK);
    for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(4 * at);
    for (let at = 16; at < BLOCK; at += 1) {
      const early = wordAt(words, at - 15);
      const late = wordAt(words, at - 2);
      const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[at] = (wordAt(words, at - 16) + one + wordAt(words, at - 7) + other) | 0;
    }
    const hash = this.#hash;
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let at = 0; at < BLOCK; at += 1) {
      const choice = (e & f) ^ (~e & g);
      const most = (a & b) ^ (a & c) ^ (b & c);
      const one =
        (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + wordAt(ROUNDS, at) + wordAt(words, at)) | 0;
      const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + other) | 0;
    }
    hash[0] = (hash[0] ?? 0) + a;
    hash[1] = (hash[1] ?? 0) + b;
    hash[2] = (hash[2] ?? 0) + c;
    hash[3] = (hash[3] ?? 0) + d;
    hash[4] = (hash[4] ?? 0) + e;
    hash[5] = (hash[5] ?? 0) + f;
    hash[6] = (hash[6] ?? 0) + g;
    hash[7] = (hash[7] ?? 0) + h;
  }

  /** To go on with later. */
  get state(): Sha256State {
    return { hash: [...this.#hash], length: this.#length, rest: [...this.#rest.subarray(0, this.#waiting)] };
  }

  /** Of all bytes so far, as 64 letters. More bytes may come after it. */
  hex(): string {
    const last = new Sha256(this.state);
    const bits = this.#length * 8;
    const padding = new Uint8Array(((119 - (this.#length % BLOCK)) % BLOCK) + 9);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits % 2 ** 32);
    last.update(padding);
    return Array.from(last.#hash, (value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const wordAt = (words: Int32Array, at: number): number => words[at] ?? 0;
