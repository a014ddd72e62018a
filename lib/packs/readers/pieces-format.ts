// Formats whose rows are pieces of text with a beginning and an end of their own: dblp's records, BibTeX, RIS.
import type { Place, RowFailure } from '../../failures/failure.ts';
import { recordOf, type Draft } from '../../paper/clean.ts';
import { piecesOf, type Cutter, type Piece } from './cut.ts';
import { standOf } from './json.ts';
import type { Batch, ByteSource, Opened, Row } from './reader.ts';
import { headOf } from './unpack.ts';

export interface PieceKind {
  what: string;
  facts: Opened['facts'];
  cutter(): Cutter;
  /** The paper of a piece; null where it is none and that is no fault. */
  paper(piece: Piece): Draft | { unreadable: RowFailure } | null;
  at(piece: Piece): Place;
  /** Pieces that later ones need, so that reading on begins at the start. */
  needsAll?: boolean;
}

function rowOf(kind: PieceKind, piece: Piece): Row | null {
  const draft = kind.paper(piece);
  if (draft === null) return null;
  const made = 'unreadable' in draft ? { refused: draft.unreadable } : recordOf(draft);
  return 'record' in made ? made : { ...made, at: kind.at(piece) };
}

export async function openPieces(source: ByteSource, make: () => PieceKind): Promise<Opened> {
  const { packing } = await headOf(source);
  async function* rows(resume?: unknown): AsyncGenerator<Batch> {
    const kind = make();
    const from = standOf(resume);
    const skip = kind.needsAll === true && from !== null ? from.number : 0;
    for await (const { pieces, read, stand } of piecesOf(source, packing, kind.cutter(), skip > 0 ? null : from)) {
      const made: Row[] = [];
      for (const piece of pieces) {
        const row = rowOf(kind, piece);
        if (row !== null && piece.number > skip) made.push(row);
      }
      if (stand.number > skip) yield { rows: made, read, resume: stand };
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
