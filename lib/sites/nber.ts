// NBER: working papers, and lists of them.
import type { SiteAdapter } from './adapter.ts';

export const nber: SiteAdapter = {
  id: 'nber',
  name: 'NBER',
  confirmed: true,
  hosts: ['www.nber.org'],
  addresses: [
    {
      match:
        '^https?://www[.]nber[.]org/(?:papers|system/files/working_papers)/(w[0-9]+)(?:/w[0-9]+)?(?:[.]pdf)?(?:[?#].*)?$',
      page: 'https://www.nber.org/papers/{1}',
      pdf: 'https://www.nber.org/system/files/working_papers/{1}/{1}.pdf',
    },
  ],
  pages: [
    {
      path: '^/papers/w[0-9]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.page-header__title',
          byline: '.page-header__authors',
          names: 'a',
          fields: {
            abstract: '.page-header__intro-inner p',
            date: 'time@datetime || time',
            doi: 'a[href*="doi.org/10.3386"]@href',
          },
        },
      ],
      skip: 'header.header, footer, nav',
    },
    {
      path: '^/(?:papers|search|people|programs-projects)',
      expects: [],
      rows: [
        {
          row: '.digest-card',
          title: '.digest-card__title',
          byline: '.digest-card__items',
          names: 'a',
          fields: {
            page: '.digest-card__title a@href',
            date: '.digest-card__label',
            abstract: '.digest-card__summary',
          },
        },
      ],
      skip: 'header.header, footer, nav',
    },
  ],
};
