// Proceedings of Machine Learning Research: volumes and papers.
import type { SiteAdapter } from './adapter.ts';

export const pmlr: SiteAdapter = {
  id: 'pmlr',
  name: 'PMLR',
  confirmed: false,
  hosts: ['proceedings.mlr.press'],
  atInstall: ['proceedings.mlr.press'],
  addresses: [
    {
      // The PDFs of many volumes since 235 are kept elsewhere: there only the page itself says where.
      match:
        '^https?://proceedings[.]mlr[.]press/([vr](?:[0-9]{1,2}|1[0-9]{2}|2[0-2][0-9]|23[0-4]))/([a-z0-9_-]+)[.]html(?:[?#].*)?$',
      page: 'https://proceedings.mlr.press/{1}/{2}.html',
      pdf: 'https://proceedings.mlr.press/{1}/{2}/{2}.pdf',
    },
    {
      match: '^https?://proceedings[.]mlr[.]press/([vr][0-9]+)/([a-z0-9_-]+)/[a-z0-9_-]+[.]pdf(?:[?#].*)?$',
      page: 'https://proceedings.mlr.press/{1}/{2}.html',
      pdf: 'https://proceedings.mlr.press/{1}/{2}/{2}.pdf',
    },
  ],
  pages: [
    {
      path: '^/[vr][0-9]+/?(?:[?]|$)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'div.paper',
          title: 'p.title',
          byline: 'span.authors',
          fields: {
            venue: 'span.info i',
            date: 'span.info',
            page: '.links a[href$=".html"]@href',
            pdf: '.links a[href$=".pdf"]@href',
            code: '.links a[href^="https://github.com/"]@href',
          },
        },
      ],
      // "PMLR 1998:1-20" holds a volume, not a year: only a year at the end counts.
      read: ({ fields: { date = [] } }) => ({
        date: date.flatMap((text) => /,\s((?:19|20)[0-9]{2})[.]?$/u.exec(text)?.[1] ?? []),
      }),
    },
    {
      path: '^/[vr][0-9]+/.+',
      expects: ['title', 'authors', 'date', 'pdf', 'venue'],
      rows: [
        {
          row: '',
          title: 'h1',
          byline: 'span.authors',
          fields: {
            abstract: '#abstract',
            venue: '#info i',
            pdf: '#extras a[href$=".pdf"]@href',
            code: '#extras a[href^="https://github.com/"]@href',
          },
        },
      ],
    },
  ],
};
