// ECVA: the papers of ECCV, all years in one list (dt with the title, names in the dd after it), and paper pages.
import type { SiteAdapter } from './adapter.ts';
import { conferenceOf } from './cvf.ts';

export const ecva: SiteAdapter = {
  id: 'ecva',
  name: 'ECVA',
  confirmed: false,
  hosts: ['www.ecva.net', 'ecva.net'],
  pages: [
    {
      path: '^/papers/',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: '#papertitle',
          byline: '#authors i',
          fields: {
            abstract: '#abstract',
            pdf: 'a[href$=".pdf"]:not([href*="supp"])@href',
            doi: 'a[href*="doi.org/"]@href',
          },
        },
      ],
      read: ({ url }) => conferenceOf(url),
    },
    {
      path: '^/papers[.]php',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'dt.ptitle',
          next: true,
          title: 'dt.ptitle a',
          byline: '',
          fields: { page: '.ptitle a@href' },
        },
      ],
      read: ({ fields: { page = [] } }) => conferenceOf(page[0] ?? ''),
    },
  ],
};
