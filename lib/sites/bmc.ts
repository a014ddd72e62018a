// BioMed Central and SpringerOpen: articles with their references, and lists of a journal.
import type { SiteAdapter } from './adapter.ts';
import { article, aside, references } from './platforms/springer.ts';
import { readSearchLink } from './read/references.ts';

export const bmc: SiteAdapter = {
  id: 'bmc',
  name: 'BioMed Central',
  confirmed: false,
  hosts: ['*.biomedcentral.com', '*.springeropen.com'],
  addresses: [
    {
      match:
        '^https?://([a-z0-9-]+)[.](biomedcentral|springeropen)[.]com/(?:articles|counter/pdf)/(10[.][0-9]{4,9}/[^/?#]+?)(?:[.]pdf)?(?:[?#].*)?$',
      page: 'https://{1}.{2}.com/articles/{3}',
      pdf: 'https://{1}.{2}.com/counter/pdf/{3}.pdf',
    },
  ],
  pages: [
    {
      path: '^/articles/10[.]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: aside,
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.c-listing__content',
          title: '.c-listing__title',
          byline: '.c-listing__authors-list, .c-listing__authors',
          fields: {
            page: '.c-listing__title a@href',
            date: '[data-test="published-on"]',
            venue: '[data-test="journal-title"]',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer',
    },
  ],
};
