// dblp: people, venues and search all list `.entry` rows.
import type { SiteAdapter } from './adapter.ts';

export const dblp: SiteAdapter = {
  id: 'dblp',
  name: 'dblp',
  confirmed: false,
  hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
  pages: [
    {
      path: '^/',
      expects: ['title'],
      // The names stand before the title in one `cite`, with no element of their own round them.
      rows: [{ row: '.entry', title: 'span.title' }],
      skip: '#top, #footer, nav.publ',
    },
  ],
};
