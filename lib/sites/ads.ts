// NASA ADS, a single-page site: abstracts, search results.
import type { SiteAdapter } from './adapter.ts';

export const ads: SiteAdapter = {
  id: 'ads',
  name: 'NASA ADS',
  confirmed: false,
  hosts: ['*.adsabs.harvard.edu'],
  pages: [
    {
      path: '^/abs/',
      expects: ['title', 'authors', 'date'],
      rows: [
        {
          row: '',
          title: '.s-abstract-title, #title',
          byline: '#authors-and-aff, #author-list',
          names: '.author a, a[href*="author"]',
          fields: {
            abstract: '.s-abstract-text p || #abstract',
            doi: '.s-abstract-dl-list a[href*="doi"]',
            arxiv: '.s-abstract-dl-list a[href*="arxiv"] || a[href*="arxiv.org/abs/"]@href',
            venue: '#article-publication',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
    {
      path: '^/(?:search|user|public-libraries)',
      expects: ['title'],
      rows: [
        {
          row: '.results-item',
          title: '.s-results-title, .s-results-links h3',
          byline: '.just-authors',
          names: '.article-author',
          fields: { page: '.s-results-title a@href || h3 a@href', date: '.identifier-row || .s-results-info' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
