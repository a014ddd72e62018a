// Papers of a window as a pack of the series.
import { buildPack, type BuiltPack } from '../packs/build.ts';
import { bytesOf } from '../packs/piece-row.ts';
import type { CatalogDatabase } from '../packs/store.ts';
import { chunkOf, ordinalsOf } from '../packs/tables/hashed.ts';
import type { HarvestedPaper } from './harvested.ts';
import { seriesFacts, seriesPacks } from './series.ts';

/** A window's papers as a pack. */
export const windowPack = (number: number, papers: readonly HarvestedPaper[], today: string): Promise<BuiltPack> =>
  buildPack(seriesFacts(number, number, today), papers);

/** Ids of those papers that the series has already. */
export async function heldOf(database: CatalogDatabase, papers: readonly HarvestedPaper[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const { store, sizes } of await seriesPacks(database)) {
    const byChunk = new Map<number, string[]>();
    for (const {
      record: { id },
    } of papers) {
      const number = chunkOf(id, sizes.idChunks);
      const some = byChunk.get(number);
      if (some === undefined) byChunk.set(number, [id]);
      else some.push(id);
    }
    const numbers = [...byChunk.keys()];
    const rows = await database.pieces.bulkGet(
      numbers.map((number): [number, 'ids', number] => [store, 'ids', number]),
    );
    for (const [at, number] of numbers.entries()) {
      const chunk = await bytesOf(rows[at]);
      if (chunk !== null)
        for (const id of byChunk.get(number) ?? []) if (ordinalsOf(chunk, id).length > 0) held.add(id);
    }
  }
  return held;
}
