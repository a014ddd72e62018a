// Semantic Scholar: search, paper and author pages are one application with the same rows; a paper's page also has a
// script with its facts, which stays behind when the application continues to the next paper.
import * as z from 'zod/mini';
import type { Fields, PageSaid, RowReader, SiteAdapter } from './adapter.ts';

/** The part of the script's JSON that is read. Only the name must be there; the rest is looked at piece by piece. */
const PaperNode = z.object({
  name: z.string(),
  author: z.optional(z.unknown()),
  datePublished: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  sameAs: z.optional(z.unknown()),
  mainEntity: z.optional(z.unknown()),
  publication: z.optional(z.unknown()),
});
const Named = z.union([
  z.string(),
  z.pipe(
    z.object({ name: z.string() }),
    z.transform(({ name }) => name),
  ),
]);
const Graph = z.object({ '@graph': z.array(z.unknown()) });

/** A text or the name of a thing; one or a list of them. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const named = Named.safeParse(one);
    return named.success && named.data !== '' ? [named.data] : [];
  });

function nodesOf(script: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(script);
  } catch {
    return [];
  }
  const graph = Graph.safeParse(json);
  return graph.success ? graph.data['@graph'].flat() : [];
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The script's facts, where the title on the page says that they are of this paper. */
export function readPaper({ fields, scripts }: PageSaid): Fields {
  const shown = letters(fields.title?.[0] ?? '');
  for (const node of scripts.flatMap(nodesOf)) {
    const paper = PaperNode.safeParse(node);
    if (!paper.success || (shown !== '' && letters(paper.data.name) !== shown)) continue;
    const { name, author, datePublished, description, sameAs, mainEntity, publication } = paper.data;
    const said: Fields = {
      title: [name],
      authors: textsOf(author),
      date: textsOf(datePublished),
      abstract: textsOf(description),
      doi: textsOf(sameAs),
      pdf: textsOf(mainEntity),
      venue: textsOf(publication),
    };
    // What the script leaves out may still be on the page.
    return Object.fromEntries(Object.entries(said).filter(([, texts]) => texts.length > 0));
  }
  return {};
}

/** A paper in search results, on an author's page, among citations and references. */
const row: RowReader = {
  row: '.cl-paper-row',
  title: '.cl-paper-title',
  byline: '.cl-paper-authors',
  names: '.cl-paper-authors__author-link',
  fields: {
    venue: '.cl-paper-venue',
    date: '.cl-paper-pubdates',
    abstract: '.cl-paper-abstract',
    doi: 'a[href*="doi.org/"]@href',
    arxiv: 'a[href*="arxiv.org/"]@href',
    page: 'a[href*="/paper/"]@href',
    pdf: 'a[href$=".pdf"]@href || a[href*="arxiv.org/pdf/"]@href',
  },
};

export const semanticScholar: SiteAdapter = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  confirmed: false,
  hosts: ['*.semanticscholar.org'],
  atInstall: ['*.semanticscholar.org'],
  pages: [
    {
      path: '^/paper/',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: 'h1[data-test-id="paper-detail-title"]',
          byline: '[data-test-id="author-list"]',
          names: 'a',
          fields: {
            doi: 'a.doi__link@href || .doi__link',
            abstract: '[data-test-id="abstract-text"]',
            venue: '[data-test-id="venue-metadata"]',
            date: '[data-test-id="paper-year"]',
          },
        },
        row,
      ],
      scripts: { select: 'script.schema-data', holds: '@graph' },
      read: readPaper,
    },
    { path: '^/', expects: ['title', 'authors'], rows: [row] },
  ],
};
