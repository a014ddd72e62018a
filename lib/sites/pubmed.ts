// PubMed: articles with their similar articles and references, search results.
import type { Fields, PageSaid, RowReader, SiteAdapter } from './adapter.ts';
import { inText, readNlm } from './read/references.ts';

const summary: RowReader = {
  row: '.docsum-content',
  title: '.docsum-title',
  byline: '.docsum-authors.full-authors',
  fields: {
    doi: '.docsum-journal-citation.full-journal-citation',
    date: '.docsum-journal-citation',
    venue: '.docsum-journal-citation.short-journal-citation || .docsum-journal-citation',
    page: 'a.docsum-title@href',
  },
};

/** "J Invented Sci. 2021 Mar;12(1):1-9. doi: …": the journal comes before the year. */
export function readPubmed(said: PageSaid): Fields {
  const journal = /^([^.]{2,120})\. ?(?:\d{4}|$)/u.exec(said.fields.venue?.[0] ?? '')?.[1];
  return {
    ...readNlm(said),
    ...(journal === undefined ? {} : { venue: [journal] }),
  };
}

export const pubmed: SiteAdapter = {
  id: 'pubmed',
  name: 'PubMed',
  confirmed: true,
  hosts: ['pubmed.ncbi.nlm.nih.gov'],
  atInstall: ['pubmed.ncbi.nlm.nih.gov'],
  pages: [
    {
      path: '^/[0-9]+',
      expects: ['title', 'authors', 'date'],
      rows: [
        {
          row: '',
          title: '#full-view-heading h1.heading-title, h1.heading-title',
          byline: '#full-view-heading .authors-list, .authors-list',
          names: 'a.full-name',
          fields: {
            abstract: '#abstract .abstract-content p || #abstract p',
            doi: '#full-view-heading .identifier.doi .id-link',
            venue: '#full-view-heading .journal-actions-trigger@title || #full-view-heading .journal-actions-trigger',
            date: '#full-view-heading .cit',
          },
        },
        summary,
        {
          row: '.references-list > li li, .references-list > li.skip-numbering',
          title: inText,
          fields: { comments: '', doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header, footer, .page-sidebar, .full-view-snippet, #short-view-heading',
      read: readPubmed,
    },
    {
      path: '^/',
      expects: ['title', 'authors', 'date'],
      rows: [summary],
      skip: 'header, footer, .search-form, .page-sidebar, .full-view-snippet',
      read: readPubmed,
    },
  ],
};
