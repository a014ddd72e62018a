// The list of sites in docs/sites.md, made of the adapters: a test compares the two.
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { sites } from '../../lib/sites/index.ts';
import { paperSites } from '../../lib/sites/permissions.ts';
import { markdown } from '../markdown.ts';

const begin = '<!-- sites: npm run sites -- --list -->';
const end = '<!-- /sites -->';

const installed = paperSites.map((pattern) => /^https?:\/\/([^/]+)/.exec(pattern)?.[1] ?? '');

/** Whether Byline runs on an adapter's host by itself; elsewhere the reader has to grant it. */
export function isInstalled(host: string): boolean {
  const bare = host.replace(/^\*\./, '');
  return installed.some((own) =>
    // "scholar.google.*" means every country's.
    host.endsWith('.*')
      ? own.startsWith(host.slice(0, -1))
      : own === host || (own.startsWith('*.') && (own.slice(2) === bare || bare.endsWith(own.slice(1)))),
  );
}

const row = ({ name, hosts, confirmed }: SiteAdapter): string[] => [
  name,
  hosts.map((host) => `\`${host}\`${isInstalled(host) ? '' : ' by your grant'}`).join(', '),
  confirmed ? 'confirmed by saved pages' : 'layout unconfirmed',
];

/** The page with its list of sites as the adapters are now. Throws where the markers are missing. */
export function withSites(page: string, among: readonly SiteAdapter[] = sites): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/sites.md lacks the lines ${begin} and ${end}.`);
  const list = markdown([['site', 'addresses', 'layout'], ...among.map(row)]);
  return `${page.slice(0, from)}${begin}\n\n${list}\n\n${page.slice(to)}`;
}
