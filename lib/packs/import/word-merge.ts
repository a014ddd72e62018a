// One partition of words, run after run, to chunks in the order of words. Millions of rows have hundreds of runs with
// thousands of words each: of a word in a run, two numbers are kept, and papers are read when it is the word's turn.
import type { Piece } from '../piece.ts';
import { ByteReader, ByteWriter } from '../tables/varint.ts';
import { readPapers, writeWord } from '../tables/words.ts';

const WORD_CHUNK = 32 * 1024;
const NONE = 0xffffffff;

/** Where each word is in each run, in the order of runs. */
class Places {
  readonly words = new Map<string, number>();
  /** By word: its first place and its last one. */
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  /** By place: run, byte, next place of the same word. */
  #cells = new Uint32Array(3 << 12);
  #count = 0;

  add(word: string, run: number, byte: number): void {
    const at = this.#count * 3;
    if (at + 3 > this.#cells.length) {
      const grown = new Uint32Array(this.#cells.length * 2);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    this.#cells.set([run, byte, NONE], at);
    const known = this.words.get(word);
    if (known === undefined) {
      this.words.set(word, this.#first.length);
      this.#first.push(this.#count);
      this.#last.push(this.#count);
    } else {
      this.#cells[(this.#last[known] ?? 0) * 3 + 2] = this.#count;
      this.#last[known] = this.#count;
    }
    this.#count += 1;
  }

  each(word: number, take: (run: number, byte: number) => void): void {
    for (let place = this.#first[word] ?? NONE; place !== NONE; place = this.#cells[place * 3 + 2] ?? NONE)
      take(this.#cells[place * 3] ?? 0, this.#cells[place * 3 + 1] ?? 0);
  }
}

function placesOf(runs: readonly Uint8Array[]): Places {
  const places = new Places();
  for (const [run, bytes] of runs.entries()) {
    const reader = new ByteReader(bytes);
    while (!reader.ended) {
      const word = reader.text();
      places.add(word, run, reader.at);
      // How many papers, then the papers.
      reader.number();
      reader.skip();
    }
  }
  return places;
}

/** Pieces of a partition; adds the first word of each to `tops`. */
export function wordPieces(kind: 'words' | 'abstractwords', runs: readonly Uint8Array[], tops: string[]): Piece[] {
  const places = placesOf(runs);
  const pieces: Piece[] = [];
  const writer = new ByteWriter();
  const scratch = new ByteWriter();
  const close = (): void => {
    if (writer.length > 0) pieces.push({ kind, number: tops.length - 1, bytes: writer.take() });
  };
  const papers: number[] = [];
  for (const word of [...places.words.keys()].sort()) {
    if (writer.length >= WORD_CHUNK) close();
    if (writer.length === 0) tops.push(word);
    papers.length = 0;
    places.each(places.words.get(word) ?? 0, (run, byte) =>
      readPapers(new ByteReader(runs[run] ?? new Uint8Array(0), byte), papers),
    );
    // Batches come in order; only what joined rows add goes back.
    if (papers.some((paper, at) => paper < (papers[at - 1] ?? 0))) papers.sort((a, b) => a - b);
    writeWord(writer, scratch, word, papers);
  }
  close();
  return pieces;
}
