// Words and names of a batch, each written down once: a word is a number, and what is gathered are pairs of word and
// paper in one array. Most words of a title and many names have been met before, so a row costs few look-ups and makes
// few objects.
import { authorKey } from '../../paper/names/name-key.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { hashOf, hashOfCodes } from '../../text/string-hash.ts';
import { ByteWriter } from '../tables/varint.ts';
import {
  nameWordsOf,
  titleWordsOf,
  topicWordOf,
  venueWordsOf,
  WORD_PARTITIONS,
  wordPartition,
  writeWord,
  yearWordOf,
} from '../tables/words.ts';
import { plainName } from '../../paper/names/plain-name.ts';
import type { Run } from './run-kind.ts';
import { WordTable } from './word-table.ts';

/** What a name that is not plain adds. */
interface NameMet {
  hasKey: boolean;
  hash: number;
  check: number;
  words: readonly number[];
}

/** Words and names kept beyond a batch; then all are forgotten, for memory. */
const MAX_WORDS = 100_000;
const MAX_NAMES = 50_000;
const NO_WORD = -1;
/** Letters and digits of ASCII. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));

export class WordGathering {
  #numbers = new Map<string, number>();
  #words: string[] = [];
  #ofTitles = this.#tableOfTitles();
  #ofNames = this.#tableOfNames();
  /** Names that are not plain. */
  #names = new Map<string, NameMet>();
  /** Words of venue lines; those of proceedings come again with each paper. */
  #venues = new Map<string, readonly number[]>();
  /** Hash and check of the key of the name that was added last. */
  readonly key = new Uint32Array(2);
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

  #tableOfTitles(): WordTable {
    return new WordTable((text) => {
      const [word] = titleWordsOf(text);
      return word === undefined ? NO_WORD : this.number(word);
    });
  }

  #tableOfNames(): WordTable {
    return new WordTable((word) => this.number(`@${word}`));
  }

  /** Adds a name's words and leaves its key's hash and check in `key`; false where it has no key. */
  addName(name: string, ordinal: number): boolean {
    const plain = plainName(name);
    if (plain !== null) {
      for (let word = 0; word < plain.words; word += 1)
        this.add(this.#ofNames.get(name, plain.from[word] ?? 0, plain.to[word] ?? 0), ordinal);
      hashOfCodes(plain.key, plain.keyLength, this.key);
      return true;
    }
    const { hasKey, hash, check, words } = this.#met(name);
    for (const word of words) this.add(word, ordinal);
    this.key[0] = hash;
    this.key[1] = check;
    return hasKey;
  }

  #met(name: string): NameMet {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const key = authorKey(name);
    const [hash, check] = hashOf(key);
    const met = { hasKey: key !== '', hash, check, words: nameWordsOf(name).map((word) => this.number(word)) };
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
    for (let at = 0; at < title.length; at += 1)
      if (title.charCodeAt(at) > 127) {
        for (const word of titleWordsOf(title)) this.add(this.number(word), ordinal);
        return;
      }
    let from = -1;
    for (let at = 0; at <= title.length; at += 1) {
      // Past the end there is no character, and no letter.
      if (isPlain[title.charCodeAt(at)] === 1) {
        if (from < 0) from = at;
        continue;
      }
      if (from < 0) continue;
      const number = this.#ofTitles.get(title, from, at);
      if (number !== NO_WORD) this.add(number, ordinal);
      from = -1;
    }
  }

  addTopics({ full, topics = [] }: PaperRecord, ordinal: number): void {
    for (const topic of full?.topics ?? topics) this.add(this.number(topicWordOf(topic)), ordinal);
  }

  addVenue({ venue, year }: PaperRecord, ordinal: number): void {
    if (year !== undefined) this.add(this.number(yearWordOf(year)), ordinal);
    if (venue === undefined) return;
    let words = this.#venues.get(venue);
    if (words === undefined) {
      words = venueWordsOf(venue).map((word) => this.number(word));
      this.#venues.set(venue, words);
    }
    for (const word of words) this.add(word, ordinal);
  }

  /** Runs of words; the pairs are empty afterwards. Papers of a word are ascending, each once. */
  take(kind: 'words' | 'abstractwords'): Run[] {
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
      runs.push({ kind, partition, bytes: writer.take() });
    }
    this.#length = 0;
    if (words.length > MAX_WORDS || this.#names.size > MAX_NAMES || this.#venues.size > MAX_NAMES) {
      this.#numbers = new Map();
      this.#words = [];
      this.#ofTitles = this.#tableOfTitles();
      this.#ofNames = this.#tableOfNames();
      this.#names = new Map();
      this.#venues = new Map();
    }
    return runs;
  }
}
