// A segment: the title index of one pack. Immutable, typed arrays in one ArrayBuffer, about ten bytes an entry,
// so that three million titles fit into some 33 MB and are read from IndexedDB as one piece.
//
// Titles are runs of canonical characters (`lib/text/tokens.ts`). A title's key is a hash of its first characters:
//   long    24 characters and more   keyed by the first 24
//   middle  12 to 23                 keyed by the first 12
//   short   fewer                    keyed by all of it; asked only where a whole block or span is so short
// A page asks for the keys at each word's beginning. The key's top bits choose a bucket, its low 16 bits are
// compared inside it: directory and fingerprints together are the filter in front (one position in some 5,000 passes
// by chance). What passes is verified by a second hash over the title's whole length, 30 bits.
// Keys by characters rather than by words, because lost spaces, hyphens and line ends then change nothing.
//
//   header    16 x u32   sizes, checksums
//   directory u32        2^bits + 1: first entry of each bucket         \  the front: enough to say
//   prints    u16        low bits of the key                            /  "nothing here"
//   checks    u32        30 bits of the title's hash, 2 bits of kind
//   papers    u16 + u8   ordinal of the paper in its pack
//   lengths   u8         in canonical characters; 255: see below
//   long      u32 pairs  entry, length of titles of 255 characters and more
import { hashA, hashB, LONGEST, sums, emptySums } from '../text/hash.ts';
import type { Sums } from '../text/hash.ts';
import { mainPart, titleReadings } from '../text/latex.ts';
import { emptyFolded, fold } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';

export const LONG_KEY = 24;
export const MIDDLE_KEY = 12;
const SALT_LONG = 0x51ed270b;
const SALT_MIDDLE = 0x2f9be6cc;
const SALT_SHORT = 0x7a1d0c35;

