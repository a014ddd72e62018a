// A disk that is soon full: a file system in memory, where this machine lets us have one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Megabytes in use. */
  used: () => number;
  remove: () => void;
}

/** A disk of so many megabytes; null where the machine gives none. */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'byline-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    used: () => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      return ((blocks - bfree) * bsize) / 2 ** 20;
    },
    remove: () => {
      // Lazily: a browser that was just closed may still hold a file.
      execFileSync('/bin/umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
