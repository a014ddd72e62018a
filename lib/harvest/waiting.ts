// Papers that came and are in no pack yet, and how they become one.
import * as z from 'zod/mini';
import type { BuiltPack } from '../packs/build.ts';
import { freeStore } from '../packs/import/remove.ts';
import { pieceRow } from '../packs/piece-row.ts';
import type { CatalogDatabase, PackRow } from '../packs/store.ts';
import { HarvestedPaper } from './harvested.ts';
import type { HarvestState } from './state.ts';
import { STATE, stateOf } from './store.ts';

/** Papers of the open window that are in no pack yet, as they came. */
export async function waitingPapers(database: CatalogDatabase): Promise<{ rows: number[]; papers: HarvestedPaper[] }> {
  const rows: number[] = [];
  const papers: HarvestedPaper[] = [];
  await database.harvested.each(({ id = 0, lines }) => {
    rows.push(id);
    papers.push(...(z.array(HarvestedPaper).safeParse(lines).data ?? []));
  });
  return { rows, papers };
}

export async function countWaiting(database: CatalogDatabase): Promise<number> {
  let count = 0;
  await database.harvested.each(({ papers }) => {
    count += papers;
  });
  return count;
}

/** Writes a pack, takes its papers from those that wait, and changes the state: all or nothing. False where the papers
 *  that it was made of no longer wait. */
export function putWindow(
  database: CatalogDatabase,
  { pack, rows, repeated }: { pack: BuiltPack | null; rows: readonly number[]; repeated: number },
  change: (state: HarvestState) => HarvestState | null,
): Promise<boolean> {
  const { harvest, harvested, packs, imports, pieces } = database;
  return database.transaction('rw', [harvest, harvested, packs, imports, pieces], async () => {
    const here = new Set(await harvested.toCollection().primaryKeys());
    const before = stateOf((await harvest.get(STATE))?.value);
    const after = rows.every((row) => here.has(row)) ? change(before) : null;
    if (after === null) return false;
    await harvest.put({ id: STATE, value: after });
    await harvested.bulkDelete([...rows]);
    if (pack === null) return true;
    const store = await freeStore(database);
    const row: PackRow = {
      ...pack.facts,
      sizes: pack.sizes,
      store,
      format: pack.format,
      importedAt: Date.now(),
      series: { id: STATE, from: before.next, to: before.next, repeated },
    };
    await pieces.bulkPut(pack.pieces.map((piece) => pieceRow(store, piece)));
    await packs.put(row);
    return true;
  });
}
