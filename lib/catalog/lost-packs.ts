// Packs that are gone because the browser emptied the catalog's store, as it does in silence when a file of it is
// damaged. The store keeps the names of its packs in a row, and a second copy of them is kept elsewhere: a store without
// that row that has a copy was emptied.
import * as z from 'zod/mini';
import { keepSecondCopy, readSecondCopy } from '../browser/second-copy.ts';
import type { CatalogDatabase } from '../packs/store.ts';

const Names = z.array(z.string());

/**
 * Compares the store with the second copy, and keeps both up to date. To be called each time packs came or went.
 * @param names of the packs that the reader added
 */
export async function notePacks(database: CatalogDatabase, names: readonly string[]): Promise<void> {
  const now = [...new Set(names)].toSorted();
  const row = await database.notes.get('packs');
  if (row !== undefined && row.names.join('\n') === now.join('\n')) return;
  const lost =
    row?.lost ?? (Names.safeParse(await readSecondCopy('packs')).data ?? []).filter((name) => !now.includes(name));
  // The row first: with it the loss is known, whatever becomes of the copy.
  await database.notes.put({ id: 'packs', names: now, lost });
  await keepSecondCopy('packs', now);
}

/** Names of packs that the reader is to be told are gone; those that were added again are not among them. */
export async function lostPacks(database: CatalogDatabase): Promise<string[]> {
  const { lost = [], names = [] } = (await database.notes.get('packs')) ?? {};
  return lost.filter((name) => !names.includes(name));
}

export async function dismissLostPacks(database: CatalogDatabase): Promise<void> {
  await database.notes.update('packs', { lost: [] });
}
