// ACM Digital Library: lists of articles.
import type { SiteAdapter } from './adapter.ts';

export const acm: SiteAdapter = {
  id: 'acm',
  name: 'ACM Digital Library',
  confirmed: false,
  hosts: ['dl.acm.org'],
  pages: [
    {
      path: '^/',
      expects: ['title'],
      rows: [{ row: '.issue-item', title: '.issue-item__title', byline: '[aria-label="authors"]', names: 'a' }],
    },
  ],
};
