import 'fake-indexeddb/auto';
import { afterAll, expect, it } from 'vitest';
import { bytesOf, pieceRow } from '../../../lib/packs/piece-row.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';

const database = new CatalogDatabase('piece-rows');
afterAll(() => database.delete());

const bytesFrom = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, at) => (at * 7) % 251);

it.each([0, 5, 524_287, 524_288, 3_000_001])('a piece of %i bytes comes back as it was put', async (length) => {
  const bytes = bytesFrom(length);
  await database.pieces.put(pieceRow(1, { kind: 'front', number: 0, bytes }));
  expect(Buffer.compare((await bytesOf(await database.pieces.get([1, 'front', 0]))) ?? Buffer.of(), bytes)).toBe(0);
});

it('a large piece is stored as a blob, a small one as bytes', () => {
  expect(pieceRow(1, { kind: 'front', number: 0, bytes: bytesFrom(600_000) }).bytes).toBeInstanceOf(Blob);
  expect(pieceRow(1, { kind: 'records', number: 0, bytes: bytesFrom(6000) }).bytes).toBeInstanceOf(Uint8Array);
});

it('large pieces that an older version stored as bytes are still read', async () => {
  const bytes = bytesFrom(600_000);
  await database.pieces.put({ store: 2, kind: 'front', number: 0, bytes });
  expect((await bytesOf(await database.pieces.get([2, 'front', 0])))?.length).toBe(bytes.length);
});

it('a piece that is not there, or whose file is gone, is null', async () => {
  class Lost extends Blob {
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new DOMException('gone', 'NotReadableError'));
    }
  }
  expect(await bytesOf(undefined)).toBeNull();
  expect(await bytesOf({ store: 1, kind: 'front', number: 0, bytes: new Lost() })).toBeNull();
});
