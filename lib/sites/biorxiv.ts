// bioRxiv: preprints with their references, and every list of them: recent, collections, search.
import type { SiteAdapter } from './adapter.ts';
import { article, listed, readHighwire, references } from './platforms/highwire.ts';

export const biorxiv: SiteAdapter = {
  id: 'biorxiv',
  name: 'bioRxiv',
  confirmed: true,
  hosts: ['*.biorxiv.org'],
  addresses: [
    {
      match:
        '^https?://(?:www[.])?biorxiv[.]org/content/(10[.][0-9]{4,5}/[0-9.]+v[0-9]+)' +
        '(?:[.](?:full[.]pdf|full-text|full|abstract|article-info|article-metrics|supplementary-material))?(?:[?#+].*)?$',
      page: 'https://www.biorxiv.org/content/{1}',
      pdf: 'https://www.biorxiv.org/content/{1}.full.pdf',
    },
  ],
  pages: [
    {
      path: '^/content/(?:10[.]|biorxiv/early/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9.]+|early/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9.]+)',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header:not(:has(h1)), footer, nav, .sidebar-right-wrapper',
      read: readHighwire,
    },
    {
      path: '^/',
      expects: ['title', 'authors', 'doi'],
      rows: [listed],
      skip: 'header:not(:has(h1)), footer, nav, .highwire-form',
      read: readHighwire,
    },
  ],
};
