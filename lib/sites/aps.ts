// The journals of the American Physical Society: articles, issues, search.
import type { SiteAdapter } from './adapter.ts';

export const aps: SiteAdapter = {
  id: 'aps',
  name: 'APS',
  confirmed: true,
  hosts: ['journals.aps.org', 'link.aps.org'],
  addresses: [
    {
      match:
        '^https?://journals[.]aps[.]org/([a-z]+)/(?:abstract|pdf|fulltext|references|cited-by)/(10[.]1103/[A-Za-z0-9.]+)(?:[?#].*)?$',
      page: 'https://journals.aps.org/{1}/abstract/{2}',
      pdf: 'https://journals.aps.org/{1}/pdf/{2}',
    },
  ],
  pages: [
    {
      path: '/(?:abstract|fulltext)/10[.]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          // The journal's name is a heading too.
          title: 'main h1:not(.journal-title), #title h3, h1:not(.journal-title, header h1)',
          byline: '.authors-wrapper, .authors',
          names: 'a[href*="/author/"], a[href*="/search/"]',
          fields: {
            abstract: '#abstract-section-content p || .abstract .content p || #abstract p',
            doi: 'a[href*="doi.org/10.1103"]@href || .doi-field',
            date: '.pub-info',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.article-result',
          title: '.title',
          byline: '.authors',
          fields: { doi: '@data-id', page: '.title a@href', date: '.pub-info' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
