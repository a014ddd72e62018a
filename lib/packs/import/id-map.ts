// Which paper a key belongs to, for millions of keys in twelve bytes each: an open table of two hashes and an ordinal.

const EMPTY = 0xffffffff;

export class IdMap {
  #size = 1 << 12;
  #count = 0;
  #hashes = new Uint32Array(this.#size);
  #checks = new Uint32Array(this.#size);
  #ordinals = new Uint32Array(this.#size).fill(EMPTY);

  #place(hash: number, check: number): number {
    const mask = this.#size - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      if (this.#ordinals[at] === EMPTY) return at;
      if (this.#hashes[at] === hash && this.#checks[at] === check) return at;
    }
  }

  /** The paper of a key, or -1. */
  get(hash: number, check: number): number {
    const ordinal = this.#ordinals[this.#place(hash, check)] ?? EMPTY;
    return ordinal === EMPTY ? -1 : ordinal;
  }

  /** Keeps the first paper of a key. */
  add(hash: number, check: number, ordinal: number): void {
    const at = this.#place(hash, check);
    if (this.#ordinals[at] !== EMPTY) return;
    this.#hashes[at] = hash;
    this.#checks[at] = check;
    this.#ordinals[at] = ordinal;
    this.#count += 1;
    if (this.#count * 10 > this.#size * 7) this.#grow();
  }

  #grow(): void {
    const [hashes, checks, ordinals] = [this.#hashes, this.#checks, this.#ordinals];
    this.#size *= 2;
    this.#hashes = new Uint32Array(this.#size);
    this.#checks = new Uint32Array(this.#size);
    this.#ordinals = new Uint32Array(this.#size).fill(EMPTY);
    for (let from = 0; from < ordinals.length; from += 1) {
      const ordinal = ordinals[from] ?? EMPTY;
      if (ordinal === EMPTY) continue;
      const at = this.#place(hashes[from] ?? 0, checks[from] ?? 0);
      this.#hashes[at] = hashes[from] ?? 0;
      this.#checks[at] = checks[from] ?? 0;
      this.#ordinals[at] = ordinal;
    }
  }
}
