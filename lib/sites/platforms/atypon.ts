// Atypon's journal platform, which many publishers' sites run on: articles, reference lists, issues and search results.
// Addresses are /doi/ and the DOI; /doi/pdf/ and the DOI is its PDF.
import type { AddressRule, RowReader } from '../adapter.ts';
import { inText, searchLink } from '../read/references.ts';

/** `host`: the name that the site's own links use; with or without "www." it is the same site. */
export function doiAddresses(host: string, pdf = 'pdf'): AddressRule {
  const bare = host.replace(/^www\./u, '').replaceAll('.', '[.]');
  return {
    match:
      `^https?://(?:www[.])?${bare}/doi/(?:(?:abs|full|pdf|epdf|pdfplus|pdfdirect|reader|epub|fullHtml)/)?` +
      '(10[.][0-9]{4,9}/[^?#]+?)(?:[?#].*)?$',
    page: `https://${host}/doi/{1}`,
    pdf: `https://${host}/doi/${pdf}/{1}`,
  };
}

/** The paths that show one article. */
export const articlePath = '^/doi/(?:(?:abs|full|epdf|pdf|reader|fullHtml)/)?10[.]';

/** The article page since 2022, and the one before, which sites still have for older articles. */
export const article: RowReader = {
  row: '',
  title: 'h1[property="name"], h1.citation__title',
  byline: '.core-self-citation .contributors, .contributors, .citation .loa',
  names: '[property="author"] a:has([property="familyName"]), .loa__author-name',
  fields: {
    abstract: '#abstract [role="paragraph"] || #abstract p || .abstractSection p',
    doi: '.core-self-citation .doi a@href || .doi a@href || .citation a.issue-item__doi@href',
    venue: '.core-self-citation [property="isPartOf"] [property="name"] || .citation .epub-section__title',
    date:
      '.core-self-citation [property="datePublished"] || [property="datePublished"] || .meta-panel__onlineDate || ' +
      '.citation .epub-section__date',
  },
};

/** Its reference list. */
export const references: RowReader = {
  row: '[role="doc-bibliography"] [role="listitem"]',
  title: inText,
  fields: { page: searchLink, doi: '.external-links a[href*="doi.org/10."]@href' },
};

/** Contents of an issue and results of a search, as cards (since 2022). */
export const cards: RowReader = {
  row: '.card:has(.article-title)',
  title: '.article-title',
  byline: '[title="list of authors"]',
  names: 'li',
  fields: {
    date: 'time@datetime || time',
    doi: '.article-title a@href || a.article-title@href',
    page: '.article-title a@href || a.article-title@href',
    abstract: '.card-body .accordion__content',
  },
};
