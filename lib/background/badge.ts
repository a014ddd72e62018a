// The number on the toolbar icon: how many papers the tab's page has.
import { browser } from '../browser/browser.ts';
import { identifiersOf } from '../paper/identifiers.ts';
import { keysOfIdentifiers } from '../paper/keys.ts';
import type { PageAddress } from '../facts/address.ts';
import { pageAddress } from '../facts/page-context.ts';
import { ownPapers } from '../match/find-mentions.ts';
import { sendToPage } from '../messages/page-commands.ts';
import type { PageLimits } from './page-limits.ts';
import { catalogOf, storesIn, type Stores } from './stores.ts';
import { forgetFrames } from './tab-frames.ts';

/** --accent of the light scheme (components/ui/tokens.css), and paper on it: 6.9:1. */
const background = '#1a5c55';
const text = '#ffffff';

/** Tabs without a number on the icon. A page may change its address hundreds of times a second, and each word to the
 *  browser about that is the reader's time. */
const withoutCount = new Set<number>();

export async function showCount(tab: number, papers: number): Promise<void> {
  if (papers > 0) withoutCount.delete(tab);
  else if (withoutCount.has(tab)) return;
  else withoutCount.add(tab);
  try {
    await browser.action.setBadgeText({ tabId: tab, text: papers === 0 ? '' : String(papers) });
    if (papers === 0) return;
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: background });
    await browser.action.setBadgeTextColor({ tabId: tab, color: text });
  } catch {
    // The tab was closed in the meantime.
  }
}

/** Papers that an address itself names (".../pdf/1905.09209v2"), or that its page, or a page that links it, was about. */
export async function papersByAddress(
  stores: Stores,
  { url, places }: Pick<PageAddress, 'url' | 'places'>,
): Promise<string[]> {
  if (!/^https?:/.test(url)) return [];
  const { lookup } = await catalogOf(stores);
  const named = (await ownPapers(url, [], lookup.findSource())).map((own) => own.paper);
  if (named.length > 0) return [...new Set(named)];
  const said = [
    ...(await stores.pages.ofIds(keysOfIdentifiers(identifiersOf(url)))),
    ...(await stores.pages.ofPlaces([url, ...(places === null ? [] : [places.page, places.pdf])])),
  ];
  return [...new Set(said.map(({ fact, also }) => also[0] ?? fact.record.id))];
}

/** No content script runs in the browsers' PDF viewers: there the address is all there is. */
export const isPdf = (address: string): boolean =>
  /^https?:\/\/[^?#]*(?:\/(?:e?pdf|pdfdirect|pdfft)(?:\/|$|[?#])|\.pdf(?:$|[?#]))/i.test(address);

/** Keeps badges right while tabs go from page to page. */
export function followTabs(stores: Stores, limits: PageLimits): void {
  browser.tabs.onRemoved.addListener((tab) => {
    withoutCount.delete(tab);
    forgetFrames(tab);
    limits.forget(tab);
  });
  browser.tabs.onUpdated.addListener((tab, change, { url, incognito }) => {
    if (change.status === 'loading' && change.url !== undefined) {
      forgetFrames(tab);
      void showCount(tab, 0);
    }
    if (change.status !== 'complete' || url === undefined || !isPdf(url)) return;
    void countPdf(storesIn(stores, incognito), tab, url).catch((error: unknown) =>
      console.warn('Byline: a PDF could not be looked up', error),
    );
  });
}

async function countPdf(stores: Stores, tab: number, url: string): Promise<void> {
  if ((await sendToPage(tab, 'page.alive', {})) === null)
    await showCount(tab, (await papersByAddress(stores, pageAddress(url))).length);
}
