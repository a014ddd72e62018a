// What rows there are where no adapter fits: reference lists that say in their markup what each entry is. Ordinary pages
// have none of these marks. Not in the list of sites: `pick.ts` falls back to it, and the page's own paper is found by
// its tags as everywhere.
import type { SitePage } from './adapter.ts';
import { references as highwire } from './platforms/highwire.ts';
import { references as silverchair } from './platforms/silverchair.ts';
import { inText, linkingRow, readSearchLink, searchLink } from './read/references.ts';

const genres = ['article', 'preprint', 'proceeding', 'conference'];
const span = genres.map((genre) => `> .Z3988[title*="rft.genre=${genre}"]`).join(', ');

export const generic: SitePage = {
  path: '^/',
  expects: [],
  links: true,
  rows: [
    linkingRow,
    { ...highwire, row: '.ref-cit[data-doi], .ref-list .ref-cit' },
    { ...silverchair, row: '.ref-content:has(.article-title)' },
    {
      row: 'cite:has(+ .Z3988[title*="info%3Adoi"])',
      next: true,
      title: inText,
      fields: { coins: '@title', doi: 'a[href*="doi.org/10."]@href' },
    },
    {
      row: `li:has(${span}), td:has(${span})`,
      title: inText,
      fields: { coins: '.Z3988@title', doi: 'a[href*="doi.org/10."]@href' },
    },
    {
      row:
        'li:has(a[href*="scholar_lookup"]):not(li li), ' +
        '[role="listitem"]:has(a[href*="scholar_lookup"]), [role="doc-biblioentry"]:has(a[href*="scholar_lookup"])',
      title: inText,
      fields: { page: searchLink, doi: 'a[href*="doi.org/10."]@href' },
    },
  ],
  skip: 'nav, [role="navigation"], [role="contentinfo"], footer:not(article footer, main footer)',
  read: readSearchLink,
};
