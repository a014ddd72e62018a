// What a file contains once it is unpacked: gzip (also of several members) and UTF-16 are seen by their first bytes.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { Gunzip } from 'fflate';
import { crc32 } from '../crc.ts';
import type { ByteSource } from './reader.ts';

export type Packing = 'none' | 'gzip' | 'utf-16le' | 'utf-16be';

export interface Unpacked {
  bytes: Uint8Array;
  /** Bytes of the source that went in so far. */
  read: number;
}

/** As much as one push may unpack to stays small: gzip makes at most a thousand of one. */
const STEP = 32_768;
const HEAD = 65_536;

export function packingOf(first: Uint8Array): Packing {
  if (first[0] === 0x1f && first[1] === 0x8b && first[2] === 8) return 'gzip';
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'none';
}

async function* chunks(source: ByteSource, from: number): AsyncGenerator<Uint8Array> {
  const reader = source.stream(from).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let at = 0; at < value.length; at += STEP) yield value.subarray(at, at + STEP);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Sum and length of what a gzip member unpacks to: what its last eight bytes say. */
const TRAILER = 8;
/** A trailer and the header after it, unless that holds a long name. */
const KEPT = 256;

async function* gunzipped(source: ByteSource): AsyncGenerator<Unpacked> {
  let out: Uint8Array[] = [];
  /** Of the member that is being read. */
  let [sum, size] = [0, 0];
  let read = 0;
  /** The last two chunks: a trailer is in them, whole or cut in two. */
  let before: Uint8Array = new Uint8Array(0);
  let chunk: Uint8Array = new Uint8Array(0);
  let damaged = false;
  const byteAt = (at: number): number => {
    const place = at - (read - chunk.length);
    return (place < 0 ? before[before.length + place] : chunk[place]) ?? 0;
  };
  const uint32 = (at: number): number =>
    (byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24)) >>> 0;
  const gunzip = new Gunzip((bytes) => {
    size += bytes.length;
    sum = crc32(bytes, sum);
    if (bytes.length > 0) out.push(bytes);
  });
  // Called where the next member begins. One whose header is longer than a chunk hides the trailer before it.
  gunzip.onmember = (start) => {
    const seen = start - TRAILER >= read - chunk.length - before.length;
    if (seen && (uint32(start - 8) !== sum || uint32(start - 4) !== size % 2 ** 32)) damaged = true;
    [sum, size] = [0, 0];
  };
  const push = (bytes: Uint8Array, last: boolean): Uint8Array[] => {
    try {
      gunzip.push(bytes, last);
    } catch {
      throw last
        ? new UnreadableFile('file-cut', source.name, filePlace.byte(read))
        : new UnreadableFile('file-damaged', source.name, filePlace.byte(read));
    }
    if (damaged) throw new UnreadableFile('file-damaged', source.name, filePlace.byte(read));
    const made = out;
    out = [];
    return made;
  };
  for await (const next of chunks(source, 0)) {
    // A short chunk must not push a trailer out of sight.
    before = chunk.length < KEPT ? join([before.subarray(-KEPT), chunk]) : chunk;
    chunk = next;
    read += next.length;
    for (const bytes of push(next, false)) yield { bytes, read };
  }
  for (const bytes of push(new Uint8Array(0), true)) yield { bytes, read };
  // A file that was cut off between two blocks shows here only.
  if (uint32(read - 4) !== size % 2 ** 32) throw new UnreadableFile('file-cut', source.name, filePlace.byte(read));
  if (uint32(read - 8) !== sum) throw new UnreadableFile('file-damaged', source.name, filePlace.byte(read));
}

async function* asUtf8(source: ByteSource, encoding: string): AsyncGenerator<Unpacked> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let read = 0;
  for await (const chunk of chunks(source, 0)) {
    read += chunk.length;
    yield { bytes: encoder.encode(decoder.decode(chunk, { stream: true })), read };
  }
}

/** The content of a file, unpacked. `from` is a byte of the source and only for what is not packed. */
export async function* unpacked(source: ByteSource, packing: Packing, from = 0): AsyncGenerator<Unpacked> {
  if (packing === 'gzip') yield* gunzipped(source);
  else if (packing !== 'none') yield* asUtf8(source, packing);
  else {
    let read = from;
    for await (const bytes of chunks(source, from)) {
      read += bytes.length;
      yield { bytes, read };
    }
  }
}

export const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const BYTE_ORDER_MARK = 3;
export const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

interface Head {
  head: Uint8Array;
  packing: Packing;
}

/** Several ask for the same beginning, one after the other, and each time a stream would have to be opened. */
const heads = new WeakMap<ByteSource, Promise<Head>>();

/** The first 64 kB of the content, without a byte order mark. */
export function headOf(source: ByteSource): Promise<Head> {
  const known = heads.get(source);
  if (known !== undefined) return known;
  const head = readHead(source);
  heads.set(source, head);
  // What failed may be there the next time.
  head.catch(() => heads.delete(source));
  return head;
}

async function readHead(source: ByteSource): Promise<Head> {
  let packing: Packing | null = null;
  const parts: Uint8Array[] = [];
  let length = 0;
  const take = (bytes: Uint8Array): boolean => {
    parts.push(bytes);
    length += bytes.length;
    return length >= HEAD;
  };
  for await (const chunk of chunks(source, 0)) {
    packing ??= packingOf(chunk);
    if (packing !== 'none' || take(chunk)) break;
  }
  if (packing === null) throw new UnreadableFile('file-empty', source.name);
  if (packing !== 'none') for await (const { bytes } of unpacked(source, packing)) if (take(bytes)) break;
  const head = join(parts).subarray(0, HEAD);
  if (head.length === 0) throw new UnreadableFile('file-empty', source.name);
  return { head: hasByteOrderMark(head) ? head.subarray(BYTE_ORDER_MARK) : head, packing };
}
