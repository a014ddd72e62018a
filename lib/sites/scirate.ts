// SciRate: arXiv's lists with votes, and a page for each paper. Layout after the site's own templates.
import type { SiteAdapter } from './adapter.ts';

export const scirate: SiteAdapter = {
  id: 'scirate',
  name: 'SciRate',
  confirmed: false,
  hosts: ['scirate.com'],
  atInstall: ['scirate.com'],
  addresses: [
    {
      match: '^https://scirate[.]com/arxiv/((?:[a-z-]+/[0-9]{7}|[0-9]{4}[.][0-9]{4,5})(?:v[0-9]+)?)/?(?:[?#].*)?$',
      page: 'https://scirate.com/arxiv/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/arxiv/([a-z-]+/[0-9]{7}|[0-9]{4}[.][0-9]{4,5})',
      expects: ['title', 'authors', 'arxiv'],
      rows: [
        {
          row: '',
          title: '.paper h1.title, h1.title',
          byline: 'ul.authors',
          names: 'li > a',
          fields: { abstract: '.paper .abstract', date: '.paper .dates', pdf: 'a.paper-download@href' },
        },
      ],
    },
    {
      path: '^/',
      expects: ['title', 'authors', 'arxiv'],
      rows: [
        {
          row: 'li.paper',
          title: '.title a',
          byline: '.authors',
          names: 'a[href^="/search"]',
          fields: {
            arxiv: '.title a@href',
            page: '.title a@href',
            pdf: 'a.paper-download[title="Download PDF"]@href',
            abstract: '.abstract',
            date: '.uid',
          },
        },
      ],
    },
  ],
};
