// One address resolved once for a whole request: its site's adapter, how the page is read, the identifiers in the
// address, and where the paper's page and PDF are.
import { identifiersOfPageAddress } from '../paper/identifiers.ts';
import type { SiteAdapter, SitePage } from '../sites/adapter.ts';
import { sites } from '../sites/index.ts';
import { pickPage, pickSite, sitesOfAddress, sitesOfHost } from '../sites/pick-adapter.ts';
import { siteNameOf } from '../sites/site-name.ts';
import { placesOf, samePaperByAddress, type PageAddress, type Places } from './address.ts';

export interface PageContext extends PageAddress {
  /** The adapter that covers the host, whichever page this is; null where none does. */
  site: SiteAdapter | null;
  /** The site's name as a card prints it; the host where no adapter names it. */
  siteName: string;
  /** The kind of page by its adapter; null where no adapter knows the page. */
  page: SitePage | null;
  /** How the page's rows are read: by its kind, or as any page of the web; null for what is none. */
  readAs: SitePage | null;
  /** The address is new, and the page still shows what another paper's address had shown. */
  showsPrevious: boolean;
  /** Where another address that the page names has its page and its PDF. */
  placesOf: (address: string) => Places | null;
}

/** What an address says by itself. */
export function pageAddress(url: string, among: readonly SiteAdapter[] = sites): PageAddress {
  return { url, ids: identifiersOfPageAddress(url), places: placesOf(url, among) };
}

/**
 * Made once for each request that is about a page, and handed on. All adapters are asked once for each host that the
 * page names.
 * @param previous the address before, where the page may still show what it showed there
 */
export function pageContext(url: string, previous?: string, among: readonly SiteAdapter[] = sites): PageContext {
  const byHost = new Map<string, readonly SiteAdapter[]>();
  const covering = (address: string): readonly SiteAdapter[] => {
    if (!URL.canParse(address)) return [];
    const { hostname } = new URL(address);
    const known = byHost.get(hostname) ?? sitesOfAddress(hostname, among);
    byHost.set(hostname, known);
    return known;
  };
  const known = covering(url);
  const here = URL.canParse(url) ? sitesOfHost(new URL(url).hostname, known) : [];
  const [site = null] = here;
  const address = pageAddress(url, known);
  return {
    ...address,
    site,
    siteName: siteNameOf(url, here),
    page: pickSite(url, here)?.page ?? null,
    readAs: pickPage(url, here)?.page ?? null,
    showsPrevious: previous !== undefined && !samePaperByAddress(address, pageAddress(previous, covering(previous))),
    placesOf: (other) => placesOf(other, covering(other)),
  };
}
