// The pages that figures are measured on: one of ours, the same everywhere, and real ones where they are there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { served, servedFile, sitePages, type Served, type Site } from '../browser/site.ts';
import { root } from '../project.ts';
import { isolation } from './server.ts';
import { madeTitles } from './titles.ts';
import { chance } from '../chance.ts';

export interface BenchPage {
  name: string;
  url: string;
  page: Served;
  /** What it is measured for besides the notes of every figure. */
  as?: 'none' | 'listing';
}

const Seeds = z.array(z.object({ titles: z.array(z.object({ value: z.string() })) }));

/** Titles of the bundled pack: what catalogs of every size find. */
export const bundledTitles = (): string[] =>
  Seeds.parse(JSON.parse(readFileSync(join(root, 'seeds/papers.json'), 'utf8'))).flatMap(
    ({ titles }) => titles[0]?.value ?? [],
  );

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * An article as long as a long Wikipedia one (about 11,000 words in 1,300 text nodes), with links and emphasis in its
 * text and a list of references, of which 24 are the bundled pack's papers.
 */
export function article(): string {
  const { next: random } = chance(3);
  const phrases = madeTitles(1400, 5).map(escaped);
  let next = 0;
  const phrase = (): string => phrases[next++ % phrases.length] ?? '';
  const sentence = (): string => {
    const words = phrase();
    const roll = random();
    if (roll < 0.3) return `${words} <a href="/wiki/${next}">${phrase()}</a>, and so on.`;
    if (roll < 0.45) return `${words} with <em>${phrase()}</em>.`;
    return `${words}, as ${phrase().toLowerCase()}.`;
  };
  const paragraph = (): string => `<p>${Array.from({ length: 6 }, sentence).join(' ')}</p>`;
  const sections = Array.from(
    { length: 20 },
    () => `<h2>${phrase()}</h2>${Array.from({ length: 4 }, paragraph).join('\n')}`,
  );
  const known = bundledTitles().slice(0, 24).map(escaped);
  const references = Array.from({ length: 72 }, (_, at) => {
    const title = at % 3 === 0 ? (known[at / 3] ?? phrase()) : phrase();
    return `<li id="cite_note-${at}"><span>A. Moreau and B. Lindqvist (20${10 + (at % 14)}).</span> “<a href="https://example.org/${at}">${title}</a>”. <i>Proceedings of Examples</i>.</li>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto}</style>
<body><h1>An article</h1>${sections.join('\n')}<h2>References</h2><ol class="references">${references.join('\n')}</ol></body></html>`;
}

/** One short page with one known title at its top. */
export const note = (): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A note</title>
<script>
// When Byline's overlay comes into the page: with the first mark.
new MutationObserver((changes) => {
  if (changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.localName === 'div')))
    globalThis.firstMark ??= performance.now();
}).observe(document.documentElement, { childList: true });
</script>
<body><h1>Reading today</h1><ul><li><a href="https://example.org/paper">${escaped(bundledTitles()[0] ?? '')}</a></li></ul></body></html>`;

const saved = [
  {
    name: 'arXiv listing',
    file: 'pages/arxiv-derived/list-cs.LG-recent.html',
    url: 'https://arxiv.org/list/cs.LG/recent',
    as: 'listing',
  },
  {
    name: 'NeurIPS 2023',
    file: 'pages/neurips/neurips-2023-virtual-papers.html',
    url: 'https://neurips.cc/virtual/2023/papers.html?filter=titles',
  },
  {
    name: 'Wikipedia',
    file: 'pages/wikipedia/en-wikipedia-org-wiki-national-flag-of-canada-day.html',
    url: 'https://en.wikipedia.org/wiki/National_Flag_of_Canada_Day',
    as: 'none',
  },
  {
    name: 'PLOS article',
    file: 'pages/plos/plos-one-article.html',
    url: 'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978',
  },
  {
    name: 'news page',
    file: 'pages/negative/theguardian.com.html',
    url: 'https://www.theguardian.com/us-news/article',
    as: 'none',
  },
] as const satisfies readonly (Omit<BenchPage, 'page'> & { file: string })[];

/** Our article first: the figures are about it, the others stand beside it. */
export function benchPages(shared: string | null): BenchPage[] {
  const own = [{ name: 'article', url: 'https://en.wikipedia.org/wiki/Bench', page: served(article(), isolation) }];
  const real = saved.flatMap(({ file, ...rest }: Omit<BenchPage, 'page'> & { file: string }) => {
    const path = join(shared ?? '', file);
    return shared !== null && existsSync(path) ? [{ ...rest, page: servedFile(path, isolation) }] : [];
  });
  return [...own, ...real];
}

export const siteOf = (pages: readonly BenchPage[]): Site =>
  sitePages(new Map(pages.map(({ url, page }) => [url, page])));
