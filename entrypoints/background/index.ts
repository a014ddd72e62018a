// The worker. Everything is registered here at once, so that the browser may stop and wake it at any time; nothing
// is kept in memory that can't be read again.
import { defineBackground } from 'wxt/utils/define-background';
import '../../lib/i18n/english-worker.ts';
import { workingIndexedDb } from '../../lib/browser/indexed-db.ts';
import { databaseFiles } from '../../lib/browser/database-files.ts';
import { privateFiles } from '../../lib/browser/private-files.ts';
import { secondCopyName, useSecondCopies } from '../../lib/browser/second-copy.ts';
import { Library, mirrorName } from '../../lib/library/library.ts';
import { serve } from '../../lib/messages/server.ts';
import { followBackups } from '../../lib/background/backups.ts';
import { followTabs } from '../../lib/background/badge.ts';
import { followCommands } from '../../lib/background/commands.ts';
import { allHandlers } from '../../lib/background/handlers/index.ts';
import { followPolicy } from '../../lib/background/handlers/settings.ts';
import { followMenus } from '../../lib/background/save/menus.ts';
import { followImports } from '../../lib/background/importer-host.ts';
import { followZotero } from '../../lib/background/zotero.ts';
import { followInstall } from '../../lib/background/install.ts';
import { PageLimits } from '../../lib/background/page-limits.ts';
import { followGrants } from '../../lib/background/page-script.ts';
import { entryScript } from '../../lib/background/on-demand/entries.ts';
import { partsScript } from '../../lib/background/on-demand/load.ts';
import { zoteroScript } from '../../lib/background/on-demand/zotero-script.ts';
import { keepForLater } from '../../lib/background/on-demand/script.ts';
import { watchLibrary } from '../../lib/background/library-changed.ts';
import { followPacks, followPrivateWindows, openStores } from '../../lib/background/stores.ts';

/** Set by the build (wxt.config.ts). */
declare const BUNDLED_PACK: { id: string; version: string };

export default defineBackground(() => {
  // In Firefox a damaged list of the private file system empties the extension's whole origin.
  const place = import.meta.env.FIREFOX ? databaseFiles : privateFiles;
  useSecondCopies(place(secondCopyName));
  const stores = openStores(BUNDLED_PACK, new Library({ files: place(mirrorName), place: workingIndexedDb }));
  const limits = new PageLimits();
  serve(allHandlers(stores, limits));
  keepForLater([partsScript, entryScript, zoteroScript]);
  followInstall(stores, import.meta.env.FIREFOX);
  followTabs(stores, limits);
  followCommands(stores);
  followMenus(stores);
  followGrants();
  followImports();
  followPolicy();
  followPacks(stores);
  followPrivateWindows(stores);
  watchLibrary(stores);
  followBackups(stores);
  followZotero();
});
