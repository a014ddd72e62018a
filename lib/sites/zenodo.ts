// Zenodo: records (papers, software, data), search results.
import type { SiteAdapter } from './adapter.ts';

export const zenodo: SiteAdapter = {
  id: 'zenodo',
  name: 'Zenodo',
  confirmed: false,
  hosts: ['zenodo.org'],
  addresses: [
    {
      match:
        '^https://zenodo[.]org/(?:api/)?records?/([0-9]+)/(?:files|preview)/([^/?#]+[.][pP][dD][fF])(?:/content)?(?:[?#].*)?$',
      page: 'https://zenodo.org/records/{1}',
      pdf: 'https://zenodo.org/records/{1}/files/{2}',
    },
  ],
  pages: [
    {
      path: '^/records?/[0-9]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: '#record-title',
          byline: 'dl.creatibutors',
          names: '.creatibutor-name',
          fields: {
            abstract: '#description .rich-input-content || #description',
            doi: '[data-clipboard-text*="10.5281"]@data-clipboard-text || .get-badge@data-doi',
            date: '#record-publication-date || [aria-label="Publication date"]',
            code: '#related-identifiers a[href*="github.com/"]@href || a[href*="github.com/"][href*="/tree/"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, #metrics',
    },
    {
      path: '^/(?:search|communities|uploads)',
      expects: ['title'],
      rows: [
        {
          row: '.ui.items > .item, li.item',
          title: '.header a, h2.header',
          byline: '.creatibutors',
          names: '.creatibutor-name, .creatibutor-link',
          fields: {
            page: '.header a@href',
            date: '.labels-actions .primary || .labels-actions',
            abstract: '.description',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
  ],
};
