// HighWire's platform as preprint servers and some journals have it: articles, their reference lists, and lists.
import type { Fields, PageSaid, RowReader, SiteAdapter } from '../adapter.ts';

export const article: RowReader = {
  row: '',
  title: 'h1#page-title',
  byline: '#page-title ~ .highwire-cite .highwire-citation-authors, #page-title ~ .highwire-cite-authors',
  names: '.highwire-citation-author',
  fields: {
    abstract: '.section.abstract p || #abstract-1 p',
    doi: '.highwire-cite-metadata-doi || [data-doi]@data-doi',
    pdf: 'a.article-dl-pdf-link@href',
    date: '.highwire-cite-metadata-date || .published',
  },
};

export const references: RowReader = {
  row: '.ref-list .ref-cit',
  title: '.cit-article-title, .cit-source',
  byline: '.cit-auth-list',
  names: '.cit-auth',
  fields: {
    venue: '.cit-jnl-abbrev',
    date: '.cit-pub-date',
    doi: '@data-doi || a[href*="doi.org/"]@href',
  },
};

export const listed: RowReader = {
  row: '.highwire-article-citation',
  title: '.highwire-cite-linked-title',
  byline: '.highwire-cite-authors',
  names: '.highwire-citation-author',
  fields: {
    venue: '.highwire-cite-metadata-journal',
    doi: '.highwire-cite-metadata-doi',
    date: '.highwire-cite-metadata-date || .highwire-cite-metadata-papdate || .highwire-cite-metadata-pages',
    page: 'a.highwire-cite-linked-title@href',
  },
};

/** Names hold a link for screen readers. */
export function readHighwire({ fields: { authors } }: PageSaid): Fields {
  return authors === undefined
    ? {}
    : { authors: authors.map((name) => name.replace('View ORCID Profile', '').trim()).filter(Boolean) };
}

/** @param server the first part of a preprint server's host, which is in its older paths too */
export function preprints(server: string): Pick<SiteAdapter, 'addresses' | 'pages'> {
  const early = 'early/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9.]+';
  return {
    addresses: [
      {
        match:
          `^https?://(?:www[.])?${server}[.]org/content/(10[.][0-9]{4,5}/[0-9.]+v[0-9]+)` +
          '(?:[.](?:full[.]pdf|full-text|full|abstract|article-info|article-metrics|supplementary-material))?(?:[?#+].*)?$',
        page: `https://www.${server}.org/content/{1}`,
        pdf: `https://www.${server}.org/content/{1}.full.pdf`,
      },
    ],
    pages: [
      {
        path: `^/content/(?:10[.]|${server}/${early}|${early})`,
        expects: ['title', 'authors', 'date', 'doi'],
        rows: [article, references],
        skip: 'header:not(:has(h1)), footer, nav, .sidebar-right-wrapper',
        read: readHighwire,
      },
      {
        path: '^/',
        expects: ['title', 'authors', 'doi'],
        rows: [listed],
        skip: 'header:not(:has(h1)), footer, nav, .highwire-form',
        read: readHighwire,
      },
    ],
  };
}
