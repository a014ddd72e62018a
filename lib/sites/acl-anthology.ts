// ACL Anthology: paper pages, and the lists of volumes, events and people.
import type { SiteAdapter } from './adapter.ts';

export const aclAnthology: SiteAdapter = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  confirmed: true,
  hosts: ['aclanthology.org', 'www.aclweb.org'],
  pages: [
    {
      path: '^/(people|volumes|events|venues|sigs|search)/',
      expects: ['title'],
      rows: [
        {
          row: 'p.d-sm-flex',
          title: 'strong > a.align-middle, strong > a',
          byline: 'span.d-block:last-child',
          names: 'a[href*="/people/"]',
        },
      ],
    },
    { path: '^/', expects: ['title'], rows: [{ row: '', title: '#title', byline: 'p.lead', names: 'a' }] },
  ],
};
