// IDEAS of RePEc: papers and articles, and the lists of series, journals and people.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

/** "Ana Ruiz & Bo Lind, 2019. "A Title," Series 12, …": names and year come before the title. */
export function readRepec({ fields }: PageSaid): Fields {
  const [entry] = fields.comments ?? [];
  if (entry === undefined) return {};
  const found = /^([^"“]{3,600}), ((?:19|20)\d\d)\. ?["“]/u.exec(entry);
  if (found === null) return { comments: [] };
  return { authors: (found[1] ?? '').split(' & ').map((name) => name.trim()), date: [found[2] ?? ''], comments: [] };
}

export const repec: SiteAdapter = {
  id: 'repec',
  name: 'IDEAS/RePEc',
  confirmed: false,
  hosts: ['ideas.repec.org'],
  pages: [
    {
      path: '^/(?:p|a|c|h|b)/[^/]+/[^/]+/[^/]+[.]html',
      expects: ['title', 'authors', 'date'],
      rows: [
        {
          row: '',
          title: '#title h1, h1',
          byline: '#authorlist',
          names: '.authorname',
          fields: { abstract: '#abstract-body', doi: '#download a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, #sidebar, .tab-pane:not(#abstract)',
    },
    {
      path: '^/(?:s|e|f|i|top|cgi-bin)/',
      expects: [],
      rows: [{ row: 'li.list-group-item:has(b > a)', title: 'b > a', fields: { comments: '', page: 'b > a@href' } }],
      skip: 'header:not(:has(h1)), footer, nav, #sidebar',
      read: readRepec,
    },
  ],
};