/** What an entry is: a whole title, or one without its subtitle. Two bits; the rest is for later. */
export const KIND = { whole: 0, mainPart: 1 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

const MAGIC = 0x42594c31; // "BYL1"
export const SEGMENT_VERSION = 1;
const HEADER_WORDS = 16;
const PER_BUCKET = 12;
const MOST_PAPERS = 1 << 24;
/** A main part stands for its title only if it has this many words of two letters and more. */
const MAIN_PART_WORDS = 6;

export class SegmentError extends Error {
  override name = 'SegmentError';
}

export interface Segment {
  readonly entries: number;
  readonly papers: number;
  readonly bytes: number;
  readonly shift: number;
  readonly directory: Uint32Array;
  readonly prints: Uint16Array;
  readonly checks: Uint32Array;
  readonly papersLow: Uint16Array;
  readonly papersHigh: Uint8Array;
  readonly lengths: Uint8Array;
  readonly long: Uint32Array;
}

/** Entries gathered before they are laid out; grows by doubling. */
class Gathering {
  count = 0;
  keys = new Uint32Array(1024);
  checks = new Uint32Array(1024);
  papers = new Uint32Array(1024);
  lengths = new Uint16Array(1024);

  add(key: number, check: number, paper: number, length: number): void {
    if (this.count === this.keys.length) {
      const size = this.count * 2;
      const keys = new Uint32Array(size);
      keys.set(this.keys);
      this.keys = keys;
      const checks = new Uint32Array(size);
      checks.set(this.checks);
      this.checks = checks;
      const papers = new Uint32Array(size);
      papers.set(this.papers);
      this.papers = papers;
      const lengths = new Uint16Array(size);
      lengths.set(this.lengths);
      this.lengths = lengths;
    }
    this.keys[this.count] = key;
    this.checks[this.count] = check;
    this.papers[this.count] = paper;
    this.lengths[this.count] = length;
    this.count += 1;
  }
}

function keyAt(of: Sums, from: number, length: number): number {
  if (length >= LONG_KEY) return hashA(of, from, from + LONG_KEY, SALT_LONG);
  if (length >= MIDDLE_KEY) return hashA(of, from, from + MIDDLE_KEY, SALT_MIDDLE);
  return hashA(of, from, from + length, SALT_SHORT);
}

const checkOf = (hash: number, kind: Kind): number => ((hash & ~3) | kind) >>> 0;

/** Words of two letters and more, in a folded text. */
function properWords(folded: Folded): number {
  let words = 0;
  for (let i = 0; i < folded.words; i += 1) {
    if ((folded.from[i + 1] ?? 0) - (folded.from[i] ?? 0) > 1) words += 1;
  }
  return words;
}

/**
 * Lays out the index. `paper` is the ordinal in the pack (below 2^24); every reading of every title gets an entry.
 * Titles without letters and digits are left out.
 */
export function buildSegment(entries: Iterable<{ paper: number; titles: readonly string[] }>): ArrayBuffer {
  const gathering = new Gathering();
  const folded = emptyFolded();
  const lanes = emptySums();
  let papers = 0;
  /** Hashes already entered for the paper at hand. */
  const seen = new Set<number>();

  function enter(text: string, paper: number, kind: Kind): void {
    enterFolded(fold(text, folded), paper, kind);
  }
  function enterFolded({ length }: Folded, paper: number, kind: Kind): void {
    if (length === 0 || length > LONGEST) return;
    sums(folded, lanes);
    const hash = hashB(lanes, 0, length);
    if (seen.has(hash)) return;
    seen.add(hash);
    gathering.add(keyAt(lanes, 0, length), checkOf(hash, kind), paper, length);
  }

  for (const { paper, titles } of entries) {
    if (!(paper >= 0 && paper < MOST_PAPERS))
      throw new SegmentError(`paper ${paper} is outside 0 to ${MOST_PAPERS - 1}`);
    papers = Math.max(papers, paper + 1);
    if (seen.size > 0) seen.clear();
    for (const title of titles) {
      const [bare = title, lost] = titleReadings(title);
      enter(bare, paper, KIND.whole);
      if (lost !== undefined && fold(lost, folded).words > 5) enterFolded(folded, paper, KIND.whole);
    }
    for (const title of titles) {
      const main = mainPart(title);
      if (main !== null && properWords(fold(main, folded)) >= MAIN_PART_WORDS)
        enterFolded(folded, paper, KIND.mainPart);
    }
  }
  return layOut(gathering, papers);
}

const padded = (bytes: number): number => (bytes + 3) & ~3;

interface Layout {
  directory: number;
  prints: number;
  checks: number;
  low: number;
  high: number;
  lengths: number;
  long: number;
  bytes: number;
}

function layoutOf(count: number, bits: number, long: number): Layout {
  const directory = HEADER_WORDS * 4;
  const prints = directory + (2 ** bits + 1) * 4;
  const checks = prints + padded(count * 2);
  const low = checks + count * 4;
  const high = low + padded(count * 2);
  const lengths = high + padded(count);
  const longAt = lengths + padded(count);
  return { directory, prints, checks, low, high, lengths, long: longAt, bytes: longAt + long * 8 };
}

function layOut(gathering: Gathering, papers: number): ArrayBuffer {
  const { count, keys, checks, papers: ordinals, lengths } = gathering;
  let bits = 1;
  while (bits < 22 && 2 ** bits * PER_BUCKET < count) bits += 1;
  let long = 0;
  for (let i = 0; i < count; i += 1) if ((lengths[i] ?? 0) >= 255) long += 1;
  const layout = layoutOf(count, bits, long);
  const buffer = new ArrayBuffer(layout.bytes);
  const into = view(buffer, count, bits, long, papers);

  const shift = 32 - bits;
  const { directory } = into;
  for (let i = 0; i < count; i += 1) {
    const bucket = (keys[i] ?? 0) >>> shift;
    directory[bucket + 1] = (directory[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
    directory[bucket + 1] = (directory[bucket + 1] ?? 0) + (directory[bucket] ?? 0);
  }
  const next = directory.slice();
  let longAt = 0;
  for (let i = 0; i < count; i += 1) {
    const key = keys[i] ?? 0;
    const bucket = key >>> shift;
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    into.prints[at] = key & 0xffff;
    into.checks[at] = checks[i] ?? 0;
    const paper = ordinals[i] ?? 0;
    into.papersLow[at] = paper & 0xffff;
    into.papersHigh[at] = paper >>> 16;
    const length = lengths[i] ?? 0;
    into.lengths[at] = Math.min(length, 255);
    if (length >= 255) {
      into.long[longAt] = at;
      into.long[longAt + 1] = length;
      longAt += 2;
    }
  }
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, SEGMENT_VERSION, layout.bytes, count, papers, bits, long]);
  header[7] = checksum(buffer, HEADER_WORDS * 4);
  header[15] = headerSum(header);
  return buffer;
}

function view(buffer: ArrayBuffer, count: number, bits: number, long: number, papers: number): Segment {
  const layout = layoutOf(count, bits, long);
  return {
    entries: count,
    papers,
    bytes: layout.bytes,
    shift: 32 - bits,
    directory: new Uint32Array(buffer, layout.directory, 2 ** bits + 1),
    prints: new Uint16Array(buffer, layout.prints, count),
    checks: new Uint32Array(buffer, layout.checks, count),
    papersLow: new Uint16Array(buffer, layout.low, count),
    papersHigh: new Uint8Array(buffer, layout.high, count),
    lengths: new Uint8Array(buffer, layout.lengths, count),
    long: new Uint32Array(buffer, layout.long, long * 2),
  };
}

function checksum(buffer: ArrayBuffer, from: number): number {
  const words = new Int32Array(buffer, from);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193) ^ (sum >>> 17);
  return sum >>> 0;
}

