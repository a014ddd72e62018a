// The pack file (`.byline`): a pack's pieces one after the other, each with its sum.
//
//   "BYLPACK1"
//   frame      u32 kind, number, length, sum of these three and of the bytes; then the bytes
//     first    kind 0: the manifest (JSON): format, facts, sizes, how many pieces of each kind
//     pieces   kind 1 + place in `kinds`, in the order of kinds and numbers, all of them
//     last     kind 2^32 - 1, number of frames before it: the sum over all frames' sums
//
// A file that was damaged, cut or put together wrongly is refused at the frame where it shows; nothing after the last
// frame is accepted.
import { filePlace, UnreadableFile } from './unreadable-file.ts';
import type { FilePlace } from '../failures/failure.ts';
import * as z from 'zod/mini';
import { openChunk, openResidentIndex } from './tables/title-index.ts';
import { packFormatsRead, type BuiltPack } from './build.ts';
import { type Piece } from './piece.ts';
import { crc32 } from './crc.ts';
import { PackFacts, PackPeople } from '../paper/record.ts';
import type { ByteSource } from './readers/reader.ts';
import { kinds, type Kind } from './shelf.ts';
import { isHashed } from './tables/hashed.ts';
import { readLines, RECORDS_A_BLOCK } from './tables/records.ts';
import { isReferences, PAPERS_A_CHUNK } from './tables/references.ts';
import { isWords, readTops } from './tables/words.ts';

const MAGIC = 'BYLPACK1';
const HEADER = 16;
const END = 0xffffffff;
const MAX_MANIFEST = 1 << 20;
const MAX_PIECE = 1 << 25;
const MAX_FRONT = 1 << 28;

const Count = z.int().check(z.gte(0), z.lte(2 ** 28));

export const Manifest = z.object({
  format: z.string().check(z.maxLength(20)),
  facts: PackFacts,
  sizes: z.object({
    papers: z.int().check(z.gte(0), z.lte(2 ** 24)),
    people: Count,
    idChunks: z.int().check(z.gte(1), z.lte(2 ** 16)),
    nameChunks: z.int().check(z.gte(1), z.lte(2 ** 16)),
    bytes: z.number().check(z.gte(0)),
    abstracts: z.optional(Count),
    abstractWordChunks: z.optional(Count),
    references: z.optional(Count),
  }),
  // Files of earlier formats have fewer kinds.
  counts: z.object({
    ...(Object.fromEntries(kinds.map((kind) => [kind, Count])) as Record<Kind, typeof Count>),
    abstracts: z._default(Count, 0),
    abstractwords: z._default(Count, 0),
    abstracttops: z._default(Count, 0),
    cites: z._default(Count, 0),
    citedby: z._default(Count, 0),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Whether a file's beginning says that it is a pack. */
export const isPackFile = (head: Uint8Array): boolean =>
  head.length >= MAGIC.length && Array.from(MAGIC).every((letter, at) => head[at] === letter.charCodeAt(0));

const damaged = (at: FilePlace): UnreadableFile => new UnreadableFile('pack-damaged', at);

function headerOf(kind: number, number: number, length: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER);
  const view = new DataView(header.buffer);
  view.setUint32(0, kind, true);
  view.setUint32(4, number, true);
  view.setUint32(8, length, true);
  view.setUint32(12, crc32(bytes, crc32(header.subarray(0, 12))), true);
  return header;
}

/** The file's bytes, one after the other. */
export function* packFileParts(built: BuiltPack): Generator<Uint8Array<ArrayBuffer>> {
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, built.pieces.filter((piece) => piece.kind === kind).length]),
  );
  const manifest = new TextEncoder().encode(
    JSON.stringify({ format: built.format, facts: built.facts, sizes: built.sizes, counts }),
  );
  yield new TextEncoder().encode(MAGIC);
  let chain = 0;
  let frames = 0;
  const frame = (kind: number, number: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    const header = headerOf(kind, number, bytes.length, bytes);
    chain = crc32(header.subarray(12), chain);
    frames += 1;
    return header;
  };
  yield frame(0, 0, manifest);
  yield manifest;
  for (const { kind, number, bytes } of built.pieces) {
    yield frame(1 + kinds.indexOf(kind), number, bytes);
    yield bytes;
  }
  const end = new Uint8Array(4);
  new DataView(end.buffer).setUint32(0, chain, true);
  yield headerOf(END, frames, end.length, end);
  yield end;
}

