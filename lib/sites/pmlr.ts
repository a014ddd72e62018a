// Proceedings of Machine Learning Research: volumes and papers.
import type { SiteAdapter } from './adapter.ts';

export const pmlr: SiteAdapter = {
  id: 'pmlr',
  name: 'PMLR',
  confirmed: false,
  hosts: ['proceedings.mlr.press'],
  pages: [
    {
      path: '^/v[0-9]+/?$',
      expects: ['title'],
      rows: [{ row: 'div.paper', title: 'p.title', byline: 'span.authors' }],
    },
    { path: '^/v[0-9]+/.+', expects: ['title'], rows: [{ row: '', title: 'h1', byline: 'span.authors' }] },
  ],
};
