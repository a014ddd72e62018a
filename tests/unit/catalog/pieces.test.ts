import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PieceReader, type PieceKey } from '../../../lib/catalog/sources/pieces.ts';

const bytesOf = ([store, kind, number]: PieceKey): Uint8Array | null =>
  number === 13 ? null : new Uint8Array(10 + (number % 5)).fill(store + kind.length + number);

it('what is asked for in one turn comes in one transaction', async () => {
  const read: number[] = [];
  const pieces = new PieceReader(async (keys) => (read.push(keys.length), keys.map(bytesOf)));
  await Promise.all([
    pieces.shelf(1).get('ids', [1, 2, 3]),
    pieces.shelf(2).get('names', [1]),
    pieces.shelf(1).get('ids', [2]),
  ]);
  expect(read).toEqual([4]);
  await pieces.shelf(1).get('ids', [3, 1]);
  expect(read).toEqual([4]);
});

it('whatever is asked for, it answers what is stored, and keeps no more than it may', async () => {
  const asked = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(20), { maxLength: 6 })));
  await fc.assert(
    fc.asyncProperty(asked, async (questions) => {
      const pieces = new PieceReader(async (keys) => keys.map(bytesOf), 100);
      for (const [store, numbers] of questions) {
        const found = await pieces.shelf(store).get('ids', numbers);
        expect(found).toEqual(numbers.map((number) => bytesOf([store, 'ids', number])));
        expect(pieces.bytes).toBeLessThanOrEqual(100);
      }
    }),
  );
});

it('a store that fails is asked again, and what was not there may come', async () => {
  let fail = true;
  let stored: Uint8Array | null = null;
  const pieces = new PieceReader(async (keys) => {
    if (fail) throw new Error('disk');
    return keys.map(() => stored);
  });
  await expect(pieces.shelf(1).get('ids', [1])).rejects.toThrow('disk');
  fail = false;
  expect(await pieces.shelf(1).get('ids', [1])).toEqual([null]);
  stored = new Uint8Array([1]);
  expect(await pieces.shelf(1).get('ids', [1])).toEqual([stored]);
});
