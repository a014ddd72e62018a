// ACS Publications: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { articlePath, doiAddresses } from './platforms/atypon.ts';

export const acs: SiteAdapter = {
  id: 'acs',
  name: 'ACS Publications',
  confirmed: true,
  hosts: ['pubs.acs.org'],
  addresses: [doiAddresses('pubs.acs.org')],
  pages: [
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.article_header-title',
          byline: 'ul.loa',
          names: '.hlFld-ContribAuthor',
          fields: {
            abstract: '.articleBody_abstractText',
            doi: '.article_header-doiurl a@href',
            date: '.pub-date-value || .article_header-epubdate',
            venue: '.cit-title',
          },
        },
        {
          row: '#references > li, ol.references > li',
          title: '.NLM_article-title',
          byline: '.NLM_contrib-group',
          names: '.NLM_string-name',
          fields: {
            date: '.NLM_year',
            doi: '.refDoi || a[href*="doi.org/10."]@href',
            venue: '.citation_source-journal',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .article_header-right',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.issue-item',
          title: '.issue-item_title',
          byline: '.issue-item_loa',
          names: '.hlFld-ContribAuthor, li',
          fields: {
            doi: '.issue-item_title a@href',
            page: '.issue-item_title a@href',
            date: '.pub-date-value',
            venue: '.issue-item_jour-name',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, .facet',
    },
  ],
};
