// Words of titles and names with the papers that have them, in order, for search as one types and for related works.
// A word of a name has `@` before it ("@reddi"), so that titles and names are told apart; a topic as its source says it
// has `#`, and venues and years have `$` ("$neurips", "$2016"; not in packs before format 3.3.1). Words are in the order of their UTF-16 units; all of one word's papers are in one chunk.
//
//   a chunk: word after word: text, number of papers, then the papers ascending as differences, with their length
import { contentWords } from '../../text/content-words.ts';
import { plainLower } from '../../text/plain-lower.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { venueWords } from '../../paper/venue-words.ts';
import { ByteReader, type ByteWriter } from './varint.ts';

const encoder = new TextEncoder();
const LONGEST_WORD = 40;

/** Words of a title as the table holds them: folded, singular, without "the" and "of". */
export const titleWordsOf = (title: string): string[] => [
  ...new Set([...contentWords(title).keys()].map((word) => word.slice(0, LONGEST_WORD))),
];

/** Words of a name as the table holds them, with their `@`. */
export function nameWordsOf(name: string): string[] {
  return (plainLower(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 || word > 'z')
    .map((word) => `@${word.slice(0, LONGEST_WORD)}`);
}

/** Words of where and when a paper appeared, as the table holds them, with their `$`. */
export const venueWordsOf = (line: string): string[] =>
  venueWords(line).map((word) => `$${word.slice(0, LONGEST_WORD)}`);
export const yearWordOf = (year: number): string => `$${year}`;

/** A topic as the table holds it, with its `#`: whole, in small letters. */
export const topicWordOf = (topic: string): string => `#${plainLower(topic)}`;

/** Every word under which a record is found. */
export function wordsOfRecord({
  title,
  otherTitles = [],
  authors = [],
  venue,
  year,
  topics = [],
  full,
}: Pick<PaperRecord, 'title' | 'otherTitles' | 'authors' | 'venue' | 'year' | 'topics' | 'full'>): Set<string> {
  const words = new Set([title, ...otherTitles].flatMap(titleWordsOf));
  for (const name of authors) for (const word of nameWordsOf(name)) words.add(word);
  for (const topic of full?.topics ?? topics) words.add(topicWordOf(topic));
  if (venue !== undefined) for (const word of venueWordsOf(venue)) words.add(word);
  if (year !== undefined) words.add(yearWordOf(year));
  return words;
}

/** Words with a chunk's tables, in order: `a`-`z` each, all before, all after; names' words the same again. */
export const WORD_PARTITIONS = 56;
/** Words of abstracts are no names: of these partitions they have the first and the last 27. */
export const ABSTRACT_PARTITIONS = 28;
export const partitionOfAbstracts = (at: number): number => (at === 0 ? 0 : at + WORD_PARTITIONS - ABSTRACT_PARTITIONS);

export function wordPartition(word: string): number {
  const name = word.charCodeAt(0) === 64;
  const letter = word.charCodeAt(name ? 1 : 0);
  // `@` is after digits and before letters, so names come after digits: partition 1 to 28.
  if (name) return 1 + (letter < 97 ? 0 : letter > 122 ? 27 : letter - 96);
  return letter < 97 ? 0 : letter > 122 ? 55 : letter - 97 + 29;
}

export function writeWord(into: ByteWriter, scratch: ByteWriter, word: string, ordinals: ArrayLike<number>): void {
  into.text(word);
  into.number(ordinals.length);
  let before = 0;
  for (let at = 0; at < ordinals.length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    scratch.number(ordinal - before);
    before = ordinal;
  }
  into.number(scratch.length);
  into.raw(scratch.bytes.subarray(0, scratch.length));
  scratch.length = 0;
}

/** Papers by their ordinals, ascending. */
type Ordinals = readonly number[] | Uint32Array;

/** One word of a chunk. */
export interface WordRow {
  word: string;
  /** Papers that have it. */
  count: number;
  /** The papers, ascending; the last `limit` of them. */
  ordinals(limit?: number): Ordinals;
  /** Of the last of an answer: more words begin so and were not read. */
  isCut?: true;
}

/** Papers of a word, from where the reader is behind the word; added to `into`. */
export function readPapers(reader: ByteReader, into: number[]): void {
  const count = reader.number();
  const end = reader.number() + reader.at;
  let ordinal = 0;
  for (let at = 0; at < count && reader.at < end; at += 1) {
    ordinal += reader.number();
    into.push(ordinal);
  }
}

/** The same from where the word ends, the last `limit`. A common word has thousands, so numbers are read in place. */
function papersAt(chunk: Uint8Array, from: number, limit: number): Uint32Array {
  const reader = new ByteReader(chunk, from);
  const count = reader.number();
  const length = reader.number();
  let { at } = reader;
  const end = at + length;
  // No number is shorter than a byte.
  const read = Math.min(count, length);
  const skipped = Math.max(0, read - limit);
  const papers = new Uint32Array(read - skipped);
  let ordinal = 0;
  for (let place = 0; place < read && at < end; place += 1) {
    let byte = chunk[at] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      at += 1;
      byte = chunk[at] ?? 0;
      step |= (byte & 127) << shift;
    }
    at += 1;
    ordinal += step;
    if (place >= skipped) papers[place - skipped] = ordinal;
  }
  return papers;
}

