// One name, one meaning: no name is exported by files of two folders of lib, be it a type or a value. `lib/sites` and
// `lib/sites/read` are one folder here. Exports that only pass on another file's name don't count.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { filesUnder, root, type Verdict } from './project.ts';

/** The names that a file exports and defines itself. */
export function exportedNames(path: string, text: string): string[] {
  const names = parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, moduleRequest }) =>
      moduleRequest === null && typeof exportName.name === 'string' ? [exportName.name] : [],
    ),
  );
  return [...new Set(names)];
}

/** Names of two folders, a sentence each, in the order of the alphabet. */
export function nameProblems(files: readonly { path: string; names: readonly string[] }[]): string[] {
  const homes = new Map<string, Map<string, string>>();
  for (const { path, names } of files) {
    const folder = path.split('/').slice(0, 2).join('/');
    for (const name of names) {
      const known = homes.get(name) ?? new Map<string, string>();
      homes.set(name, known.set(folder, known.get(folder) ?? path));
    }
  }
  return [...homes]
    .filter(([, folders]) => folders.size > 1)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, folders]) =>
        `${name} is exported by ${[...folders.values()].join(' and ')}: one of them needs another name.`,
    );
}

export function checkNames(): Verdict {
  const files = filesUnder('lib', (path) => /\.tsx?$/u.test(path)).map((path) => ({
    path,
    names: exportedNames(path, readFileSync(join(root, path), 'utf8')),
  }));
  return { problems: nameProblems(files), looked: `${files.reduce((sum, { names }) => sum + names.length, 0)} names` };
}
