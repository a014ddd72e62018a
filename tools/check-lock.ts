// Is the lock file whole? `npm install` leaves out packages for other systems that its registry lacks, and from then
// on `npm ci` refuses the lock file: everywhere, the machine that wrote it included.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Verdict } from './project.ts';

interface Locked {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Where Node would look for a package from inside another, nearest first. */
function* places(from: string, name: string): Generator<string> {
  for (let at = from; ;) {
    yield `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (at === '') return;
    at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1));
  }
}

/** Packages that are asked for and not there, a sentence each. */
export function lockProblems(packages: Readonly<Record<string, Locked>>): string[] {
  const missing = new Set<string>();
  for (const [path, { dependencies, optionalDependencies }] of Object.entries(packages))
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
      if (![...places(path, name)].some((place) => place in packages)) missing.add(`${name} ${version}`);
  return [...missing].map(
    (name) => `package-lock.json lacks ${name}: npm ci will refuse it. docs/dependencies.md says what to do.`,
  );
}

export function checkLock(): Verdict {
  // npm's own format.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return { problems: lockProblems(lock.packages), looked: `${Object.keys(lock.packages).length} packages` };
}