function headerSum(header: Uint32Array): number {
  let sum = 0x9747b28c;
  for (let i = 0; i < HEADER_WORDS - 1; i += 1) sum = Math.imul(sum ^ (header[i] ?? 0), 0x01000193) ^ (sum >>> 15);
  return sum >>> 0;
}

/**
 * Opens what `buildSegment` made. Throws `SegmentError` if it is none, of another version, cut off or damaged.
 * `contents: false` leaves out the pass over the contents (10 ms at three million titles): for a segment that was
 * checked when it was stored. A damaged segment opened so gives wrong answers or none, but never throws later.
 */
export function openSegment(buffer: ArrayBuffer, { contents = true } = {}): Segment {
  if (buffer.byteLength < HEADER_WORDS * 4 || buffer.byteLength % 4 !== 0) throw new SegmentError('cut off');
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  const [magic = 0, version = 0, bytes = 0, count = 0, papers = 0, bits = 0, long = 0, sum = 0] = header;
  if (magic !== MAGIC) throw new SegmentError('not a title index');
  if (version !== SEGMENT_VERSION) throw new SegmentError(`title index of version ${version}, not ${SEGMENT_VERSION}`);
  if (header[15] !== headerSum(header)) throw new SegmentError('damaged header');
  if (bits < 1 || bits > 22 || long > count || count > 2 ** 28 || bytes !== buffer.byteLength) {
    throw new SegmentError('cut off');
  }
  if (layoutOf(count, bits, long).bytes !== bytes) throw new SegmentError('damaged header');
  if (contents && sum !== checksum(buffer, HEADER_WORDS * 4)) throw new SegmentError('damaged');
  return view(buffer, count, bits, long, papers);
}

const LONG_TITLE = 255;

export function lengthAt(segment: Segment, entry: number): number {
  const length = segment.lengths[entry] ?? 0;
  if (length < LONG_TITLE) return length;
  const { long } = segment;
  for (let i = 0; i < long.length; i += 2) if (long[i] === entry) return long[i + 1] ?? 0;
  return 0;
}

export const paperOf = (segment: Segment, entry: number): number =>
  (segment.papersLow[entry] ?? 0) | ((segment.papersHigh[entry] ?? 0) << 16);

export const kindOf = (segment: Segment, entry: number): Kind => ((segment.checks[entry] ?? 0) & 3) as Kind;

/** No entry (further) of this key. */
export const NO_ENTRY = -1;

/** First entry to look at for a key; then `nextEntry` goes on from there. */
export const firstEntry = (segment: Segment, key: number): number => segment.directory[key >>> segment.shift] ?? 0;

/**
 * The next entry from `entry` on whose title stands at `from` in the text and ends before `until`, or NO_ENTRY.
 * `lengthAt` says how long it is, in canonical characters.
 */
export function nextEntry(segment: Segment, key: number, of: Sums, from: number, until: number, entry: number): number {
  const { prints, directory } = segment;
  const last = directory[(key >>> segment.shift) + 1] ?? 0;
  const print = key & 0xffff;
  for (; entry < last && entry < segment.entries; entry += 1) {
    if (prints[entry] !== print) continue;
    const length = lengthAt(segment, entry);
    if (length === 0 || length > LONGEST || from + length > until) continue;
    if ((hashB(of, from, from + length) ^ (segment.checks[entry] ?? 0)) >>> 2 === 0) return entry;
  }
  return NO_ENTRY;
}

export const longKeyAt = (of: Sums, from: number): number => hashA(of, from, from + LONG_KEY, SALT_LONG);
export const middleKeyAt = (of: Sums, from: number): number => hashA(of, from, from + MIDDLE_KEY, SALT_MIDDLE);
/** For a whole stretch of fewer than twelve characters. */
export const shortKeyAt = (of: Sums, from: number, to: number): number => hashA(of, from, to, SALT_SHORT);

/** Entries whose first 24 characters are those at `from`, unverified: for titles that the page cuts short. */
export function entriesBeginning(segment: Segment, of: Sums, from: number): number[] {
  const key = longKeyAt(of, from);
  const bucket = key >>> segment.shift;
  const last = segment.directory[bucket + 1] ?? 0;
  const entries: number[] = [];
  for (let entry = segment.directory[bucket] ?? 0; entry < last && entry < segment.entries; entry += 1) {
    if (segment.prints[entry] === (key & 0xffff)) entries.push(entry);
  }
  return entries;
}
