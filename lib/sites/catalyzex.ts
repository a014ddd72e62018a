// CatalyzeX: pages of papers with code, and of authors. The arXiv id is in the addresses; the rest of the layout is
// known from the pages' text only.
import type { SiteAdapter } from './adapter.ts';

/** "Authors: A, B" and "Abstract: …" are in lines of their own. */
const labelled = (label: string, lines: readonly string[] = []): string[] =>
  lines
    .filter((line) => line.startsWith(`${label}:`))
    .map((line) => line.slice(label.length + 1).trim())
    .slice(0, 1);

export const catalyzex: SiteAdapter = {
  id: 'catalyzex',
  name: 'CatalyzeX',
  confirmed: false,
  hosts: ['www.catalyzex.com'],
  atInstall: ['www.catalyzex.com'],
  hydrates: true,
  addresses: [
    {
      match: '^https://www[.]catalyzex[.]com/paper/arxiv:([0-9]{4}[.][0-9]{4,5}(?:v[0-9]+)?)(?:[/?#].*)?$',
      page: 'https://www.catalyzex.com/paper/arxiv:{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/paper/',
      expects: ['title'],
      rows: [
        {
          row: '',
          title: 'h1',
          fields: {
            authors: 'main p, main div > span',
            abstract: 'main p',
            arxiv: 'main a[href*="arxiv.org/"]@href',
          },
        },
      ],
      skip: 'header, footer, nav',
      read: ({ fields: { authors, abstract } }) => ({
        authors: labelled('Authors', authors),
        abstract: labelled('Abstract', abstract),
      }),
    },
    {
      path: '^/(author|s|$)',
      expects: ['title'],
      rows: [
        {
          row: 'section, article, li',
          title: 'h2 a[href*="/paper/"], h3 a[href*="/paper/"]',
          fields: {
            page: 'a[href*="/paper/"]@href',
            arxiv: 'a[href*="/paper/"]@href || a[href*="arxiv.org/"]@href',
            authors: 'p, div > span',
            abstract: 'p',
          },
        },
      ],
      skip: 'header, footer, nav',
      read: ({ fields: { authors, abstract } }) => ({
        authors: labelled('Authors', authors),
        abstract: labelled('Abstract', abstract),
      }),
    },
  ],
};
