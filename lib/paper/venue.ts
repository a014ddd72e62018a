// Venue lines ("ICML 2020, PMLR 119:864-873") into their parts, and the short form that a card prints.

export interface Venue {
  /** "ICML"; null where the line names no venue of the table. */
  acronym: string | null;
  /** The series' full name, or the line itself without year, volume and pages. */
  name: string;
  kind: 'conference' | 'journal' | 'preprint' | 'other';
  workshop: boolean;
  /** "Findings of EMNLP" is not EMNLP. */
  findings: boolean;
  /** The year that the line itself states. */
  year: number | null;
  volume: string | null;
  /** "864-873" */
  pages: string | null;
}

interface KnownVenue {
  acronym: string;
  name: string;
  kind?: 'journal' | 'preprint';
  also?: RegExp;
}

const known: readonly KnownVenue[] = [
  { acronym: 'arXiv', name: 'arXiv preprint', kind: 'preprint', also: /\bcorr\b/i },
  { acronym: 'TMLR', name: 'Transactions on Machine Learning Research', kind: 'journal' },
  { acronym: 'JMLR', name: 'Journal of Machine Learning Research', kind: 'journal' },
  { acronym: 'TACL', name: 'Transactions of the Association for Computational Linguistics', kind: 'journal' },
  { acronym: 'TPAMI', name: 'IEEE Transactions on Pattern Analysis and Machine Intelligence', kind: 'journal' },
  { acronym: 'IJCV', name: 'International Journal of Computer Vision', kind: 'journal' },
  { acronym: 'ICLR', name: 'International Conference on Learning Representations' },
  { acronym: 'ICML', name: 'International Conference on Machine Learning' },
  {
    acronym: 'NeurIPS',
    name: 'Advances in Neural Information Processing Systems',
    also: /\bnips\b|neural information processing/i,
  },
  { acronym: 'AISTATS', name: 'International Conference on Artificial Intelligence and Statistics' },
  { acronym: 'COLT', name: 'Conference on Learning Theory' },
  { acronym: 'ALT', name: 'International Conference on Algorithmic Learning Theory' },
  { acronym: 'UAI', name: 'Conference on Uncertainty in Artificial Intelligence' },
  {
    acronym: 'ICCV',
    name: 'IEEE/CVF International Conference on Computer Vision',
    also: /international conference on computer vision/i,
  },
  {
    acronym: 'CVPR',
    name: 'IEEE/CVF Conference on Computer Vision and Pattern Recognition',
    also: /computer vision and pattern recognition/i,
  },
  { acronym: 'ECCV', name: 'European Conference on Computer Vision' },
  {
    acronym: 'WACV',
    name: 'IEEE/CVF Winter Conference on Applications of Computer Vision',
    also: /applications of computer vision/i,
  },
  { acronym: 'EMNLP', name: 'Conference on Empirical Methods in Natural Language Processing' },
  {
    acronym: 'NAACL',
    name: 'Conference of the North American Chapter of the Association for Computational Linguistics',
  },
  { acronym: 'EACL', name: 'Conference of the European Chapter of the Association for Computational Linguistics' },
  { acronym: 'ACL', name: 'Annual Meeting of the Association for Computational Linguistics' },
  { acronym: 'COLING', name: 'International Conference on Computational Linguistics' },
  { acronym: 'Interspeech', name: 'Annual Conference of the International Speech Communication Association' },
  { acronym: 'ICASSP', name: 'IEEE International Conference on Acoustics, Speech and Signal Processing' },
  { acronym: 'AAAI', name: 'AAAI Conference on Artificial Intelligence' },
  { acronym: 'IJCAI', name: 'International Joint Conference on Artificial Intelligence' },
  { acronym: 'KDD', name: 'ACM SIGKDD Conference on Knowledge Discovery and Data Mining' },
  { acronym: 'SIGIR', name: 'International ACM SIGIR Conference on Research and Development in Information Retrieval' },
  { acronym: 'WSDM', name: 'ACM International Conference on Web Search and Data Mining' },
  { acronym: 'CIKM', name: 'ACM International Conference on Information and Knowledge Management' },
  { acronym: 'RecSys', name: 'ACM Conference on Recommender Systems' },
  { acronym: 'WWW', name: 'The Web Conference', also: /world wide web conference/i },
  { acronym: 'MLSys', name: 'Conference on Machine Learning and Systems' },
  { acronym: 'ISIT', name: 'IEEE International Symposium on Information Theory' },
  { acronym: 'FOCS', name: 'IEEE Symposium on Foundations of Computer Science' },
  { acronym: 'STOC', name: 'ACM Symposium on Theory of Computing' },
  { acronym: 'SODA', name: 'ACM-SIAM Symposium on Discrete Algorithms' },
  { acronym: 'CoRL', name: 'Conference on Robot Learning' },
  { acronym: 'ICRA', name: 'IEEE International Conference on Robotics and Automation' },
  { acronym: 'IROS', name: 'IEEE/RSJ International Conference on Intelligent Robots and Systems' },
  { acronym: 'RSS', name: 'Robotics: Science and Systems' },
  { acronym: 'ACML', name: 'Asian Conference on Machine Learning' },
  { acronym: 'COLM', name: 'Conference on Language Modeling' },
  { acronym: '3DV', name: 'International Conference on 3D Vision' },
  { acronym: 'CHI', name: 'ACM Conference on Human Factors in Computing Systems' },
];

