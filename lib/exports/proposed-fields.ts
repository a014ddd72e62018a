// Which of arXiv's fields a reading list is about: by the categories that its papers have, else by where they appeared.
// Pure.
import { setOf, setsToAsk } from '../harvest/sets.ts';
import type { PaperRecord } from '../paper/record.ts';
import { parseVenue } from '../paper/venue.ts';

/** Maximum fields that are proposed. */
const MAX_FIELDS = 6;
/** Minimum papers of a field, and their part of the list. */
const LEAST_PAPERS = 2;
const LEAST_PART = 0.05;

/** "cs.LG stat.ML: NeurIPS ICML": the categories that papers of these venues are mostly under, by their acronyms. */
const byAcronym = new Map(
  `cs.LG: NeurIPS ICML ICLR JMLR TMLR AISTATS UAI COLT ACML
cs.AI: AAAI IJCAI JAIR AIJ AAMAS ECAI
cs.CL: ACL EMNLP NAACL EACL TACL COLING CoNLL LREC COLM
cs.CV: CVPR ICCV ECCV WACV BMVC TPAMI IJCV ACCV TIP
eess.IV: MICCAI TMI MIDL ISBI
cs.RO: ICRA IROS RSS CoRL RA-L T-RO IJRR
cs.IR: SIGIR WSDM RecSys CIKM ECIR
cs.LG cs.IR: KDD TKDE ICDM
cs.SI: WWW ICWSM ASONAM
cs.HC: CHI UIST CSCW IUI
cs.CR: CCS NDSS CRYPTO EUROCRYPT ASIACRYPT USENIX-Security S&P PETS
cs.SE: ICSE FSE ASE ISSTA MSR TSE
cs.PL: PLDI POPL OOPSLA ICFP CAV
cs.DB: SIGMOD VLDB ICDE PODS PVLDB
cs.DC: SOSP OSDI NSDI EuroSys ASPLOS SC PPoPP IPDPS MLSys
cs.AR: ISCA MICRO HPCA DAC
cs.NI: SIGCOMM INFOCOM IMC MobiCom
cs.DS: STOC FOCS SODA ESA ICALP ITCS
cs.SD: Interspeech ISMIR
eess.AS: ICASSP ASRU SLT
cs.GR: SIGGRAPH TOG EGSR
cs.IT: ISIT TIT`
    .split('\n')
    .flatMap((line) => {
      const [categories = '', acronyms = ''] = line.split(': ');
      return acronyms.split(' ').map((acronym) => [acronym.toLowerCase(), categories.split(' ')] as const);
    }),
);

/** Journals and others that are known by name. */
const byName: readonly (readonly [RegExp, readonly string[]])[] = [
  [/astrophys|monthly notices|\bmnras\b|\bapj\b|astronom/iu, ['astro-ph.GA', 'astro-ph.CO', 'astro-ph.HE']],
  [
    /high energy phys|\bjhep\b|nuclear physics b|physics letters b|phys(?:ical|\.) rev(?:iew|\.) d/iu,
    ['hep-th', 'hep-ph'],
  ],
  [/phys(?:ical|\.) rev(?:iew|\.) b|condensed matter/iu, ['cond-mat.mtrl-sci', 'cond-mat.str-el']],
  [/phys(?:ical|\.) rev(?:iew|\.) c|nuclear physics a/iu, ['nucl-th']],
  [/\bquantum\b/iu, ['quant-ph']],
  [/fluid mech|phys(?:ics of|\.) fluids/iu, ['physics.flu-dyn']],
  [/optic|photonic/iu, ['physics.optics']],
  [
    /annals of statistics|biometrika|american statistical|royal statistical|bayesian analysis/iu,
    ['stat.ME', 'math.ST'],
  ],
  [/econometric|economic|\bqje\b/iu, ['econ.GN', 'econ.EM']],
  [/quantitative finance|journal of finance/iu, ['q-fin.MF', 'q-fin.ST']],
  [/bioinformatic|computational biology|genom/iu, ['q-bio.QM', 'q-bio.GN']],
  [/neuroimage|neurosci|neuron\b/iu, ['q-bio.NC']],
  [/linguistic/iu, ['cs.CL']],
  [/pattern recognition|computer vision/iu, ['cs.CV']],
  [/machine learning|neural (?:networks|computation)/iu, ['cs.LG']],
  [/robotic/iu, ['cs.RO']],
  [/human.computer/iu, ['cs.HC']],
  [/software engineering/iu, ['cs.SE']],
  [/cryptolog|security/iu, ['cs.CR']],
  [/optimization|operations research/iu, ['math.OC']],
  [/numerical analysis|scientific computing/iu, ['math.NA']],
  [/probability/iu, ['math.PR']],
];

function categoriesOf({ categories = [], venue = '' }: PaperRecord): readonly string[] {
  // The first one is the paper's own; others are lists that it is on, too.
  const [primary] = categories;
  if (primary !== undefined) return [primary];
  if (venue === '') return [];
  const { acronym } = parseVenue(venue);
  const known = acronym === null ? undefined : byAcronym.get(acronym.toLowerCase());
  if (known !== undefined) return known;
  const word = venue
    .split(/[^A-Za-z&-]+/u)
    .find((one) => byAcronym.has(one.toLowerCase()) && one === one.toUpperCase());
  return byAcronym.get(word?.toLowerCase() ?? '') ?? byName.find(([pattern]) => pattern.test(venue))?.[1] ?? [];
}

/** arXiv's sets that have most of the papers, the first first; none where the list says nothing of fields.
 *  `isSet`: whether arXiv has a field of that name. */
export function proposedFields(papers: readonly PaperRecord[], isSet: (set: string) => boolean): string[] {
  const counts = new Map<string, number>();
  for (const paper of papers) {
    const sets = setsToAsk(categoriesOf(paper).map(setOf)).filter(isSet);
    for (const set of sets) counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  const least = Math.max(LEAST_PAPERS, papers.length * LEAST_PART);
  const ranked = [...counts].toSorted(([, one], [, other]) => other - one);
  // Of a list of two papers, the field that both are in is one, too.
  return ranked
    .filter(([, count], place) => count >= least || (place === 0 && count >= 1))
    .slice(0, MAX_FIELDS)
    .map(([set]) => set);
}
