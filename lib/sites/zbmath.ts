// zbMATH Open: reviews of papers, search results.
import type { SiteAdapter } from './adapter.ts';

const facts = {
  doi: 'a[href*="doi.org/10."]@href',
  arxiv: 'a[href*="arxiv.org/abs/"]@href',
  date: '.source',
  venue: '.source a',
};

export const zbmath: SiteAdapter = {
  id: 'zbmath',
  name: 'zbMATH Open',
  confirmed: false,
  hosts: ['zbmath.org'],
  pages: [
    {
      // A search with one result shows it whole.
      path: '^/(?:[0-9]+/?$|[?])',
      expects: [],
      rows: [
        { row: 'article.item, .item article', title: '.title strong', byline: '.author', names: 'a', fields: facts },
        { row: '.list > article, .list article', title: '.title a', byline: '.author', names: 'a', fields: facts },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
