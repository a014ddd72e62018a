// Once after install or update: the catalog, the welcome page, and tabs that were open already.
import { browser } from '../browser/browser.ts';
import { sendToPage } from '../messages/page-commands.ts';
import { paperSites } from '../sites/permissions.ts';
import { runPageScript } from './page-script.ts';
import type { Stores } from './stores.ts';

/** Chrome puts content scripts only into pages that load after the install; Firefox does it itself. */
async function runInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...paperSites], discarded: false });
  for (const { id } of tabs) {
    if (id !== undefined && (await sendToPage(id, 'page.alive', {})) === null) await runPageScript(id);
  }
}

export function followInstall(stores: Stores, firefox: boolean): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    stores.keeper.start();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    if (!firefox && (reason === 'install' || reason === 'update'))
      void runInOpenTabs().catch((error: unknown) => console.warn('Byline: open tabs have to be reloaded', error));
  });
}
