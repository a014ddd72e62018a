// Europe PMC, a single-page site: articles, and search results.
import type { SiteAdapter } from './adapter.ts';

export const europePmc: SiteAdapter = {
  id: 'europe-pmc',
  name: 'Europe PMC',
  confirmed: false,
  hosts: ['*.europepmc.org'],
  pages: [
    {
      path: '^/(?:article|articles|abstract)/',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: '#article--current--title, h1.article--title',
          byline: '.author-list, .article--authors',
          names: '.author-name, a[href*="AUTH"]',
          fields: { abstract: '#article--abstract--content || .abstract-content', doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
    {
      path: '^/search',
      expects: ['title'],
      rows: [
        {
          row: '.separated-list-item',
          title: '.citation-title',
          byline: '.citation-author-list',
          fields: {
            venue: '.citation-journal a || .citation-journal',
            date: '.citation-date || .citation-journal',
            page: 'a.citation-title@href || .citation-title a@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .filters',
    },
  ],
};
