// eLife: articles and reviewed preprints with their references, and lists.
import type { SiteAdapter } from './adapter.ts';

export const elife: SiteAdapter = {
  id: 'elife',
  name: 'eLife',
  confirmed: false,
  hosts: ['elifesciences.org'],
  hydrates: true,
  pages: [
    {
      path: '^/(?:articles|reviewed-preprints)/[0-9]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.content-header__title, h1.title',
          byline: '.author_list, .authors-list',
          names: '.author_link_highlight, .author_list_item > a, .authors-list__item > a',
          fields: {
            abstract: '#abstract .article-section__body p || #abstract p',
            doi: '.doi__link@href || .doi@href || a[href*="doi.org/10.7554"]@href',
            date: 'time@datetime',
          },
        },
        {
          row: '.reference-list__item',
          title: '.reference__title',
          byline: '.reference__authors_list',
          names: '.reference__author',
          fields: {
            date: '.reference__authors_list_suffix || .reference__origin',
            venue: '.reference__origin i',
            doi: '.reference__title a@href || .doi__link@href',
          },
        },
      ],
      skip: 'header.site-header, footer, .content-aside, .view-selector',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.teaser',
          title: '.teaser__header_text',
          byline: '.teaser__secondary_info',
          fields: { page: '.teaser__header_text_link@href || .teaser__header_text a@href', date: 'time@datetime' },
        },
      ],
      skip: 'header.site-header, footer',
    },
  ],
};