/** No word of a title or name is longer than `LONGEST_WORD`; topics may be. */
const LONGEST_ENTRY = 300;

/** Whether a piece is a chunk of words with papers of a pack of this many. */
export function isWords(chunk: Uint8Array, papers: number): boolean {
  const reader = new ByteReader(chunk);
  let before = '';
  while (!reader.ended) {
    const word = reader.text();
    // The order of a letter that was cut in two is nobody's.
    if (word === '' || word.length > LONGEST_ENTRY || (word <= before && !word.includes('\ufffd'))) return false;
    before = word;
    const count = reader.number();
    const end = reader.number() + reader.at;
    if (count === 0 || count > papers || end > chunk.length) return false;
    let ordinal = 0;
    for (let at = 0; at < count; at += 1) {
      ordinal += reader.number();
      if (ordinal >= papers || reader.at > end) return false;
    }
    if (reader.at !== end) return false;
  }
  return true;
}

/** Bytes from here on begin letters whose order differs between UTF-8 and UTF-16. */
const UNORDERED = 0xee;

/** The words of a chunk that begin with `prefix`, or are it where `exact`. Compared as bytes, since most of a chunk is
 *  other words. */
export function findWords(chunk: Uint8Array, prefix: string, exact: boolean): WordRow[] {
  const wanted = encoder.encode(prefix);
  const found: WordRow[] = [];
  const reader = new ByteReader(chunk);
  while (!reader.ended) {
    const from = reader.at;
    const length = reader.number();
    const start = reader.at;
    const behind = start + length;
    reader.at = behind;
    const count = reader.number();
    reader.skip();
    const most = Math.min(length, wanted.length);
    let same = 0;
    while (same < most && chunk[start + same] === wanted[same]) same += 1;
    if (same === wanted.length && (!exact || same === length))
      found.push({
        word: new ByteReader(chunk, from).text(),
        count,
        ordinals: (limit = count) => papersAt(chunk, behind, limit),
      });
    else if (same < length && isBehind(chunk[start + same] ?? 0, wanted[same] ?? 0)) break;
  }
  return found;
}

const isBehind = (one: number, other: number): boolean => one > other && one < UNORDERED;

export const encodeTops = (tops: readonly string[]): Uint8Array<ArrayBuffer> => encoder.encode(tops.join('\n'));
export const readTops = (bytes: Uint8Array): string[] =>
  bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n');

/** The chunks that can have words that begin with `prefix`, ascending; the first has the word itself, if any has. */
export function wordChunks(tops: readonly string[], prefix: string): number[] {
  let low = 0;
  let end = tops.length;
  while (low < end) {
    const middle = (low + end) >>> 1;
    if ((tops[middle] ?? '') <= prefix) low = middle + 1;
    else end = middle;
  }
  const chunks = low > 0 ? [low - 1] : [];
  for (let at = low; at < tops.length && (tops[at] ?? '').startsWith(prefix); at += 1) chunks.push(at);
  return chunks;
}
