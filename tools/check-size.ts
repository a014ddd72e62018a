// What each part of the built extension may weigh, gzipped. A part that outgrows its limit fails; raising a limit is
// a line here with its reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builds, filesUnder, fromRoot, type Verdict } from './project.ts';

interface Limit {
  what: string;
  files: RegExp;
  /** 1 KB is 1000 bytes, gzipped. */
  kB: number;
  why: string;
  /** Not every build has it. */
  optional?: boolean;
}
const limits: readonly Limit[] = [
  {
    what: 'page script',
    files: /^content-scripts\/detector\.js$/u,
    kB: 11.9,
    why: 'runs on every paper page; the host, ways out of shadow roots and ways past what is not read, too',
  },
  {
    what: 'marks script',
    files: /^content-scripts\/marks\.js$/u,
    kB: 11.9,
    why: 'loaded where something was found: rows under the pointer, followed names, steps, dialogs and shadow roots; what covers marks is kept by box, so that a window of 300 takes forty hit tests and not a thousand',
  },
  { what: 'filters script', files: /^content-scripts\/filters\.js$/u, kB: 4, why: 'loaded where rows are filtered' },
  {
    what: 'navigation script',
    files: /^content-scripts\/navigation\.js$/u,
    kB: 1.5,
    why: 'loaded at the first step by key',
  },
  {
    what: 'inside script',
    files: /^content-scripts\/inside\.js$/u,
    kB: 1.2,
    why: 'loaded where there are frames or custom elements',
  },
  {
    what: 'citations script',
    files: /^content-scripts\/citations\.js$/u,
    kB: 6.7,
    why: 'resting on citations, steps by key, places that cite a paper, lines under what the reader has; loaded where a page has references or links on to later parts',
  },
  { what: 'saving script', files: /^content-scripts\/saving\.js$/u, kB: 3, why: 'loaded at a save by key or menu' },
  { what: 'answers script', files: /^content-scripts\/answers\.js$/u, kB: 2.5, why: 'loaded when the popup is opened' },
  {
    what: 'card',
    files: /^content-scripts\/card\.(?:js|css)$/u,
    kB: 110.2,
    why: 'React, who is who, and the English words that a card may show, those of works without a title among them; loaded at the first intent',
  },
  {
    what: 'formulas script',
    files: /^content-scripts\/maths\.js$/u,
    kB: 62,
    why: 'Temml; loaded where a card has a title with a formula',
  },
  {
    what: 'worker',
    files: /^background\.js$/u,
    kB: 198.5,
    why: 'Dexie, Zod, tables of packs, seventy sites with their viewers and what their pages say, references (those without a title too) and names as all of these write them, titles over two blocks, the reading list with saving by menu, key and page, the fields and what was asked for them, backups, copies of other machines and Zotero as far as they are messages and alarms; read at each wake',
  },
  {
    what: 'worker’s second script',
    files: /^on-demand\.js$/u,
    kB: 84.5,
    why: 'search, related works by words, who is who and which names are common, copies of the reader’s data, what is around a node of the graph, what cards, graph, pages of authors and topics and the list of what the reader said show, changes of fields and of many entries, stamps of changes and merging copies of other machines, backups, references in six styles, merging two entries, where a reference without a title was printed, the bundled pack’s way in, with what it shares with the worker once more; read at the first card, search or page of ours',
  },
  {
    what: 'references script',
    files: /^references\.js$/u,
    kB: 30,
    why: 'entries of reference lists by rules and by learned weights, with names and letters as the worker has them; read where a page has a reference list',
  },
  {
    what: 'weights of references',
    files: /^references\.bin$/u,
    kB: 120,
    why: 'learned from labelled references; read with the script above',
  },
  {
    what: 'Zotero script',
    files: /^zotero\.js$/u,
    kB: 25,
    why: 'papers into Zotero on this machine, what it has, identifiers, Zod and the log once more; read where the reader uses it',
  },
  {
    what: 'importer',
    files: /^importer\.js$/u,
    kB: 211,
    why: "every reader of a file format, OpenReview's notes among them, words of abstracts and references, with their parsers, names as all of these write them, and what fetches the reader's fields and published packs; loaded while there is one to read",
  },
  {
    what: 'offscreen page',
    files: /^offscreen\.html$|^chunks\/offscreen-/u,
    kB: 2,
    why: 'holds the importer where the worker can not',
    // Firefox needs none.
    optional: true,
  },
  {
    what: 'formulas chunk',
    files: /^chunks\/maths-/u,
    kB: 62,
    why: 'Temml once more, loaded when a page of ours shows a title with a formula',
  },
  {
    what: 'graph layout',
    files: /^graph-layout\.js$/u,
    kB: 7,
    why: "d3-force; a page's worker, loaded where a graph is shown",
  },
  {
    what: 'readers chunk',
    files: /^chunks\/(?:exports|bibtex-parser)-/u,
    kB: 140,
    why: 'the readers of files once more, loaded when a library’s file is chosen',
  },
  {
    what: 'explore page',
    files: /^explore\.html$|^(?:chunks|assets)\/explore-/u,
    kB: 20,
    why: 'pages of authors and topics, who is who by hand and the reader’s own links, beyond the card that they share with the popup; loaded when one is opened',
  },
  {
    what: 'library page',
    files: /^library\.html$|^(?:chunks|assets)\/(?:library|list-file|twins-line|figures-panel|zotero-part)-/u,
    kB: 36,
    why: 'the reading list’s own page: search, rows in view, many papers at once, notes; files of it, Zotero, its figures and papers that are there twice, with how names compare, are loaded when they are needed',
  },
  {
    what: 'folder chunks',
    files: /^chunks\/(?:folder-line|folder-part|use-folder|worker-list)-/u,
    kB: 8,
    why: 'the folder that the reader chose: backups into it and lists of other machines; loaded where one was, or is to be chosen',
  },
  {
    what: 'research graph',
    files: /^(?:chunks|assets)\/graph-/u,
    kB: 23,
    why: 'picture, tree and table of the graph; loaded where one is shown',
  },
  {
    what: 'pages',
    files:
      /^chunks\/(?!maths-|offscreen-|exports-|bibtex-parser-|explore-|library-|list-file-|twins-line-|figures-panel-|zotero-part-|graph-|folder-line-|folder-part-|use-folder-|worker-list-)|^assets\/(?!explore-|library-|graph-)|^(?!explore\.|library\.).*\.html$/u,
    kB: 268.5,
    why: 'popup with all of a page saved at once, side panel with four looks at a paper, options with the list of what the reader said, copies of other machines, the folder’s states and backups, welcome together; a library’s file and what it leads to; packs from any address; words and parts, names and identifiers among them, that the list’s page shares with them, Zotero’s among the words',
  },
  { what: 'bundled pack', files: /^packs\//u, kB: 40, why: 'with its tables ready; read once, at the first run' },
];

/** `web-ext lint` and addons.mozilla.org refuse scripts and JSON of this size. */
const largestFile = 5_000_000;

export function checkSize(folder: string = builds.chromium): Verdict & { rows: string[] } {
  if (!existsSync(folder)) return { problems: [`${fromRoot(folder)} is not built.`], looked: 'nothing', rows: [] };
  const problems: string[] = [];
  const files = filesUnder(fromRoot(folder)).map((path) => ({
    name: path.slice(fromRoot(folder).length + 1),
    bytes: readFileSync(join(folder, path.slice(fromRoot(folder).length + 1))),
  }));
  const rows = limits.map(({ what, files: wanted, kB, why, optional = false }) => {
    const parts = files.filter(({ name }) => wanted.test(name));
    const weight = parts.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0) / 1000;
    if (parts.length === 0 && !optional)
      problems.push(`The ${what} is not in the build: no file matches ${wanted.source}.`);
    if (weight > kB)
      problems.push(`The ${what} weighs ${weight.toFixed(1)} kB gzipped; its limit is ${kB} kB (${why}).`);
    return `${what} ${weight.toFixed(1)} of ${kB} kB`;
  });
  for (const { name, bytes } of files)
    if (bytes.length > largestFile) problems.push(`${name} has ${bytes.length} bytes; stores refuse files above 5 MB.`);
  return { problems, looked: rows.join(', '), rows };
}
