// SAGE Journals: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, articlePath, doiAddresses, references } from './platforms/atypon.ts';
import { readSearchLink } from './read/references.ts';

export const sage: SiteAdapter = {
  id: 'sage',
  name: 'SAGE Journals',
  confirmed: true,
  hosts: ['journals.sagepub.com'],
  addresses: [doiAddresses('journals.sagepub.com')],
  pages: [
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header:not(:has(h1)), footer',
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.issue-item',
          title: '.issue-item__heading, .issue-item__title',
          byline: '.issue-item__authors, .loa',
          names: 'li, .author',
          fields: { doi: 'a[href*="/doi/"]@href', page: 'a[href*="/doi/"]@href', date: '.issue-item__header' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .facet',
    },
  ],
};
