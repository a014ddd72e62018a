// IOPscience: articles, issues, search.
import type { SiteAdapter } from './adapter.ts';

export const iop: SiteAdapter = {
  id: 'iop',
  name: 'IOPscience',
  confirmed: true,
  hosts: ['iopscience.iop.org'],
  addresses: [
    {
      match:
        '^https?://iopscience[.]iop[.]org/article/(10[.][0-9]{4,9}/[^?#]+?)(?:/(?:pdf|meta|epub|ampdf))?(?:[?#].*)?$',
      page: 'https://iopscience.iop.org/article/{1}',
      pdf: 'https://iopscience.iop.org/article/{1}/pdf',
    },
  ],
  pages: [
    {
      path: '^/article/10[.]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.wd-jnl-art-title',
          byline: '.wd-jnl-art-author-list, .mb-0[data-authors], .wd-jnl-art-collab',
          names: '[itemprop="name"]',
          fields: {
            authors: '[itemprop="author"] [itemprop="name"]',
            abstract: '.wd-jnl-art-abstract p',
            doi: '.wd-jnl-art-doi a[href^="http"]@href || a[href^="https://doi.org/10.1088"]@href',
            date: '.wd-jnl-art-pub-date',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .sidebar',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.art-list-item',
          title: '.art-list-item-title',
          byline: '.art-list-item-meta',
          names: '[itemprop="name"]',
          fields: {
            doi: 'a.art-list-item-title@href',
            page: 'a.art-list-item-title@href',
            pdf: 'a[href$="/pdf"]@href',
            date: '.art-list-item-meta + .small || .art-list-item-meta',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
