// Semantic Scholar: search, paper and author pages are one application with the same rows.
import type { SiteAdapter } from './adapter.ts';

export const semanticScholar: SiteAdapter = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  confirmed: false,
  hosts: ['*.semanticscholar.org'],
  pages: [
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.cl-paper-row',
          title: '.cl-paper-title',
          byline: '.cl-paper-authors',
          names: '.cl-paper-authors__author-link',
        },
        { row: '', title: 'h1[data-test-id="paper-detail-title"]', byline: '[data-test-id="author-list"]', names: 'a' },
      ],
    },
  ],
};
