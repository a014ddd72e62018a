// PLOS journals: articles with their references, search.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';
import { inText } from './read/references.ts';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A reference's title is percent-encoded in an attribute, unless its DOI does. */
export function readPlos({ fields: { title = [], authors, comments } }: PageSaid): Fields {
  return {
    ...(comments === undefined
      ? {}
      : { title: comments.filter((text) => text !== 'doi-provided').map(decoded), comments: [] }),
    // "Ana Ruiz ," with a mark of its own between name and comma.
    ...(authors === undefined ? {} : { authors: authors.map((name) => name.replace(/[ ,]{1,9}$/u, '')) }),
    ...(title.length === 0 || comments !== undefined
      ? {}
      : { title: title.map((text) => text.replace(/^<\?xml[^<>]{0,80}\?>/u, '')) }),
  };
}

export const plos: SiteAdapter = {
  id: 'plos',
  name: 'PLOS',
  confirmed: true,
  hosts: ['*.plos.org'],
  addresses: [
    {
      match:
        '^https?://journals[.]plos[.]org/([a-z]+)/article(?:/(?:file|authors|metrics|comments|peerReview))?[?](?:[^#]*&)?id=(10[.]1371/[a-z0-9.]+)(?:[&#].*)?$',
      page: 'https://journals.plos.org/{1}/article?id={2}',
      pdf: 'https://journals.plos.org/{1}/article/file?id={2}&type=printable',
    },
  ],
  pages: [
    {
      path: '^/[a-z]+/article[?]',
      expects: ['title', 'authors', 'date', 'doi', 'pdf', 'abstract'],
      rows: [
        {
          row: '',
          title: '#artTitle',
          byline: '#author-list',
          names: 'a.author-name',
          fields: {
            abstract: '.abstract-content p || .abstract p',
            doi: '#artDoi a@href',
            date: '#artPubDate',
            pdf: '#downloadPdf@href',
          },
        },
        {
          row: 'ol.references > li',
          title: inText,
          fields: { comments: '.reflinks [data-title]@data-title', doi: '.reflinks@data-doi' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, #pjax-container, .article-aside',
      read: readPlos,
    },
    {
      path: '^/[a-z]+/(?:search|browse|issue|dynamicSearch)',
      expects: ['title'],
      rows: [
        {
          row: 'dt.search-results-title',
          next: true,
          title: 'dt > a',
          byline: '.search-results-authors',
          fields: { doi: '@data-doi || dt > a@href', page: 'dt > a@href', date: '.search-results-date' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav',
    },
  ],
};
