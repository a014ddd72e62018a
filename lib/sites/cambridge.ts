// Cambridge Core: articles, issues, search.
import type { SiteAdapter } from './adapter.ts';

export const cambridge: SiteAdapter = {
  id: 'cambridge',
  name: 'Cambridge Core',
  confirmed: false,
  hosts: ['www.cambridge.org'],
  pages: [
    {
      path: '^/core/journals/[^/]+/article/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: '#maincontent h1, h1',
          byline: '.contributors, .author-list',
          names: '.author a, .contributor-type__contributor a',
          fields: {
            abstract: '.abstract-content .abstract p || .abstract p',
            doi: '.doi-data a@href || a[href*="doi.org/10.1017"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .sidebar',
    },
    {
      path: '^/core/',
      expects: [],
      rows: [
        {
          row: '.details:has(> .title)',
          title: '.title a',
          byline: '.author',
          names: 'a',
          fields: {
            page: '.title a@href',
            date: '.published .date || .published',
            venue: '.source a',
            doi: '.doi-data a@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
