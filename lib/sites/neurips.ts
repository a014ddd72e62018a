// NeurIPS proceedings: a year's list and the page of a paper.
import type { SiteAdapter } from './adapter.ts';

/** The year is in every address of the proceedings. */
export const yearOfPath = (url: string): string[] => {
  const year = /[/]paper(?:_files[/]paper)?[/]((?:19|20)[0-9]{2})(?:[/?#]|$)/u.exec(url)?.[1];
  return year === undefined ? [] : [year];
};

export const neurips: SiteAdapter = {
  id: 'neurips',
  name: 'NeurIPS',
  confirmed: false,
  hosts: [
    'proceedings.neurips.cc',
    'papers.neurips.cc',
    'papers.nips.cc',
    'proceedings.nips.cc',
    'datasets-benchmarks-proceedings.neurips.cc',
  ],
  atInstall: ['*.neurips.cc', '*.nips.cc'],
  addresses: [
    {
      match:
        '^https?://((?:proceedings|papers|datasets-benchmarks-proceedings)[.](?:neurips|nips)[.]cc/paper(?:_files/paper)?/[0-9]{4})/(?:hash|file)/' +
        '([0-9a-f]{8,64})-(?:Abstract|Paper)((?:-[A-Za-z0-9_]+)*)[.](?:html|pdf)(?:[?#].*)?$',
      page: 'https://{1}/hash/{2}-Abstract{3}.html',
      pdf: 'https://{1}/file/{2}-Paper{3}.pdf',
    },
  ],
  pages: [
    {
      path: '^/paper(_files/paper)?/[0-9]+/?(?:[?]|$)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'li',
          title: 'a[href*="/hash/"]',
          byline: 'i, .paper-authors',
          fields: { page: 'a[href*="/hash/"]@href' },
        },
      ],
      skip: 'nav, footer',
      read: ({ url }) => ({ date: yearOfPath(url), venue: ['Advances in Neural Information Processing Systems'] }),
    },
    {
      path: '^/paper',
      expects: ['title', 'authors', 'date', 'pdf'],
      rows: [
        {
          row: '',
          title: 'h4:first-of-type',
          byline: 'h4 + p i, h4 ~ p i',
          fields: { pdf: 'a[href$=".pdf"][href*="-Paper"]@href', abstract: '.paper-abstract, h4 ~ p:last-of-type' },
        },
      ],
      skip: 'nav, footer',
      read: ({ url }) => ({ date: yearOfPath(url), venue: ['Advances in Neural Information Processing Systems'] }),
    },
  ],
};
