// arxiv.org: abstract pages, listings, author pages, catch-up, search.
import type { RowReader, SiteAdapter } from './adapter.ts';

/** dt/dd pairs: the links stand in the dt, title and names in the dd after it. Catch-up has one <dl> an item. */
const listed: RowReader = {
  row: 'dl > dt',
  next: true,
  title: '.list-title',
  strip: '.descriptor',
  byline: '.list-authors',
  names: 'a',
};

export const arxiv: SiteAdapter = {
  id: 'arxiv',
  name: 'arXiv',
  confirmed: true,
  hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'],
  pages: [
    {
      path: '^/abs/',
      expects: ['title'],
      rows: [{ row: '', title: 'h1.title', strip: '.descriptor', byline: 'div.authors', names: 'a' }],
      skip: '.ds-site-header, header, footer, .extra-services',
    },
    { path: '^/(list|a|catchup)/', expects: ['title'], rows: [listed], skip: '.ds-site-header, header, footer' },
    {
      path: '^/search',
      expects: ['title'],
      rows: [{ row: 'li.arxiv-result', title: 'p.title', byline: 'p.authors', names: 'a' }],
      skip: '.ds-site-header, header, footer, form',
    },
  ],
};
