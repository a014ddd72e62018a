// The notices of all that a build holds, as its licences ask. Vite says which packages are in (`build.license`), for it
// knows what was bundled; what a package does not bring itself is listed here. A package without a notice fails the build.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as Vite's `build.license` writes it. */
export interface Bundled {
  name: string;
  version: string;
  /** The licence that its package.json names (SPDX). */
  identifier?: string;
  /** Its licence file. */
  text?: string;
}

/** A file of a package that is in the build. */
export interface Module {
  path: string;
  source: string;
}

interface Notice {
  copyright: string;
  licence: 'MIT' | 'ISC' | 'Apache-2.0';
  /** The part of the package that it is for; all of it where missing. */
  part?: string;
}

/** Licences that go with ours. Another one is looked at first, then added. */
const fitting = new Set(['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0']);

/** Packages that come without their licence's text (their repositories have it), and parts that others wrote. */
const supplied: readonly [name: RegExp, ...notices: Notice[]][] = [
  [/^wxt$|^@wxt-dev\/browser$/u, { copyright: 'Copyright (c) 2023 Aaron', licence: 'MIT' }],
  [/^@unified-latex\//u, { copyright: 'Copyright (c) 2015-2022 Michael Brade, Jason Siefken', licence: 'MIT' }],
  [/^unicode2latex$/u, { copyright: 'Copyright (c) Emiliano Heyns', licence: 'ISC' }],
  [
    /^saxes$/u,
    { copyright: 'Copyright (c) Contributors', licence: 'ISC' },
    { copyright: 'Copyright (c) Isaac Z. Schlueter and Contributors', licence: 'ISC', part: 'sax' },
    { copyright: 'Copyright Mathias Bynens <https://mathiasbynens.be/>', licence: 'MIT', part: 'String.fromCodePoint' },
  ],
  [
    /^temml$/u,
    { copyright: 'Copyright (c) 2011-2015 The MathJax Consortium', licence: 'Apache-2.0', part: 'mhchem of MathJax' },
    { copyright: 'Copyright (c) 2015-2018 Martin Hensel', licence: 'Apache-2.0', part: 'mhchem of MathJax' },
    {
      copyright: 'Copyright (c) 2015-2016 Kolen Cheung <https://github.com/ickc/MathJax-third-party-extensions>.',
      licence: 'Apache-2.0',
      part: 'physics of MathJax',
    },
  ],
  [/^hyparquet$/u, { copyright: 'Copyright (c) 2016 Zhipeng Jia', licence: 'MIT', part: 'snappyjs' }],
  [
    /^react-dom$/u,
    { copyright: 'Copyright (c) Faruk Ates, Paul Irish, Alex Sexton', licence: 'MIT', part: 'Modernizr 3.0.0pre' },
  ],
  [/^vite$/u, { copyright: 'Copyright (c) 2019-present, VoidZero Inc. and Vite contributors', licence: 'MIT' }],
  [/^rolldown$/u, { copyright: 'Copyright (c) 2024-present VoidZero Inc. & Contributors', licence: 'MIT' }],
];

const isc = `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** The folder of the package that a file is in, null for one of ours or none on disk. */
const packageFolder = (path: string): string | null =>
  path.startsWith('\0') ? null : (/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? null);

/** Lines of a file by which somebody claims a copyright. */
const claims = (source: string): string[] =>
  [...source.matchAll(/copyright[^\n]{0,60}\b(?:19|20)\d\d\b[^\n]{0,100}|@copyright ([^\n]{1,100})/giu)].map((found) =>
    (found[1] ?? found[0]).replace(/\*\/.*/u, '').trim(),
  );

/** The text of the notices, and what is wrong with it. `mit` is the text of that licence. Pure. */
export function noticesOf(
  packages: readonly Bundled[],
  modules: readonly Module[],
  mit: string,
): { text: string; problems: string[] } {
  const problems: string[] = [];
  // Long, and in the file already: under the package that brings it.
  const apache = packages.find(({ identifier, text }) => identifier === 'Apache-2.0' && text !== undefined);
  const texts = {
    MIT: mit,
    ISC: isc,
    'Apache-2.0': `Licensed under the Apache License, Version 2.0. Its text is in this file, under ${apache?.name ?? ''}.`,
  };
  const parts = packages.map(({ name, version, identifier = 'none', text }) => {
    const more = supplied.find(([which]) => which.test(name))?.slice(1) as Notice[] | undefined; // All but the first.
    const whole = more?.some(({ part }) => part === undefined) === true;
    if (!fitting.has(identifier)) problems.push(`${name}: nobody has looked whether its licence (${identifier}) fits.`);
    if (text === undefined && !whole)
      problems.push(`${name} is bundled and brings no licence text: tools/notices.ts has to.`);
    const written = (more ?? []).map(
      ({ copyright, licence, part }) =>
        `${part === undefined ? '' : `It holds ${part}:\n\n`}${copyright}\n\n${texts[licence]}`,
    );
    if (apache === undefined && more?.some(({ licence }) => licence === 'Apache-2.0') === true)
      problems.push(`${name} has a part under the Apache licence, and no package brings its text.`);
    const head =
      version === ''
        ? `${name} (${identifier})`
        : `${name} ${version} (${identifier})\nhttps://www.npmjs.com/package/${name}/v/${version}`;
    return [head, ...(text === undefined ? [] : [text.trim()]), ...written].join('\n\n');
  });
  const text = `Byline is under the MIT licence (LICENSE.txt). It holds the packages below, each under its own.\n\n${parts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
  for (const { path, source } of modules)
    for (const claim of claims(source))
      if (!text.includes(claim)) problems.push(`${path} says “${claim}”, and no notice does.`);
  return { text, problems };
}

interface Chunk {
  fileName: string;
  moduleIds?: readonly string[];
  source?: string | Uint8Array;
}

/** Where Vite writes its list in each of a build's steps; not in what ships. */
export const listFile = 'bundled-packages.json';
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/**
 * Writes the notices of a finished build to its folder, and takes Vite's lists out. `steps` are what was built, `root`
 * is the project's folder. Throws where a notice is missing.
 */
export function writeNotices(folder: string, root: string, steps: readonly { chunks: readonly Chunk[] }[]): void {
  const chunks = steps.flatMap((step) => step.chunks);
  const packages = new Map<string, Bundled>();
  for (const { fileName, source } of chunks)
    if (fileName === listFile && source !== undefined)
      for (const one of JSON.parse(String(source)) as Bundled[]) packages.set(`${one.name} ${one.version}`, one); // Vite's own format.
  const ids = [...new Set(chunks.flatMap(({ moduleIds = [] }) => moduleIds))];
  for (const name of ['vite', 'rolldown'])
    if (ids.some((id) => id.startsWith(`\0${name}/`))) packages.set(name, { name, version: '', identifier: 'MIT' });

  const inPackages = ids.filter((id) => packageFolder(id) !== null).map((id) => id.replace(/\?.*$/u, ''));
  for (const at of new Set(inPackages.map(packageFolder))) {
    const notice = at === null ? undefined : readdirSync(at).find((file) => /^notice/iu.test(file));
    if (at === null || notice === undefined) continue;
    const { name, version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Bundled; // npm's own format.
    const one = packages.get(`${name} ${version}`);
    if (one !== undefined) one.text = `${readFileSync(join(at, notice), 'utf8').trim()}\n\n${one.text ?? ''}`;
  }

  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  const { text, problems } = noticesOf(
    [...packages.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    inPackages.map((path) => ({ path, source: existsSync(path) ? readFileSync(path, 'utf8') : '' })),
    licence.slice(licence.indexOf('Permission is hereby granted')).trim(),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeFileSync(join(folder, noticesFile), text);
  rmSync(join(folder, listFile), { force: true });
}
