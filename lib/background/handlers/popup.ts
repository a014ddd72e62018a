// What the popup shows of its tab, and what it does there.
import { browser } from '../../browser/browser.ts';
import type { PageSummary } from '../../messages/page-protocol.ts';
import { pageAddress } from '../../facts/page-context.ts';
import type { Answer } from '../../messages/contract.ts';
import { sendToPage } from '../../messages/page-commands.ts';
import { RequestError, type Handlers } from '../../messages/server.ts';
import { getManaged } from '../../settings/managed.ts';
import { isOff } from '../../settings/sites-off.ts';
import { getSettings, hostOf } from '../../settings/store.ts';
import { sites } from '../../sites/index.ts';
import { matches, wholeHost } from '../../sites/match-pattern.ts';
import { offeredOrigins } from '../../sites/permissions.ts';
import { isPdf, papersByAddress } from '../badge.ts';
import type { PageLimits } from '../page-limits.ts';
import { byManifest, originOf, runPageScript, runsAlways } from '../page-script.ts';
import { storesIn, type Stores } from '../stores.ts';
import { lookAt } from '../tab-address.ts';
import { showInTab, summaryOf } from '../tab-frames.ts';
import { rowsOf } from './card.ts';

/** Where no browser lets an extension run. */
const forbiddenHosts: ReadonlySet<string> = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
]);

/** What to ask the browser for: a site of the install or an offered one as a whole, as the options list it. */
function toAllow(address: string): string {
  const listed = [...byManifest().map(wholeHost), ...offeredOrigins(navigator.languages)];
  return listed.find((origin) => matches(origin, address)) ?? originOf(address);
}

/** What the site's pages have and this one had not; null where nothing is missed. */
function missingOn(adapter: PageSummary['adapter']): Answer<'popup.tab'>['missing'] {
  const site = sites.find(({ id }) => id === adapter?.id);
  if (adapter === null || site === undefined || adapter.missing.length === 0) return null;
  return { site: site.name, fields: adapter.missing };
}

const noListing = { listing: null, missing: null, tooMuch: null } as const;

export function popupHandlers(
  stores: Stores,
  limits: PageLimits,
): Pick<Handlers, 'popup.tab' | 'popup.run' | 'popup.show' | 'popup.filter'> {
  return {
    'popup.tab': async ({ tab }) => {
      const { address, inPrivate } = await lookAt(tab);
      const seen = storesIn(stores, inPrivate);
      const host = hostOf(address);
      if (host === '' || forbiddenHosts.has(host))
        return {
          ...noListing,
          host: null,
          state: 'never',
          always: false,
          managed: false,
          takenBack: false,
          grantable: null,
          rows: [],
          pagePaper: null,
          places: null,
        };
      const [always, held, settings, { sitesOff }] = await Promise.all([
        runsAlways(address),
        browser.permissions.contains({ origins: [originOf(address)] }),
        getSettings(),
        getManaged(),
      ]);
      const managed = isOff(sitesOff, host);
      const { places } = pageAddress(address);
      const here = isPdf(address) ? ('pdf' as const) : ('page' as const);
      const site = {
        host,
        always,
        managed,
        takenBack: !always && byManifest().some((pattern) => matches(pattern, address)),
        // Held without running always: Byline runs on another part of this site.
        grantable: always || held ? null : toAllow(address),
        places: places === null ? null : { ...places, here },
      };
      if (isOff(settings.sitesOff, host)) return { ...site, ...noListing, state: 'off', rows: [], pagePaper: null };
      const [summary, named] = await Promise.all([summaryOf(tab), papersByAddress(seen, { url: address, places })]);
      const [only = null] = named.length === 1 ? named : [];
      if (summary !== null && !(here === 'pdf' && summary.papers.length === 0))
        return {
          ...site,
          state: 'running',
          rows: await rowsOf(seen, summary.papers, address),
          pagePaper: only !== null && summary.papers.includes(only) ? only : null,
          listing: summary.listing,
          missing: missingOn(summary.adapter),
          tooMuch: limits.of(tab),
        };
      return {
        ...site,
        ...noListing,
        state: here === 'pdf' ? 'pdf' : 'ask',
        rows: await rowsOf(seen, named, address),
        pagePaper: only,
        tooMuch: limits.of(tab),
      };
    },

    'popup.run': async ({ tab }) => {
      if (!(await runPageScript(tab))) throw new RequestError('page-closed');
      return {};
    },

    'popup.filter': async ({ tab, filter }) => {
      await sendToPage(tab, 'page.filter', filter);
      return { listing: (await sendToPage(tab, 'page.summary', {}))?.listing ?? null };
    },

    'popup.show': ({ tab, id }) => showInTab(tab, id),
  };
}
