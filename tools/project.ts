// Where the project is, and its own source files; every command and check starts from here.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The built extension of each browser family, as a folder to load. */
export const builds = {
  chromium: join(root, '.output/chrome-mv3'),
  firefox: join(root, '.output/firefox-mv3'),
} as const;

/** A path from the project's root with forward slashes, on every system. */
export const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');

/** All files under a folder of the project, as paths from its root, in order. */
export function filesUnder(folder: string, wanted: (path: string) => boolean = () => true): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fromRoot(join(entry.parentPath, entry.name)))
    .filter(wanted)
    .toSorted();
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The files that belong to the project: tracked by git, or new and not ignored; all but build output without git. */
export function projectFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // What is deleted is still listed, and so are links to folders.
    return listed.split('\0').filter((path) => path !== '' && isFile(join(root, path)));
  } catch {
    const built = /^(node_modules|\.git|\.output|\.wxt|\.annotate|artifacts|coverage)\//u;
    return filesUnder('', (path) => !built.test(path));
  }
}

/** What a check found: one sentence a problem, none where all is well, and what it looked at. */
export interface Verdict {
  problems: string[];
  looked: string;
}
