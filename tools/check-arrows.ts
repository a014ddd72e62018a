// Which folder may import which. A new arrow is one word in this table and a reason in docs/architecture.md, whose
// diagram is this table; what is not in the table fails. Types count: whose shapes one depends on, one depends on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type SourceFile } from './imports.ts';
import { filesUnder, root, type Verdict } from './project.ts';

/** From a folder to the folders that its files may import, besides their own; `lib` is all of lib. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['components', 'lib'],

  'components/welcome': ['components/fields', 'components/from-library', 'components/ui', 'lib'],
  'components/options': ['components/fields', 'components/from-library', 'components/machines', 'components/ui', 'lib'],
  'components/fields': ['components/ui', 'lib'],
  'components/graph': ['components/ui', 'lib'],
  'components/sent': ['components/ui', 'lib'],
  'components/popup': [
    'components/card',
    'components/graph',
    'components/machines',
    'components/reading-list',
    'components/work',
    'components/ui',
    'lib',
  ],
  'components/library': [
    'components/card',
    'components/from-library',
    'components/machines',
    'components/work',
    'components/ui',
    'lib',
  ],
  'components/explore': ['components/card', 'components/graph', 'components/work', 'components/ui', 'lib'],
  'components/over-page': ['components/card', 'lib'],
  'components/machines': ['components/ui', 'lib'],
  'components/from-library': ['components/fields', 'components/ui', 'lib'],
  'components/card': ['components/work', 'components/ui', 'lib'],
  'components/reading-list': ['components/work', 'components/ui', 'lib'],
  'components/work': ['components/ui', 'lib'],
  'components/ui': ['lib'],

  'lib/background': [
    'lib/harvest',
    'lib/zotero',
    'lib/catalog',
    'lib/identity',
    'lib/related',
    'lib/graph',
    'lib/facts',
    'lib/match',
    'lib/messages',
    'lib/views',
    'lib/library',
    'lib/packs',
    'lib/paper',
    'lib/sites',
    'lib/settings',
    'lib/failures',
    'lib/i18n',
    'lib/browser',
    'lib/text',
  ],
  'lib/page': ['lib/messages', 'lib/sites', 'lib/settings', 'lib/i18n', 'lib/text'],

  'lib/related': ['lib/catalog', 'lib/views', 'lib/paper', 'lib/text'],
  'lib/catalog': [
    'lib/match',
    'lib/identity',
    'lib/views',
    'lib/library',
    'lib/packs',
    'lib/paper',
    'lib/browser',
    'lib/text',
  ],
  'lib/match': ['lib/messages', 'lib/packs', 'lib/paper', 'lib/text'],
  'lib/facts': ['lib/messages', 'lib/references', 'lib/paper', 'lib/sites', 'lib/text'],
  'lib/references': ['lib/identity', 'lib/paper'],
  'lib/messages': [
    'lib/graph',
    'lib/harvest',
    'lib/views',
    'lib/library',
    'lib/packs',
    'lib/paper',
    'lib/sites',
    'lib/settings',
    'lib/failures',
    'lib/browser',
  ],
  'lib/folder': ['lib/messages', 'lib/library', 'lib/failures', 'lib/browser'],
  'lib/graph': ['lib/paper', 'lib/text'],
  'lib/harvest': ['lib/packs', 'lib/paper', 'lib/failures', 'lib/text'],
  'lib/zotero': ['lib/views', 'lib/paper', 'lib/failures', 'lib/text'],
  'lib/views': ['lib/identity', 'lib/library', 'lib/paper', 'lib/text'],
  'lib/identity': ['lib/paper', 'lib/text'],
  'lib/exports': ['lib/harvest', 'lib/packs', 'lib/library', 'lib/paper', 'lib/failures'],
  'lib/seeds': ['lib/packs', 'lib/paper'],
  'lib/packs': ['lib/failures', 'lib/paper', 'lib/browser', 'lib/text'],
  'lib/library': ['lib/identity', 'lib/paper', 'lib/browser', 'lib/text'],
  'lib/paper': ['lib/failures', 'lib/sites', 'lib/text'],
  'lib/settings': ['lib/browser'],
  'lib/i18n': ['lib/failures', 'public'],
  'lib/failures': [],
  'lib/browser': [],
  'lib/sites': [],
  'lib/text': [],
};

/** Why the arrows that people most want to draw are not there. */
const reasons: readonly { from: string; to: string; why: string }[] = [
  { from: '', to: 'entrypoints', why: 'nothing imports entrypoints: they only wire; move what is shared into lib' },
  { from: 'lib', to: 'components', why: 'lib knows no interface; hand it plain data instead' },
  { from: 'lib/text', to: '', why: 'text imports nothing of ours, so that every part may import it' },
  { from: 'lib/sites', to: 'lib/catalog', why: 'a site adapter is data about pages and never imports the catalog' },
  { from: 'lib/library', to: 'lib/packs', why: "packs come and go; the reader's own data must not depend on them" },
];

