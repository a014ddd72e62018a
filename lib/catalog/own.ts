// The reader's own papers as a pack: made of the reading list's entries, so that what was saved is still found on
// pages after the pack that it came from was taken out. A small pack: it is built anew after each change of the list.
import type { Entry } from '../library/schema.ts';
import { buildPack, packFormat } from '../packs/build.ts';
import { freeStore } from '../packs/import/remove.ts';
import { PaperRecord } from '../paper/record.ts';
import type { CatalogDatabase } from '../packs/store.ts';
import { ownFacts, ownPack } from './own-facts.ts';

/** "ICML 2020" is said by the entry's venue and year together; a year in the venue's line stays as it is. */
function recordOf({ id, title, authors, year, venue, arxivId, doi }: Entry): PaperRecord[] {
  const parsed = PaperRecord.safeParse({
    id,
    title,
    authors: authors.filter((name) => name !== '').slice(0, 500),
    ...(year === null ? {} : { year }),
    ...(venue === null || venue === '' ? {} : { venue }),
    ...(arxivId === null ? {} : { arxivId }),
    ...(doi === null ? {} : { doi }),
  });
  return parsed.success ? [parsed.data] : [];
}

/** The same for the same list. */
export function ownVersion(entries: readonly Entry[]): string {
  const latest = entries.reduce((most, { addedAt }) => Math.max(most, addedAt), 0);
  return `${entries.length}.${latest}.${packFormat}`;
}

/** Puts the list's papers in as a pack, wholly or not at all. False where the pack is up to date. */
export async function bringOwn(database: CatalogDatabase, entries: readonly Entry[], name: string): Promise<boolean> {
  const version = ownVersion(entries);
  const before = await database.packs.get(ownPack);
  if (before?.version === version || (before === undefined && entries.length === 0)) return false;
  const facts = ownFacts(version, new Date().toISOString().slice(0, 10), name);
  const built = await buildPack(facts, entries.toSorted((a, b) => a.addedAt - b.addedAt).flatMap(recordOf));
  const { packs, imports, pieces } = database;
  await database.transaction('rw', packs, imports, pieces, async () => {
    const store = await freeStore(database);
    const old = await packs.get(ownPack);
    if (entries.length > 0) {
      await pieces.bulkPut(built.pieces.map((piece) => ({ store, ...piece })));
      await packs.put({ ...facts, sizes: built.sizes, store, format: packFormat, importedAt: Date.now() });
    } else await packs.delete(ownPack);
    if (old !== undefined) await pieces.where(':id').between([old.store], [old.store, '\uffff']).delete();
  });
  return true;
}
