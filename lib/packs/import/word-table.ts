// Words of texts in ASCII to numbers, found in place: a look-up makes no text of the word. Upper and lower case
// are one.

const MIX = 0x01000193;
const lower = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

export class WordTable {
  /** In lower case. */
  #words: string[] = [];
  #values: number[] = [];
  /** Open table: hash, and the word's place from 1 on. */
  #cells = new Int32Array(1 << 11);
  /** Of its own in each importer, so that no file can be written whose words all fall into one place. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32) | 0;
  readonly #make: (word: string) => number;

  /** @param make the number of a word that is met for the first time, in lower case */
  constructor(make: (word: string) => number) {
    this.#make = make;
  }

  /** The number of the word of a text from `from` to `to`. */
  get(text: string, from: number, to: number): number {
    let hash = this.#seed;
    for (let at = from; at < to; at += 1) {
      hash = Math.imul(hash ^ lower(text.charCodeAt(at)), MIX);
      hash ^= hash >>> 15;
    }
    const cells = this.#cells;
    const mask = cells.length - 1;
    let at = (hash << 1) & mask;
    for (;;) {
      const place = (cells[at + 1] ?? 0) - 1;
      if (place < 0) break;
      if (cells[at] === hash && this.#is(place, text, from, to)) return this.#values[place] ?? 0;
      at = (at + 2) & mask;
    }
    const word = text.slice(from, to).toLowerCase();
    const value = this.#make(word);
    this.#words.push(word);
    this.#values.push(value);
    cells[at] = hash;
    cells[at + 1] = this.#words.length;
    if (this.#words.length * 4 > cells.length) this.#grow();
    return value;
  }

  #is(place: number, text: string, from: number, to: number): boolean {
    const word = this.#words[place] ?? '';
    if (word.length !== to - from) return false;
    for (let at = 0; at < word.length; at += 1)
      if (word.charCodeAt(at) !== lower(text.charCodeAt(from + at))) return false;
    return true;
  }

  #grow(): void {
    const before = this.#cells;
    const cells = new Int32Array(before.length * 2);
    const mask = cells.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      const [hash = 0, place = 0] = [before[from], before[from + 1]];
      if (place === 0) continue;
      let at = (hash << 1) & mask;
      while (cells[at + 1] !== 0) at = (at + 2) & mask;
      cells[at] = hash;
      cells[at + 1] = place;
    }
    this.#cells = cells;
  }
}
