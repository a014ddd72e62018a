// IEEE Xplore, a single-page site: a document's facts are in an inline script; lists are search results and issues.
import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';
import { objectAfter } from './read/json.ts';

/** The end of `xplGlobal.document.metadata=`; pages of before 2021 write `global.…`. */
const mark = 'lobal.document.metadata=';

const text = orElse(z.optional(z.string()), undefined);
const Metadata = z.object({
  title: text,
  abstract: text,
  doi: text,
  pdfUrl: text,
  publicationTitle: text,
  publicationYear: text,
  volume: text,
  issue: text,
  startPage: text,
  endPage: text,
  publisher: text,
  authors: orElse(z.array(z.object({ name: text })), []),
});

/** Of the script of a document; selectors of lists stay as they are. */
export function readIeee({ url, scripts }: PageSaid): Fields {
  for (const script of scripts) {
    const { data } = Metadata.safeParse(objectAfter(script, mark));
    if (data === undefined) continue;
    const { title, abstract, doi, pdfUrl, publicationTitle, publicationYear, authors, startPage, endPage } = data;
    const some = (value: string | undefined): string[] => (value === undefined || value === '' ? [] : [value]);
    const found: Fields = {
      title: some(title),
      abstract: some(abstract),
      doi: some(doi),
      pdf: some(pdfUrl).flatMap((path) => (URL.canParse(path, url) ? [new URL(path, url).href] : [])),
      venue: some(publicationTitle),
      volume: some(data.volume),
      issue: some(data.issue),
      pages: some(startPage).map((first) => [first, ...some(endPage)].join('-')),
      publisher: some(data.publisher),
      date: some(publicationYear),
      authors: authors.flatMap(({ name }) => some(name)),
    };
    return Object.fromEntries(Object.entries(found).filter(([, texts]) => texts.length > 0));
  }
  return {};
}

export const ieee: SiteAdapter = {
  id: 'ieee',
  name: 'IEEE Xplore',
  confirmed: true,
  hosts: ['ieeexplore.ieee.org'],
  addresses: [
    {
      match:
        '^https?://ieeexplore[.]ieee[.]org/(?:(?:abstract/)?document/|stamp/stamp[.]jsp[?](?:[^#]*&)?arnumber=)([0-9]+)(?:[/&?#].*)?$',
      page: 'https://ieeexplore.ieee.org/document/{1}',
      pdf: 'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber={1}',
    },
  ],
  pages: [
    {
      path: '^/(?:abstract/)?document/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.document-title',
          byline: '.authors-banner-row, .authors-info-container',
          names: '.authors-info a span, .authors-info a',
          fields: {
            abstract: '.abstract-text .u-mb-1 > div || .abstract-text',
            doi: '.stats-document-abstract-doi a@href',
            venue: '.stats-document-abstract-publishedIn a',
            date: '.doc-abstract-pubdate || .doc-abstract-confdate',
          },
        },
      ],
      scripts: { select: 'script:not([src])', holds: mark },
      skip: 'header:not(:has(h1)), footer, xpl-root header, .document-sidebar',
      read: readIeee,
    },
    {
      path: '^/(?:search|xpl|author)/',
      expects: ['title'],
      rows: [
        {
          row: '.List-results-items, .issue-item',
          title: 'h2 a, h3 a',
          byline: '.author',
          names: 'a',
          fields: {
            page: 'h2 a@href || h3 a@href',
            venue: '.description > a',
            date: '.publisher-info-container || .description',
            pdf: 'a[href*="stamp.jsp"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .main-facets',
    },
  ],
};
