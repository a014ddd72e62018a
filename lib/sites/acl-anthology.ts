// ACL Anthology: paper pages, and the lists of volumes, events and people. Lists are confirmed by a saved page; paper
// pages follow the site's own templates.
import type { RowReader, SiteAdapter } from './adapter.ts';

const entry = ':is(p, div).d-sm-flex';

/** An abstract is in an element after the entry's own. */
const listed: Omit<RowReader, 'row'> = {
  title: 'strong > a.align-middle, strong > a',
  byline: 'span.d-block:last-child',
  names: 'a[href*="/people/"]',
  fields: {
    page: 'strong > a@href',
    pdf: 'a[href$=".pdf"][title="Open PDF"]@href || a.badge[href$=".pdf"]@href',
    venue: 'a.text-muted',
    // The Anthology's ids begin with the year; older ones say it in two figures.
    date: 'strong > a@href',
    abstract: '.card-body',
  },
};

export const aclAnthology: SiteAdapter = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  confirmed: true,
  hosts: ['aclanthology.org', 'www.aclweb.org'],
  atInstall: ['aclanthology.org'],
  addresses: [
    {
      match:
        '^https?://(?:www[.])?acl(?:anthology[.]org|web[.]org/anthology)/' +
        '([A-Z][0-9]{2}-[0-9]{4}|[0-9]{4}[.][a-z0-9_]+-[a-z0-9_]+[.][0-9]+)(?:v[0-9]+)?(?:[.]pdf|/)?(?:[?#].*)?$',
      page: 'https://aclanthology.org/{1}/',
      pdf: 'https://aclanthology.org/{1}.pdf',
    },
  ],
  pages: [
    {
      path: '^/(people|volumes|events|venues|sigs|search)/',
      expects: ['title', 'authors'],
      rows: [
        { ...listed, row: `${entry}:has(+ .abstract-collapse)`, next: true },
        { ...listed, row: `${entry}:not(:has(+ .abstract-collapse))` },
      ],
      skip: 'nav, footer',
      read: ({ fields: { date = [] } }) => ({ date: date.slice(0, 1).flatMap(yearOfId) }),
    },
    {
      path: '^/(anthology/)?(?:[A-Z][0-9]{2}-[0-9]{4}|[0-9]{4}[.])',
      expects: ['title', 'authors', 'date', 'pdf', 'venue'],
      rows: [
        {
          row: '',
          title: '#title',
          byline: 'p.lead',
          names: 'a',
          fields: {
            abstract: '.acl-abstract > span || .acl-abstract',
            doi: 'a[href*="doi.org/"]@href',
            pdf: '#title a@href || .acl-paper-link-block a[href$=".pdf"]@href',
            venue: 'a[href*="/volumes/"]',
            code: '.acl-paper-details a[href^="https://github.com/"]@href',
          },
        },
      ],
      skip: 'nav, footer, #citeModal',
      read: ({ fields: { abstract = [] } }) => ({ abstract: abstract.map((text) => text.replace(/^Abstract\s/u, '')) }),
    },
  ],
};

/** "2022.in2writing-1.1" -> 2022, "W19-4201" -> 2019, "P98-1001" -> 1998, out of a paper's address. */
export function yearOfId(address: string): string[] {
  const [, four, two] = /[/](?:((?:19|20)[0-9]{2})[.][a-z0-9_]+-|[A-Z]([0-9]{2})-[0-9])/u.exec(address) ?? [];
  if (four !== undefined) return [four];
  // The oldest are of 1965, the last with two figures of 2020.
  return two === undefined ? [] : [two < '50' ? `20${two}` : `19${two}`];
}
