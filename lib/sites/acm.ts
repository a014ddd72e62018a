// ACM Digital Library: lists of articles.
import type { SiteAdapter } from './adapter.ts';

export const acm: SiteAdapter = {
  id: 'acm',
  hosts: ['dl.acm.org'],
  pages: [
    {
      path: '^/',
      rows: [{ row: '.issue-item', title: '.issue-item__title', byline: '[aria-label="authors"]', names: 'a' }],
    },
  ],
};
