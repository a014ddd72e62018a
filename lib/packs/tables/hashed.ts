// Sorted tables from the hash of a text to papers: ids and names. A table is cut into chunks by the hash's top bits;
// a chunk is read alone.
//
//   u32 entries, then by column: hash u32, check u16, ordinal u16 + u8
// or, where one text has many papers, as names have (in packs before format 3.3.3 they are as above):
//   u32 2^32 - 1, then text after text: hash as difference, check u16, number of papers, these ascending as differences
//
// Hash and check together are 48 bits: an answer may be wrong once in some 50 million questions, so the caller
// compares the record. Runs (`import/`) hold the same rows unsorted, with checks of 32 bits.
import { hashOf } from '../../text/string-hash.ts';
import { ByteReader, ByteWriter } from './varint.ts';
import { filePlace, UnreadableFile } from '../unreadable-file.ts';

/** Rows by column, in any order or sorted by hash. */
export interface HashRows {
  hashes: Uint32Array;
  checks: Uint32Array;
  ordinals: Uint32Array;
}

const ENTRIES_A_CHUNK = 4096;
const MAX_CHUNKS = 1 << 16;

/** The number of chunks of a table with this many entries: a power of two. */
export function chunksFor(entries: number): number {
  let chunks = 1;
  while (chunks < MAX_CHUNKS && chunks * ENTRIES_A_CHUNK < entries) chunks *= 2;
  return chunks;
}

/** The chunk that a text's rows are in. */
export const chunkOf = (text: string, chunks: number): number => chunkOfHash(hashOf(text)[0], chunks);
export const chunkOfHash = (hash: number, chunks: number): number => Math.floor((hash / 2 ** 32) * chunks);

const BYTES_A_ROW = 9;
const DIFFERENCES = 0xffffffff;

/** Rows [from, to), sorted by hash, as a chunk. */
export function encodeHashed(
  { hashes, checks, ordinals }: HashRows,
  from = 0,
  to = hashes.length,
): Uint8Array<ArrayBuffer> {
  const count = to - from;
  const bytes = new Uint8Array(4 + count * BYTES_A_ROW);
  new Uint32Array(bytes.buffer, 0, 1)[0] = count;
  new Uint32Array(bytes.buffer, 4, count).set(hashes.subarray(from, to));
  const short = new Uint16Array(bytes.buffer, 4 + count * 4, count * 2);
  const high = 4 + count * 8;
  for (let at = 0; at < count; at += 1) {
    const ordinal = ordinals[from + at] ?? 0;
    short[at] = checks[from + at] ?? 0;
    short[count + at] = ordinal;
    bytes[high + at] = ordinal >>> 16;
  }
  return bytes;
}

/** Rows [from, to), sorted by hash, as a chunk of differences. */
export function encodeDifferences(
  { hashes, checks, ordinals }: HashRows,
  from = 0,
  to = hashes.length,
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.raw(new Uint8Array(Uint32Array.of(DIFFERENCES).buffer));
  let before = 0;
  for (let start = from; start < to;) {
    const hash = hashes[start] ?? 0;
    let end = start + 1;
    while (end < to && hashes[end] === hash) end += 1;
    // Nearly always one.
    for (const check of new Set(checks.subarray(start, end).map((one) => one & 0xffff))) {
      const papers: number[] = [];
      for (let at = start; at < end; at += 1)
        if (((checks[at] ?? 0) & 0xffff) === check) papers.push(ordinals[at] ?? 0);
      writer.number(hash - before);
      before = hash;
      writer.raw(Uint8Array.of(check & 0xff, check >>> 8));
      writer.number(papers.length);
      let last = 0;
      for (const paper of papers) {
        writer.number(paper - last);
        last = paper;
      }
    }
    start = end;
  }
  return writer.take();
}

const isDifferences = (chunk: Uint8Array): boolean =>
  chunk.length >= 4 && chunk[0] === 0xff && chunk[1] === 0xff && chunk[2] === 0xff && chunk[3] === 0xff;

/** The texts of a chunk of differences; papers are read where the answer is true. */
function walk(
  chunk: Uint8Array,
  take: (hash: number, check: number) => boolean | 'end',
  paper: (ordinal: number) => void,
): ByteReader {
  const reader = new ByteReader(chunk, 4);
  let hash = 0;
  while (!reader.ended) {
    hash += reader.number();
    const check = (chunk[reader.at] ?? 0) | ((chunk[reader.at + 1] ?? 0) << 8);
    reader.at += 2;
    const wanted = take(hash, check);
    if (wanted === 'end') break;
    let ordinal = 0;
    let left = reader.number();
    for (; left > 0 && !reader.ended; left -= 1) {
      ordinal += reader.number();
      if (wanted) paper(ordinal);
    }
    // Cut off: past the end.
    if (left > 0) reader.at = chunk.length + 1;
  }
  return reader;
}

function isOfDifferences(chunk: Uint8Array, number: number, chunks: number, papers: number): boolean {
  let fits = true;
  const reader = walk(
    chunk,
    (hash) => {
      fits &&= hash < 2 ** 32 && chunkOfHash(hash, chunks) === number;
      return fits || 'end';
    },
    (ordinal) => {
      fits &&= ordinal < papers;
    },
  );
  return fits && reader.at === chunk.length;
}

interface Columns {
  count: number;
  hashes: Uint32Array;
  short: Uint16Array;
  high: Uint8Array;
}

function columns(chunk: Uint8Array): Columns {
  const bytes = chunk.byteOffset % 4 === 0 ? chunk : chunk.slice();
  const count = bytes.length < 4 ? -1 : (new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] ?? -1);
  if (count < 0 || bytes.length !== 4 + count * BYTES_A_ROW) throw new UnreadableFile('pack-damaged', filePlace.table);
  return {
    count,
    hashes: new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count),
    short: new Uint16Array(bytes.buffer, bytes.byteOffset + 4 + count * 4, count * 2),
    high: bytes.subarray(4 + count * 8),
  };
}

/** Whether bytes are a chunk of a table with this many chunks and papers. */
export function isHashed(chunk: Uint8Array, number: number, chunks: number, papers: number): boolean {
  try {
    if (isDifferences(chunk)) return isOfDifferences(chunk, number, chunks, papers);
    const { count, hashes, short, high } = columns(chunk);
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] ?? 0;
      if (chunkOfHash(hash, chunks) !== number || hash < (hashes[at - 1] ?? 0)) return false;
      if (((short[count + at] ?? 0) | ((high[at] ?? 0) << 16)) >= papers) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The papers of a text, ascending; the chunk is the one that `chunkOf` says. */
export function ordinalsOf(chunk: Uint8Array, text: string): number[] {
  const [hash, check] = hashOf(text);
  if (isDifferences(chunk)) {
    const papers: number[] = [];
    walk(
      chunk,
      (one, other) => (one > hash ? 'end' : one === hash && other === (check & 0xffff)),
      (ordinal) => papers.push(ordinal),
    );
    return papers;
  }
  const { count, hashes, short, high } = columns(chunk);
  let low = 0;
  let end = count;
  while (low < end) {
    const middle = (low + end) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else end = middle;
  }
  const found: number[] = [];
  for (let at = low; at < count && hashes[at] === hash; at += 1)
    if (short[at] === (check & 0xffff)) found.push((short[count + at] ?? 0) | ((high[at] ?? 0) << 16));
  return found;
}
