// The DOI in the address of a PDF at Oxford Academic. The address says journal, volume, first page and file; where the
// file is called like the end of the DOI, journal and file are the DOI.
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

/** The DOI of a PDF by its path at academic.oup.com, as a list; nothing where the path is no such file's. */
export function doiOfOxfordFile(path: string): string[] {
  const [, journal = '', file = ''] = OXFORD_FILE.exec(path) ?? [];
  const [name, start] = ownValue(OXFORD, journal.toLowerCase()) ?? [];
  return name !== undefined && start !== undefined && file.startsWith(start) ? [`10.1093/${name}/${file}`] : [];
}
