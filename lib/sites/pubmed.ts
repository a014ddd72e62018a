// PubMed: search results and similar articles.
import type { SiteAdapter } from './adapter.ts';

export const pubmed: SiteAdapter = {
  id: 'pubmed',
  name: 'PubMed',
  confirmed: false,
  hosts: ['pubmed.ncbi.nlm.nih.gov'],
  pages: [
    {
      path: '^/[0-9]+',
      expects: ['title'],
      rows: [
        { row: '#full-view-heading', title: 'h1.heading-title', byline: '.authors-list', names: 'a.full-name' },
        { row: '.articles-list > li', title: '.docsum-title', byline: '.docsum-authors' },
      ],
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [{ row: '.docsum-content', title: '.docsum-title', byline: '.full-authors' }],
    },
  ],
};
