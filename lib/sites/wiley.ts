// Wiley Online Library: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { articlePath } from './platforms/atypon.ts';

export const wiley: SiteAdapter = {
  id: 'wiley',
  name: 'Wiley Online Library',
  confirmed: true,
  hosts: ['*.onlinelibrary.wiley.com'],
  addresses: [
    {
      // Journals of societies have a name of their own before the site's.
      match:
        '^https?://((?:[a-z0-9-]+[.])?onlinelibrary[.]wiley[.]com)/doi/(?:(?:abs|full|pdf|epdf|pdfdirect)/)?(10[.][0-9]{4,9}/[^?#]+?)(?:[?#].*)?$',
      page: 'https://{1}/doi/{2}',
      pdf: 'https://{1}/doi/pdfdirect/{2}',
    },
  ],
  pages: [
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.citation__title',
          byline: '.loa-authors',
          names: '.author-name > span, .author-name',
          fields: {
            abstract: '.article-section__abstract .article-section__content p || .article-section__abstract p',
            doi: 'a.epub-doi@href',
            date: '.epub-date',
            venue: '.journal-banner-text || a.journal-title',
          },
        },
        {
          row: 'li[data-bib-id]',
          title: '.articleTitle, .chapterTitle, .bookTitle',
          fields: { authors: '.author', date: '.pubYear', doi: '.data-doi || a[href*="doi.org/10."]@href', venue: 'i' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .article-row-right',
    },
    {
      path: '^/(?:toc|action/doSearch|loi|journal|topic)',
      expects: ['title'],
      rows: [
        {
          row: '.search__item',
          title: '.publication_title',
          byline: '.meta__authors',
          names: '.author-style, a',
          fields: {
            doi: '.publication_title@href',
            page: '.publication_title@href',
            date: '.meta__epubDate',
            venue: '.meta__serial',
          },
        },
        {
          row: '.issue-item',
          title: '.issue-item__title',
          byline: '.loa',
          names: '.author-style, a',
          fields: {
            doi: 'a.issue-item__title@href',
            page: 'a.issue-item__title@href',
            date: '.ePubDate',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .facet',
    },
  ],
};
