// Springer, Nature and BioMed Central: one layout for articles.
import type { SiteAdapter } from './adapter.ts';

export const springerNature: SiteAdapter = {
  id: 'springer-nature',
  name: 'Springer Nature',
  confirmed: true,
  hosts: ['*.nature.com', '*.springer.com', '*.biomedcentral.com', '*.springeropen.com'],
  pages: [
    {
      path: '^/(article|articles|chapter)/',
      expects: ['title'],
      rows: [
        {
          row: '',
          title: 'h1.c-article-title',
          byline: 'ul.c-article-author-list',
          names: 'a[data-test="author-name"]',
        },
      ],
    },
    { path: '^/', expects: ['title'], rows: [{ row: '.c-card-open, li[data-test="chapter"]', title: 'h3' }] },
  ],
};
