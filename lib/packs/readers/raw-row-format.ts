// Formats whose rows are stretches of text with a beginning and an end of their own: dblp's records, BibTeX, RIS.
import type { FilePlace, RowFailure } from '../../failures/failure.ts';
import { recordOf, type Draft } from '../../paper/clean.ts';
import { rawRowsOf, type Cutter, type RawRow } from './cut.ts';
import { positionOf } from './json.ts';
import type { Batch, ByteSource, Opened, ReadRow } from './reader.ts';
import { headOf } from './unpack.ts';

export interface RawRowFormat {
  what: string;
  facts: Opened['facts'];
  cutter(): Cutter;
  /** The paper of a row; null where it is none and that is no fault. */
  paper(row: RawRow): Draft | { unreadable: RowFailure } | null;
  at(row: RawRow): FilePlace;
  /** Later rows need earlier ones, so that reading on begins at the start. */
  needsAll?: boolean;
}

function rowOf(kind: RawRowFormat, row: RawRow): ReadRow | null {
  const draft = kind.paper(row);
  if (draft === null) return null;
  const made = 'unreadable' in draft ? { refused: draft.unreadable } : recordOf(draft);
  return 'record' in made ? made : { ...made, at: kind.at(row) };
}

export async function openRawRows(source: ByteSource, make: () => RawRowFormat): Promise<Opened> {
  const { packing } = await headOf(source);
  async function* rows(resume?: unknown): AsyncGenerator<Batch> {
    const kind = make();
    const from = positionOf(resume);
    const skip = kind.needsAll === true && from !== null ? from.number : 0;
    for await (const { rows, read, position } of rawRowsOf(source, packing, kind.cutter(), skip > 0 ? null : from)) {
      const made: ReadRow[] = [];
      for (const raw of rows) {
        const row = rowOf(kind, raw);
        if (row !== null && raw.number > skip) made.push(row);
      }
      if (position.number > skip) yield { rows: made, read, resume: position };
    }
  }
  const { what, facts } = make();
  return { what: packing === 'gzip' ? `${what} (gzipped)` : what, facts, total: null, rows };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** UTF-8 where it is; else what old exports are written in. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}
