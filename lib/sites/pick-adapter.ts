// Which adapter an address has. Pure: data in, data out.
import type { PageAdapter, SiteAdapter, SitePage } from './adapter.ts';
import { genericId } from './generic-id.ts';
import { generic } from './generic.ts';
import { sites } from './index.ts';

/** "*.example.org" covers example.org and its subdomains; "scholar.google.*" any ending. */
export function hostMatches(pattern: string, host: string): boolean {
  if (pattern.endsWith('.*')) return host.startsWith(pattern.slice(0, -1));
  if (!pattern.startsWith('*.')) return host === pattern;
  const bare = pattern.slice(2);
  return host === bare || host.endsWith(`.${bare}`);
}

/** The adapters that cover a host, in their order. */
export const sitesOfHost = (host: string, among: readonly SiteAdapter[] = sites): SiteAdapter[] =>
  among.filter(({ hosts }) => hosts.some((pattern) => hostMatches(pattern, host)));

/** The adapters that know a host's addresses: those that cover it, and those whose PDFs it shows. */
export const sitesOfAddress = (host: string, among: readonly SiteAdapter[] = sites): SiteAdapter[] =>
  among.filter(({ hosts, viewers = [] }) => [...hosts, ...viewers].some((pattern) => hostMatches(pattern, host)));

const compiled = new Map<string, RegExp>();

/** A pattern as adapters write it, compiled once. Adapters are few and do not change, so all are kept. */
export function compiledPattern(pattern: string): RegExp {
  let found = compiled.get(pattern);
  if (found === undefined) {
    found = new RegExp(pattern, 'u');
    compiled.set(pattern, found);
  }
  return found;
}

export interface Picked {
  site: SiteAdapter;
  page: SitePage;
}

/** The first site and kind of page that match the address; null for a page that only the text speaks for. */
export function pickSite(url: string, among: readonly SiteAdapter[] = sites): Picked | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  for (const site of sitesOfHost(hostname, among)) {
    const page = site.pages.find(({ path }) => compiledPattern(path).test(pathname + search));
    if (page !== undefined) return { site, page };
  }
  return null;
}

/** How to read a page: as its site's adapter says, or as any page; null for what is no page of the web. */
export function pickPage(
  url: string,
  among: readonly SiteAdapter[] = sites,
): { id: string; page: SitePage; hydrates: boolean } | null {
  const picked = pickSite(url, among);
  if (picked !== null) return { id: picked.site.id, page: picked.page, hydrates: picked.site.hydrates === true };
  return /^https?:/u.test(url) && URL.canParse(url) ? { id: genericId, page: generic, hydrates: true } : null;
}

/** What the page script gets of it. */
export function pickAdapter(url: string, among: readonly SiteAdapter[] = sites): PageAdapter | null {
  const picked = pickPage(url, among);
  if (picked === null) return null;
  const { id, hydrates } = picked;
  const { rows, skip, scripts } = picked.page;
  return {
    id,
    rows: [...rows],
    ...(skip === undefined ? {} : { skip }),
    ...(scripts === undefined ? {} : { scripts }),
    ...(hydrates ? { hydrates } : {}),
  };
}
