// arxiv.org: abstract pages, listings, author pages, catch-up, search, and papers in HTML.
import type { RowReader, SiteAdapter } from './adapter.ts';
import { latexmlPage } from './ar5iv.ts';

/** The bar at the top and the footer. */
const frame = '.ds-site-header, header, footer';

/** dt/dd pairs: the links are in the dt, title and names in the dd after it. Catch-up has one <dl> an item. */
const listed: RowReader = {
  row: 'dl > dt',
  next: true,
  title: '.list-title',
  strip: '.descriptor',
  byline: '.list-authors',
  names: 'a',
  fields: {
    arxiv: 'a[title="Abstract"]@href || a[href*="/abs/"]@href',
    page: 'a[title="Abstract"]@href',
    pdf: 'a[title="Download PDF"]@href',
    comments: '.list-comments',
    venue: '.list-journal-ref',
    doi: '.list-doi a@href',
    categories: '.list-subjects',
    abstract: 'p.mathjax',
  },
};

/** "Comments: 12 pages" without its label. */
const withoutLabel = (texts: readonly string[] = []): string[] =>
  texts.map((text) => text.replace(/^[A-Za-z][A-Za-z -]{0,20}:\s{0,3}/u, ''));

/** "7 Feb 2019" of "[Submitted on 7 Feb 2019 (v1), last revised …]": the first version's date. */
export function firstSubmitted(line: string): string[] {
  const date = /\b[0-9]{1,2} [A-Z][a-z]{2,8},? (?:19|20)[0-9]{2}\b/u.exec(line)?.[0];
  return date === undefined ? [] : [date];
}

export const arxiv: SiteAdapter = {
  id: 'arxiv',
  name: 'arXiv',
  confirmed: true,
  hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'],
  atInstall: ['*.arxiv.org'],
  addresses: [
    {
      match:
        '^https?://(?:www[.]|export[.]|browse[.])?arxiv[.]org/(?:abs|pdf|html|format)/' +
        '((?:[a-z-]+(?:[.][A-Za-z]{2})?/[0-9]{7}|[0-9]{4}[.][0-9]{4,5})(?:v[0-9]+)?)(?:[.]pdf)?/?(?:[?#].*)?$',
      page: 'https://arxiv.org/abs/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/abs/',
      expects: ['title', 'authors', 'date', 'abstract', 'pdf', 'arxiv', 'categories'],
      rows: [
        {
          row: '',
          title: 'h1.title',
          strip: '.descriptor',
          byline: 'div.authors',
          names: 'a',
          fields: {
            abstract: 'blockquote.abstract',
            comments: 'td.comments',
            venue: 'td.jref',
            doi: 'td.doi a@href || td.arxivdoi a@href',
            arxiv: 'td.arxivid a@href',
            date: '.dateline',
            categories: 'td.subjects',
          },
        },
      ],
      skip: `${frame}, .extra-services`,
      read: ({ fields: { abstract, date = [] } }) => ({
        abstract: withoutLabel(abstract),
        date: date.flatMap(firstSubmitted),
      }),
    },
    {
      path: '^/(list|a|catchup)/',
      expects: ['title', 'authors', 'arxiv'],
      rows: [listed],
      skip: frame,
      read: ({ fields: { comments, venue, categories } }) => ({
        comments: withoutLabel(comments),
        venue: withoutLabel(venue),
        categories: withoutLabel(categories),
      }),
    },
    {
      path: '^/search',
      expects: ['title', 'authors', 'arxiv'],
      rows: [
        {
          row: 'li.arxiv-result',
          title: 'p.title',
          byline: 'p.authors',
          names: 'a',
          fields: {
            arxiv: '.list-title > a@href',
            page: '.list-title > a@href',
            pdf: '.list-title a[href*="/pdf/"]@href',
            abstract: '.abstract-full || .abstract-short',
            comments: 'p.comments',
            doi: 'a[href*="doi.org/"]@href',
            categories: '.tags .tag',
            // Comments are lines of the same class: the line with the date is found by its words.
            date: 'p.is-size-7',
          },
        },
      ],
      skip: `${frame}, form`,
      read: ({ fields: { comments, categories = [], date = [], abstract = [] } }) => ({
        comments: withoutLabel(comments),
        abstract: abstract.map((text) => text.replace(/△ Less$/u, '').trimEnd()),
        categories: categories.filter((text) => /^[a-z-]+(?:[.][A-Za-z-]+)?$/u.test(text)),
        date: date.filter((text) => text.startsWith('Submitted')).flatMap(firstSubmitted),
      }),
    },
    { ...latexmlPage, path: '^/html/' },
  ],
};
