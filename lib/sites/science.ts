// The Science journals: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, articlePath, cards, doiAddresses, references } from './platforms/atypon.ts';
import { readSearchLink } from './read/references.ts';

export const science: SiteAdapter = {
  id: 'science',
  name: 'Science',
  confirmed: false,
  hosts: ['www.science.org', 'science.org'],
  addresses: [doiAddresses('www.science.org')],
  pages: [
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header:not(:has(h1)), footer',
      read: readSearchLink,
    },
    { path: '^/', expects: [], rows: [cards], skip: 'header:not(:has(h1)), footer' },
  ],
};
