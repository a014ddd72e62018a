// Silverchair's journal platform: articles with their reference lists, issues, search results.
import type { RowReader } from '../adapter.ts';

export const article: RowReader = {
  row: '',
  title: 'h1.article-title-main',
  byline: '.al-authors-list',
  names: '.al-author-name > .linked-name, .al-author-name-more > .linked-name, a.linked-name',
  fields: {
    abstract: 'section.abstract p',
    doi: '.citation-doi a@href || .ww-citation-primary a[href*="doi.org/"]@href',
    venue: '.ww-citation-primary em',
    date: '.citation-date || .article-date',
    pdf: 'a.article-pdfLink@href',
  },
};

/** One element a part of each entry. */
export const references: RowReader = {
  row: '.ref-list .ref-content',
  title: '.article-title, .chapter-title',
  byline: '.person-group',
  names: '.string-name, .name',
  fields: {
    venue: '.source',
    date: '.year',
    doi: '.crossref-doi a@href',
  },
};

export const issue: RowReader = {
  row: '.al-article-item-wrap, .al-article-items',
  title: '.item-title, .customLink.item-title',
  byline: '.al-authors-list',
  names: '.wi-fullname, .al-author-name, a',
  fields: {
    doi: '.citation-label + a@href || .doi a@href || a[href*="doi.org/10."]@href',
    page: '.item-title a@href',
    pdf: 'a.article-pdfLink@href',
    date: '.al-article-list-date || .ww-citation-primary',
  },
};

export const search: RowReader = {
  row: '.sr-list.al-article-box',
  title: '.sri-title, .al-title',
  byline: '.sri-authors',
  names: '.wi-fullname, a',
  fields: {
    doi: '.al-citation-list a[href*="doi.org/10."]@href',
    page: '.sri-title a@href || .al-title a@href',
    date: '.sri-date',
    venue: '.al-citation-list em',
  },
};
