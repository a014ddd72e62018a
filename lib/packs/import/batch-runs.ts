// Runs: what a batch of rows adds to the tables, unsorted, cut into partitions that can be sorted one at a time.
//   joins    by 65,536 papers: rows that tell more of a paper of an earlier batch, JSON lines [ordinal, record]
//   references   by the top four bits of the hash of the key of the work that a paper cites
//   cites, citedby   by 65,536 papers: pairs of papers, columns of 32 bits; made of ids and references (`reference-merge.ts`)
//   ids, names, titles   by the top four bits of the hash or key: columns of 32 bits
//   words, abstractwords   by first letter: as a chunk of words
import { titleEntries } from '../tables/title-index.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { paperKeys } from '../../paper/keys.ts';
import { hashOf } from '../../text/string-hash.ts';
import { readExtra } from '../tables/extras.ts';
import { wordsOfRecord } from '../tables/words.ts';
import { AbstractWords } from './abstract-words.ts';
import type { Run, RunKind } from './run-kind.ts';
import { WordGathering } from './word-gathering.ts';

/** Entries so far of each table that has to be laid out. */
export interface RunCounts {
  ids: number;
  names: number;
  titles: number;
  /** Papers that have words of an abstract, and what papers cite. */
  abstractWords: number;
  references: number;
}

export const PARTITIONS = 16;
/** Papers of a partition of joins, as a shift. */
export const JOIN_SHIFT = 16;
export const joinSteps = (papers: number): number => Math.ceil(papers / 2 ** JOIN_SHIFT);

/** Rows of `columns` numbers of 32 bits, the first of which says the partition. */
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

  /** Whether a row from `first` on begins with these. */
  has(one: number, two: number, first: number): boolean {
    const cells = this.#cells;
    for (let at = first * this.width; at < this.rows * this.width; at += this.width)
      if (cells[at] === one && cells[at + 1] === two) return true;
    return false;
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
  words: Set<string>;
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
  ids: paperKeys(record),
  names: namesOf(record),
  words: wordsOfRecord(record),
  titles: titleEntries(titlesOf(record)),
});

/** Gathers what records add, for a batch. */
export class RunWriter {
  readonly #ids = new Gathering(3);
  readonly #names = new Gathering(3);
  readonly #titles = new Gathering(4);
  readonly #words = new WordGathering();
  readonly #references = new Gathering(3);
  readonly #abstractWords = new WordGathering();
  readonly #chooser = new AbstractWords();
  #withAbstractWords = 0;

  add(record: PaperRecord, ordinal: number): void {
    for (const id of paperKeys(record)) this.#id(id, ordinal);
    this.#addNames(record.authors ?? [], ordinal);
    const titles = titlesOf(record);
    for (const title of titles) this.#words.addTitle(title, ordinal);
    for (const { key, check, length } of titleEntries(titles)) this.#titles.add(key, check, ordinal, length);
    this.#words.addTopics(record, ordinal);
    this.#words.addVenue(record, ordinal);
  }

  /** What a paper's line of extras adds, and that of before had not. */
  addExtra(title: string, line: string, ordinal: number, before = ''): void {
    if (line === before) return;
    const had = this.#readExtra(title, before);
    const has = this.#readExtra(title, line);
    for (const word of has.words)
      if (!had.words.includes(word)) this.#abstractWords.add(this.#abstractWords.number(word), ordinal);
    if (has.words.length > 0 && had.words.length === 0) this.#withAbstractWords += 1;
    for (const key of has.references) {
      if (had.references.includes(key)) continue;
      const [hash, check] = hashOf(key);
      this.#references.add(hash, check, ordinal);
    }
  }

  #readExtra(title: string, line: string): { words: readonly string[]; references: readonly string[] } {
    if (line === '') return { words: [], references: [] };
    const { abstract, words, references } = readExtra(line);
    return { words: abstract === '' ? words : this.#chooser.choose(title, abstract), references };
  }

  /** Names of one paper, each key once. */
  #addNames(names: readonly string[], ordinal: number): void {
    const words = this.#words;
    const first = this.#names.rows;
    for (const name of names) {
      if (!words.addName(name, ordinal)) continue;
      const [hash = 0, check = 0] = words.key;
      if (!this.#names.has(hash, check, first)) this.#names.add(hash, check, ordinal);
    }
  }

  /** Only what `after` has and `before` had not. */
  addDifference(before: PaperRecord, after: PaperRecord, ordinal: number): void {
    const had = contributionOf(before);
    const has = contributionOf(after);
    for (const id of has.ids) if (!had.ids.includes(id)) this.#id(id, ordinal);
    for (const name of has.names) {
      if (had.names.includes(name)) continue;
      const [hash, check] = hashOf(name);
      this.#names.add(hash, check, ordinal);
    }
    const entries = new Set(had.titles.map(({ key, check, length }) => `${key} ${check} ${length}`));
    for (const { key, check, length } of has.titles)
      if (!entries.has(`${key} ${check} ${length}`)) this.#titles.add(key, check, ordinal, length);
    for (const word of has.words) if (!had.words.has(word)) this.#words.add(this.#words.number(word), ordinal);
  }

  #id(id: string, ordinal: number): void {
    const [hash, check] = hashOf(id);
    this.#ids.add(hash, check, ordinal);
  }

  /** Everything gathered, as runs; adds to the counts. */
  take(counts: RunCounts): Run[] {
    counts.ids += this.#ids.rows;
    counts.names += this.#names.rows;
    counts.titles += this.#titles.rows;
    counts.abstractWords += this.#withAbstractWords;
    counts.references += this.#references.rows;
    this.#withAbstractWords = 0;
    return [
      ...this.#ids.take('ids'),
      ...this.#names.take('names'),
      ...this.#titles.take('titles'),
      ...this.#words.take('words'),
      ...this.#abstractWords.take('abstractwords'),
      ...this.#references.take('references'),
    ];
  }
}