export function writePackFile(built: BuiltPack): Uint8Array<ArrayBuffer> {
  const parts = [...packFileParts(built)];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** How far a file was read; plain JSON, to go on later. */
export interface PackFilePlace {
  /** Where the next frame begins. */
  offset: number;
  frames: number;
  chain: number;
  manifest: Manifest | null;
  /** FilePlace in `kinds` and number of the next piece. */
  kind: number;
  number: number;
}

export const packFileStart: PackFilePlace = { offset: 0, frames: 0, chain: 0, manifest: null, kind: 0, number: 0 };

/** Takes bytes of a stream by length. */
class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #waiting: Uint8Array[] = [];
  #bytes = 0;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    if (value !== undefined && value.length > 0) {
      this.#waiting.push(value);
      this.#bytes += value.length;
    }
    return !done;
  }

  /** Exactly this many bytes; null at the end. A length that a file claims is never allocated before its bytes are here. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    while (this.#bytes < length) if (!(await this.#more())) return null;
    const taken = new Uint8Array(length);
    let at = 0;
    let whole = 0;
    for (const part of this.#waiting) {
      const wanted = length - at;
      if (part.length > wanted) {
        taken.set(part.subarray(0, wanted), at);
        this.#waiting[whole] = part.subarray(wanted);
        break;
      }
      taken.set(part, at);
      at += part.length;
      whole += 1;
    }
    this.#waiting.splice(0, whole);
    this.#bytes -= length;
    return taken;
  }

  async ended(): Promise<boolean> {
    while (this.#bytes === 0) if (!(await this.#more())) return true;
    return false;
  }

  cancel(): void {
    this.#reader.cancel().catch(() => undefined);
  }
}

function readManifest(bytes: Uint8Array): Manifest {
  let unparsed: unknown;
  try {
    unparsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged(filePlace.manifest);
  }
  const format = z.object({ format: z.string() }).safeParse(unparsed);
  if (format.success && !packFormatsRead.includes(format.data.format)) throw new UnreadableFile('pack-other-version');
  const parsed = Manifest.safeParse(unparsed);
  if (!parsed.success) throw damaged(filePlace.manifest);
  const { sizes, counts } = parsed.data;
  const fits =
    counts.front === 1 &&
    counts.wordtops === 1 &&
    counts.records === Math.ceil(sizes.papers / RECORDS_A_BLOCK) &&
    counts.ids === sizes.idChunks &&
    counts.names === sizes.nameChunks &&
    counts.people === (sizes.people > 0 ? 1 : 0) &&
    counts.abstracts === ((sizes.abstracts ?? 0) > 0 ? counts.records : 0) &&
    counts.abstractwords === (sizes.abstractWordChunks ?? 0) &&
    counts.abstracttops === (counts.abstractwords > 0 ? 1 : 0) &&
    counts.cites === ((sizes.references ?? 0) > 0 ? Math.ceil(sizes.papers / PAPERS_A_CHUNK) : 0) &&
    counts.citedby === counts.cites;
  if (!fits) throw damaged(filePlace.manifest);
  return parsed.data;
}

/** Whether a piece is what its kind and number say. Sums were compared before: this is for files that were made wrong. */
function fits({ kind, number, bytes }: Piece, { sizes, counts }: Manifest): boolean {
  if (kind === 'front') return openResidentIndex(bytes).chunks === counts.titles;
  if (kind === 'titles') return openChunk(bytes).ordinals.every((ordinal) => ordinal < sizes.papers);
  if (kind === 'ids') return isHashed(bytes, number, sizes.idChunks, sizes.papers);
  if (kind === 'names') return isHashed(bytes, number, sizes.nameChunks, sizes.papers);
  if (kind === 'words' || kind === 'abstractwords') return isWords(bytes, sizes.papers);
  if (kind === 'cites' || kind === 'citedby') return isReferences(bytes, number, sizes.papers);
  if (kind === 'wordtops' || kind === 'abstracttops') {
    const tops = readTops(bytes);
    return (
      tops.length === counts[kind === 'wordtops' ? 'words' : 'abstractwords'] &&
      tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? ''))
    );
  }
  if (kind === 'people') {
    const people = PackPeople.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return people.success && people.data.length === sizes.people;
  }
  return readLines(bytes).length === Math.min(RECORDS_A_BLOCK, sizes.papers - number * RECORDS_A_BLOCK);
}

