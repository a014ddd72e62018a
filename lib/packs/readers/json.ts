// Tables that are written as JSON: lines, one array, or values one after the other; packed or not.
import { filePlace, unreadable, UnreadableFile } from '../unreadable-file.ts';
import type { FilePlace } from '../../failures/failure.ts';
import { rawRowsOf, type RawRow, type Position } from './cut.ts';
import { jsonStart, lineCutter, valueCutter, type JsonShape } from './json-cut.ts';
import type { ByteSource, Opened } from './reader.ts';
import { batchesOf, isRow, type TableEntries, type TableEntry, type TableKind } from './table.ts';
import { headOf, type Packing } from './unpack.ts';

const shapes: Readonly<Record<JsonShape, string>> = { lines: 'JSON lines', list: 'JSON', values: 'JSON' };

export const jsonFits = (kind: TableKind, head: Uint8Array): boolean => {
  const start = jsonStart(head);
  return start !== null && kind.fits(start.keys);
};

/** The position that a batch gave; null where it is none, and reading begins at the start. */
export function positionOf(resume: unknown): Position | null {
  if (typeof resume !== 'object' || resume === null || !('at' in resume) || !('number' in resume)) return null;
  const { at, number } = resume;
  return Number.isSafeInteger(at) && Number.isSafeInteger(number) ? { at: Number(at), number: Number(number) } : null;
}

const decoder = new TextDecoder();

function entriesOf(kind: TableKind, row: RawRow, shape: JsonShape, name: string): TableEntry[] {
  const at = (): FilePlace => (shape === 'lines' ? filePlace.line(row.number) : filePlace.entry(row.number));
  const start: Position = { at: row.at, number: row.number - 1 };
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(row.bytes));
  } catch {
    // The last line of a file that was cut off.
    if (shape === 'lines' && row.last) throw new UnreadableFile('file-cut', name, at());
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
  from: Position | null,
): AsyncGenerator<TableEntries> {
  const cutter = shape === 'lines' ? lineCutter() : valueCutter(shape === 'list');
  for await (const { rows, read: bytes, position } of rawRowsOf(source, packing, cutter, from))
    yield {
      entries: rows.flatMap((row) => entriesOf(kind, row, shape, source.name)),
      read: bytes,
      resume: position,
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
    rows: (resume, keep) => batchesOf(kind, read(kind, source, packing, start.shape, positionOf(resume)), keep),
  };
}
