// PNAS: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, articlePath, cards, doiAddresses, references } from './platforms/atypon.ts';
import { readSearchLink } from './read/references.ts';

export const pnas: SiteAdapter = {
  id: 'pnas',
  name: 'PNAS',
  confirmed: true,
  hosts: ['www.pnas.org'],
  addresses: [doiAddresses('www.pnas.org')],
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
