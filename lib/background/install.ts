// Once after install or update: the catalog, the welcome page, and tabs that were open already.
import { browser } from '../browser/browser.ts';
import { byManifest, grantedOrigins, runInOpenTabs } from './page-script.ts';
import type { Stores } from './stores.ts';

const startInOpenTabs = async (): Promise<void> => runInOpenTabs([...byManifest(), ...(await grantedOrigins())]);

export function followInstall(stores: Stores, firefox: boolean): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    stores.keeper.start();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    // Chrome puts content scripts only into pages that load after the install; Firefox does it itself.
    if (!firefox && (reason === 'install' || reason === 'update'))
      void startInOpenTabs().catch((error: unknown) => console.warn('Byline: open tabs have to be reloaded', error));
  });
}
