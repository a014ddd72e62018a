// alphaXiv: arXiv papers with comments, one application. The address holds the arXiv id; nothing else is counted on.
import type { SiteAdapter } from './adapter.ts';

export const alphaxiv: SiteAdapter = {
  id: 'alphaxiv',
  name: 'alphaXiv',
  confirmed: false,
  hosts: ['*.alphaxiv.org'],
  atInstall: ['*.alphaxiv.org'],
  hydrates: true,
  addresses: [
    {
      match:
        '^https?://(?:www[.])?alphaxiv[.]org/(?:abs|pdf|overview)/([0-9]{4}[.][0-9]{4,5}(?:v[0-9]+)?)(?:[.]pdf)?(?:[/?#].*)?$',
      page: 'https://www.alphaxiv.org/abs/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/(abs|overview|resources)/',
      expects: ['title', 'arxiv'],
      rows: [{ row: '', title: 'main h1, h1', fields: { date: 'main time@datetime' } }],
      skip: 'nav, footer',
    },
  ],
};
