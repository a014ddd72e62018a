// AIP Publishing: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, issue, references, search } from './platforms/silverchair.ts';

export const aip: SiteAdapter = {
  id: 'aip',
  name: 'AIP Publishing',
  confirmed: false,
  hosts: ['pubs.aip.org'],
  pages: [
    {
      path: '/article(?:-abstract)?/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header:not(:has(h1)), footer, .sidebar',
    },
    { path: '/search-results', expects: ['title'], rows: [search], skip: 'header:not(:has(h1)), footer, .sr-facets' },
    { path: '^/', expects: ['title'], rows: [issue], skip: 'header:not(:has(h1)), footer' },
  ],
};
