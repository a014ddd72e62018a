// bioRxiv and medRxiv (HighWire): lists, articles.
import type { SiteAdapter } from './adapter.ts';

export const biorxiv: SiteAdapter = {
  id: 'biorxiv',
  hosts: ['*.biorxiv.org', '*.medrxiv.org'],
  pages: [
    {
      path: '^/content/',
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
