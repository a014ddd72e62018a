// INSPIRE, a single-page site: papers of high-energy physics with their references, search results, authors' papers.
import type { RowReader, SiteAdapter } from './adapter.ts';

const authors = '[data-test-id="author-link"], a[href*="/authors/"]';

const result: RowReader = {
  row: '[data-test-id="literature-result-item"]',
  title: '[data-test-id="literature-result-title-link"], .result-item-title',
  byline: '.mt1',
  names: authors,
  fields: {
    page: '.result-item-title@href',
    arxiv: 'a[href*="arxiv.org/abs/"]@href',
    date: '.mt1',
    venue: '.mt1 i',
  },
};

export const inspire: SiteAdapter = {
  id: 'inspire',
  name: 'INSPIRE',
  confirmed: false,
  hosts: ['inspirehep.net'],
  pages: [
    {
      path: '^/literature/[0-9]',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: '[data-test-id="literature-detail-title"], h2',
          byline: '[data-test-id="literature-detail-title"] + div, h2 + div',
          names: authors,
          fields: {
            arxiv: 'a[href*="arxiv.org/abs/"]@href',
            doi: '[data-test-id="doi-link"]@href || .detail-page a[href*="doi.org/10."]@href',
            abstract: '.abstract-text || #abstract',
          },
        },
        {
          row: '#references-list .ant-list-item, [data-test-id="reference-item"], .reference-list .ant-list-item',
          title: '.ant-list-item-meta-title',
          byline: '.ant-list-item-meta-description',
          names: authors,
          fields: { arxiv: 'a[href*="arxiv.org/abs/"]@href', doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
    {
      path: '^/(?:literature|authors)',
      expects: ['title'],
      rows: [result],
      skip: 'header:not(:has(h1)), footer, nav, aside',
    },
  ],
};
