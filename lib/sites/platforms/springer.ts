// The article page that nature.com, Springer Link and BioMed Central share, and its reference list.
import type { RowReader } from '../adapter.ts';
import { inText, searchLink } from '../read/references.ts';

export const article: RowReader = {
  row: '',
  title: 'h1.c-article-title',
  byline: 'ul.c-article-author-list',
  names: '[data-test="author-name"]',
  fields: {
    abstract: '#Abs1-content p || .c-article-section__content p',
    venue: '[data-test="journal-title"] || .c-article-info-details [data-test="journal-link"]',
    date: '.c-article-identifiers time@datetime || .c-bibliographic-information__list time@datetime',
    doi: '.c-bibliographic-information__list-item--doi .c-bibliographic-information__value',
    pdf: 'a[data-article-pdf]@href || .c-pdf-download a@href',
  },
};

export const references: RowReader = {
  row: '.c-article-references__item',
  title: inText,
  fields: { page: searchLink, doi: 'a[data-track-action="article reference"]@href' },
};

/** What is beside the article and repeats it. */
export const aside = 'header.c-header, footer, .c-reading-companion, .c-article-recommendations, .c-cookie-banner';
