// OpenReview: forum pages and lists of submissions.
import type { SiteAdapter } from './adapter.ts';

export const openreview: SiteAdapter = {
  id: 'openreview',
  hosts: ['openreview.net'],
  pages: [
    {
      path: '^/forum',
      rows: [{ row: '', title: 'h2.citation_title', byline: '.forum-authors', names: 'a' }],
    },
    {
      path: '^/',
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
