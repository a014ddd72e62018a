// Reads the imports of our own source files, without running them.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './project.ts';

export interface Import {
  /** A path from the project's root for a file of ours, else a package's name. */
  target: string;
  ours: boolean;
  /** Written as `import type`: nothing is left of it at run time. */
  typeOnly: boolean;
  line: number;
}
export interface SourceFile {
  path: string;
  imports: Import[];
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** "react-dom/client" is of the package "react-dom", "@floating-ui/dom" of itself. */
const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const candidates = (path: string): string[] => [
  path,
  `${path}.ts`,
  `${path}.tsx`,
  `${path}/index.ts`,
  `${path}/index.tsx`,
];

/** Where an import leads: relative and "@/" ones to our files, all others to a package. */
export function resolveImport(
  specifier: string,
  from: string,
  exists: (path: string) => boolean,
): { target: string; ours: boolean } {
  const bare = specifier.replace(/\?.*$/u, '');
  const alias = /^[@~]{1,2}\/(.*)$/u.exec(bare)?.[1];
  if (alias === undefined && !bare.startsWith('.')) return { target: packageName(bare), ours: false };
  const path = alias ?? posix.normalize(posix.join(posix.dirname(from), bare));
  return { target: candidates(path).find(exists) ?? path, ours: true };
}

/** The imports of one file's text. `import { type A }` counts as run time: the module is still loaded. */
export function importsOf(
  path: string,
  text: string,
  exists: (path: string) => boolean = (file) => existsSync(join(root, file)),
): Import[] {
  const { module } = parseSync(path, text);
  const found: { specifier: string; typeOnly: boolean; offset: number }[] = [];
  for (const entry of module.staticImports)
    found.push({
      specifier: entry.moduleRequest.value,
      typeOnly: entry.entries.length > 0 && /^import\s+type\b/u.test(text.slice(entry.start, entry.end)),
      offset: entry.start,
    });
  for (const statement of module.staticExports) {
    const request = statement.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request === undefined || request === null) continue;
    found.push({
      specifier: request.value,
      typeOnly: /^export\s+type\b/u.test(text.slice(statement.start, statement.end)),
      offset: statement.start,
    });
  }
  for (const entry of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/u.exec(text.slice(entry.moduleRequest.start, entry.moduleRequest.end));
    if (literal?.[1] !== undefined) found.push({ specifier: literal[1], typeOnly: false, offset: entry.start });
  }
  return found.map(({ specifier, typeOnly, offset }) => ({
    ...resolveImport(specifier, path, exists),
    typeOnly,
    line: lineOf(text, offset),
  }));
}

export const readSource = (path: string): SourceFile => ({
  path,
  imports: importsOf(path, readFileSync(join(root, path), 'utf8')),
});
