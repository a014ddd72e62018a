// dblp: people, venues, search and the pages of single records all list `.entry` rows.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

/** dblp closes titles with a full stop, and tells people of one name apart by four figures. */
export function readEntry({ fields }: PageSaid): Fields {
  const { title = [], authors = [], venue = [] } = fields;
  return {
    title: title.map((text) => text.replace(/(?<![.!?])[.]$/u, '')),
    // An entry without authors has editors, or no one: then the line around its title is no line of names.
    authors: authors
      .filter((name) => !title.some((text) => name.includes(text)))
      .map((name) => name.replace(/\s[0-9]{4}$/u, '')),
    // "CoRR abs/1912.10077 (2019)": the series' own place for preprints is no venue.
    venue: venue.filter((name) => name !== 'CoRR').slice(0, 1),
  };
}

export const dblp: SiteAdapter = {
  id: 'dblp',
  name: 'dblp',
  confirmed: true,
  hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
  atInstall: ['dblp.org', 'dblp.uni-trier.de'],
  pages: [
    {
      path: '^/',
      expects: ['title', 'authors', 'date'],
      // The names are before the title in one `cite`, with no element of their own around them all.
      rows: [
        {
          row: '.entry',
          title: 'span.title',
          // A `div` until 2015.
          byline: 'cite, div.data',
          names: '[itemprop="author"] [itemprop="name"]',
          fields: {
            venue: ':is(cite, div.data) [itemprop="isPartOf"] [itemprop="name"]',
            date: ':is(cite, div.data) [itemprop="datePublished"] || [itemprop="datePublished"]@content',
            doi: 'li.ee a[href*="doi.org/"]@href',
            arxiv: 'li.ee a[href*="arxiv.org/"]@href || li.ee a[href*="doi.org/10.48550/"]@href',
            page: 'li.ee a@href',
          },
        },
      ],
      skip: '#top, #footer, nav.publ',
      read: readEntry,
    },
  ],
};
