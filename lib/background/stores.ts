// The stores as handlers use them: failures become codes for the interface.
import { browser } from '../browser/browser.ts';
import { CatalogKeeper, CatalogNotReady, type Catalog } from '../catalog/service.ts';
import type { Lookup } from '../catalog/lookup.ts';
import { LibrarySource } from '../catalog/sources/library-source.ts';
import { searchable } from '../catalog/sources/searchable.ts';
import { pageSources } from './answer/page-sources.ts';
import { PagePapers } from './answer/page-papers.ts';
import type { PagePaper } from './answer/page-paper.ts';
import { entriesOf } from '../library/entries.ts';
import { NewerLibrary, StorageFault } from '../library/faults.ts';
import { Library } from '../library/library.ts';
import type { Entry } from '../library/schema.ts';
import { tellListChanged } from '../messages/list-changed.ts';
import { RequestError, type Context } from '../messages/server.ts';
import { readBundledPack } from '../packs/bundled.ts';
import { holdsPack } from '../packs/import/copy-pack-file.ts';
import { onDemand } from './on-demand/load.ts';
import type { FailureCode } from '../failures/failure.ts';
import { siteNameOf } from '../sites/site-name.ts';
import { t } from '../i18n/i18n.ts';

export interface Stores {
  keeper: CatalogKeeper;
  library: Library;
  /** What pages said of papers. */
  pages: PagePapers;
  /** What pages in private windows said: told nowhere else, and gone with the last of them. */
  privatePages: PagePapers;
  /** The pack that came with Byline. */
  bundledId: string;
}

/** Milliseconds that a page waits for the first import (53 entries take well under one second). */
const patience = 15_000;

/** `bundled`: the pack of this build, as wxt.config.ts names it. */
export function openStores(bundled: { id: string; version: string }, library = new Library()): Stores {
  const keeper = new CatalogKeeper(
    {
      id: bundled.id,
      held: (database) => holdsPack(database, bundled.id, bundled.version),
      bring: async (database) => {
        const { bringPack } = await onDemand();
        await bringPack(database, await readBundledPack());
      },
    },
    new LibrarySource(library, t('ownPackName')),
  );
  library.stamper = async () => (await onDemand()).stampedIn;
  return {
    keeper,
    library,
    pages: new PagePapers(browser.storage.session),
    privatePages: new PagePapers(browser.storage.session, 'private-page-paper'),
    bundledId: bundled.id,
  };
}

/** The stores as a window sees them: what pages say in private windows and elsewhere never meets. */
export const storesIn = (stores: Stores, inPrivate: boolean): Stores =>
  inPrivate ? { ...stores, pages: stores.privatePages } : stores;

/** Forgets what was read in private windows once the last of them is closed. */
export function followPrivateWindows({ privatePages }: Stores): void {
  browser.windows.onRemoved.addListener(() => {
    void browser.windows
      .getAll()
      .then((windows) => (windows.some(({ incognito }) => incognito) ? null : privatePages.forget()))
      .catch((error: unknown) => console.warn('Byline: what private pages said could not be forgotten', error));
  });
}

/** Hears of packs that came or went; callers that change them say so to all. */
export function followPacks({ keeper }: Stores): () => void {
  const channel = new BroadcastChannel('byline-packs');
  channel.addEventListener('message', () => {
    keeper.refresh().catch((error: unknown) => console.warn('Byline: the packs could not be read again', error));
  });
  return () => channel.close();
}

/** The catalog, or the failure that keeps it. */
export async function catalogOf({ keeper }: Stores): Promise<Catalog> {
  try {
    return await keeper.ready(patience);
  } catch (error) {
    if (!(error instanceof CatalogNotReady)) throw error;
    if (error.cause === undefined) throw new RequestError('catalog-loading');
    console.warn('Byline: the catalog could not be opened', error.cause);
    throw new RequestError('catalog-not-stored');
  }
}

/**
 * All packs, and what pages said of the papers of those ids.
 * @param page the page where a card asks: of sites that are nobody's own place its word comes first
 */
export async function lookupWith(
  stores: Stores,
  ids: readonly string[],
  page: string | null = null,
): Promise<{ lookup: Lookup; said: readonly PagePaper[] }> {
  const [{ lookup }, all] = await Promise.all([catalogOf(stores), stores.pages.ofIds(ids)]);
  const here = page === null ? null : siteNameOf(page);
  const said = all.toSorted((one, other) => Number(other.fact.site === here) - Number(one.fact.site === here));
  return { lookup: said.length === 0 ? lookup : lookup.beside(pageSources(said)), said };
}

const withPages = new WeakMap<readonly PagePaper[], { over: Lookup; lookup: Lookup }>();

/** All packs, and all that pages said since the browser started, which is searched like packs; the same until one of
 *  them changes. */
export async function lookupWithPages(stores: Stores): Promise<Lookup> {
  const [{ lookup: over }, said] = await Promise.all([catalogOf(stores), stores.pages.all()]);
  const before = withPages.get(said);
  if (before?.over === over) return before.lookup;
  const lookup = over.beside(pageSources(said).map(searchable));
  withPages.set(said, { over, lookup });
  return lookup;
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

/** The reader's entries of those papers, by the papers' ids; one may be saved under any id that a pack knows it by. */
export async function entriesOfPapers(
  stores: Stores,
  papers: readonly { paper: { id: string }; ids: readonly string[] }[],
): Promise<Map<string, Entry>> {
  if (papers.length === 0) return new Map();
  const entries = await entriesForDisplay(stores, [...new Set(papers.flatMap(({ paper, ids }) => [paper.id, ...ids]))]);
  return new Map(
    papers.flatMap(({ paper, ids }) => {
      const entry = [paper.id, ...ids].map((id) => entries.get(id)).find((one) => one !== undefined);
      return entry === undefined ? [] : [[paper.id, entry] as const];
    }),
  );
}

/** Asks the reader's own data; where that fails, once more after it was compared with its mirror. */
export async function readLibrary<T>({ library }: Stores, ask: (library: Library) => Promise<T>): Promise<T> {
  try {
    return await ask(library);
  } catch (error) {
    console.warn('Byline: the reading list could not be read', error);
  }
  try {
    await library.checkMirror();
    return await ask(library);
  } catch (error) {
    console.warn('Byline: the reading list could not be read, after it was compared with its mirror', error);
    throw new RequestError('library-not-read');
  }
}

const failureFor = {
  full: 'library-full',
  mirror: 'library-not-mirrored',
  store: 'library-not-written',
  blocked: 'library-not-read',
} as const satisfies Record<StorageFault['reason'], FailureCode>;

/**
 * Runs a change of the reading list; what fails was not written, and the reader is told so.
 * @param isChange whether open pages are to read the list again
 */
export async function changeLibrary<T>(
  change: () => Promise<T>,
  isChange: (changed: T) => boolean = () => true,
): Promise<T> {
  try {
    const changed = await change();
    if (isChange(changed)) tellListChanged();
    return changed;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    if (error instanceof NewerLibrary) throw new RequestError('library-newer');
    console.warn('Byline: the reading list could not be written', error);
    throw new RequestError(error instanceof StorageFault ? failureFor[error.reason] : 'library-not-written');
  }
}

/** Did this come from a private window? A popup has no tab: its window is the one in front. */
export async function isPrivate(context: Context): Promise<boolean> {
  if (context.privateWindow) return true;
  if (context.sender !== 'extension' || context.tab !== null) return false;
  const front = await browser.windows.getLastFocused().catch(() => null);
  return front?.incognito === true;
}
