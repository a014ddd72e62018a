// Which part of the project may import which. A new arrow is one word in this table, and a reason in
// docs/architecture.md; what is not in the table fails.
//
//   entrypoints -> components -> lib          lib/text <- everything
import { readSource, type SourceFile } from './imports.ts';
import { filesUnder, type Verdict } from './project.ts';

/** From a room (the longest matching path counts) to the rooms that it may import. Its own files always. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['components', 'lib'],
  components: ['lib'],
  'lib/browser/browser.ts': [],
  'lib/i18n/i18n.ts': ['lib/browser/browser.ts', 'public'],
  'lib/browser/side-panel.ts': ['lib/browser/browser.ts'],
  'lib/i18n/english.ts': ['lib/i18n/i18n.ts', 'public'],
  'lib/text': [],
  'lib/settings': ['lib/browser/browser.ts', 'lib/text'],
  'lib/sites': ['lib/text'],
  'lib/card': ['lib/text', 'lib/messages/page-protocol.ts'],
  'lib/detect': [
    'lib/i18n/i18n.ts',
    'lib/text',
    'lib/sites',
    'lib/card',
    'lib/paper/schema.ts',
    'lib/library/schema.ts',
    'lib/settings/schema.ts',
    'lib/messages',
  ],
  'lib/facts': [
    'lib/text',
    'lib/sites',
    'lib/messages/page-protocol.ts',
    'lib/paper/identifiers.ts',
    'lib/paper/record.ts',
    'lib/paper/record-id.ts',
    'lib/paper/clean.ts',
    'lib/paper/names/author-list.ts',
    'lib/paper/plain-text.ts',
    'lib/paper/schema.ts',
  ],
  'lib/catalog': [
    'lib/text',
    'lib/library/schema.ts',
    'lib/detect',
    'lib/packs',
    'lib/facts/fact.ts',
    'lib/browser/browser.ts',
  ],
  'lib/packs': [
    'lib/text',
    'lib/catalog',
    'lib/detect',
    'lib/browser/browser.ts',
    'lib/i18n/i18n.ts',
    'lib/i18n/english.ts',
  ],
  'lib/related': ['lib/text', 'lib/catalog'],
  'lib/cite': ['lib/text', 'lib/catalog'],
  'lib/library': ['lib/text', 'lib/paper/schema.ts', 'lib/browser/browser.ts'],
  'lib/messages': [
    'lib/browser/browser.ts',
    'lib/i18n/i18n.ts',
    'lib/paper/schema.ts',
    'lib/views/schema.ts',
    'lib/messages/page-protocol.ts',
    'lib/library/schema.ts',
    'lib/packs/views.ts',
    'lib/settings/schema.ts',
    'lib/sites/adapter.ts',
  ],
};

/** Why the arrows that people most want to draw are not there. */
const reasons: readonly { from: string; to: string; why: string }[] = [
  { from: '', to: 'entrypoints', why: 'nothing imports entrypoints: they only wire; move what is shared into lib' },
  { from: 'lib', to: 'components', why: 'lib knows no interface; hand it plain data instead' },
  { from: 'lib/text', to: '', why: 'text imports nothing of ours, so that every part may import it' },
  { from: 'lib/sites', to: 'lib/catalog', why: 'a site adapter is data about pages and never imports the catalog' },
  { from: 'lib/library', to: 'lib/packs', why: "packs come and go; the reader's own data must not depend on them" },
];

/** Packages with a place of their own; all others are free. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': ['lib/browser/browser.ts'],
  dexie: ['lib/packs/store.ts', 'lib/library/database.ts'],
  katex: ['lib/text'],
  minisearch: ['lib/catalog'],
  react: ['components', 'entrypoints'],
  'react-dom': ['components', 'entrypoints'],
};

/** The page script runs on every page; these would weigh more there than all the rest of it. */
const pageScripts = ['entrypoints/detector.content', 'entrypoints/marks.content', 'entrypoints/filters.content'];
const tooHeavy: readonly string[] = ['react', 'react-dom', 'dexie', 'zod', 'minisearch', 'katex'];

const within = (path: string, room: string): boolean => room === '' || path === room || path.startsWith(`${room}/`);
const roomOf = (path: string): string | undefined =>
  Object.keys(arrows)
    .filter((room) => within(path, room))
    .toSorted((a, b) => b.length - a.length)[0];

function arrowProblems(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (room === undefined) return [`${file.path} stands in no room. Move it, or add its room to tools/check-arrows.ts.`];
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

/** Each circle of run-time imports once, named by the files on it. */
function circles(files: readonly SourceFile[]): string[] {
  const loads = loadedBy(files);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(`These files import each other in a circle: ${[...trail.slice(at), path].join(' -> ')}.`);
      return;
    }
    if (done.has(path)) return;
    for (const target of loads.get(path) ?? []) if (loads.has(target)) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return found;
}

/** All that is wrong with the imports of these files, a sentence each. */
export const arrowsOf = (files: readonly SourceFile[]): string[] => [
  ...files.flatMap(arrowProblems),
  ...files.flatMap(packageProblems),
  ...pageScriptProblems(files),
  ...circles(files),
];

export function checkArrows(): Verdict {
  const files = ['entrypoints', 'components', 'lib']
    .flatMap((folder) => filesUnder(folder, (path) => /\.tsx?$/u.test(path)))
    .map(readSource);
  return { problems: arrowsOf(files), looked: `${files.length} files` };
}
