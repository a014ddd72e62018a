// What reviewers of stores are told is so: each permission has its reason, and the sources are all that a build needs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFrom } from './build.ts';
import { builds, fromRoot, root, type Verdict } from './project.ts';
import { sourceFiles } from './source-files.ts';

/** Permissions of the manifests without a row in docs/stores.md, and rows without a permission. Pure. */
export function permissionProblems(permissions: Iterable<string>, page: string): string[] {
  const table = page.split('## Permissions')[1]?.split('\n\n')[1] ?? '';
  const explained = new Set([...table.matchAll(/^\| `([a-z]\w+)`/gimu)].map(([, name = '']) => name));
  const asked = new Set(permissions);
  return [
    ...[...asked].filter((name) => !explained.has(name)).map((name) => `docs/stores.md lacks the permission ${name}.`),
    ...[...explained]
      .filter((name) => !asked.has(name))
      .map((name) => `docs/stores.md explains ${name}: no build has it.`),
  ];
}

/** What a build is made from and the list of sources lacks. Pure. */
export const sourceProblems = (needed: readonly string[], listed: readonly string[]): string[] => {
  const there = new Set(listed);
  return needed.filter((path) => !there.has(path)).map((path) => `The zip of sources lacks ${path}.`);
};

export function checkStores(): Verdict {
  const manifests = Object.values(builds).map((folder) => join(folder, 'manifest.json'));
  const missing = manifests.filter((file) => !existsSync(file));
  if (missing.length > 0)
    return { problems: missing.map((file) => `${fromRoot(file)} is not built.`), looked: 'nothing' };
  const permissions = manifests.flatMap((file) => {
    // The browsers' own format.
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      permissions: string[];
      optional_permissions?: string[];
    };
    return [...manifest.permissions, ...(manifest.optional_permissions ?? [])];
  });
  const listed = sourceFiles();
  return {
    problems: [
      ...permissionProblems(permissions, readFileSync(join(root, 'docs/stores.md'), 'utf8')),
      ...sourceProblems(builtFrom(), listed),
    ],
    looked: `${new Set(permissions).size} permissions, ${listed.length} source files`,
  };
}
