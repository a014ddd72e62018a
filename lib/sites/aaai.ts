// AAAI's proceedings and journals, on Open Journal Systems: issues, search, and the page of an article.
import type { SiteAdapter } from './adapter.ts';

/** The link beside an article leads to a page around the PDF; the file itself is under "download". */
const files = (links: readonly string[] = []): string[] => links.map((link) => link.replace('/view/', '/download/'));

export const aaai: SiteAdapter = {
  id: 'aaai',
  name: 'AAAI',
  confirmed: false,
  hosts: ['ojs.aaai.org'],
  addresses: [
    {
      match:
        '^https://ojs[.]aaai[.]org/(index[.]php/[A-Za-z-]+)/article/(?:view|download)/([0-9]+)/([0-9]+)(?:[/?#].*)?$',
      page: 'https://ojs.aaai.org/{1}/article/view/{2}',
      pdf: 'https://ojs.aaai.org/{1}/article/download/{2}/{3}',
    },
  ],
  pages: [
    {
      path: '/article/view/',
      expects: ['title', 'authors', 'date', 'doi', 'pdf', 'venue'],
      rows: [
        {
          row: '',
          title: 'h1.page_title',
          byline: '.item.authors',
          names: '.name',
          fields: {
            abstract: '.item.abstract',
            doi: '.item.doi a@href',
            date: '.item.published .value',
            pdf: 'a.obj_galley_link.pdf@href',
          },
        },
      ],
      skip: '.pkp_structure_head, .pkp_structure_footer, .pkp_structure_sidebar, .item.citation',
      read: ({ fields: { abstract = [], pdf } }) => ({
        abstract: abstract.map((text) => text.replace(/^Abstract\s/u, '')),
        pdf: files(pdf),
      }),
    },
    {
      path: '/(issue|search)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '.obj_article_summary',
          title: '.title a',
          byline: '.meta .authors',
          fields: { page: '.title a@href', pdf: 'a.obj_galley_link.pdf@href', date: '.published' },
        },
      ],
      skip: '.pkp_structure_head, .pkp_structure_footer, .pkp_structure_sidebar',
      read: ({ fields: { pdf } }) => ({ pdf: files(pdf) }),
    },
  ],
};