/** Packages that only some folders may import; all others are free. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  dexie: ['lib/packs', 'lib/library', 'lib/browser'],
  temml: ['lib/text'],
  'd3-force': ['lib/graph'],
  'd3-quadtree': ['lib/graph'],
  react: ['components', 'entrypoints'],
  'react-dom': ['components', 'entrypoints'],
};

/** The page script runs on every page; these would weigh more there than all the rest of it. */
const pageScripts = ['entrypoints/detector.content', 'entrypoints/marks.content', 'entrypoints/filters.content'];
const tooHeavy: readonly string[] = ['react', 'react-dom', 'dexie', 'zod', 'temml'];

const within = (path: string, room: string): boolean => room === '' || path === room || path.startsWith(`${room}/`);
const roomOf = (path: string): string | undefined => Object.keys(arrows).find((room) => within(path, room));

function arrowProblems(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (room === undefined)
    return [`${file.path} is in no known folder. Move it, or add its folder to tools/check-arrows.ts.`];
  const allowed = [room, ...(arrows[room] ?? [])];
  return file.imports
    .filter(({ ours, target }) => ours && !allowed.some((to) => within(target, to)))
    .map(({ target, line }) => {
      const why = reasons.find(({ from, to }) => within(file.path, from) && within(target, to))?.why;
      return `${file.path}:${line} imports ${target}: ${why ?? `${room} may import ${allowed.length > 1 ? allowed.slice(1).join(', ') : 'nothing of ours'}`}.`;
    });
}

function packageProblems(file: SourceFile): string[] {
  return file.imports.flatMap(({ ours, target, line, typeOnly }) => {
    const homes = ours || typeOnly ? undefined : packageHomes[target];
    if (homes === undefined || homes.some((home) => within(file.path, home))) return [];
    return [`${file.path}:${line} imports ${target}, which only ${homes.join(' and ')} may import.`];
  });
}

/** Files by path, and what each loads at run time. */
function loadedBy(files: readonly SourceFile[]): Map<string, string[]> {
  return new Map(files.map((file) => [file.path, file.imports.filter((i) => !i.typeOnly).map((i) => i.target)]));
}

function pageScriptProblems(files: readonly SourceFile[]): string[] {
  const loads = loadedBy(files);
  const cameFrom = new Map<string, string | null>();
  const queue = files.map(({ path }) => path).filter((path) => pageScripts.some((script) => path.startsWith(script)));
  for (const path of queue) cameFrom.set(path, null);
  const problems: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift())
    for (const target of loads.get(path) ?? []) {
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, path);
      if (tooHeavy.includes(target)) {
        const chain = [target];
        for (let at: string | null | undefined = path; typeof at === 'string'; at = cameFrom.get(at)) chain.unshift(at);
        problems.push(`The page script loads ${target}: ${chain.join(' -> ')}. Import types only, or ask the worker.`);
      } else queue.push(target);
    }
  return problems;
}

/** Two folders that may import each other are one. */
export const pairProblems = (table: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(table).flatMap(([from, targets]) =>
    targets
      .filter((to) => from < to && table[to]?.includes(from) === true)
      .map((to) => `${from} and ${to} import each other. Move what they share to a folder below both.`),
  );

/** The table as docs/architecture.md shows it: a line a folder. */
export function diagram(): string {
  const width = Math.max(...Object.keys(arrows).map(({ length }) => length));
  return Object.entries(arrows)
    .map(([from, targets]) => {
      const shown = targets.map((to) => to.replace(/^lib\//, ''));
      return `${from.padEnd(width)}  ${shown.length === 0 ? '–' : `→ ${shown.join(', ')}`}`;
    })
    .join('\n');
}

const DOCUMENT = 'docs/architecture.md';

/** @param text of the document that shows the diagram */
export const diagramProblems = (text: string): string[] =>
  text.includes(diagram())
    ? []
    : [`${DOCUMENT} shows other arrows than tools/check-arrows.ts. It should say:\n${diagram()}`];

/** All that is wrong with the imports of these files, a sentence each. */
export const arrowsOf = (files: readonly SourceFile[]): string[] => [
  ...files.flatMap(arrowProblems),
  ...files.flatMap(packageProblems),
  ...pageScriptProblems(files),
];

export function checkArrows(): Verdict {
  const files = ['entrypoints', 'components', 'lib']
    .flatMap((folder) => filesUnder(folder, (path) => /\.tsx?$/u.test(path)))
    .map(readSource);
  const document = readFileSync(join(root, DOCUMENT), 'utf8');
  return {
    problems: [...arrowsOf(files), ...pairProblems(arrows), ...diagramProblems(document)],
    looked: `${files.length} files`,
  };
}
