// Which adapter an address has. Pure: data in, data out.
import type { PageAdapter, SiteAdapter } from './adapter.ts';
import { sites } from './index.ts';

/** "*.example.org" covers example.org and its subdomains; "scholar.google.*" any ending. */
export function hostMatches(pattern: string, host: string): boolean {
  if (pattern.endsWith('.*')) return host.startsWith(pattern.slice(0, -1));
  if (!pattern.startsWith('*.')) return host === pattern;
  const bare = pattern.slice(2);
  return host === bare || host.endsWith(`.${bare}`);
}

/** The rows of the first site and page that match the address; null for a page that only the text speaks for. */
export function pickAdapter(url: string, among: readonly SiteAdapter[] = sites): PageAdapter | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  for (const { id, hosts, pages } of among) {
    if (!hosts.some((pattern) => hostMatches(pattern, hostname))) continue;
    const page = pages.find(({ path }) => new RegExp(path, 'u').test(pathname + search));
    if (page === undefined) return null;
    return { id, rows: page.rows, ...(page.skip === undefined ? {} : { skip: page.skip }) };
  }
  return null;
}
