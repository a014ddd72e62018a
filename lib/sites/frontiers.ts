// Frontiers: articles with their references, and lists.
import type { SiteAdapter } from './adapter.ts';
import { inText, readSearchLink, searchLink } from './read/references.ts';

export const frontiers: SiteAdapter = {
  id: 'frontiers',
  name: 'Frontiers',
  confirmed: true,
  hosts: ['*.frontiersin.org'],
  addresses: [
    {
      match:
        '^https?://(?:www[.])?frontiersin[.]org/(?:journals/[^/?#]+/)?articles/(10[.]3389/[a-z0-9.]+)(?:/(?:full|abstract|pdf|epub))?(?:[?#].*)?$',
      page: 'https://www.frontiersin.org/articles/{1}/full',
      pdf: 'https://www.frontiersin.org/articles/{1}/pdf',
    },
  ],
  pages: [
    {
      path: '^/(?:journals/[^/]+/)?articles/10[.]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: '.JournalAbstract h1, .ArticleDetails__main h1, h1',
          byline: '.JournalAbstract .authors, .authors',
          names: '.author-wrapper, a',
          fields: {
            abstract: '.JournalAbstract > p || .ArticleDetails__main__content p',
            doi: '.header-bar-three a@href || a[href*="doi.org/10.3389"]@href',
          },
        },
        {
          row: '.References__item, .References:not(:has(.References__item))',
          title: inText,
          fields: { page: searchLink, doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .ArticleDetails__aside',
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.CardArticle',
          title: '.CardArticle__title, h1, h2, h3',
          byline: '.CardArticle__author, .CardArticle__authors',
          fields: { doi: 'a[href*="/10.3389/"]@href', date: '.CardArticle__date', venue: '.CardArticle__journal' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
