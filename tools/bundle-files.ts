// Reads `seeds/` from disk and makes the bundled pack of it, for the build and for `npm run catalog`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SeedError } from '../lib/seeds/error.ts';
import type { SeedFile } from '../lib/seeds/files.ts';
import { compilePack, buildSeedPack, type Bundle } from '../lib/seeds/bundle.ts';
import { writePackFile } from '../lib/packs/file.ts';

/** The JSON files of `seeds/`, parsed, in the order of their names. Throws `SeedError` for one that is no JSON. */
export function readSeedFiles(root: string): SeedFile[] {
  const names = readdirSync(join(root, 'seeds')).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => {
    const path = `seeds/${name}`;
    const text = readFileSync(join(root, path), 'utf8');
    try {
      return { path, content: JSON.parse(text) as unknown };
    } catch (error) {
      throw new SeedError(path, '', '', `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

export const bundleSeeds = (root: string): Bundle => compilePack(readSeedFiles(root));

/** The pack that the build writes to `packs/bundled.byline`. `root` is the project's folder. */
export async function buildBundledPack(
  root: string,
): Promise<{ id: string; version: string; file: Uint8Array<ArrayBuffer> }> {
  const { pack } = bundleSeeds(root);
  return { id: pack.id, version: pack.version, file: writePackFile(await buildSeedPack(pack)) };
}
