// The Journal of Open Source Software: papers, and the lists of them. Every paper is about a program.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

/** The repository's link is the one that says so; the archive's is the program as it was reviewed. */
export function readJoss({ url, fields }: PageSaid): Fields {
  const doi = /[/]papers[/](10[.]21105[/]joss[.][0-9]{5})/u.exec(url)?.[1];
  return {
    ...(doi === undefined ? {} : { doi: [doi] }),
    ...(fields.code === undefined
      ? {}
      : { code: fields.code.filter((address) => !address.includes('/joss-reviews/')) }),
  };
}

export const joss: SiteAdapter = {
  id: 'joss',
  name: 'JOSS',
  // The layout is that of the site's published templates.
  confirmed: false,
  hosts: ['joss.theoj.org'],
  addresses: [
    {
      match: '^https?://joss[.]theoj[.]org/papers/(10[.]21105/joss[.][0-9]{5})(?:[.]pdf)?(?:[?#].*)?$',
      page: 'https://joss.theoj.org/papers/{1}',
      pdf: 'https://joss.theoj.org/papers/{1}.pdf',
    },
  ],
  pages: [
    {
      path: '^/papers/10[.]21105/',
      expects: ['title', 'authors', 'date', 'doi', 'code'],
      rows: [
        {
          row: '',
          title: '.paper-title h1, .paper-meta h1',
          fields: {
            code: 'a[href*="github.com/"].paper-btn@href || .btn-group-vertical a[href*="github.com/"]@href || .paper-sidebar a[href*="github.com/"]@href',
            doi: '.paper-title [data-doi]@data-doi',
            date: '.paper-meta .small ~ .small || .paper-meta .small',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
      read: readJoss,
    },
    {
      path: '^/(?:papers)?(?:[?/]|$)',
      expects: [],
      rows: [
        {
          row: '.paper-card',
          title: '.paper-title a, .paper-title',
          byline: '.submitted_by, .authors',
          fields: { doi: '.paper-title a@href', page: '.paper-title a@href', date: '.time' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
