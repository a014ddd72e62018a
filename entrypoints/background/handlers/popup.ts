// What the popup shows of its tab, and what it does there.
import { browser } from '../../../lib/browser.ts';
import { order } from '../../../lib/messages/orders.ts';
import { Refusal, type Handlers } from '../../../lib/messages/server.ts';
import { getSettings, hostOf } from '../../../lib/settings/store.ts';
import { t } from '../../../lib/words.ts';
import { isPdf, papersByAddress } from '../badge.ts';
import { originOf, runPageScript, runsAlways } from '../page-script.ts';
import type { Stores } from '../stores.ts';
import { rowsOf } from './card.ts';

/** Where no browser lets an extension run. */
const forbiddenHosts: ReadonlySet<string> = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
]);

/** The tab's address, where the browser shows it: our sites, and the tab that the popup was opened on. */
async function addressOf(tab: number): Promise<string> {
  const { url } = await browser.tabs.get(tab).catch(() => ({ url: undefined }));
  return url !== undefined && /^https?:/.test(url) ? url : '';
}

export function popupHandlers(stores: Stores): Pick<Handlers, 'popup.tab' | 'popup.run' | 'popup.show'> {
  return {
    'popup.tab': async ({ tab }) => {
      const address = await addressOf(tab);
      const host = hostOf(address);
      if (host === '' || forbiddenHosts.has(host))
        return { host: null, state: 'never', always: false, grantable: null, rows: [] };
      const [always, settings] = await Promise.all([runsAlways(address), getSettings()]);
      const site = { host, always, grantable: always ? null : originOf(address) };
      if (settings.sitesOff.includes(host)) return { ...site, state: 'off', rows: [] };
      const report = await order(tab, 'page.report', {});
      if (report !== null && !(isPdf(address) && report.papers.length === 0))
        return {
          ...site,
          state: 'running',
          rows: await rowsOf(
            stores,
            report.papers.map((paper) => paper.id),
          ),
        };
      const named = await papersByAddress(stores, address);
      return { ...site, state: isPdf(address) ? 'pdf' : 'ask', rows: await rowsOf(stores, named) };
    },

    'popup.run': async ({ tab }) => {
      if (!(await runPageScript(tab))) throw new Refusal('not-allowed', t('errorNoRunHere'));
      return {};
    },

    'popup.show': async ({ tab, id }) => (await order(tab, 'page.show', { id })) ?? { shown: false },
  };
}
