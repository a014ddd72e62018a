// SciPost: publications with their references, lists.
import type { SiteAdapter } from './adapter.ts';

export const scipost: SiteAdapter = {
  id: 'scipost',
  name: 'SciPost',
  // The layout is that of the site's published templates.
  confirmed: false,
  hosts: ['scipost.org'],
  addresses: [
    {
      match: '^https?://scipost[.]org/(10[.]21468/[A-Za-z0-9.]+?)(?:/pdf)?/?(?:[?#].*)?$',
      page: 'https://scipost.org/{1}',
      pdf: 'https://scipost.org/{1}/pdf',
    },
  ],
  pages: [
    {
      path: '^/10[.]21468/[^/]+[.][0-9]+[.][0-9]+',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h2.text-blue',
          strip: '.label',
          byline: 'h2.text-blue + p',
          fields: {
            abstract: 'p.abstract',
            doi: '.publicationClickables > li',
            pdf: '.publicationPDF a@href',
            date: 'h2.text-blue ~ .text-muted',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .modal',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.card:has(> .card-header + .card-body .card-text)',
          title: '.card-header h3 a',
          byline: '.card-text',
          fields: {
            doi: '.card-header h3 a@href',
            page: '.card-header h3 a@href',
            date: '.card-text.text-muted',
            abstract: '.abstract',
            pdf: 'a[href$="/pdf"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