/** A piece with the place after it; the last has no piece. */
export interface PackFilePart {
  piece: Piece | null;
  place: PackFilePlace & { manifest: Manifest };
}

/**
 * The pieces of a pack file in order, from `from` on; `stream` begins at its offset. The last part has no piece: only
 * then the file is whole. Throws `UnreadableFile` at the first thing that is wrong.
 */
export async function* readPackFile(
  stream: ReadableStream<Uint8Array>,
  from: PackFilePlace = packFileStart,
): AsyncGenerator<PackFilePart> {
  const bytesIn = new ByteReader(stream);
  const place = { ...from };
  try {
    if (place.offset === 0) {
      const magic = await bytesIn.take(MAGIC.length);
      if (magic === null || !isPackFile(magic)) throw new UnreadableFile('pack-none');
      place.offset = MAGIC.length;
    }
    for (;;) {
      const header = await bytesIn.take(HEADER);
      if (header === null) throw damaged(filePlace.end);
      const view = new DataView(header.buffer);
      const [kind, number, length, sum] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as [
        number,
        number,
        number,
        number,
      ];
      const { manifest } = place;
      while (
        manifest !== null &&
        place.kind < kinds.length &&
        place.number >= manifest.counts[kinds[place.kind] ?? 'front']
      ) {
        place.kind += 1;
        place.number = 0;
      }
      const name = kinds[place.kind];
      const expected = manifest === null ? 0 : name === undefined ? END : place.kind + 1;
      const most = manifest === null ? MAX_MANIFEST : name === undefined ? 4 : name === 'front' ? MAX_FRONT : MAX_PIECE;
      const wanted = manifest === null ? 0 : name === undefined ? place.frames : place.number;
      if (kind !== expected || number !== wanted || length > most) throw damaged(filePlace.part(place.frames + 1));
      const bytes = await bytesIn.take(length);
      if (bytes === null) throw damaged(filePlace.end);
      if (crc32(bytes, crc32(header.subarray(0, 12))) !== sum) throw damaged(filePlace.part(place.frames + 1));
      place.offset += HEADER + length;
      if (manifest !== null && name === undefined) {
        if (length !== 4 || new DataView(bytes.buffer).getUint32(0, true) !== place.chain) throw damaged(filePlace.end);
        if (!(await bytesIn.ended())) throw damaged(filePlace.afterEnd);
        yield { piece: null, place: { ...place, manifest } };
        return;
      }
      place.frames += 1;
      place.chain = crc32(header.subarray(12), place.chain);
      if (manifest === null || name === undefined) {
        place.manifest = readManifest(bytes);
        continue;
      }
      const piece: Piece = { kind: name, number, bytes };
      place.number += 1;
      if (!isSound(piece, manifest)) throw damaged(filePlace.part(place.frames));
      yield { piece, place: { ...place, manifest } };
    }
  } finally {
    bytesIn.cancel();
  }
}

function isSound(piece: Piece, manifest: Manifest): boolean {
  try {
    return fits(piece, manifest);
  } catch {
    return false;
  }
}

/** What a pack file says of itself; nothing after its first page is looked at. Throws `UnreadableFile`. */
export async function packFileManifest(source: ByteSource): Promise<Manifest> {
  const most = source.size ?? Infinity;
  const start = MAGIC.length + HEADER;
  const header = await source.slice(0, Math.min(start, most));
  if (!isPackFile(header) || header.length < start) throw damaged(filePlace.end);
  const [length = 0, sum = 0] = [8, 12].map((at) =>
    new DataView(header.buffer, header.byteOffset + MAGIC.length).getUint32(at, true),
  );
  if (length > MAX_MANIFEST || start + length > most) throw damaged(filePlace.manifest);
  const bytes = await source.slice(start, start + length);
  if (crc32(bytes, crc32(header.subarray(MAGIC.length, MAGIC.length + 12))) !== sum) throw damaged(filePlace.manifest);
  return readManifest(bytes);
}

/** A whole pack file in memory. */
export async function loadPackFile(stream: ReadableStream<Uint8Array>): Promise<BuiltPack> {
  const pieces: Piece[] = [];
  let manifest: Manifest | null = null;
  for await (const { piece, place } of readPackFile(stream)) {
    if (piece !== null) pieces.push(piece);
    else manifest = place.manifest;
  }
  if (manifest === null) throw damaged(filePlace.end);
  return { format: manifest.format, facts: manifest.facts, sizes: manifest.sizes, pieces };
}
