// Builds the extension where what is built is older than what it is made from.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builds, filesUnder, root } from './project.ts';
import { run } from './run.ts';
import type { Kind } from './browser/session.ts';

const madeFrom = ['entrypoints', 'components', 'lib', 'seeds', 'public'];
const madeFromFiles = [
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'tools/bundle-files.ts',
  'tools/managed-schema.ts',
  'tools/notices.ts',
];

/** Every file that a build is made from. */
export const builtFrom = (): string[] => [...madeFrom.flatMap((folder) => filesUnder(folder)), ...madeFromFiles];

/** When the newest source file was written, milliseconds since 1970. */
function newestSource(): number {
  return Math.max(
    ...builtFrom()
      .map((file) => join(root, file))
      .filter(existsSync)
      .map((file) => statSync(file).mtimeMs),
  );
}

/** `production` ships. `test` also checks the worker's answers against the contract (`lib/messages/server.ts`). */
export type Mode = 'production' | 'test';

/** As WXT names them. */
const folderOf = (kind: Kind, mode: Mode): string => (mode === 'production' ? builds[kind] : `${builds[kind]}-test`);

const isBuilt = (kind: Kind, mode: Mode): boolean => {
  const manifest = join(folderOf(kind, mode), 'manifest.json');
  return existsSync(manifest) && statSync(manifest).mtimeMs > newestSource();
};

/** Builds for one browser, whatever is there. Throws with what the builder said. */
export async function build(kind: Kind, mode: Mode = 'production'): Promise<void> {
  const { code, output } = await run('wxt', ['build', '-b', kind === 'chromium' ? 'chrome' : 'firefox', '-m', mode], {
    limitMs: 300_000,
    // A test runner's own NODE_ENV would make a build that is not the one that ships.
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(`The build for ${kind} failed:\n${output.trim()}`);
}

/** The folder of an up-to-date build. */
export async function needBuild(kind: Kind, mode: Mode = 'production'): Promise<string> {
  if (!isBuilt(kind, mode)) {
    console.error(`Building Byline for ${kind === 'chromium' ? 'Chrome' : 'Firefox'} …`);
    await build(kind, mode);
  }
  return folderOf(kind, mode);
}
