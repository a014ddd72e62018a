// Proceedings of Machine Learning Research: volumes and papers.
import type { SiteAdapter } from './adapter.ts';

export const pmlr: SiteAdapter = {
  id: 'pmlr',
  hosts: ['proceedings.mlr.press'],
  pages: [
    {
      path: '^/v[0-9]+/?$',
      rows: [{ row: 'div.paper', title: 'p.title', byline: 'span.authors' }],
    },
    { path: '^/v[0-9]+/.+', rows: [{ row: '', title: 'h1', byline: 'span.authors' }] },
  ],
};
