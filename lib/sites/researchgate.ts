// ResearchGate: publications, and the lists of people's work.
import type { SiteAdapter } from './adapter.ts';

export const researchGate: SiteAdapter = {
  id: 'researchgate',
  name: 'ResearchGate',
  confirmed: false,
  hosts: ['www.researchgate.net'],
  pages: [
    {
      path: '^/publication/[0-9]',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: 'h1',
          byline: '.research-detail-header-section__authors, [itemprop="author"]',
          names: '[itemprop="name"], a',
          fields: {
            doi: '.research-detail-header-section__metadata a[href*="doi.org/"]@href',
            abstract: '.research-detail-middle-section__abstract',
          },
        },
        {
          row: '[class*="v-citation-item"]:has([class*="v-publication-item__title"])',
          title: '[class*="v-publication-item__title"]',
          byline: '[class*="v-publication-item__person-list"]',
          names: '[class*="v-person-inline-item__fullname"]',
          fields: {
            date: '[class*="v-publication-item__meta-data"]',
            page: '[class*="v-publication-item__title"] a@href',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.nova-legacy-v-publication-item, .nova-v-publication-item',
          title: '[class*="v-publication-item__title"]',
          byline: '[class*="v-publication-item__person-list"]',
          names: '[class*="v-person-inline-item__fullname"]',
          fields: {
            date: '[class*="v-publication-item__meta-data"]',
            page: '[class*="v-publication-item__title"] a@href',
            abstract: '[class*="v-publication-item__description"]',
          },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
