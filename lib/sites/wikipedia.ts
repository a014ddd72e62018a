// Wikipedia in every language, by the reader's grant: references to papers. News, books and web pages have the same
// markup and are none: only what the citation template calls a journal's, a conference's or a preprint counts.
import type { SiteAdapter } from './adapter.ts';
import { inText } from './read/references.ts';

const kinds = ['journal', 'conference', 'arxiv', 'biorxiv', 'medrxiv', 'ssrn', 'citeseerx', 'thesis', 'techreport'];
const classes = kinds.map((kind) => `.${kind}`).join(', ');

export const wikipedia: SiteAdapter = {
  id: 'wikipedia',
  name: 'Wikipedia',
  // The saved pages cite books and news alone.
  confirmed: true,
  hosts: ['*.wikipedia.org'],
  general: true,
  pages: [
    {
      path: '^/(?:wiki|w)/',
      expects: [],
      links: true,
      rows: [
        {
          // What a template knows of its work is in the element after it.
          row: `cite.citation:is(${classes}):has(+ .Z3988), cite.citation:has(+ .Z3988[title*="info%3Adoi"])`,
          next: true,
          title: inText,
          fields: {
            coins: '@title',
            doi: 'a[href*="doi.org/10."]@href',
            arxiv: 'a[href*="arxiv.org/abs/"]@href',
          },
        },
      ],
      skip: '#mw-navigation, #mw-panel, .vector-header-container, .mw-footer, .navbox, .infobox',
    },
  ],
};
