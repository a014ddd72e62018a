// Google Scholar in every country: search results and profiles. The page is read as it stands and never asked for more.
import type { SiteAdapter } from './adapter.ts';

export const googleScholar: SiteAdapter = {
  id: 'google-scholar',
  name: 'Google Scholar',
  confirmed: true,
  hosts: ['scholar.google.*'],
  pages: [
    {
      path: '^/citations',
      expects: ['title'],
      rows: [{ row: 'tr.gsc_a_tr', title: 'a.gsc_a_at', byline: '.gs_gray:first-of-type' }],
      skip: '#gs_hdr, #gs_ftr',
    },
    {
      path: '^/scholar',
      expects: ['title'],
      rows: [{ row: '.gs_r', title: '.gs_rt', strip: '.gs_ctc, .gs_ctu, .gs_ctg2', byline: '.gs_a' }],
      skip: '#gs_hdr, #gs_ftr, #gs_res_sb',
    },
  ],
};
