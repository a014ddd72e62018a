// A stream of bytes cut into rows. What a row is, a cutter says, one for each way of writing; reading, limits and going
// on after a stop are here, once.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import type { FilePlace } from '../../failures/failure.ts';
import type { ByteSource } from './reader.ts';
import { BYTE_ORDER_MARK, hasByteOrderMark, join, unpacked, type Packing } from './unpack.ts';

/**
 * The next row of `buffer` from `from`: [start, end). `more`: it does not end here; what is before `keep` is done with.
 * At the end of the file, `more` means that there is none left and `cut` that one ends in the middle.
 */
export type Cut = { start: number; end: number } | { more: number } | { cut: number };

export interface Cutter {
  next(buffer: Uint8Array, from: number, ended: boolean): Cut;
  /** Called where reading continues in the middle of a file. */
  goOn?(): void;
}

export interface RawRow {
  bytes: Uint8Array;
  /** From 1. */
  number: number;
  /** Where it begins in the unpacked content. */
  at: number;
  /** Ended by the end of the file and not by what ends a row. */
  last: boolean;
}

/** Where a reader is: the byte of the content and how many rows came before. */
export interface Position {
  at: number;
  number: number;
}

export interface RawRows {
  rows: RawRow[];
  read: number;
  /** After the last of them. */
  position: Position;
}

/** Maximum bytes between two rows: more is no data set but a bomb. */
export const MAX_WITHOUT_ROW = 64 * 2 ** 20;
/** Maximum bytes of a row. */
export const LONGEST_ROW = 8 * 2 ** 20;
const MAX_AT_ONCE = 1000;

/** All rows of a file, from a position on. Packed files have no random access: the rows before it are cut again and left out. */
export async function* rawRowsOf(
  source: ByteSource,
  packing: Packing,
  cutter: Cutter,
  from: Position | null,
): AsyncGenerator<RawRows> {
  const seeks = packing === 'none' && from !== null && from.at > 0;
  if (seeks) cutter.goOn?.();
  const skip = seeks || from === null ? 0 : from.number;
  let number = seeks ? from.number : 0;
  /** Where the buffer begins in the content. */
  let base = seeks ? from.at : 0;
  let buffer: Uint8Array = new Uint8Array(0);
  let sinceRow = 0;
  let read = base;
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let first = !seeks;

  const where = (): FilePlace => filePlace.entry(number + 1);
  function* cutBuffer(ended: boolean): Generator<RawRows> {
    let at = 0;
    let rows: RawRow[] = [];
    let position: Position = { at: base, number };
    const done = (): RawRows => ({ rows, read, position });
    for (;;) {
      const cut = cutter.next(buffer, at, ended);
      if ('cut' in cut) {
        if (rows.length > 0) yield done();
        throw new UnreadableFile('file-cut', source.name, where());
      }
      if ('more' in cut) {
        at = Math.min(buffer.length, Math.max(at, cut.more));
        break;
      }
      if (cut.end - cut.start > LONGEST_ROW) throw new UnreadableFile('file-long-row', source.name, where());
      number += 1;
      sinceRow = buffer.length - cut.end;
      const row = {
        bytes: buffer.subarray(cut.start, cut.end),
        number,
        at: base + cut.start,
        last: ended && cut.end >= buffer.length,
      };
      at = cut.end;
      position = { at: base + at, number };
      if (number > skip) rows.push(row);
      if (rows.length === MAX_AT_ONCE) {
        yield done();
        rows = [];
      }
    }
    if (rows.length > 0) yield done();
    base += at;
    buffer = buffer.subarray(at);
    if (buffer.length > LONGEST_ROW) throw new UnreadableFile('file-long-row', source.name, where());
    if (sinceRow > MAX_WITHOUT_ROW) throw new UnreadableFile('file-endless', source.name, where());
  }

  for await (const chunk of unpacked(source, packing, base)) {
    waiting.push(chunk.bytes);
    waitingLength += chunk.bytes.length;
    sinceRow += chunk.bytes.length;
    read = chunk.read;
    // A row that spans many chunks is looked at again each time: so the buffer doubles before.
    if (waitingLength < Math.max(262_144, buffer.length)) continue;
    if (first && hasByteOrderMark(waiting[0] ?? buffer)) {
      waiting[0] = (waiting[0] ?? buffer).subarray(BYTE_ORDER_MARK);
      base += BYTE_ORDER_MARK;
    }
    first = false;
    buffer = join([buffer, ...waiting]);
    waiting = [];
    waitingLength = 0;
    yield* cutBuffer(false);
  }
  if (first && hasByteOrderMark(waiting[0] ?? buffer)) {
    waiting[0] = (waiting[0] ?? buffer).subarray(BYTE_ORDER_MARK);
    base += BYTE_ORDER_MARK;
  }
  buffer = join([buffer, ...waiting]);
  yield* cutBuffer(true);
}
