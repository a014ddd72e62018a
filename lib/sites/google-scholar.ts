// Google Scholar in every country: search results, profiles, one citation of a profile. The page is read as it is
// and never asked for more.
import type { Fields, PageSaid, SiteAdapter } from './adapter.ts';

/** A word that replaces what was cut off: "…" or "..." */
const cut = /(?:…|[.]{3})/u;
const year = /(?:^|[,\s])((?:1[5-9]|20)[0-9]{2})$/u;

/** "arXiv preprint arXiv:1912.10077", "CoRR, abs/1912.10077". */
const preprint = /(?:arXiv:|\babs[/])([0-9]{4}[.][0-9]{4,5})(?![0-9])/iu;
const preprintIn = (text: string): string[] => preprint.exec(text)?.slice(1, 2) ?? [];

/** "Journal of Human Rights 4 (2), 197-211, 2005" without figures; nothing where Scholar cut the name off, or where it
 *  is a preprint's number. */
function venueOf(text: string): string[] {
  if (preprint.test(text)) return [];
  const named = text
    .replace(/[,\s]{0,3}(?:1[5-9]|20)[0-9]{2}$/u, '')
    .replace(/[,\s]{1,3}[0-9][0-9\s(),.:;–-]{0,60}$/u, '')
    .trim();
  return named === '' || cut.test(named) ? [] : [named];
}

/** "Z Li, C You, D Li…" as names; the last of a list that is cut off is whole. */
const namesOf = (line: string): string[] =>
  line
    .split(',')
    .map((name) => name.replace(cut, '').trim())
    .filter((name) => name !== '');

/** Out of "A Author, B Author… - Venue, 2019 - host" what it says; the host is no fact of the paper. */
export function readResult({ fields }: PageSaid): Fields {
  const { authors = [], pdf = [], arxiv = [] } = fields;
  const parts = (authors[0] ?? '').split(/\s[-–]\s/u);
  const middle = parts.length > 2 ? parts.slice(1, -1).join(' - ') : year.test(parts[1] ?? '') ? (parts[1] ?? '') : '';
  return {
    authors: namesOf(parts[0] ?? ''),
    venue: venueOf(middle),
    date: [year.exec(middle)?.[1] ?? ''].filter(Boolean),
    arxiv: [...arxiv, ...preprintIn(middle)],
    // The link at the side is a PDF as often as it is a page.
    pdf: pdf.filter((address) => /[.]pdf(?:$|[?#])|[/]pdf[/?]/iu.test(address)),
  };
}

/** A row of a profile: names, then venue with volume, pages and year. */
export function readProfileRow({ fields }: PageSaid): Fields {
  const { authors = [], venue = [] } = fields;
  return {
    authors: namesOf(authors[0] ?? ''),
    venue: venue.slice(0, 1).flatMap(venueOf),
    arxiv: venue.flatMap(preprintIn),
  };
}

/** The page of one citation: a table with labels in the reader's language; only English ones say what the venue is. */
export function readCitation({ fields }: PageSaid): Fields {
  const { venue = [] } = fields;
  const named = venue.flatMap((line) => /^(?:Journal|Conference|Book|Source) (.+)$/u.exec(line)?.[1] ?? []);
  return { venue: named.slice(0, 1).flatMap(venueOf) };
}

export const googleScholar: SiteAdapter = {
  id: 'google-scholar',
  name: 'Google Scholar',
  confirmed: true,
  hosts: ['scholar.google.*'],
  atInstall: ['scholar.google.com'],
  pages: [
    {
      path: '^/citations[?](?:.*&)?view_op=view_citation(?:&|$)',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '',
          title: '#gsc_oci_title',
          fields: {
            authors: '#gsc_oci_table .gs_scl:first-child .gsc_oci_value',
            date: '#gsc_oci_table .gs_scl:nth-child(2) .gsc_oci_value',
            venue: '#gsc_oci_table .gs_scl',
            abstract: '#gsc_oci_descr',
            doi: '#gsc_oci_title a@href',
            arxiv: '#gsc_oci_title a@href',
            pdf: '#gsc_oci_title_gg a[href*="pdf"]@href',
          },
        },
      ],
      skip: '#gs_hdr, #gs_ftr',
      read: readCitation,
    },
    {
      path: '^/citations',
      expects: ['title', 'authors'],
      rows: [
        {
          row: 'tr.gsc_a_tr',
          title: 'a.gsc_a_at',
          byline: '.gs_gray:first-of-type',
          fields: { venue: '.gs_gray + .gs_gray', date: '.gsc_a_y' },
        },
      ],
      skip: '#gs_hdr, #gs_ftr',
      read: readProfileRow,
    },
    {
      path: '^/scholar',
      expects: ['title', 'authors'],
      rows: [
        {
          row: '.gs_r',
          title: '.gs_rt',
          strip: '.gs_ctc, .gs_ctu, .gs_ctg2',
          byline: '.gs_a',
          fields: {
            arxiv: '.gs_rt a@href',
            doi: '.gs_rt a@href',
            page: '.gs_rt a@href',
            pdf: '.gs_ggs a, .gs_or_ggsm a@href',
          },
        },
      ],
      skip: '#gs_hdr, #gs_ftr, #gs_res_sb',
      read: readResult,
    },
  ],
};
