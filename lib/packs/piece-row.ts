// A piece of a pack as the store has it: small ones as bytes, large ones as blobs.
import type { Kind } from './shelf.ts';
import type { PieceRow } from './store.ts';

/** Minimum bytes of a piece stored as a blob: from here on a browser reads a blob faster than it unpacks a value. */
const BLOB_LEAST = 1 << 19;

/** A piece as it is stored. */
export const pieceRow = (
  store: number,
  { kind, number, bytes }: { kind: Kind; number: number; bytes: Uint8Array<ArrayBuffer> },
): PieceRow => ({ store, kind, number, bytes: bytes.length < BLOB_LEAST ? bytes : new Blob([bytes]) });

/** The bytes of a stored piece; null where there is none, or where a blob's file is gone or can't be read. */
export async function bytesOf(row: PieceRow | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  if (row === undefined) return null;
  if (!(row.bytes instanceof Blob)) return row.bytes;
  return row.bytes.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}
