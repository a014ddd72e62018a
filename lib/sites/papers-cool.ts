// papers.cool: arXiv's days and whole conferences as one list of papers with their abstracts.
import type { SiteAdapter } from './adapter.ts';

export const papersCool: SiteAdapter = {
  id: 'papers-cool',
  name: 'papers.cool',
  confirmed: false,
  hosts: ['papers.cool'],
  atInstall: ['papers.cool'],
  addresses: [
    {
      match: '^https://papers[.]cool/arxiv/([0-9]{4}[.][0-9]{4,5})(?:v[0-9]+)?(?:[/?#].*)?$',
      page: 'https://papers.cool/arxiv/{1}',
      pdf: 'https://arxiv.org/pdf/{1}',
    },
  ],
  pages: [
    {
      path: '^/(arxiv|venue)/',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '.paper',
          title: 'a.title-link',
          byline: 'p.authors',
          names: 'a.author',
          fields: {
            arxiv: 'a.title-link@href || @id',
            page: 'a.title-link@href',
            abstract: 'p.summary',
            date: 'p.date',
            categories: 'p.subjects a',
          },
        },
      ],
    },
  ],
};
