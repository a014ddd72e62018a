// Scholar Feed: lists of papers by author and topic. Known from the pages' text only: field and date, title, names cut
// short, abstract.
import type { SiteAdapter } from './adapter.ts';

export const scholarFeed: SiteAdapter = {
  id: 'scholar-feed',
  name: 'Scholar Feed',
  confirmed: false,
  hosts: ['*.scholarfeed.org'],
  atInstall: ['*.scholarfeed.org'],
  hydrates: true,
  pages: [
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: 'article',
          title: 'h2, h3',
          byline: '.authors',
          fields: {
            date: 'time',
            arxiv: 'a[href*="arxiv.org/"]@href',
            page: 'h2 a, h3 a@href',
            code: 'a[href^="https://github.com/"]@href',
          },
        },
      ],
      skip: 'header, footer, nav, aside',
      read: ({ fields: { authors = [] } }) => ({ authors: authors.map((line) => line.replace(/,?\set al[.]?$/u, '')) }),
    },
  ],
};
