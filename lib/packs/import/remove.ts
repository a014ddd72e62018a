// What belongs to no pack and no import is rubbish, and swept away: after a removal, a swap, a cancelled or failed
// import. A sweep that was stopped goes on with the next one.
import type { CatalogDatabase } from '../store.ts';

/** Takes a pack out. It is gone from sight at once, its pieces right after. */
export async function removePack(database: CatalogDatabase, id: string): Promise<void> {
  await database.packs.delete(id);
  await sweep(database);
}

/** Takes a pack out of sight, to be gone at `at` (milliseconds since 1970) unless it is kept before. That stands in the
 *  store: neither the page that asked nor the worker has to live until then. False where there is no such pack. */
export async function letGo(database: CatalogDatabase, id: string, at: number): Promise<boolean> {
  return (await database.packs.update(id, { goesAt: at })) > 0;
}

/** Calls back a pack that was let go. False where it is gone already. */
export function keepPack(database: CatalogDatabase, id: string): Promise<boolean> {
  return database.transaction('rw', database.packs, async () => {
    const row = await database.packs.get(id);
    if (row === undefined) return false;
    const { goesAt: _goesAt, ...kept } = row;
    await database.packs.put(kept);
    return true;
  });
}

/** Takes out the packs whose moment has come. `next`: when the next one goes; null where none is on its way out. A pack
 *  that came in anew meanwhile stays. */
export async function removeDue(
  database: CatalogDatabase,
  now: number,
): Promise<{ gone: boolean; next: number | null }> {
  const { gone, next } = await database.transaction('rw', database.packs, async () => {
    const going = (await database.packs.toArray()).filter(({ goesAt }) => goesAt !== undefined);
    const due = going.filter(({ goesAt = now }) => goesAt <= now).map(({ id }) => id);
    await database.packs.bulkDelete(due);
    const later = going.flatMap(({ goesAt = now }) => (goesAt > now ? [goesAt] : []));
    return { gone: due.length > 0, next: later.length === 0 ? null : Math.min(...later) };
  });
  if (gone) await sweep(database);
  return { gone, next };
}

/** Takes an import away, running or over, with all that it has left; a pack that it has put in stays. */
export async function cancelImport(database: CatalogDatabase, id: string): Promise<void> {
  await database.imports.delete(id);
  await sweep(database);
}

/** A generation that no pack, import or left-over piece has, nor ever had: a worker may still hold pieces of one that
 *  was taken out. To be asked in a transaction over all three. */
export async function freeStore(database: CatalogDatabase): Promise<number> {
  const [packs, imports, last] = await Promise.all([
    database.packs.toArray(),
    database.imports.toArray(),
    database.pieces.orderBy(':id').last(),
  ]);
  const used = [last?.store ?? 0, ...packs.map(({ store }) => store), ...imports.map(({ store }) => store)];
  return Math.max(Date.now(), Math.max(...used) + 1);
}

export async function sweep(database: CatalogDatabase): Promise<void> {
  await sweepPieces(database);
  await sweepRuns(database);
  await database.transaction('rw', database.imports, database.files, async () => {
    const jobs = await openJobs(database);
    const files = await database.files.toCollection().primaryKeys();
    await database.files.bulkDelete(files.filter((job) => !jobs.has(job)));
  });
}

const openJobs = async (database: CatalogDatabase): Promise<Set<string>> =>
  new Set((await database.imports.toArray()).filter(({ state }) => state === 'going').map(({ id }) => id));

/** A generation's pieces in one deletion of a range; each generation in a transaction of its own, which looks again. */
async function sweepPieces(database: CatalogDatabase): Promise<void> {
  let after = -1;
  for (;;) {
    const next = await database.transaction('rw', database.packs, database.imports, database.pieces, async () => {
      const first = await database.pieces.where(':id').above([after, '\uffff', Infinity]).first();
      if (first === undefined) return null;
      const [packs, imports] = await Promise.all([database.packs.toArray(), database.imports.toArray()]);
      const used = [...packs, ...imports.filter(({ state }) => state === 'going')];
      if (!used.some(({ store }) => store === first.store))
        await database.pieces.where(':id').between([first.store], [first.store, '\uffff']).delete();
      return first.store;
    });
    if (next === null) return;
    after = next;
  }
}

async function sweepRuns(database: CatalogDatabase): Promise<void> {
  let after = '';
  for (;;) {
    const next = await database.transaction('rw', database.imports, database.runs, async () => {
      const first = await database.runs.where(':id').above([after, '\uffff']).first();
      if (first === undefined) return null;
      if (!(await openJobs(database)).has(first.job))
        await database.runs.where(':id').between([first.job], [first.job, '\uffff']).delete();
      return first.job;
    });
    if (next === null) return;
    after = next;
  }
}
