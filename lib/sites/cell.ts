// Cell Press: articles with their references, issues.
import type { SiteAdapter } from './adapter.ts';
import { article, references } from './platforms/atypon.ts';
import { readSearchLink } from './read/references.ts';

export const cell: SiteAdapter = {
  id: 'cell',
  name: 'Cell Press',
  confirmed: false,
  hosts: ['*.cell.com'],
  addresses: [
    {
      match:
        '^https://(?:www[.])?cell[.]com/((?:[a-z-]+/)?[a-z-]+)/(?:fulltext|abstract|pdf|pdfExtended|references)/(S?[0-9]{4}-[0-9X]{4})(?:[(]|%28)([0-9]{2})(?:[)]|%29)([0-9]{5}-[0-9X])(?:[.]pdf)?(?:[?#].*)?$',
      page: 'https://www.cell.com/{1}/fulltext/{2}({3}){4}',
      pdf: 'https://www.cell.com/{1}/pdf/{2}({3}){4}.pdf',
    },
  ],
  pages: [
    {
      path: '/(?:fulltext|abstract)/S?[0-9]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [{ ...article, title: 'h1[property="name"], h1.article-header__title' }, references],
      skip: 'header.header, footer',
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.articleCitation',
          title: '.toc__item__title',
          byline: '.toc__item__authors',
          names: 'li',
          fields: { page: '.toc__item__title a@href', date: '.toc__item__date', pdf: 'a.pdfLink@href' },
        },
      ],
      skip: 'header.header, footer',
    },
  ],
};
