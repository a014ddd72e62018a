// The journals of Copernicus: articles, and lists of them.
import type { SiteAdapter } from './adapter.ts';

export const copernicus: SiteAdapter = {
  id: 'copernicus',
  name: 'Copernicus',
  confirmed: false,
  hosts: ['*.copernicus.org'],
  addresses: [
    {
      match:
        '^https?://([a-z]+)[.]copernicus[.]org/articles/([0-9]+)/([0-9]+)/([0-9]{4})(?:/(?:[a-z]+-[0-9-]+[.](?:pdf|html|xml))?)?(?:[?#].*)?$',
      page: 'https://{1}.copernicus.org/articles/{2}/{3}/{4}/',
      pdf: 'https://{1}.copernicus.org/articles/{2}/{3}/{4}/{1}-{2}-{3}-{4}.pdf',
    },
  ],
  pages: [
    {
      path: '^/(?:articles|preprints)/[0-9a-z-]+/[0-9]+/[0-9]{4}',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1',
          byline: '.authors-full, .mb-3 .authors',
          names: '.author-name, nobr',
          fields: {
            abstract: '.abstract-content p || .abstract p',
            doi: '.citation-doi a@href || a[href*="doi.org/10.5194"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.paperlist-object',
          title: '.article-title',
          byline: '.authors',
          fields: {
            page: 'a.article-title@href',
            doi: '.citation a@href || .citation',
            date: '.published-date || .citation',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
  ],
};
