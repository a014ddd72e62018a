// The build as it is, or a copy of it: with the permission for hosts that the manifest leaves to the reader, and with
// the papers of further packs. Nothing else in it differs.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pack } from '../../lib/catalog/schema.ts';
import { Wrong } from './options.ts';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
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

function readPack(file: string): Pack {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Wrong(`The pack ${file} is not JSON.`);
  }
  const parsed = Pack.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Wrong(`The pack ${file} is not in our format: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}

/** Adds what the first pack does not have; of two records with one id the first stays. */
function joined(first: Pack, more: Pack): Pack {
  const add = <T extends { id: string }>(old: readonly T[], further: readonly T[]): T[] => {
    const ids = new Set(old.map(({ id }) => id));
    return [...old, ...further.filter(({ id }) => !ids.has(id))];
  };
  return {
    ...first,
    sources: add(first.sources, more.sources),
    papers: add(first.papers, more.papers),
    people: add(first.people, more.people),
  };
}

/** The folder to load, and how to be rid of it. The build itself where nothing has to differ. Unless `runs`, the hosts
 *  are as after a click on the toolbar icon: Byline may run there, and does not by itself. */
export function copyFor(
  build: string,
  hosts: readonly string[],
  packs: readonly string[],
  runs = true,
): { folder: string; remove: () => void } {
  const further = packs.map(readPack);
  if (hosts.length === 0 && further.length === 0) return { folder: build, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'byline-build-'));
  cpSync(build, folder, { recursive: true });
  if (hosts.length > 0) {
    const manifest = readManifest(folder);
    manifest.host_permissions = [...(manifest.host_permissions ?? []), ...hosts];
    // In a script that the manifest already has, so that it runs as it does where it was granted at install.
    if (runs) manifest.content_scripts?.[0]?.matches.push(...hosts);
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  }
  if (further.length > 0) {
    const bundled = join(folder, 'packs/bundled.json');
    writeFileSync(bundled, JSON.stringify(further.reduce(joined, readPack(bundled))));
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
