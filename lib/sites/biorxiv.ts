// bioRxiv and medRxiv (HighWire): lists, articles.
import type { SiteAdapter } from './adapter.ts';

export const biorxiv: SiteAdapter = {
  id: 'biorxiv',
  name: 'bioRxiv',
  confirmed: true,
  hosts: ['*.biorxiv.org', '*.medrxiv.org'],
  pages: [
    {
      path: '^/content/',
      expects: ['title'],
      rows: [
        {
          row: '',
          title: 'h1#page-title',
          byline: '#page-title ~ .highwire-cite .highwire-citation-authors',
          names: '.highwire-citation-author',
        },
      ],
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.highwire-article-citation',
          title: '.highwire-cite-linked-title',
          byline: '.highwire-cite-authors',
          names: '.highwire-citation-author',
        },
      ],
    },
  ],
};
