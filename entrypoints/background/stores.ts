// The stores as handlers use them: failures become refusals with one sentence for the reader.
import { browser } from '../../lib/browser.ts';
import { CatalogKeeper, CatalogNotReady, type Catalog } from '../../lib/catalog/keeper.ts';
import { LibraryDatabase } from '../../lib/library/database.ts';
import { entriesOf, NewerLibrary } from '../../lib/library/entries.ts';
import type { Entry } from '../../lib/library/schema.ts';
import { Refusal, type Context } from '../../lib/messages/server.ts';
import { readBundledPack } from '../../lib/packs/bundled.ts';
import { holdsPack, importPack } from '../../lib/packs/import.ts';
import { t } from '../../lib/words.ts';

export interface Stores {
  keeper: CatalogKeeper;
  library: LibraryDatabase;
}

/** Milliseconds that a page waits for the first import (53 entries take well under one second). */
const patience = 15_000;

/** `bundled`: the pack of this build, as wxt.config.ts names it. */
export function openStores(bundled: { id: string; version: string }): Stores {
  const keeper = new CatalogKeeper({
    held: (database) => holdsPack(database, bundled.id, bundled.version),
    bring: async (database) => {
      await importPack(database, await readBundledPack());
    },
  });
  return { keeper, library: new LibraryDatabase() };
}

/** The catalog, or a refusal that says what keeps it. */
export async function catalogOf({ keeper }: Stores): Promise<Catalog> {
  try {
    return await keeper.ready(patience);
  } catch (error) {
    if (!(error instanceof CatalogNotReady)) throw error;
    if (error.cause === undefined) throw new Refusal('not-ready', t('errorNotReady'));
    console.warn('Byline: the catalog could not be opened', error.cause);
    throw new Refusal('storage', t('errorCatalogStore'));
  }
}

/** Statuses for display. A list that can't be read must not keep marks and cards from showing. */
export async function entriesForDisplay({ library }: Stores, ids: readonly string[]): Promise<Map<string, Entry>> {
  try {
    return await entriesOf(library, ids);
  } catch (error) {
    console.warn('Byline: the reading list could not be read', error);
    return new Map();
  }
}

/** Runs a change of the reading list; what fails was not written, and the reader is told so. */
export async function changeLibrary<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof NewerLibrary) throw new Refusal('storage', t('errorLibraryNewer'));
    console.warn('Byline: the reading list could not be written', error);
    throw new Refusal('storage', t('errorLibraryWrite'));
  }
}

/** Did this come from a private window? A popup has no tab: its window is the one in front. */
export async function isPrivate(context: Context): Promise<boolean> {
  if (context.privateWindow) return true;
  if (context.sender !== 'own' || context.tab !== null) return false;
  const front = await browser.windows.getLastFocused().catch(() => null);
  return front?.incognito === true;
}
