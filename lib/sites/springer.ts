// Springer Link: articles, chapters, books with their chapters, search results and issues.
import type { SiteAdapter } from './adapter.ts';
import { article, aside, references } from './platforms/springer.ts';
import { readSearchLink } from './read/references.ts';

export const springer: SiteAdapter = {
  id: 'springer',
  name: 'Springer Link',
  confirmed: true,
  hosts: ['*.springer.com'],
  addresses: [
    // A chapter's DOI is its book's number and its own.
    {
      match:
        '^https?://link[.]springer[.]com/(?:content/pdf|chapter|epdf)/(10[.][0-9]{4,9}/97[89]-[^?#]+_[0-9]+)(?:[.]pdf)?(?:[?#].*)?$',
      page: 'https://link.springer.com/chapter/{1}',
      pdf: 'https://link.springer.com/content/pdf/{1}.pdf',
    },
    {
      match:
        '^https?://link[.]springer[.]com/(?:content/pdf|article|epdf)/(10[.][0-9]{4,9}/(?!97[89]-)[^?#]+?)(?:[.]pdf)?(?:/fulltext[.]html)?(?:[?#].*)?$',
      page: 'https://link.springer.com/article/{1}',
      pdf: 'https://link.springer.com/content/pdf/{1}.pdf',
    },
  ],
  pages: [
    {
      path: '^/(?:article|chapter|protocol|referenceworkentry)/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: aside,
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: 'li[data-test="chapter"], li[data-test="search-result-item"], .c-card-open, article.app-card-open',
          title: 'h3',
          byline: '[data-test="author-list"], [data-test="authors"], .app-card-open__authors, .c-author-list',
          names: 'li',
          fields: {
            page: 'h3 a@href',
            date: '[data-test="published"] || time@datetime',
            venue: '[data-test="parent"]',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .c-cookie-banner, [data-test="search-filters"]',
    },
  ],
};
