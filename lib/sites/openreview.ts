// OpenReview: forum pages and lists of submissions.
import type { SiteAdapter } from './adapter.ts';

export const openreview: SiteAdapter = {
  id: 'openreview',
  name: 'OpenReview',
  confirmed: false,
  hosts: ['openreview.net'],
  pages: [
    {
      path: '^/forum',
      expects: ['title'],
      rows: [{ row: '', title: 'h2.citation_title', byline: '.forum-authors', names: 'a' }],
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.note',
          title: 'h4 a[href^="/forum?id="]',
          byline: '.note-authors',
          names: 'a[href^="/profile"]',
        },
      ],
    },
  ],
};
