// The reader's own data, compared at each start with its mirror; and who hears when much of it changed at once.
import { browser } from '../browser/browser.ts';
import { dropSpare } from '../browser/indexed-db.ts';
import { entriesOf } from '../library/entries.ts';
import { knownStatus } from '../library/schema.ts';
import { broadcast, sendToPage } from '../messages/page-commands.ts';
import { decisionsChanged } from './decisions.ts';
import { followsChanged } from './follows.ts';
import type { Stores } from './stores.ts';

/** Milliseconds after the worker's start: what woke it is answered first. */
const checkLater = 2_500;
/** In `storage.session`: the mirror's files were all read since the browser was opened. */
const readKey = 'library-mirror-read';

/** Pages show the statuses as they are now. */
async function tellPages({ library }: Stores): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id: tab }) => {
      const report = tab === undefined ? null : await sendToPage(tab, 'page.report', {});
      if (tab === undefined || report === null || report.papers.length === 0) return;
      const entries = await entriesOf(
        library,
        report.papers.map(({ id }) => id),
      );
      for (const { id, status } of report.papers) {
        const entry = entries.get(id);
        const now = entry === undefined ? null : knownStatus(entry.status);
        if (now !== status) await sendToPage(tab, 'page.status', { id, status: now });
      }
    }),
  );
}

/** After a recovery, a restored copy, an erasure. Never throws. */
export function libraryChanged(stores: Stores): void {
  followsChanged(stores);
  decisionsChanged(stores);
  void broadcast('page.follows', {});
  tellPages(stores).catch((error: unknown) => console.warn('Byline: open pages could not be told', error));
}

async function check({ library }: Stores): Promise<void> {
  try {
    await library.checked();
    await dropSpare();
    const held: Record<string, unknown> = await browser.storage.session.get(readKey);
    if (held[readKey] === true) return;
    await library.checkMirror();
    await browser.storage.session.set({ [readKey]: true });
  } catch (error) {
    console.warn('Byline: the reading list could not be compared with its mirror', error);
  }
}

export function watchLibrary(stores: Stores): void {
  stores.library.onRecovered = () => libraryChanged(stores);
  setTimeout(() => void check(stores), checkLater);
}
