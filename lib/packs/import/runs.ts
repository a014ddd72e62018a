// Runs: what a batch of rows adds to the tables, unsorted, cut into partitions that can be sorted one at a time.
//   joins    by 65,536 papers: rows that tell more of a paper of an earlier batch, JSON lines [ordinal, record]
//   ids, names, titles   by the top four bits of the hash or key: columns of 32 bits
//   words    by first letter: as a chunk of words
import { titleEntries } from '../../detect/segment.ts';
import { authorKey } from '../../text/names.ts';
import type { PaperRecord } from '../record.ts';
import { idKeys } from '../record-id.ts';
import { hashOf } from '../tables/hashed.ts';
import { ByteWriter } from '../tables/varint.ts';
import { eachWordOf, WORD_PARTITIONS, wordPartition, wordsOf, writeWord } from '../tables/words.ts';

export type RunKind = 'joins' | 'ids' | 'names' | 'words' | 'titles';
export interface Run {
  kind: RunKind;
  partition: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Entries so far of each table that has to be laid out. */
export interface RunCounts {
  ids: number;
  names: number;
  titles: number;
}

export const PARTITIONS = 16;
/** Papers of a partition of joins, as a shift. */
export const JOIN_SHIFT = 16;

/** Rows of so many columns of 32 bits, the first of which says the partition. */
class Gathering {
  readonly width: number;
  rows = 0;
  #cells = new Uint32Array(1 << 12);

  constructor(width: number) {
    this.width = width;
  }

  add(one: number, two: number, three: number, four = 0): void {
    const at = this.rows * this.width;
    if (at + this.width > this.#cells.length) {
      const grown = new Uint32Array(this.#cells.length * 2);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    this.#cells[at] = one;
    this.#cells[at + 1] = two;
    this.#cells[at + 2] = three;
    if (this.width > 3) this.#cells[at + 3] = four;
    this.rows += 1;
  }

  /** Columns by partition; empties itself. */
  take(kind: RunKind): Run[] {
    const { width, rows } = this;
    const cells = this.#cells;
    const counts = new Uint32Array(PARTITIONS);
    for (let row = 0; row < rows; row += 1) {
      const partition = (cells[row * width] ?? 0) >>> 28;
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    const parts = Array.from(counts, (count) => new Uint32Array(count * width));
    const filled = new Uint32Array(PARTITIONS);
    for (let row = 0; row < rows; row += 1) {
      const partition = (cells[row * width] ?? 0) >>> 28;
      const part = parts[partition];
      const count = counts[partition] ?? 0;
      const place = filled[partition] ?? 0;
      filled[partition] = place + 1;
      if (part === undefined) continue;
      for (let column = 0; column < width; column += 1) part[column * count + place] = cells[row * width + column] ?? 0;
    }
    this.rows = 0;
    return parts.flatMap((part, partition) =>
      part.length === 0 ? [] : [{ kind, partition, bytes: new Uint8Array(part.buffer) }],
    );
  }
}

/** The columns of runs of one kind, one run after the other. */
export function readColumns(runs: readonly Uint8Array[], width: number): Uint32Array[] {
  const rows = runs.reduce((sum, bytes) => sum + bytes.length / 4 / width, 0);
  const columns = Array.from({ length: width }, () => new Uint32Array(rows));
  let at = 0;
  for (const bytes of runs) {
    const cells = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const count = cells.length / width;
    for (const [column, into] of columns.entries()) into.set(cells.subarray(column * count, (column + 1) * count), at);
    at += count;
  }
  return columns;
}

/** What one record adds. */
interface Contribution {
  ids: string[];
  names: string[];
  words: string[];
  titles: ReturnType<typeof titleEntries>;
}

function namesOf({ authors = [] }: PaperRecord): string[] {
  const names: string[] = [];
  for (const name of authors) {
    const key = authorKey(name);
    if (key !== '' && !names.includes(key)) names.push(key);
  }
  return names;
}

const titlesOf = ({ title, otherTitles = [] }: PaperRecord): string[] => [title, ...otherTitles];

const contributionOf = (record: PaperRecord): Contribution => ({
  ids: idKeys(record),
  names: namesOf(record),
  words: [...wordsOf(record)],
  titles: titleEntries(titlesOf(record)),
});

/** Gathers what records add, for a batch. */
export class RunWriter {
  readonly #ids = new Gathering(3);
  readonly #names = new Gathering(3);
  readonly #titles = new Gathering(4);
  #words = new Map<string, number[]>();
  #ordinal = 0;
  readonly #writer = new ByteWriter();
  readonly #scratch = new ByteWriter();

  add(record: PaperRecord, ordinal: number): void {
    for (const id of idKeys(record)) this.#id(id, ordinal);
    const names = namesOf(record);
    for (const name of names) this.#name(name, ordinal);
    for (const { key, check, length } of titleEntries(titlesOf(record))) this.#titles.add(key, check, ordinal, length);
    this.#ordinal = ordinal;
    eachWordOf(record, this.#word);
  }

  /** Only what `after` has and `before` had not. */
  addDifference(before: PaperRecord, after: PaperRecord, ordinal: number): void {
    const had = contributionOf(before);
    const has = contributionOf(after);
    const ids = new Set(had.ids);
    const words = new Set(had.words);
    const titles = new Set(had.titles.map(({ key, check, length }) => `${key} ${check} ${length}`));
    this.#add(
      {
        ids: has.ids.filter((id) => !ids.has(id)),
        names: has.names.filter((name) => !had.names.includes(name)),
        words: has.words.filter((word) => !words.has(word)),
        titles: has.titles.filter(({ key, check, length }) => !titles.has(`${key} ${check} ${length}`)),
      },
      ordinal,
    );
  }

  #add({ ids, names, words, titles }: Contribution, ordinal: number): void {
    for (const id of ids) this.#id(id, ordinal);
    for (const name of names) this.#name(name, ordinal);
    for (const { key, check, length } of titles) this.#titles.add(key, check, ordinal, length);
    this.#ordinal = ordinal;
    words.forEach(this.#word);
  }

  #id(id: string, ordinal: number): void {
    const [hash, check] = hashOf(id);
    this.#ids.add(hash, check, ordinal);
  }

  #name(name: string, ordinal: number): void {
    const [hash, check] = hashOf(name);
    this.#names.add(hash, check, ordinal);
  }

  /** Of the paper at hand. A word may come again. */
  readonly #word = (word: string): void => {
    const papers = this.#words.get(word);
    if (papers === undefined) this.#words.set(word, [this.#ordinal]);
    else if (papers[papers.length - 1] !== this.#ordinal) papers.push(this.#ordinal);
  };

  /** Everything gathered, as runs; adds to the counts. */
  take(counts: RunCounts): Run[] {
    counts.ids += this.#ids.rows;
    counts.names += this.#names.rows;
    counts.titles += this.#titles.rows;
    const runs = [...this.#ids.take('ids'), ...this.#names.take('names'), ...this.#titles.take('titles')];
    const parts: string[][] = Array.from({ length: WORD_PARTITIONS }, () => []);
    for (const word of this.#words.keys()) parts[wordPartition(word)]?.push(word);
    for (const [partition, words] of parts.entries()) {
      if (words.length === 0) continue;
      for (const word of words) writeWord(this.#writer, this.#scratch, word, this.#words.get(word) ?? []);
      runs.push({ kind: 'words', partition, bytes: this.#writer.take() });
    }
    this.#words = new Map();
    return runs;
  }
}
