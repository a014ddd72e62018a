// Records in blocks of 64, a JSON line each, deflated. Paper = block * 64 + place.
//
//   u32 length unpacked, then the packed lines
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { deflateSync, inflateSync } from 'fflate';
import { PaperRecord } from '../../paper/record.ts';

export const RECORDS_A_BLOCK = 64;
/** A longer record is refused: 64 of them make the most that a block unpacks to. */
export const LONGEST_RECORD = 128 * 1024;
const MAX_UNPACKED = RECORDS_A_BLOCK * LONGEST_RECORD;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The lines of at most 64 records as a block. */
export function encodeLines(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(lines.join('\n'));
  // Measured: levels 1 to 6 take the same time on so little text, 12 µs a record; a small table is quicker to make.
  const packed = deflateSync(text, { level: 3, mem: 2 });
  const block = new Uint8Array(4 + packed.length);
  new DataView(block.buffer).setUint32(0, text.length, true);
  block.set(packed, 4);
  return block;
}

/** The identifier that a record's id repeats is left out. */
export function lineOf(record: PaperRecord): string {
  const { id, arxivId, doi } = record;
  if (arxivId !== undefined && id === `arxiv:${arxivId}`) return JSON.stringify({ ...record, arxivId: undefined });
  if (doi !== undefined && id === `doi:${doi}`) return JSON.stringify({ ...record, doi: undefined });
  return JSON.stringify(record);
}

/** With the identifier that its id repeats. */
function withIdentifier(record: PaperRecord): PaperRecord {
  const { id, arxivId, doi } = record;
  if (arxivId === undefined && id.startsWith('arxiv:')) return { ...record, arxivId: id.slice('arxiv:'.length) };
  if (doi === undefined && id.startsWith('doi:')) return { ...record, doi: id.slice('doi:'.length) };
  return record;
}

/** The lines of a block. Throws `UnreadableFile` for what is none. */
export function readLines(block: Uint8Array): string[] {
  if (block.length < 5) throw new UnreadableFile('pack-damaged', filePlace.block);
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0, true);
  if (length > MAX_UNPACKED) throw new UnreadableFile('pack-damaged', filePlace.block);
  let text: Uint8Array;
  try {
    // One byte more than it says, so that a longer one is noticed without ever unpacking it.
    text = inflateSync(block.subarray(4), { out: new Uint8Array(length + 1) });
  } catch {
    throw new UnreadableFile('pack-damaged', filePlace.block);
  }
  if (text.length !== length) throw new UnreadableFile('pack-damaged', filePlace.block);
  return decoder.decode(text).split('\n');
}

/** One line as a record; null for what does not parse. */
export function readLine(line: string): PaperRecord | null {
  try {
    const parsed = PaperRecord.safeParse(JSON.parse(line));
    return parsed.success ? withIdentifier(parsed.data) : null;
  } catch {
    return null;
  }
}

/** The records of a block, by place; `places` parses only those, the others are null. */
export function readRecords(block: Uint8Array, places?: ReadonlySet<number>): (PaperRecord | null)[] {
  return readLines(block).map((line, place) => (places === undefined || places.has(place) ? readLine(line) : null));
}
