// The journals of the JAMA Network: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { article, issue, references, search } from './platforms/silverchair.ts';

export const jama: SiteAdapter = {
  id: 'jama',
  name: 'JAMA Network',
  confirmed: true,
  hosts: ['*.jamanetwork.com'],
  pages: [
    {
      path: '/(?:fullarticle|article-abstract)/',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          ...article,
          title: 'h1.meta-article-title, h1.article-title-main',
          byline: '.meta-authors, .al-authors-list',
          names: `.wi-fullname, ${article.names ?? ''}`,
        },
        references,
      ],
      skip: 'header:not(:has(h1)), footer, .sidebar',
    },
    { path: '^/', expects: [], rows: [search, issue], skip: 'header:not(:has(h1)), footer' },
  ],
};
