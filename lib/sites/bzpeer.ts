// BZPEER: a researcher's profile with a list of works. Known from the pages' text only: a work is a heading with a line
// of kind, year and source before it ("preprint 2022 arXiv").
import type { SiteAdapter } from './adapter.ts';

export const bzpeer: SiteAdapter = {
  id: 'bzpeer',
  name: 'BZPEER',
  confirmed: false,
  hosts: ['*.bzpeer.com'],
  atInstall: ['*.bzpeer.com'],
  hydrates: true,
  pages: [
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: 'article',
          title: 'h2, h3, h4',
          fields: {
            date: 'time || span',
            arxiv: 'a[href*="arxiv.org/"]@href',
            doi: 'a[href*="doi.org/"]@href',
            page: 'h2 a, h3 a, h4 a@href',
          },
        },
      ],
      skip: 'header, footer, nav, aside',
      read: ({ fields: { date = [] } }) => ({
        date: date.filter((text) => /^(?:19|20)[0-9]{2}$/u.test(text)).slice(0, 1),
      }),
    },
  ],
};
