// A pack file into the store: its pieces are what the tables are made of, so they are verified and copied.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { pieceRow } from '../piece-row.ts';
import type { CatalogDatabase, PackRow } from '../store.ts';
import { packFormat } from '../build.ts';
import { type Piece } from '../piece.ts';
import { packFileStart, readPackFile, type PackFilePlace } from '../file.ts';
import { freeStore, sweep } from './remove.ts';

/** Bytes that one transaction writes. */
export const COPIED_AT_ONCE = 4 << 20;

export interface Copied {
  pieces: Piece[];
  /** Null with the last ones: the file is whole. */
  place: PackFilePlace | null;
}

/** Pieces in batches, each with where the next one begins. */
export async function* copyBatches(
  stream: ReadableStream<Uint8Array>,
  from: PackFilePlace,
  bytesAtOnce = COPIED_AT_ONCE,
): AsyncGenerator<Copied & { manifest: NonNullable<PackFilePlace['manifest']> }> {
  let pieces: Piece[] = [];
  let bytes = 0;
  for await (const { piece, place } of readPackFile(stream, from)) {
    if (piece === null) {
      yield { pieces, place: null, manifest: place.manifest };
      return;
    }
    pieces.push(piece);
    bytes += piece.bytes.length;
    if (bytes < bytesAtOnce) continue;
    yield { pieces, place, manifest: place.manifest };
    pieces = [];
    bytes = 0;
  }
}

/**
 * A small pack file at once, without a row in the list of imports: the bundled pack. One transaction; throws, and leaves
 * everything as it was, when the file is damaged or the store fails.
 */
export async function bringPack(database: CatalogDatabase, stream: ReadableStream<Uint8Array>): Promise<PackRow> {
  const all: Piece[] = [];
  let manifest: PackFilePlace['manifest'] = null;
  for await (const batch of copyBatches(stream, packFileStart)) {
    all.push(...batch.pieces);
    if (batch.place === null) manifest = batch.manifest;
  }
  if (manifest === null) throw new UnreadableFile('pack-damaged', filePlace.end);
  const { format, facts, sizes } = manifest;
  const row = await database.transaction('rw', database.packs, database.imports, database.pieces, async () => {
    const store = await freeStore(database);
    const pack: PackRow = { ...facts, sizes, store, format, importedAt: Date.now() };
    await Promise.all([database.pieces.bulkPut(all.map((piece) => pieceRow(store, piece))), database.packs.put(pack)]);
    return pack;
  });
  // Another version's pieces; should this be stopped, the next sweep takes them.
  await sweep(database);
  return row;
}

/** Whether the store holds this version of a pack, with tables as this build reads them. */
export async function holdsPack(database: CatalogDatabase, id: string, version: string): Promise<boolean> {
  const row = await database.packs.get(id);
  return row?.version === version && row.format === packFormat;
}
