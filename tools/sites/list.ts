// The list of sites in docs/sites.md, made of the adapters: a test compares the two.
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { sites } from '../../lib/sites/index.ts';
import { isWithin } from '../../lib/sites/match-pattern.ts';
import { installPatterns } from '../../lib/sites/permissions.ts';
import { markdown } from '../markdown.ts';

const begin = '<!-- sites: npm run sites -- --list -->';
const end = '<!-- /sites -->';

const within = (host: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => isWithin(`https://${host}/`, pattern));

/** The hosts of an adapter where Byline runs only once the reader allowed it. */
export const laterHosts = ({ hosts }: SiteAdapter): string[] =>
  hosts.filter((host) => !within(host, installPatterns()));

/** Where it runs from the install on: what the adapter says, and hosts that another's pattern covers. */
function firstHosts({ hosts, atInstall = [] }: SiteAdapter): string[] {
  const own = atInstall.map((place) => `https://${place}/`);
  return [...atInstall, ...hosts.filter((host) => !within(host, own) && within(host, installPatterns()))];
}

const code = (hosts: readonly string[]): string => hosts.map((host) => `\`${host}\``).join(', ');

const row = (site: SiteAdapter): string[] => [
  site.name,
  code(firstHosts(site)),
  `${code(laterHosts(site))}${site.general === true ? ' (not with the others)' : ''}`,
  site.confirmed ? 'confirmed by saved pages' : 'layout unconfirmed',
];

/** The page with its list of sites as the adapters are now. Throws where the markers are missing. */
export function withSites(page: string, among: readonly SiteAdapter[] = sites): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/sites.md lacks the lines ${begin} and ${end}.`);
  const list = markdown([['site', 'runs by itself', 'runs once allowed', 'layout'], ...among.map(row)]);
  return `${page.slice(0, from)}${begin}\n\n${list}\n\n${page.slice(to)}`;
}
