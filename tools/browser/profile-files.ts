// The files in which a browser keeps what the extension stored, and ways to damage them while it is closed.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from './session.ts';

/** Folders and files of a profile, by what is in them. */
const places: Record<Kind, readonly RegExp[]> = {
  chromium: [
    /^Default\/IndexedDB\/chrome-extension_[^/]*\//u,
    /^Default\/File System\//u,
    /^Default\/WebStorage\/QuotaManager$/u,
  ],
  firefox: [
    /^storage\/default\/moz-extension\+\+\+[^/^]*\//u,
    // `storage.local`: the settings.
    /^storage\/default\/moz-extension\+\+\+[^/^]*\^userContextId=4294967295\//u,
  ],
};

function filesUnder(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(folder, below);
    return entry.isFile() ? [below] : [];
  });
}

/** Paths inside of the profile, of all its files. */
export const filesOf = (profile: string): string[] => filesUnder(profile);

/** Paths inside of the profile, of files that have something in them. */
export const storedFiles = (profile: string, kind: Kind): string[] =>
  filesUnder(profile)
    .filter((path) => places[kind].some((place) => place.test(path)) && statSync(join(profile, path)).size > 0)
    .toSorted();

/** Whether the words stand in a file of the profile, as Latin or UTF-16 letters. */
export const filesWith = (profile: string, words: string): string[] =>
  filesUnder(profile).filter((path) => {
    const bytes = existsSync(join(profile, path)) ? readFileSync(join(profile, path)) : Buffer.alloc(0);
    return bytes.includes(Buffer.from(words, 'latin1')) || bytes.includes(Buffer.from(words, 'utf16le'));
  });

export type Damage = 'scribbled on' | 'cut off' | 'deleted';

export function damageFile(profile: string, path: string, damage: Damage): void {
  const file = join(profile, path);
  if (damage === 'deleted') return rmSync(file);
  const { size } = statSync(file);
  if (damage === 'cut off') return truncateSync(file, Math.floor(size / 2));
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, Math.floor(size / 3), Math.ceil((2 * size) / 3)));
}

/** A profile as it was, in another place. */
export function copyProfile(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  // Locks and sockets name the process that had it.
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !/\/(?:Singleton\w+|\.?parentlock|lock)$/u.test(path) && existsSync(path),
  });
}
