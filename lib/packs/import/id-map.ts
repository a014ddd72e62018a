// Which paper a key belongs to, for millions of keys in some sixteen bytes each: open tables of two hashes and an
// ordinal. There are many small ones, which grow one at a time and by little, so that growing never takes the whole
// map's memory a second time.

const EMPTY = 0xffffffff;
/** Tables, as bits of the hash. */
const TABLE_BITS = 6;
const TABLES = 1 << TABLE_BITS;
const SMALLEST = 64;
/** A fuller table is looked through too long, a less full one is memory for nothing. */
const FULLEST = 0.8;
const GROWTH = 1.25;
/** Hash, check and ordinal, side by side. */
const CELLS = 3;

class Table {
  #places: number;
  #count = 0;
  #cells: Uint32Array;

  constructor(places: number) {
    this.#places = places;
    this.#cells = new Uint32Array(places * CELLS).fill(EMPTY);
  }

  /** Where a key is, or would be. */
  #at(hash: number, check: number): number {
    // By the check, for the hash has chosen the table.
    let place = Math.floor((check / 2 ** 32) * this.#places);
    for (;;) {
      const at = place * CELLS;
      if (this.#cells[at + 2] === EMPTY || (this.#cells[at] === hash && this.#cells[at + 1] === check)) return at;
      place = place + 1 === this.#places ? 0 : place + 1;
    }
  }

  get(hash: number, check: number): number {
    return this.#cells[this.#at(hash, check) + 2] ?? EMPTY;
  }

  add(hash: number, check: number, ordinal: number): void {
    const at = this.#at(hash, check);
    if (this.#cells[at + 2] !== EMPTY) return;
    this.#put(at, hash, check, ordinal);
    this.#count += 1;
    if (this.#count > this.#places * FULLEST) this.#grow();
  }

  #put(at: number, hash: number, check: number, ordinal: number): void {
    this.#cells[at] = hash;
    this.#cells[at + 1] = check;
    this.#cells[at + 2] = ordinal;
  }

  #grow(): void {
    const before = this.#cells;
    this.#places = Math.ceil(this.#places * GROWTH);
    this.#cells = new Uint32Array(this.#places * CELLS).fill(EMPTY);
    for (let from = 0; from < before.length; from += CELLS) {
      const [hash = 0, check = 0, ordinal = EMPTY] = [before[from], before[from + 1], before[from + 2]];
      if (ordinal !== EMPTY) this.#put(this.#at(hash, check), hash, check, ordinal);
    }
  }
}

export class IdMap {
  /** Of sizes spread over one step of growth: keys are spread evenly, and tables of one size would all grow at once. */
  readonly #tables = Array.from(
    { length: TABLES },
    (_, at) => new Table(Math.round(SMALLEST * GROWTH ** (at / TABLES))),
  );

  /** The paper of a key, or -1. */
  get(hash: number, check: number): number {
    const ordinal = this.#tables[hash >>> (32 - TABLE_BITS)]?.get(hash, check) ?? EMPTY;
    return ordinal === EMPTY ? -1 : ordinal;
  }

  /** Keeps the first paper of a key. */
  add(hash: number, check: number, ordinal: number): void {
    this.#tables[hash >>> (32 - TABLE_BITS)]?.add(hash, check, ordinal);
  }
}
