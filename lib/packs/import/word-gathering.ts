// Words and names of a batch, each written down once: a word is a number, and what is gathered are pairs of word and
// paper in one array. Most words of a title and many names have been met before, so a row costs few look-ups and makes
// few objects.
import { authorKey } from '../../text/names.ts';
import type { PaperRecord } from '../record.ts';
import { hashOf } from '../tables/hashed.ts';
import { ByteWriter } from '../tables/varint.ts';
import { nameWordsOf, titleWordsOf, WORD_PARTITIONS, wordPartition, writeWord } from '../tables/words.ts';
import type { Run } from './runs.ts';

/** What a name adds. */
export interface NameMet {
  key: string;
  hash: number;
  check: number;
  words: readonly number[];
}

/** Words and names kept beyond a batch; then all are forgotten, for memory. */
const MOST_WORDS = 100_000;
const MOST_NAMES = 50_000;
const plainWord = /[A-Za-z0-9]+/g;
// eslint-disable-next-line no-control-regex -- all of ASCII is what is meant
const ascii = /^[\u0000-\u007f]*$/;
const NO_WORD = -1;

export class WordGathering {
  #numbers = new Map<string, number>();
  #words: string[] = [];
  /** As a title prints them. */
  #printed = new Map<string, number>();
  #names = new Map<string, NameMet>();
  #pairs = new Uint32Array(1 << 14);
  #length = 0;

  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    return number;
  }

  name(name: string): NameMet {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const key = authorKey(name);
    const [hash, check] = hashOf(key);
    const met = { key, hash, check, words: nameWordsOf(name).map((word) => this.number(word)) };
    this.#names.set(name, met);
    return met;
  }

  add(number: number, ordinal: number): void {
    if (this.#length + 2 > this.#pairs.length) {
      const grown = new Uint32Array(this.#pairs.length * 2);
      grown.set(this.#pairs);
      this.#pairs = grown;
    }
    this.#pairs[this.#length] = number;
    this.#pairs[this.#length + 1] = ordinal;
    this.#length += 2;
  }

  addTitle(title: string, ordinal: number): void {
    if (!ascii.test(title)) {
      for (const word of titleWordsOf(title)) this.add(this.number(word), ordinal);
      return;
    }
    for (const printed of title.match(plainWord) ?? []) {
      let number = this.#printed.get(printed);
      if (number === undefined) {
        const [word] = titleWordsOf(printed);
        number = word === undefined ? NO_WORD : this.number(word);
        this.#printed.set(printed, number);
      }
      if (number !== NO_WORD) this.add(number, ordinal);
    }
  }

  addTopics({ full }: PaperRecord, ordinal: number): void {
    for (const topic of full?.topics ?? []) this.add(this.number(`#${topic}`), ordinal);
  }

  /** Runs of words; the pairs are empty afterwards. Papers of a word are ascending, each once. */
  take(): Run[] {
    const words = this.#words;
    const pairs = this.#pairs;
    const from = new Uint32Array(words.length + 1);
    for (let at = 0; at < this.#length; at += 2) {
      const next = (pairs[at] ?? 0) + 1;
      from[next] = (from[next] ?? 0) + 1;
    }
    for (let number = 0; number < words.length; number += 1)
      from[number + 1] = (from[number + 1] ?? 0) + (from[number] ?? 0);
    const papers = new Uint32Array(this.#length / 2);
    const filled = from.slice();
    for (let at = 0; at < this.#length; at += 2) {
      const number = pairs[at] ?? 0;
      const place = filled[number] ?? 0;
      const ordinal = pairs[at + 1] ?? 0;
      // A word that comes again in one paper.
      if (place > (from[number] ?? 0) && papers[place - 1] === ordinal) continue;
      papers[place] = ordinal;
      filled[number] = place + 1;
    }
    const parts: number[][] = Array.from({ length: WORD_PARTITIONS }, () => []);
    for (let number = 0; number < words.length; number += 1)
      if ((filled[number] ?? 0) > (from[number] ?? 0)) parts[wordPartition(words[number] ?? '')]?.push(number);
    const writer = new ByteWriter();
    const scratch = new ByteWriter();
    const runs: Run[] = [];
    for (const [partition, numbers] of parts.entries()) {
      if (numbers.length === 0) continue;
      for (const number of numbers)
        writeWord(writer, scratch, words[number] ?? '', papers.subarray(from[number] ?? 0, filled[number] ?? 0));
      runs.push({ kind: 'words', partition, bytes: writer.take() });
    }
    this.#length = 0;
    if (words.length > MOST_WORDS || this.#names.size > MOST_NAMES) {
      this.#numbers = new Map();
      this.#words = [];
      this.#printed = new Map();
      this.#names = new Map();
    }
    return runs;
  }
}
