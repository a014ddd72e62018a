// PubMed Central: articles with their references. Its search shows no element that Byline knows of.
import type { SiteAdapter } from './adapter.ts';
import { inText, readNlm } from './read/references.ts';

export const pmc: SiteAdapter = {
  id: 'pmc',
  name: 'PubMed Central',
  confirmed: true,
  hosts: ['pmc.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov'],
  atInstall: ['pmc.ncbi.nlm.nih.gov'],
  addresses: [
    {
      match:
        '^https?://(?:pmc[.]ncbi[.]nlm[.]nih[.]gov|www[.]ncbi[.]nlm[.]nih[.]gov/pmc)/articles/(PMC[0-9]+)/?(?:pdf/?[^?#]*)?(?:[?#].*)?$',
      page: 'https://pmc.ncbi.nlm.nih.gov/articles/{1}/',
      pdf: 'https://pmc.ncbi.nlm.nih.gov/articles/{1}/pdf/',
    },
  ],
  pages: [
    {
      path: '^/(?:pmc/)?articles/PMC',
      expects: ['title', 'authors', 'date', 'doi'],
      rows: [
        {
          row: '',
          title: '.front-matter hgroup h1, h1.content-title',
          byline: '.front-matter .cg, .contrib-group',
          names: '.name, a',
          fields: {
            abstract: 'section.abstract > p || .abstract p',
            doi: '.front-matter a[href*="doi.org/"]@href || .doi a@href',
          },
        },
        {
          row: '.ref-list li:has(> cite), .ref-list .ref-cit-blk',
          title: inText,
          fields: { comments: 'cite || .element-citation || .mixed-citation', doi: 'a[href*="doi.org/10."]@href' },
        },
      ],
      skip: 'header:not(:has(h1)), footer, nav, .pmc-sidenav, .usa-banner, .pmc-header',
      read: readNlm,
    },
  ],
};
