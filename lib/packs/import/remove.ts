// Removing packs and imports. What belongs to no pack and no import any more is swept: after a removal, a replacement,
// a cancelled or failed import. A sweep that was stopped continues with the next one.
import type { CatalogDatabase, ImportRow } from '../store.ts';

/** Removes a pack. It is shown nowhere at once; its pieces are deleted right after. */
export async function removePack(database: CatalogDatabase, id: string): Promise<void> {
  await database.packs.delete(id);
  await sweep(database);
}

/** Hides a pack and has it deleted at `at` (milliseconds since 1970) unless that is cancelled before. The time is in the
 *  store, so that neither the page that asked nor the worker has to live until then. False where there is no such pack. */
export async function scheduleRemoval(database: CatalogDatabase, id: string, at: number): Promise<boolean> {
  return (await database.packs.update(id, { deleteAt: at })) > 0;
}

/** Undoes `scheduleRemoval`. False where the pack is deleted already. */
export function cancelRemoval(database: CatalogDatabase, id: string): Promise<boolean> {
  return database.transaction('rw', database.packs, async () => {
    const row = await database.packs.get(id);
    if (row === undefined) return false;
    const { deleteAt: _, ...kept } = row;
    await database.packs.put(kept);
    return true;
  });
}

/** Removes the packs whose time has come. `next`: when the next removal is due; null where none is scheduled. A pack that
 *  was imported again meanwhile stays. */
export async function removeDue(
  database: CatalogDatabase,
  now: number,
): Promise<{ removed: boolean; next: number | null }> {
  const { removed, next } = await database.transaction('rw', database.packs, async () => {
    const scheduled = (await database.packs.toArray()).filter(({ deleteAt }) => deleteAt !== undefined);
    const due = scheduled.filter(({ deleteAt = now }) => deleteAt <= now).map(({ id }) => id);
    await database.packs.bulkDelete(due);
    const later = scheduled.flatMap(({ deleteAt = now }) => (deleteAt > now ? [deleteAt] : []));
    return { removed: due.length > 0, next: later.length === 0 ? null : Math.min(...later) };
  });
  if (removed) await sweep(database);
  return { removed, next };
}

/** Removes an import in any state, with all that it has left; a pack that it has finished stays. */
export async function cancelImport(database: CatalogDatabase, id: string): Promise<void> {
  await database.imports.delete(id);
  await sweep(database);
}

/** A generation that no pack, import or left-over piece has or had: a worker may still hold pieces of a removed one.
 *  For a transaction over all three. */
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

/** An import that still needs its file, or whose download goes on at the next try. */
const isOpen = ({ state, source, checkpoint }: ImportRow): boolean =>
  state === 'recognising' ||
  state === 'proposed' ||
  state === 'running' ||
  (state === 'failed' && source.kind === 'published' && checkpoint !== null);

const openJobs = async (database: CatalogDatabase): Promise<Set<string>> =>
  new Set((await database.imports.toArray()).filter(isOpen).map(({ id }) => id));

/** A generation's pieces in one deletion of a range; each generation in a transaction of its own, which looks again. */
async function sweepPieces(database: CatalogDatabase): Promise<void> {
  let after = -1;
  for (;;) {
    const next = await database.transaction('rw', database.packs, database.imports, database.pieces, async () => {
      const first = await database.pieces.where(':id').above([after, '\uffff', Infinity]).first();
      if (first === undefined) return null;
      const [packs, imports] = await Promise.all([database.packs.toArray(), database.imports.toArray()]);
      const used = [...packs, ...imports.filter(isOpen)];
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
