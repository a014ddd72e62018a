// Tables that are written as JSON: lines, one array, or values one after the other; packed or not.
import { place, unreadable, UnreadableFile } from '../unreadable-file.ts';
import type { Place } from '../../failures/failure.ts';
import { piecesOf, type Piece, type Stand } from './cut.ts';
import { jsonStart, lineCutter, valueCutter, type JsonShape } from './json-cut.ts';
import type { ByteSource, Opened } from './reader.ts';
import { batchesOf, isRow, type Entries, type Entry, type TableKind } from './table.ts';
import { headOf, type Packing } from './unpack.ts';

const shapes: Readonly<Record<JsonShape, string>> = { lines: 'JSON lines', list: 'JSON', values: 'JSON' };

export const jsonFits = (kind: TableKind, head: Uint8Array): boolean => {
  const start = jsonStart(head);
  return start !== null && kind.fits(start.keys);
};

/** A stand from what a batch gave; reading begins anew where it is none. */
export function standOf(resume: unknown): Stand | null {
  if (typeof resume !== 'object' || resume === null || !('at' in resume) || !('number' in resume)) return null;
  const { at, number } = resume;
  return Number.isSafeInteger(at) && Number.isSafeInteger(number) ? { at: Number(at), number: Number(number) } : null;
}

const decoder = new TextDecoder();

function entriesOf(kind: TableKind, piece: Piece, shape: JsonShape, name: string): Entry[] {
  const at = (): Place => (shape === 'lines' ? place.line(piece.number) : place.entry(piece.number));
  const start: Stand = { at: piece.at, number: piece.number - 1 };
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(piece.bytes));
  } catch {
    // The last line of a file that was cut off.
    if (shape === 'lines' && piece.last) throw new UnreadableFile('file-cut', name, at());
  }
  if (!isRow(value)) return [{ value: { unreadable: unreadable('JSON') }, at, start }];
  const inner = kind.inner?.(value);
  return (inner ?? [value]).map((row) => ({
    value: isRow(row) ? row : { unreadable: unreadable('JSON') },
    at,
    start,
  }));
}

async function* read(
  kind: TableKind,
  source: ByteSource,
  packing: Packing,
  shape: JsonShape,
  from: Stand | null,
): AsyncGenerator<Entries> {
  const cutter = shape === 'lines' ? lineCutter() : valueCutter(shape === 'list');
  for await (const { pieces, read: bytes, stand } of piecesOf(source, packing, cutter, from))
    yield {
      entries: pieces.flatMap((piece) => entriesOf(kind, piece, shape, source.name)),
      read: bytes,
      resume: stand,
    };
}

export async function openJson(kind: TableKind, source: ByteSource): Promise<Opened> {
  const { head, packing } = await headOf(source);
  const start = jsonStart(head);
  if (start === null) throw new UnreadableFile('file-unknown', source.name);
  return {
    what: `${kind.what} (${shapes[start.shape]}${packing === 'gzip' ? ', gzipped' : ''})`,
    facts: kind.facts(source.name),
    total: null,
    rows: (resume) => batchesOf(kind, read(kind, source, packing, start.shape, standOf(resume))),
  };
}
