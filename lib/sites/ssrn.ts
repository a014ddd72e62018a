// SSRN: abstract pages, lists of papers.
import type { SiteAdapter } from './adapter.ts';

export const ssrn: SiteAdapter = {
  id: 'ssrn',
  name: 'SSRN',
  confirmed: false,
  hosts: ['*.ssrn.com'],
  addresses: [
    {
      match:
        '^https?://(?:papers[.])?ssrn[.]com/(?:sol3/)?(?:papers[.]cfm[?](?:[^#]*&)?abstract_id=|abstract=|Delivery[.]cfm[?](?:[^#]*&)?abstractid=)([0-9]+)(?:[&#].*)?$',
      page: 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id={1}',
      pdf: 'https://papers.ssrn.com/sol3/Delivery.cfm?abstractid={1}',
    },
  ],
  pages: [
    {
      path: '^/(?:sol3/papers[.]cfm[?].*abstract_id=|abstract=)',
      expects: ['title', 'authors', 'date'],
      rows: [
        {
          row: '',
          title: '.box-abstract-main h1, h1',
          byline: '.box-abstract-main .authors, .authors',
          names: 'h2 a',
          fields: {
            abstract: '.abstract-text p',
            date: '.box-abstract-main .note-list',
            doi: 'a[href*="doi.org/10.2139"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .box-quick-links',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.trow',
          title: 'a.title',
          byline: '.authors-list',
          names: 'a',
          fields: { page: 'a.title@href', date: '.note-list || .note' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
