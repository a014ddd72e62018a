// ACM Digital Library: articles with their references, and every list: proceedings, issues, search, author profiles.
import type { SiteAdapter } from './adapter.ts';
import { article, articlePath, doiAddresses, references } from './platforms/atypon.ts';
import { readSearchLink } from './read/references.ts';

export const acm: SiteAdapter = {
  id: 'acm',
  name: 'ACM Digital Library',
  confirmed: true,
  hosts: ['dl.acm.org'],
  addresses: [doiAddresses('dl.acm.org')],
  pages: [
    // Proceedings have a DOI as well, in another place of the address.
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [article, references],
      skip: 'header.header, footer, .cookiePolicy-popup, .recommended-articles',
      read: readSearchLink,
    },
    {
      path: '^/',
      expects: ['title'],
      rows: [
        {
          row: '.issue-item',
          title: '.issue-item__title',
          byline: '[aria-label="authors"]',
          names: 'a',
          fields: {
            doi: 'a.issue-item__doi@href || .issue-item__title a@href',
            page: '.issue-item__title a@href',
            abstract: '.issue-item__abstract p',
            date: '.bookPubDate || .issue-item__detail > span',
            venue: '.issue-item__detail .epub-section__title',
          },
        },
      ],
      skip: 'header.header, footer, .cookiePolicy-popup',
    },
  ],
};
