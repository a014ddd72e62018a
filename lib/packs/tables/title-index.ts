// The title index of one pack, in two parts. The resident index, stored as the piece `front`, says "nothing here" and is
// all that stays in memory: about four bytes an entry, some eight and a half a title. What passes it is verified in
// chunks that are read on demand.
// `title-entries.ts` says what entries are; both parts are in the order of their keys.
//
// A page asks the filter for the keys at each word's beginning: one word of memory an answer. What passes is compared
// by the low 16 bits of its key with the fingerprints of its bucket, and then, in a chunk, by a second hash over the
// title's whole length.
//
//   front   header     16 x u32   sizes, checksums
//           filter     u32        two bits a key, both in one word (endings are not in it)
//           directory  u32        first entry of each bucket, and the end
//           fingerprints     u16        fingerprints: low bits of the key
//           hints      u8         of long titles: bits of what follows the key's characters; else 0
//   chunk   header     4 x u32    magic, entries, checksum
//           checks     u32        30 bits of the title's hash, 2 bits of kind
//           ordinals   u32        the paper in its pack
//           lengths    u16        in canonical characters, and the hint
import { hintOf, KIND, titleEntries } from './title-entries.ts';
import type { EntryKind, TitleEntry } from './title-entries.ts';

export { titleEntries } from './title-entries.ts';
export type { TitleEntry } from './title-entries.ts';

const FRONT_MAGIC = 0x42594c46; // "BYLF"
const CHUNK_MAGIC = 0x42594c54; // "BYLT"
export const TITLE_INDEX_VERSION = 3;
const HEADER_WORDS = 16;
const CHUNK_WORDS = 4;
const PER_BUCKET = 16;
const FILTER_BITS = 6;
const MAX_ENTRIES = 2 ** 28;
/** Entries of a chunk; entry i is in chunk i / 4096. */
export const CHUNK_ENTRIES = 4096;
const WHOLE = 2 ** 32;

export class TitleIndexError extends Error {
  override name = 'TitleIndexError';
}

export interface ResidentIndex {
  readonly entries: number;
  readonly chunks: number;
  /** What it takes of memory. */
  readonly bytes: number;
  readonly filter: Uint32Array;
  /** A key times this is its place in the filter; the same for the directory. */
  readonly filterScale: number;
  readonly directory: Uint32Array;
  readonly directoryScale: number;
  readonly fingerprints: Uint16Array;
  readonly hints: Uint8Array;
}

export interface TitleChunk {
  readonly entries: number;
  readonly checks: Uint32Array;
  readonly ordinals: Uint32Array;
  readonly lengths: Uint16Array;
}

export interface OrdinalEntry extends TitleEntry {
  /** The paper in its pack. */
  ordinal: number;
}

const padded = (bytes: number): number => (bytes + 3) & ~3;

function layoutOf(entries: number): { filter: number; directory: number; bytes: number } {
  const filter = Math.ceil((entries * FILTER_BITS) / 32) + 1;
  const directory = Math.ceil(entries / PER_BUCKET) + 1;
  return { filter, directory, bytes: (HEADER_WORDS + filter + directory) * 4 + padded(entries * 2) + padded(entries) };
}

function viewResidentIndex(bytes: Uint8Array, entries: number): ResidentIndex {
  const { filter, directory } = layoutOf(entries);
  const { buffer, byteOffset } = bytes;
  const filterAt = byteOffset + HEADER_WORDS * 4;
  const directoryAt = filterAt + filter * 4;
  return {
    entries,
    chunks: Math.ceil(entries / CHUNK_ENTRIES),
    bytes: bytes.byteLength,
    filter: new Uint32Array(buffer, filterAt, filter),
    filterScale: filter / WHOLE,
    directory: new Uint32Array(buffer, directoryAt, directory),
    directoryScale: (directory - 1) / WHOLE,
    fingerprints: new Uint16Array(buffer, directoryAt + directory * 4, entries),
    hints: new Uint8Array(buffer, directoryAt + directory * 4 + padded(entries * 2), entries),
  };
}

/** Sum over 32-bit words from `first` on, without those of `but`. */
function checksum(bytes: Uint8Array, first: number, but = -1): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let sum = 0x811c9dc5;
  for (let i = first; i < words.length; i += 1) {
    if (i !== but) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193) ^ (sum >>> 17);
  }
  return sum >>> 0;
}

/** Writes a title index in one pass over its entries, in the order of their keys; chunks leave as they fill. */
export class TitleIndexWriter {
  readonly #total: number;
  readonly #emit: (number: number, bytes: Uint8Array<ArrayBuffer>) => void;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #resident: ResidentIndex;
  readonly #checks = new Uint32Array(CHUNK_ENTRIES);
  readonly #ordinals = new Uint32Array(CHUNK_ENTRIES);
  readonly #lengths = new Uint16Array(CHUNK_ENTRIES);
  #count = 0;
  #lastKey = 0;
  /** Buckets whose beginning is written. */
  #buckets = 0;