const fitsByName = (lower: string, { name, also }: KnownVenue): boolean =>
  lower.includes(name.toLowerCase()) || also?.test(lower) === true;

/** By a word of the line that is an acronym, else by a name in it; of several the first of the table. */
function knownVenue(line: string): KnownVenue | undefined {
  const lower = line.toLowerCase();
  const words = new Set(lower.match(/\w+/g));
  return (
    known.find(({ acronym }) => words.has(acronym.toLowerCase())) ?? known.find((venue) => fitsByName(lower, venue))
  );
}

/** The line without what only says when and where in it: "(oral)", years, volumes, pages. */
function bareName(line: string): string {
  const [named = ''] = line.replace(/\([^()]{0,200}\)/g, ' ').split(',', 1);
  return named
    .replace(/\b(19|20)\d\d\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a venue line. Never fails: what is not understood stays in `name`. */
export function parseVenue(line: string): Venue {
  const venue = knownVenue(line);
  const rest = line.replace(/\b(19|20)\d\d\b(?!\s*[-–:])/g, ' ');
  const volumeAndPages = /\b(\d{1,4})\s*:\s*(\d{1,6}\s*[-–]\s*\d{1,6})/.exec(rest);
  const volume = volumeAndPages?.[1] ?? /\bPMLR\s+(\d{1,4})\b/.exec(rest)?.[1] ?? /,\s*(\d{1,3})\s*$/.exec(rest)?.[1];
  const pages = volumeAndPages?.[2] ?? /\bpp?\.?\s*(\d{1,6}\s*[-–]\s*\d{1,6})/.exec(rest)?.[1];
  const year = /\b((?:19|20)\d\d)\b/.exec(line)?.[1];
  return {
    acronym: venue?.acronym ?? null,
    name: venue?.name ?? bareName(line),
    kind: venue === undefined ? 'other' : (venue.kind ?? 'conference'),
    workshop: /\bworkshops?\b/i.test(line),
    findings: /\bfindings\b/i.test(line),
    year: year === undefined ? null : Number(year),
    volume: volume ?? null,
    pages: pages?.replace(/(?<!\s)\s*[-–]\s*/, '-') ?? null,
  };
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two lines name one venue: what one says of volume and pages then holds of the other. */
export function isOneVenue(one: string, other: string): boolean {
  const [a, b] = [parseVenue(one), parseVenue(other)];
  const isNamed = a.acronym === null ? letters(a.name) === letters(b.name) : a.acronym === b.acronym;
  return one === other || (isNamed && a.workshop === b.workshop && a.findings === b.findings);
}

/** Longest name of a venue outside the table that still counts as short. */
const shortEnough = 36;

/** "ICLR 2020", "NeurIPS 2020", "TMLR 2022", "arXiv 2021", "ICLR 2024 workshop". `year` is used where the line has none. */
export function venueShort(line: string, year: number | null): string {
  const venue = parseVenue(line);
  const name =
    venue.acronym ??
    (venue.name.length <= shortEnough ? venue.name : `${venue.name.slice(0, shortEnough - 1).trimEnd()}…`);
  const stated = venue.year ?? year;
  const words = [venue.findings ? `Findings of ${name}` : name];
  if (stated !== null && stated > 0) words.push(String(stated));
  if (venue.workshop && venue.acronym !== null) words.push('workshop');
  return words.join(' ').trim();
}
