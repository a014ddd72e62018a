// OpenReview: a paper's forum, and lists of notes (venues, search, profiles). One application. Layout after the site's
// own components. Notes that were imported from dblp have no meta tags: their facts are read from the page.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

const names = 'a[href*="/profile"], a[href*="dblp.org/"], a[href*="/search?"]';

/** A venue that is only asked for ("Submitted to ICLR 2024") is none. */
const accepted = (venue: string): boolean => !/submi(?:tted|ssion)|withdrawn|rejected/iu.test(venue);

/** "Abstract: …" out of the note's fields, which all look alike. */
export function readNote({ fields }: PageSaid): Fields {
  const { abstract = [], venue = [], authors = [] } = fields;
  const labelled = (label: string): string[] =>
    abstract
      .filter((text) => text.startsWith(`${label}:`))
      .map((text) => text.slice(label.length + 1).trim())
      .filter((text) => text !== '')
      .slice(0, 1);
  return {
    abstract: labelled('Abstract'),
    code: labelled('Code').filter((text) => text.startsWith('https://')),
    venue: venue.slice(0, 1).filter(accepted),
    // Under review the line of names says that there are none.
    authors: authors.filter((name) => !/^anonymous|double-blind/iu.test(name)),
  };
}

export const openreview: SiteAdapter = {
  id: 'openreview',
  name: 'OpenReview',
  confirmed: false,
  hosts: ['openreview.net'],
  atInstall: ['openreview.net'],
  hydrates: true,
  addresses: [
    {
      match: '^https://openreview[.]net/(?:forum|pdf)[?](?:[^#]*&)?id=([A-Za-z0-9_-]+)(?:[&#].*)?$',
      page: 'https://openreview.net/forum?id={1}',
      pdf: 'https://openreview.net/pdf?id={1}',
    },
  ],
  pages: [
    {
      path: '^/forum',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: 'h2.citation_title',
          byline: '.forum-authors',
          names,
          fields: {
            pdf: '.forum-title a.citation_pdf_url@href',
            abstract: '.forum-note .note-content > div',
            date: '.forum-note .forum-meta .date',
            venue: '.forum-note .forum-meta .item:nth-child(2)',
            // Notes from dblp lead to the paper elsewhere.
            doi: '.forum-title .forum-content-link a@href',
            arxiv: '.forum-title .forum-content-link a@href',
          },
        },
      ],
      skip: 'nav, footer, .forum-replies-container',
      read: readNote,
    },
    {
      path: '^/(?!pdf|attachment)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '.note',
          title: 'h4 a[href^="/forum?id="]',
          byline: '.note-authors',
          names,
          fields: {
            page: 'h4 a[href^="/forum?id="]@href',
            pdf: 'h4 a.pdf-link@href',
            abstract: '.note-content > div',
            date: '.note-meta-info > li:first-child',
            venue: '.note-meta-info > li:nth-child(2)',
          },
        },
      ],
      skip: 'nav, footer',
      read: readNote,
    },
  ],
};
