// The worker. Everything is registered here at once, so that the browser may stop and wake it at any time; nothing
// is kept in memory that can't be read again.
import { defineBackground } from 'wxt/utils/define-background';
import '../../lib/english.ts';
import { serve } from '../../lib/messages/server.ts';
import { followTabs } from './badge.ts';
import { followCommands } from './commands.ts';
import { allHandlers } from './handlers/index.ts';
import { followImports } from './importer.ts';
import { followInstall } from './install.ts';
import { followGrants } from './page-script.ts';
import { followPacks, followPrivateWindows, openStores } from './stores.ts';

/** Set by the build (wxt.config.ts). */
declare const BUNDLED_PACK: { id: string; version: string };

export default defineBackground(() => {
  const stores = openStores(BUNDLED_PACK);
  serve(allHandlers(stores));
  followInstall(stores, import.meta.env.FIREFOX);
  followTabs(stores);
  followCommands();
  followGrants();
  followImports();
  followPacks(stores);
  followPrivateWindows(stores);
});
