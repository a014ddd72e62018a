// NeurIPS: the proceedings' lists and abstracts.
import type { SiteAdapter } from './adapter.ts';

export const neurips: SiteAdapter = {
  id: 'neurips',
  name: 'NeurIPS',
  confirmed: true,
  hosts: ['proceedings.neurips.cc', 'papers.neurips.cc', 'papers.nips.cc'],
  pages: [
    {
      path: '^/paper(_files)?/[0-9]+/?$',
      expects: ['title'],
      rows: [{ row: 'li', title: 'a[href*="/hash/"]', byline: 'i' }],
    },
    {
      path: '^/paper',
      expects: ['title'],
      rows: [{ row: '', title: 'h4:first-of-type', byline: 'h4 + p i, h4 ~ p i' }],
    },
  ],
};
