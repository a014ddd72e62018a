// Builds the extension where what is built is older than what it is made from.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builds, filesUnder, root } from './project.ts';
import { run } from './run.ts';
import type { Kind } from './browser/session.ts';

const madeFrom = ['entrypoints', 'components', 'lib', 'seeds', 'public'];
const madeFromFiles = ['wxt.config.ts', 'package.json', 'package-lock.json', 'tools/bundle-files.ts'];

/** When the newest source file was written, milliseconds since 1970. */
function newestSource(): number {
  const files = [...madeFrom.flatMap((folder) => filesUnder(folder)), ...madeFromFiles];
  return Math.max(
    ...files
      .map((file) => join(root, file))
      .filter(existsSync)
      .map((file) => statSync(file).mtimeMs),
  );
}

export const isBuilt = (kind: Kind): boolean => {
  const manifest = join(builds[kind], 'manifest.json');
  return existsSync(manifest) && statSync(manifest).mtimeMs > newestSource();
};

/** Builds for one browser, whatever is there. Throws with what the builder said. */
export async function build(kind: Kind): Promise<void> {
  const { code, output } = await run('wxt', ['build', '-b', kind === 'chromium' ? 'chrome' : 'firefox'], {
    limitMs: 300_000,
    // A test runner's own NODE_ENV would make a build that is not the one that ships.
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(`The build for ${kind} failed:\n${output.trim()}`);
}

/** The folder of an up-to-date build. */
export async function needBuild(kind: Kind): Promise<string> {
  if (!isBuilt(kind)) {
    console.error(`Building Byline for ${kind === 'chromium' ? 'Chrome' : 'Firefox'} …`);
    await build(kind);
  }
  return builds[kind];
}
