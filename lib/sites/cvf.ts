// CVF open access: a conference's list (dt with the title, names in the dd after it) and paper pages.
import type { SiteAdapter } from './adapter.ts';

export const cvf: SiteAdapter = {
  id: 'cvf',
  name: 'CVF Open Access',
  confirmed: false,
  hosts: ['openaccess.thecvf.com'],
  pages: [
    { path: '/html/', expects: ['title'], rows: [{ row: '', title: '#papertitle', byline: '#authors i' }] },
    { path: '^/', expects: ['title'], rows: [{ row: 'dt.ptitle', title: 'a' }] },
  ],
};
