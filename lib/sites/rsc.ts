// The Royal Society of Chemistry: articles, issues, search.
import type { SiteAdapter } from './adapter.ts';

export const rsc: SiteAdapter = {
  id: 'rsc',
  name: 'Royal Society of Chemistry',
  confirmed: false,
  hosts: ['pubs.rsc.org'],
  addresses: [
    {
      match:
        '^https?://pubs[.]rsc[.]org/([a-z]{2})/content/article(?:landing|html|pdf)/([0-9]{4})/([a-z0-9]+)/([a-z0-9]+)(?:[?#/].*)?$',
      page: 'https://pubs.rsc.org/{1}/content/articlelanding/{2}/{3}/{4}',
      pdf: 'https://pubs.rsc.org/{1}/content/articlepdf/{2}/{3}/{4}',
    },
  ],
  pages: [
    {
      path: '/content/article(?:landing|html)/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: '.article__title, .capsule__title, h1',
          byline: '.article__authors',
          names: '.article__author-link > a',
          fields: {
            abstract: '.capsule__text p || .abstract p',
            doi: '.doi-link a@href || a[href*="doi.org/10.1039"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .article-nav',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.capsule--article',
          title: '.capsule__title',
          byline: '.article__authors',
          fields: {
            doi: 'a[href*="doi.org/10.1039"]@href',
            page: 'a.capsule__action@href',
            date: '.article__citation || .capsule__footer || .text--small',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
