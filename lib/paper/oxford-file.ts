// The DOI in the address of a PDF at Oxford Academic. The address says journal, volume, issue, first page and file; where
// the file is called like the end of the DOI, journal and file are the DOI. Older files are called by volume and page. Of
// few journals that is the DOI, and only those are read: at others such a file's DOI is a number of its own
// (10.1093/oxfordjournals.molbev.a040454) or another publisher's (10.2307/1879431), and the address does not say it.
import { ownValue } from '../text/own-value.ts';

/** Oxford's journals as its addresses call them: their name in DOIs, and how the last part of those begins, which is
 *  also the file's name ("btz682.pdf"). Only journals of which both are known. */
const OXFORD: Readonly<Record<string, readonly [name: string, start: string]>> = {
  bib: ['bib', 'bb'],
  bioinformatics: ['bioinformatics', 'bt'],
  bioinformaticsadvances: ['bioadv', 'vb'],
  biomet: ['biomet', 'as'],
  brain: ['brain', 'aw'],
  cercor: ['cercor', 'bh'],
  gbe: ['gbe', 'ev'],
  gji: ['gji', 'gg'],
  hmg: ['hmg', 'dd'],
  jamia: ['jamia', 'oc'],
  jxb: ['jxb', 'er'],
  mbe: ['molbev', 'ms'],
  mnras: ['mnras', 'st'],
  nar: ['nar', 'gk'],
  'neuro-oncology': ['neuonc', 'no'],
  noa: ['noajnl', 'vd'],
  nsr: ['nsr', 'nw'],
  pnasnexus: ['pnasnexus', 'pg'],
  qje: ['qje', 'qj'],
  rfs: ['rfs', 'hh'],
  sysbio: ['sysbio', 'sy'],
};
const OXFORD_FILE =
  /^\/([a-z-]{2,30})\/article-pdf\/[^/]{1,20}\/[^/]{1,30}\/[^/]{1,20}\/\d{4,9}\/([a-z]{2,5}\d{1,5})\.pdf(?=$|\?)/i;

/** Journals whose older DOIs are volume, issue and first page. */
const BY_PAGE: ReadonlySet<string> = new Set(['bioinformatics', 'biomet', 'comjnl', 'nar']);
const PAGE_FILE =
  /^\/([a-z-]{2,30})\/article-pdf\/(\d{1,3})\/(\d{1,2})\/(\d{1,5})\/\d{4,9}\/(\d{6}|\d{1,3}-\d{1,2}-\d{1,5})\.pdf(?=$|\?)/i;

/** "/nar/article-pdf/25/17/3389/3639509/25-17-3389.pdf"; the file may also be "253389.pdf". */
function doiByPage(path: string): string[] {
  const [, name = '', volume = '', issue = '', page = '', file = ''] = PAGE_FILE.exec(path) ?? [];
  const journal = name.toLowerCase();
  const files = [`${volume}-${issue}-${page}`, volume.padStart(2, '0') + page.padStart(4, '0')];
  return BY_PAGE.has(journal) && files.includes(file) ? [`10.1093/${journal}/${volume}.${issue}.${page}`] : [];
}

/** The DOI of a PDF by its path at academic.oup.com, as a list; nothing where the path is no such file's. */
export function doiOfOxfordFile(path: string): string[] {
  const [, journal = '', file = ''] = OXFORD_FILE.exec(path) ?? [];
  const [name, start] = ownValue(OXFORD, journal.toLowerCase()) ?? [];
  return name !== undefined && start !== undefined && file.startsWith(start)
    ? [`10.1093/${name}/${file}`]
    : doiByPage(path);
}
