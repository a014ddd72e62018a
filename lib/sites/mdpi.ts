// MDPI: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { inText, readSearchLink } from './read/references.ts';

export const mdpi: SiteAdapter = {
  id: 'mdpi',
  name: 'MDPI',
  confirmed: true,
  hosts: ['*.mdpi.com'],
  addresses: [
    {
      match:
        '^https?://www[.]mdpi[.]com/([0-9]{4}-[0-9]{3}[0-9X]/[0-9]+/[0-9A-Za-z]+/[0-9]+)(?:/(?:pdf|htm|html|notes|review_report))?(?:[?#].*)?$',
      page: 'https://www.mdpi.com/{1}',
      pdf: 'https://www.mdpi.com/{1}/pdf',
    },
  ],
  pages: [
    {
      path: '^/[0-9]{4}-[0-9]{3}[0-9X]/[0-9]+/[0-9A-Za-z]+/[0-9]+',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.title',
          byline: '.art-authors',
          names: '.profile-card-drop',
          fields: {
            abstract: '#html-abstract .html-p || .art-abstract',
            doi: '.bib-identity a[href*="doi.org/"]@href',
            date: '.pubhistory',
            venue: '.bib-identity em',
          },
        },
        {
          row: '#html-references_list li',
          title: inText,
          fields: { page: 'a.google-scholar@href', doi: 'a.cross-ref@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, #left-column, .top-bar',
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.article-content',
          title: 'a.title-link',
          byline: '.authors',
          names: '.inlineblock',
          fields: {
            page: 'a.title-link@href',
            doi: '.color-grey-dark a[href*="doi.org/"]@href',
            date: '.color-grey-dark',
            venue: '.color-grey-dark em',
            abstract: '.abstract-full',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, #left-column, .top-bar',
    },
  ],
};
