// A site as a card names it. The name also tells sites apart: what pages say is kept by it.
import type { SiteAdapter } from './adapter.ts';
import { sites } from './index.ts';
import { sitesOfHost } from './pick-adapter.ts';

/** Maximum characters of a name. */
const MAX_NAME = 80;

/** The host without "www."; the end of one that is too long, for its beginning may be anything ("arxiv.org.….example"). */
const hostName = (hostname: string): string => {
  const host = hostname.replace(/^www\./, '');
  return host.length <= MAX_NAME ? host : `…${host.slice(1 - MAX_NAME)}`;
};

/** The adapter's name ("arXiv"), or the host of a site that none is for. */
export function siteNameOf(url: string, covering?: readonly SiteAdapter[]): string {
  if (!URL.canParse(url)) return 'page';
  const { hostname } = new URL(url);
  const [site] = covering ?? sitesOfHost(hostname);
  return site?.name ?? (hostName(hostname) || 'page');
}

const byName = new Map(sites.map((site) => [site.name, site.id]));

/** The adapter of a site's name; null for a host that no adapter is for. */
export const siteIdOf = (name: string): string | null => byName.get(name) ?? null;
