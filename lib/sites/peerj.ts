// PeerJ: articles with their references, and lists.
import type { SiteAdapter } from './adapter.ts';

export const peerj: SiteAdapter = {
  id: 'peerj',
  name: 'PeerJ',
  confirmed: true,
  hosts: ['peerj.com'],
  addresses: [
    {
      match:
        '^https?://peerj[.]com/(articles|preprints)/((?:cs-|matsci-|ochem-|pchem-|achem-|ichem-)?[0-9]+(?:v[0-9]+)?)(?:[.]pdf|/)?(?:[?#].*)?$',
      page: 'https://peerj.com/{1}/{2}/',
      pdf: 'https://peerj.com/{1}/{2}.pdf',
    },
  ],
  pages: [
    {
      path: '^/(?:articles|preprints)/[a-z-]*[0-9]',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: 'h1.article-title',
          byline: '.article-authors',
          names: '.name',
          fields: {
            abstract: '.abstract p',
            doi: '[itemprop="sameAs"] || a[href*="doi.org/10.7717"]@href',
            date: '[itemprop="datePublished"]@datetime || time@datetime || time[itemprop="datePublished"]',
          },
        },
        {
          row: '[itemprop="citation"], .ref-list .ref:not(:has([itemprop="citation"]))',
          title: '.article-title',
          byline: '.citation-authors-year, .person-group',
          names: '.name',
          fields: {
            date: '.year',
            venue: '.source',
            doi: 'a.article-title@href || a[href*="doi.org/10."]@href',
          },
        },
      ],
      // Entries have the family name first, and no comma.
      read: ({ fields: { authors = [] } }) =>
        authors.length === 0 ? {} : { authors: authors.map((name) => name.replace(/ (?=\p{Lu}{1,4}$)/u, ', ')) },
      // The article's own foot holds its references.
      skip: 'header:not(:has(h1)), footer:not(.back), nav, .article-sidebar',
    },
    {
      path: '^/',
      expects: [],
      rows: [
        {
          row: '.search-item',
          title: '.search-item-title',
          byline: '.search-item-authors',
          fields: { page: '.search-item-title a@href', date: '.search-item-pub-date' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
