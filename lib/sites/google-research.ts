// Google Research: cards of publications on people's, teams' and topics' pages, and the pages of publications, whose
// link "copy BibTeX" holds the whole entry.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The fields of a BibTeX entry as the site writes it: one a line, in one pair of braces. */
export function readBibtex({ fields }: PageSaid): Fields {
  // Only `comments` has the entry; as what authors say beside the abstract it means nothing.
  const entry = decoded(fields.comments?.[0] ?? '').slice(0, 20_000);
  const value = (name: string): string =>
    new RegExp(`\\b${name}\\s{0,20}=\\s{0,20}[{"]([^{}"]{1,5000})[}"]`, 'iu').exec(entry)?.[1]?.trim() ?? '';
  const authors = value('author').split(/\sand\s/u);
  const said: Fields = {
    title: [value('title')],
    authors,
    date: [value('year')],
    venue: [value('booktitle') || value('journal')],
    volume: [value('volume')],
    issue: [value('number')],
    pages: [value('pages')],
    publisher: [value('publisher')],
  };
  const found = Object.entries(said).map(([name, texts]) => [name, texts.filter(Boolean)] as const);
  return { ...Object.fromEntries(found.filter(([, texts]) => texts.length > 0)), comments: [] };
}

const bibtex = 'a[copy-to-clipboard]@copy-to-clipboard || button[copy-to-clipboard]@copy-to-clipboard';

export const googleResearch: SiteAdapter = {
  id: 'google-research',
  name: 'Google Research',
  confirmed: false,
  hosts: ['research.google'],
  atInstall: ['research.google'],
  pages: [
    {
      path: '^/pubs/[^/?]+/?',
      expects: ['title'],
      rows: [
        {
          row: '',
          title: 'h1',
          fields: {
            comments: bibtex,
            abstract: '.publication__abstract || .js-abstract',
            pdf: 'main a[href$=".pdf"]@href',
            arxiv: 'main a[href*="arxiv.org/"]@href',
          },
        },
      ],
      skip: 'header, footer',
      read: readBibtex,
    },
    {
      path: '^/(people|pubs|research-areas|teams)',
      expects: ['title'],
      rows: [
        {
          row: '.card, .row-card',
          title: 'a.card__title, .card__title, .row-card__title',
          fields: { comments: bibtex, page: 'a.card__title@href' },
        },
      ],
      skip: 'header, footer',
      read: readBibtex,
    },
  ],
};
