// nature.com: articles with their references, and lists: search, journals, issues.
import type { SiteAdapter } from './adapter.ts';
import { article, aside, references } from './platforms/springer.ts';
import { readSearchLink } from './read/references.ts';

export const nature: SiteAdapter = {
  id: 'nature',
  name: 'Nature',
  // The saved page is a news page of the site: it shows what is no paper, not how one looks.
  confirmed: true,
  hosts: ['*.nature.com'],
  addresses: [
    {
      match: '^https?://(?:www[.])?nature[.]com/articles/([a-z0-9-]+)(?:[.]pdf)?(?:[/?#].*)?$',
      page: 'https://www.nature.com/articles/{1}',
      pdf: 'https://www.nature.com/articles/{1}.pdf',
    },
  ],
  pages: [
    // News, comments and podcasts are numbered with a "d".
    { path: '^/articles/d[0-9]', expects: [], rows: [], skip: 'header:not(:has(h1)), footer' },
    {
      path: '^/articles/[^?/]',
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
          row: 'article.c-card, .app-article-list-row__item:not(:has(article.c-card))',
          title: '.c-card__title',
          byline: '.c-author-list, .app-author-list',
          names: '[itemprop="name"]',
          fields: {
            page: '.c-card__title a@href || a.c-card__link@href',
            date: 'time@datetime',
            venue: '[data-test="journal-title-and-link"] || [data-test="journal-title"]',
            abstract: '[data-test="article-description"] p',
          },
        },
      ],
      skip: 'header.c-header, footer, .c-cookie-banner',
    },
  ],
};
