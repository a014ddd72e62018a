// Taylor & Francis Online: articles with their references, issues, search.
import type { SiteAdapter } from './adapter.ts';
import { articlePath, doiAddresses } from './platforms/atypon.ts';

export const taylorFrancis: SiteAdapter = {
  id: 'taylor-francis',
  name: 'Taylor & Francis',
  confirmed: true,
  hosts: ['*.tandfonline.com'],
  addresses: [doiAddresses('www.tandfonline.com')],
  pages: [
    {
      path: articlePath,
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1 .NLM_article-title, h1.NLM_article-title',
          byline: '.literatumAuthors .hlFld-ContribAuthor, .literatumAuthors',
          names: 'a.author',
          fields: {
            abstract: '.abstractSection.abstractInFull p || .hlFld-Abstract p',
            doi: '.dx-doi a@href',
            date: '.itemPageRangeHistory || .widget-itemPageRangeHistory',
            venue: '.journal-heading a',
          },
        },
        {
          row: '.references > li',
          title: '.NLM_article-title, .NLM_chapter-title',
          fields: { authors: '.hlFld-ContribAuthor', date: '.NLM_year', doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.tocArticleEntry, .searchResultItem',
          title: '.art_title',
          byline: '.tocAuthors, .author',
          names: 'a',
          fields: {
            doi: '.art_title a@href',
            page: '.art_title a@href',
            date: '.tocEPubDate .date || .publication-year || .publication-meta',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer',
    },
  ],
};
