// Saved pages, citations and real titles, from the folder that holds them; and the bundled pack.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import * as z from 'zod/mini';
import { recordId } from '../../lib/paper/record-id.ts';
import { canonical } from '../../lib/text/tokens.ts';
import { bundleSeeds } from '../bundle-files.ts';
import { root } from '../project.ts';
import { catalogOf, type Catalog, type Paper } from './catalog.ts';
import type { Expected } from './score.ts';

const Facts = z.array(z.object({ n: z.int(), title: z.string(), arxivId: z.nullish(z.string()) }));
const ExpectedPages = z.record(
  z.string(),
  z.object({ url: z.string(), papers: z.record(z.string(), z.object({ visible: z.int() })) }),
);
const Citation = z.object({
  expect: z.array(z.int()),
  expectById: z.optional(z.array(z.int())),
  format: z.string(),
  text: z.string(),
});
const Conference = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  year: z.nullish(z.number()),
  arxiv: z.optional(z.string()),
  doi: z.optional(z.string()),
});
const Arxiv = z.object({
  arxiv: z.string(),
  title: z.string(),
  authorsRaw: z.string(),
  year: z.optional(z.number()),
  doi: z.optional(z.string()),
});
const Listed = z.array(z.object({ url: z.string(), title: z.string() }));

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
const zipped = (file: string): unknown[] => lines(gunzipSync(readFileSync(file)).toString());

export interface SavedPage {
  /** "negative/vox.com.html" */
  path: string;
  file: string;
  url: string;
  expected: Expected[];
}

export interface CitedText {
  name: string;
  text: string;
  expected: Expected[];
}

export interface Material {
  bundled: Catalog;
  pages: SavedPage[];
  citations: CitedText[];
  neurips: Catalog;
  /** What the NeurIPS page lists, by title, for any catalog. */
  listed(catalog: Catalog): Expected[];
  /** The bundled papers and the real titles. */
  real(): Catalog;
}

export const neuripsPage = 'neurips/neurips-2023-virtual-papers.html';

function bundledPapers(): Paper[] {
  return bundleSeeds(root).pack.papers.map((paper) => ({
    id: paper.id,
    titles: paper.titles.map(({ value }) => value),
    authors: paper.authors.map(({ name }) => name),
    year: paper.years[0]?.value ?? null,
    arxivId: paper.arxivId,
    doi: paper.doi,
  }));
}

/** "A. Author (Place), B. Author and C. Author" */
const namesIn = (raw: string): string[] =>
  raw
    .replace(/\([^()]*\)/gu, '')
    .split(/,|\band\b|\n/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

interface Row {
  title: string;
  authors: readonly string[];
  year?: number | null | undefined;
  arxiv?: string | undefined;
  doi?: string | undefined;
}

const paperOf = ({ title, authors, year, arxiv, doi }: Row): Paper => ({
  id: recordId({
    title,
    authors: [...authors],
    ...(typeof year === 'number' ? { year } : {}),
    ...(arxiv === undefined ? {} : { arxivId: arxiv }),
    ...(doi === undefined ? {} : { doi: doi.toLowerCase() }),
  }),
  titles: [title],
  authors,
  year: year ?? null,
  arxivId: arxiv ?? null,
  doi: doi?.toLowerCase() ?? null,
});

function realPapers(titles: string): Paper[] {
  const conference = zipped(join(titles, 'paperlists.jsonl.gz')).map((row) => paperOf(Conference.parse(row)));
  const arxiv = zipped(join(titles, 'arxiv-astroph-144k.jsonl.gz')).map((row) => {
    const { authorsRaw, ...facts } = Arxiv.parse(row);
    return paperOf({ ...facts, authors: namesIn(authorsRaw) });
  });
  return [...conference, ...arxiv].filter(({ titles: [title = ''] }) => title.trim() !== '');
}

/** What the schedule lists: each event's link, and the talks, which have none. */
function listedTitles(file: string): string[] {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  return [...document.querySelectorAll('a[href^="/virtual/2023/"], .content.oral')].map((element) =>
    element.textContent
      .replace(/\s+/gu, ' ')
      .replace(/^ ?\[\d+:\d+\]/u, '')
      .trim(),
  );
}

export function readMaterial(shared: string): Material {
  const bundled = catalogOf('bundled', bundledPapers(), []);
  const facts = Facts.parse(json(join(shared, 'seeds/facts.json')));
  const byArxiv = new Map(bundled.papers.map(({ id, arxivId }) => [arxivId, id]));
  const named = new Map(
    facts.map(({ n, title, arxivId }) => {
      const id = bundled.byTitle.get(canonical(title))?.[0] ?? byArxiv.get(arxivId ?? '');
      return [n, { id: id ?? `number ${n}`, title }];
    }),
  );
  const expecting = (n: number, times: number, by: Expected['by']): Expected => {
    const { id, title } = named.get(n) ?? { id: `number ${n}`, title: `number ${n}` };
    return { papers: [id], title, times, by };
  };

  const pages = Object.entries(ExpectedPages.parse(json(join(shared, 'pages/expected.json')))).map(
    ([path, { url, papers }]): SavedPage => ({
      path,
      file: join(shared, 'pages', path),
      url,
      expected: Object.entries(papers)
        .filter(([, { visible }]) => visible > 0)
        .map(([n, { visible }]) => expecting(Number(n), visible, 'title')),
    }),
  );
  const citations = lines(readFileSync(join(shared, 'mentions/citation-strings.jsonl'), 'utf8')).map(
    (row, nth): CitedText => {
      const { expect, expectById = [], format, text } = Citation.parse(row);
      return {
        name: `${nth + 1} ${format}`,
        text,
        expected: [...expect.map((n) => expecting(n, 1, 'title')), ...expectById.map((n) => expecting(n, 1, 'id'))],
      };
    },
  );

  const events = Listed.parse(json(join(shared, 'titles/neurips2023-page-titles.json')));
  const posters = events.filter(({ url }) => url.includes('/poster/')).map(({ title }) => title);
  const neurips = catalogOf(
    'NeurIPS 2023',
    bundled.papers,
    [...new Set(posters)].map((title) => paperOf({ title, authors: [], year: 2023 })),
  );
  const shown = listedTitles(join(shared, 'pages', neuripsPage));
  const listed = (catalog: Catalog): Expected[] => {
    const byKey = new Map<string, Expected>();
    for (const title of shown) {
      const key = canonical(title);
      const papers = catalog.byTitle.get(key);
      if (papers === undefined) continue;
      byKey.set(key, { papers, title, times: (byKey.get(key)?.times ?? 0) + 1, by: 'title', whole: true });
    }
    return [...byKey.values()];
  };

  let real: Catalog | null = null;
  return {
    bundled,
    pages,
    citations,
    neurips,
    listed,
    real: () => (real ??= catalogOf('Real titles', bundled.papers, realPapers(join(shared, 'titles')))),
  };
}
