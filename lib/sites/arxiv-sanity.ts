// arxiv-sanity-lite: recent arXiv papers, ranked and searched. Layout after the site's own program.
import type { SiteAdapter } from './adapter.ts';

export const arxivSanity: SiteAdapter = {
  id: 'arxiv-sanity',
  name: 'arxiv-sanity',
  confirmed: false,
  hosts: ['*.arxiv-sanity-lite.com'],
  pages: [
    {
      path: '^/',
      expects: ['title', 'authors', 'arxiv'],
      rows: [
        {
          row: '.rel_paper',
          title: '.rel_title a',
          byline: '.rel_authors',
          fields: {
            arxiv: '.rel_title a@href',
            abstract: '.rel_abs',
            date: '.rel_time',
            categories: '.rel_tags',
          },
        },
      ],
      read: ({ fields: { categories = [] } }) => ({
        categories: categories
          .flatMap((text) => text.split(/[\s,]+/u))
          .filter((one) => /^[a-z-]+[.][A-Za-z-]+$/u.test(one)),
      }),
    },
  ],
};
