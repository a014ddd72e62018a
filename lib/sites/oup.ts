// Oxford Academic: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, issue, references, search } from './platforms/silverchair.ts';

export const oup: SiteAdapter = {
  id: 'oup',
  name: 'Oxford Academic',
  confirmed: true,
  hosts: ['academic.oup.com'],
  pages: [
    {
      path: '/article(?:-abstract)?/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header:not(:has(h1)), footer, .sidebar, .widget-ArticleLinks',
    },
    { path: '/search-results', expects: ['title'], rows: [search], skip: 'header:not(:has(h1)), footer, .sr-facets' },
    { path: '^/', expects: ['title'], rows: [issue], skip: 'header:not(:has(h1)), footer' },
  ],
};
