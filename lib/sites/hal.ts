// HAL, the French archive: documents, search results.
import type { SiteAdapter } from './adapter.ts';

export const hal: SiteAdapter = {
  id: 'hal',
  name: 'HAL',
  confirmed: true,
  hosts: ['*.hal.science', '*.archives-ouvertes.fr'],
  addresses: [
    {
      match:
        '^https?://([a-z0-9.-]*hal[.]science|[a-z0-9.-]*archives-ouvertes[.]fr)/([a-z]+-[0-9]{6,9}(?:v[0-9]+)?)(?:/(?:document|file/[^?#]*))?(?:[?#].*)?$',
      page: 'https://{1}/{2}',
      pdf: 'https://{1}/{2}/document',
    },
  ],
  pages: [
    {
      path: '^/[a-z]+-[0-9]{6,9}',
      expects: ['title', 'authors', 'date'],
      rows: [
        {
          row: '',
          title: 'h1, h2.title-lang.active, h2.title-lang',
          byline: '.authors, .author-list',
          names: '.author a:first-child, .author-text a, a.btn-popover',
          fields: {
            abstract: '.abstract-content || .abstract',
            // The foot of the page has the DOI of a certificate.
            doi: '.identifiers a[href*="doi.org/"]@href || a[href*="doi.org/10."]:not(.cts-link a, footer a)@href',
            date: '.header-section .year',
            arxiv: '.identifiers a[href*="arxiv.org/"]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
    {
      path: '^/search',
      expects: ['title'],
      rows: [
        {
          row: '.results-table tr, .result-item',
          title: 'h3, .title-results',
          byline: '.authors-results, .authors',
          names: 'a',
          fields: {
            page: '.title-results@href || h3 a@href',
            date: '.citation-results || .ref-biblio',
            doi: 'a[href*="doi.org/10."]@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
  ],
};
