// The build as it is, or a copy of it: with the permission for hosts that the manifest leaves to the reader. Nothing
// else in it differs.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offeredOrigins } from '../../lib/sites/permissions.ts';

interface Manifest {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { required: string[]; optional?: string[] } } };
}

/** Does a match pattern of the manifest cover the address? */
export function covers(pattern: string, address: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/u.exec(pattern);
  if (parts === null) return false;
  const [, scheme = '', host = '', path = ''] = parts;
  const { protocol, hostname, pathname, search } = new URL(address);
  const bare = host.replace(/^\*\./u, '');
  const paths = path.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return (
    (scheme === '*' || protocol === `${scheme}:`) &&
    (host === '*' || hostname === bare || (host !== bare && hostname.endsWith(`.${bare}`))) &&
    new RegExp(`^${paths.join('.*')}$`, 'u').test(pathname + search)
  );
}

const readManifest = (build: string): Manifest =>
  JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Manifest; // Our own build wrote it.

/** The origins of addresses where this build does not run by itself, as match patterns. */
export function missingHosts(build: string, addresses: readonly string[]): string[] {
  const matches = readManifest(build).content_scripts?.flatMap((script) => script.matches) ?? [];
  const outside = addresses.filter((address) => !matches.some((pattern) => covers(pattern, address)));
  return [...new Set(outside.map((address) => `${new URL(address).protocol}//${new URL(address).hostname}/*`))];
}

/** Every origin that the reader can allow with one button, for tests that visit such sites. */
export const everyOffered = (): string[] => offeredOrigins([]);

/** The folder to load, and how to be rid of it. The build itself where nothing has to differ. Unless `runs`, the hosts
 *  are as after a click on the toolbar icon: Byline may run there, and does not by itself. */
export function copyFor(
  build: string,
  hosts: readonly string[],
  runs = true,
  permissions: readonly string[] = [],
): { folder: string; remove: () => void } {
  if (hosts.length === 0 && permissions.length === 0) return { folder: build, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'byline-build-'));
  cpSync(build, folder, { recursive: true });
  const manifest = readManifest(folder);
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...hosts];
  // No driver can answer the browser's question.
  manifest.permissions = [...(manifest.permissions ?? []), ...permissions];
  manifest.optional_permissions = manifest.optional_permissions?.filter((one) => !permissions.includes(one)) ?? [];
  // In a script that the manifest already has, so that it runs as it does where it was granted at install.
  if (runs) manifest.content_scripts?.[0]?.matches.push(...hosts);
  // No driver can answer Firefox's question whether data may be sent.
  const gecko = manifest.browser_specific_settings?.gecko;
  if (gecko !== undefined) gecko.data_collection_permissions = { required: ['none'] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