  /** @param total how many entries there will be, exactly */
  constructor(total: number, emit: (number: number, bytes: Uint8Array<ArrayBuffer>) => void) {
    if (!(total >= 0 && total <= MAX_ENTRIES)) throw new TitleIndexError(`${total} entries are too many`);
    this.#total = total;
    this.#emit = emit;
    this.#bytes = new Uint8Array(layoutOf(total).bytes);
    this.#resident = viewResidentIndex(this.#bytes, total);
  }

  add(entries: Iterable<OrdinalEntry>): void {
    for (const { key, check, length, ordinal } of entries) this.put(key, check, length, ordinal);
  }

  put(key: number, check: number, length: number, ordinal: number): void {
    if (this.#count >= this.#total) throw new TitleIndexError('more entries than announced');
    if (key < this.#lastKey) throw new TitleIndexError('entries are not in the order of their keys');
    this.#lastKey = key;
    const { filter, filterScale, directory, directoryScale, fingerprints, hints } = this.#resident;
    if ((check & 3) !== KIND.ending) {
      const word = (key * filterScale) >>> 0;
      filter[word] = (filter[word] ?? 0) | (1 << (key & 31)) | (1 << ((key >>> 5) & 31));
    }
    const bucket = (key * directoryScale) >>> 0;
    while (this.#buckets <= bucket) {
      directory[this.#buckets] = this.#count;
      this.#buckets += 1;
    }
    fingerprints[this.#count] = key & 0xffff;
    hints[this.#count] = hintOf(length);
    const place = this.#count % CHUNK_ENTRIES;
    this.#checks[place] = check;
    this.#ordinals[place] = ordinal;
    this.#lengths[place] = length;
    this.#count += 1;
    if (place === CHUNK_ENTRIES - 1) this.#emitChunk(CHUNK_ENTRIES);
  }

  finish(): { front: Uint8Array<ArrayBuffer>; chunks: number } {
    if (this.#count !== this.#total) throw new TitleIndexError('fewer entries than announced');
    const rest = this.#count % CHUNK_ENTRIES;
    if (rest > 0) this.#emitChunk(rest);
    this.#resident.directory.fill(this.#count, this.#buckets);
    const header = new Uint32Array(this.#bytes.buffer, 0, HEADER_WORDS);
    header.set([FRONT_MAGIC, TITLE_INDEX_VERSION, this.#bytes.byteLength, this.#count]);
    header[4] = checksum(this.#bytes, HEADER_WORDS);
    header[15] = checksum(this.#bytes.subarray(0, HEADER_WORDS * 4), 0, 15);
    return { front: this.#bytes, chunks: this.#resident.chunks };
  }

  #emitChunk(entries: number): void {
    const bytes = new Uint8Array(CHUNK_WORDS * 4 + entries * 8 + padded(entries * 2));
    const chunk = viewChunk(bytes, entries);
    chunk.checks.set(this.#checks.subarray(0, entries));
    chunk.ordinals.set(this.#ordinals.subarray(0, entries));
    chunk.lengths.set(this.#lengths.subarray(0, entries));
    const header = new Uint32Array(bytes.buffer, 0, CHUNK_WORDS);
    header.set([CHUNK_MAGIC, TITLE_INDEX_VERSION, entries]);
    header[3] = checksum(bytes, 0, 3);
    this.#emit(Math.ceil(this.#count / CHUNK_ENTRIES) - 1, bytes);
  }
}

/** a whole title index at once; for small packs and tests. */
export function buildTitleIndex(papers: Iterable<{ paper: number; titles: readonly string[] }>): {
  front: Uint8Array;
  chunks: Uint8Array[];
} {
  const entries: OrdinalEntry[] = [];
  for (const { paper, titles } of papers) {
    for (const { key, check, length } of titleEntries(titles)) entries.push({ key, check, length, ordinal: paper });
  }
  entries.sort((one, other) => one.key - other.key || one.ordinal - other.ordinal);
  const chunks: Uint8Array[] = [];
  const writer = new TitleIndexWriter(entries.length, (number, bytes) => {
    chunks[number] = bytes;
  });
  writer.add(entries);
  return { front: writer.finish().front, chunks };
}

/**
 * A front made in memory of keys in any order, for an index too small to be sorted and stored. Endings are in its filter
 * too, and it has no hints: so more passes it, and the titles say what it was.
 * @returns `order`: which of the keys each entry is
 */
export function frontOfKeys(keys: Uint32Array): { front: ResidentIndex; order: Uint32Array } {
  const front = viewResidentIndex(new Uint8Array(layoutOf(keys.length).bytes), keys.length);
  const { filter, filterScale, directory, directoryScale, fingerprints } = front;
  for (const key of keys) {
    const word = (key * filterScale) >>> 0;
    filter[word] = (filter[word] ?? 0) | (1 << (key & 31)) | (1 << ((key >>> 5) & 31));
    const next = ((key * directoryScale) >>> 0) + 1;
    directory[next] = (directory[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < directory.length; bucket += 1)
    directory[bucket] = (directory[bucket] ?? 0) + (directory[bucket - 1] ?? 0);
  const filled = directory.slice();
  const order = new Uint32Array(keys.length);
  for (const [at, key] of keys.entries()) {
    const bucket = (key * directoryScale) >>> 0;
    const entry = filled[bucket] ?? 0;
    filled[bucket] = entry + 1;
    fingerprints[entry] = key & 0xffff;
    order[entry] = at;
  }
  return { front, order };
}

/** The same bytes where 32-bit words can be read from them. */
const aligned = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());

/**
 * Opens a resident index. Throws `TitleIndexError` if it is none, of another version, cut off or damaged.
 * `contents: false` leaves out the pass over the contents (some 20 ms at three million titles): for one that was
 * checked when it was stored. A damaged one opened so gives wrong answers or none, but never throws later.
 */
export function openResidentIndex(stored: Uint8Array, { contents = true } = {}): ResidentIndex {
  const bytes = aligned(stored);
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0) throw new TitleIndexError('cut off');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  const [magic = 0, version = 0, size = 0, entries = 0, sum = 0] = header;
  if (magic !== FRONT_MAGIC) throw new TitleIndexError('not a title index');
  if (version !== TITLE_INDEX_VERSION)
    throw new TitleIndexError(`title index of version ${version}, not ${TITLE_INDEX_VERSION}`);
  if (header[15] !== checksum(bytes.subarray(0, HEADER_WORDS * 4), 0, 15)) throw new TitleIndexError('damaged header');
  if (entries > MAX_ENTRIES || size !== bytes.byteLength || layoutOf(entries).bytes !== size) {
    throw new TitleIndexError('cut off');
  }
  if (contents && sum !== checksum(bytes, HEADER_WORDS)) throw new TitleIndexError('damaged');
  return viewResidentIndex(bytes, entries);
}

function viewChunk(bytes: Uint8Array, entries: number): TitleChunk {
  const { buffer, byteOffset } = bytes;
  const checks = byteOffset + CHUNK_WORDS * 4;
  return {
    entries,
    checks: new Uint32Array(buffer, checks, entries),
    ordinals: new Uint32Array(buffer, checks + entries * 4, entries),
    lengths: new Uint16Array(buffer, checks + entries * 8, entries),
  };
}

/** Opens a chunk of titles. Throws `TitleIndexError` if it is none, of another version, cut off or damaged. */
export function openChunk(stored: Uint8Array): TitleChunk {
  const bytes = aligned(stored);
  if (bytes.byteLength < CHUNK_WORDS * 4 || bytes.byteLength % 4 !== 0) throw new TitleIndexError('cut off');
  const [magic, version, entries = 0, sum] = new Uint32Array(bytes.buffer, bytes.byteOffset, CHUNK_WORDS);
  if (magic !== CHUNK_MAGIC || version !== TITLE_INDEX_VERSION) throw new TitleIndexError('no titles of this version');
  if (entries > CHUNK_ENTRIES || bytes.byteLength !== CHUNK_WORDS * 4 + entries * 8 + padded(entries * 2)) {
    throw new TitleIndexError('cut off');
  }
  if (sum !== checksum(bytes, 0, 3)) throw new TitleIndexError('damaged');
  return viewChunk(bytes, entries);
}

/** Entries with any hint. */
export const ANY_HINT = 255;

/**
 * Entries whose key may be this one, going by the fingerprints alone, into `found`.
 * @param hint what long titles with a hint must have; 0 leaves out all that have one
 */
export function entriesOfKey(resident: ResidentIndex, key: number, found: number[], hint: number = ANY_HINT): void {
  const { directory, fingerprints, hints, directoryScale } = resident;
  const bucket = (key * directoryScale) >>> 0;
  const last = Math.min(directory[bucket + 1] ?? 0, resident.entries);
  const fingerprint = key & 0xffff;
  for (let entry = directory[bucket] ?? 0; entry < last; entry += 1) {
    if (fingerprints[entry] !== fingerprint) continue;
    const has = hints[entry] ?? 0;
    if (has === 0 || has === hint || hint === ANY_HINT) found.push(entry);
  }
}

export const kindAt = (chunk: TitleChunk, place: number): EntryKind => {
  const kind = (chunk.checks[place] ?? 0) & 3;
  return kind === KIND.ending || kind === KIND.mainPart ? kind : KIND.whole;
};
