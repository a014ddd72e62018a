// ORCID, a single-page site: the works of a person.
import type { SiteAdapter } from './adapter.ts';

export const orcid: SiteAdapter = {
  id: 'orcid',
  name: 'ORCID',
  confirmed: false,
  hosts: ['orcid.org'],
  pages: [
    {
      path: '^/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]',
      expects: ['title'],
      rows: [
        {
          row: 'app-work-stack',
          title: '.work-title, h4',
          fields: {
            doi: 'a[href*="doi.org/10."]@href',
            arxiv: 'a[href*="arxiv.org/abs/"]@href',
            date: '.general-data',
            venue: '.general-data',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, app-side-bar',
    },
  ],
};
