// A site with two kinds of page and a script, and what is read off its pages and any other's.
import type { PageMetadata, RowFields } from '../../../lib/messages/page-protocol.ts';
import type { PageFact } from '../../../lib/paper/page-fact.ts';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage, type PageFacts, type PageInput } from '../../../lib/facts/read-page.ts';
import type { Fields, SiteAdapter } from '../../../lib/sites/adapter.ts';

export const said = (page: Partial<PageMetadata> = {}): PageMetadata => ({
  title: '',
  linked: [],
  scripts: [],
  coins: [],
  dois: [],
  stale: false,
  ...page,
});
export const row = (number: number, fields: Fields, isPageRow = false): RowFields => ({
  row: number,
  isPageRow,
  fields,
});

/** A site with rules, and one row a paper or the whole page. */
export const site: SiteAdapter = {
  id: 'journal',
  name: 'Journal of Tests',
  confirmed: false,
  hosts: ['journal.example'],
  pages: [
    { path: '^/paper/', expects: ['title', 'authors'], rows: [{ row: '', title: 'h1' }] },
    { path: '^/list', expects: ['title', 'authors'], rows: [{ row: 'li', title: 'h3' }] },
    {
      path: '^/app/',
      expects: ['title', 'doi'],
      rows: [{ row: '', title: 'h1' }],
      scripts: { select: 'script', holds: 'x' },
      read: ({ scripts }) => JSON.parse(scripts[0] ?? '{}') as Fields,
    },
  ],
  addresses: [
    {
      match: '^https://journal[.]example/(?:paper|pdf)/([a-z0-9]+)(?:[.]pdf)?$',
      page: 'https://journal.example/paper/{1}',
      pdf: 'https://journal.example/pdf/{1}.pdf',
    },
  ],
};

/** A page at an address, after another one or not. */
export interface PageAt extends PageInput {
  url: string;
  left?: string;
}

export const read = (here: Partial<PageAt>): PageFacts => {
  const { url = 'https://unknown.example/a', left, ...input } = here;
  return factsOfPage(pageContext(url, left, [site]), { meta: [], said: said(), rows: [], ...input });
};
export const own = (here: Partial<PageAt>): PageFact => {
  const found = read(here).pagePaper;
  if (found === null) throw new Error('the page has no paper of its own');
  return found;
};

export const TITLE = 'Sparse Gardens of Attention in Winter';
export const OTHER = 'Numerical Stability for Migrating Birds';
export const tags = (title = TITLE, doi = '10.1234/garden.7'): [string, string][] => [
  ['citation_title', title],
  ['citation_author', 'Lovelace, Ada'],
  ['citation_author', 'van der Berg, Bo'],
  ['citation_doi', doi],
  ['citation_publication_date', '2021/03/04'],
  ['citation_journal_title', 'Annals of Tests'],
];
