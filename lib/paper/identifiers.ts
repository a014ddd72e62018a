// arXiv ids and DOIs: in a field that should hold one, in an address, in running text. Every pattern is bounded, so
// that no text can make one slow. By which keys papers are found is `keys.ts`.
import { plainText } from './plain-text.ts';

export interface Identifiers {
  /** "2210.12945" or "math/0309136", without version. */
  arxiv: string | null;
  /** Lower case; several where it is not clear how much of the path belongs to it, longest first. */
  dois: readonly string[];
}

export interface TextIdentifier {
  start: number;
  end: number;
  arxiv: string | null;
  doi: string | null;
}

const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|' +
  'econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|' +
  'physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con';
const NEW_ID = String.raw`\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}`;
const OLD_ID = `(?:${ARCHIVES})(?:\\.[a-z]{2})?/\\d{7}`;
const ARXIV_ID = new RegExp(`^(?:${NEW_ID}|${OLD_ID})(?:v\\d{1,3})?$`, 'i');
const IN_PATH = new RegExp(
  `(?:^|[/:=])(${NEW_ID}|${OLD_ID})(?:v\\d{1,3})?(?:\\.(?:pdf|ps|gz|html))?(?=$|[/?#&;,.])`,
  'i',
);

/** An arXiv id, or an address that ends in one, without its version ("v3"). */
export const withoutVersion = (text: string): string => text.replace(/v\d{1,3}$/i, '');

/** The id that a text is: lower case, without version and subject class, so one form for one paper; null if it is none. */
export function parseArxivId(text: string): string | null {
  const bare = text.trim().replace(/^arxiv:\s{0,4}/i, '');
  if (bare.length > 40 || !ARXIV_ID.test(bare)) return null;
  return withoutVersion(bare.toLowerCase()).replace(/\.[a-z]{2}\//, '/');
}

/** The year that an arXiv id begins with. */
export function yearOfArxivId(id: string): number | null {
  const digits = /^(\d\d)\d\d\.|\/(\d\d)\d{5}$/.exec(id);
  const year = Number(digits?.[1] ?? digits?.[2]);
  if (digits === null || !Number.isInteger(year)) return null;
  return year > 90 ? 1900 + year : 2000 + year;
}

/** Hosts whose addresses carry arXiv ids (the host itself or one above it). */
const ARXIV_HOSTS = new Set([
  'arxiv.org',
  'xxx.lanl.gov',
  'arxiv.lanl.gov',
  'ar5iv.org',
  'ar5iv.labs.arxiv.org',
  'alphaxiv.org',
  'scirate.com',
  'huggingface.co',
  'hf.co',
  'semanticscholar.org',
  'catalyzex.com',
  'papers.cool',
  'emergentmind.com',
  'arxiv-vanity.com',
  'arxiv-sanity-lite.com',
  'paperswithcode.com',
  'adsabs.harvard.edu',
  'inspirehep.net',
  'connectedpapers.com',
  'deeplearn.org',
  'themoonlight.io',
  'arxiv-doctor.com',
  'talk2arxiv.org',
  'bytez.com',
  'scholar.archive.org',
  'researchgate.net',
]);

function isArxivHost(host: string): boolean {
  for (let at = 0; at >= 0;) {
    if (ARXIV_HOSTS.has(host.slice(at))) return true;
    const dot = host.indexOf('.', at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return false;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray "%" is one.
  }
}

const DOI = /(?<![\d.])10\.\d{4,9}\/[^\s"<>?#&]{1,200}/;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.{1,40})$/i;

/** What publishers put behind a DOI in their addresses, removed one at a time. */
const TAILS = [
  /\/(?:full|pdf|abstract|epdf|meta|html|summary|fulltext|references|figures|supplementary|pdfft|full\/html)$/,
  /\.(?:full\.pdf|pdf|full|html|abstract|short|xml|bib)$/,
  /(?<=\d)v\d{1,2}$/,
  /[).,;:\]}>'*]{1,4}$/,
  /\/$/,
];

function doiReadings(found: string): string[] {
  const readings = [found.toLowerCase()];
  for (let turn = 0; turn < 4; turn += 1) {
    const last = readings.at(-1) ?? '';
    const tail = TAILS.find((pattern) => pattern.test(last));
    if (tail === undefined) break;
    readings.push(last.replace(tail, ''));
  }
  return readings;
}

/** "10.48550/arXiv.2210.12945" to "2210.12945"; null for other DOIs. */
export function arxivIdOfDoi(doi: string): string | null {
  const id = ARXIV_DOI.exec(doi)?.[1];
  return id === undefined ? null : parseArxivId(id);
}

export const doiOfArxivId = (id: string): string => `10.48550/arxiv.${id}`;
/** arXiv's own DOIs name the preprint, never a published version. */
export const isArxivDoi = (doi: string): boolean => doi.toLowerCase().startsWith('10.48550/');

const NONE: Identifiers = { arxiv: null, dois: [] };

const MAY_IDENTIFY = /10\.\d{4}|\d{4}\.\d{4}|\d{7}|nature\.com/;

/** What an address identifies; nothing where it is no address. */
export function identifiersOf(address: string): Identifiers {
  // Most links hold neither; parsing an address costs more than this look.
  if (address.length > 2000 || !MAY_IDENTIFY.test(address)) return NONE;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return NONE;
  }
  const host = url.hostname.toLowerCase();
  const path = decoded(url.pathname + url.search);
  const found = DOI.exec(path)?.[0];
  const dois = found === undefined ? natureDoi(host, path) : doiReadings(found);
  for (const doi of dois) {
    const arxiv = arxivIdOfDoi(doi);
    if (arxiv !== null) return { arxiv, dois: [] };
  }
  if (dois.length > 0) return { arxiv: null, dois };
  if (isArxivHost(host)) {
    const id = IN_PATH.exec(path)?.[1];
    if (id !== undefined) return { arxiv: parseArxivId(id), dois: [] };
  }
  return NONE;
}

/** Nature's addresses hold a DOI without its prefix. */
function natureDoi(host: string, path: string): string[] {
  if (host !== 'nature.com' && !host.endsWith('.nature.com')) return [];
  const slug = /^\/articles\/([a-z0-9.-]{5,60})(?:\.pdf)?(?:[/?#]|$)/.exec(path)?.[1];
  return slug === undefined ? [] : [`10.1038/${slug.replace(/\.pdf$/, '')}`];
}

// "arXiv:2210.12945", "arXiv preprint 2210.12945", "arxiv.org/abs/2210.12945", "[2210.12945]", "eprint = {2210.12945}"
const TEXT_ARXIV = new RegExp(
  String.raw`(?:\barxiv(?:\.org/[a-z-]{2,10}/|(?: preprint)?[:\s.]{0,3}(?:\[)?)|\beprint\s{0,8}=\s{0,4}["{]|\[)` +
    `(${NEW_ID}|${OLD_ID})(?:v\\d{1,3})?(?!\\d)`,
  'gi',
);
const TEXT_DOI = /\b10\.\d{4,9}\/[^\s"<>?#&]{1,200}/g;

/** Identifiers written out in a text, in order; the stretch covers "arXiv:" too. */
export function identifiersIn(text: string): TextIdentifier[] {
  const found: TextIdentifier[] = [];
  // Cheap refusals first: most blocks hold no digit followed by a dot.
  if (text.includes('10.')) {
    for (const match of text.matchAll(TEXT_DOI)) {
      const doi = doiReadings(match[0]).at(-1) ?? '';
      const arxiv = arxivIdOfDoi(doi);
      found.push({ start: match.index, end: match.index + doi.length, arxiv, doi: arxiv === null ? doi : null });
    }
  }
  if (/\d[./]\d|\/\d/.test(text)) {
    const dois = found.length;
    let next = 0;
    for (const match of text.matchAll(TEXT_ARXIV)) {
      const start = match.index;
      const end = start + match[0].length;
      while (next < dois && (found[next]?.end ?? 0) <= start) next += 1;
      if (next < dois && (found[next]?.start ?? 0) < end) continue;
      const opening = /^["'{[]/.test(match[0]) ? 1 : 0;
      found.push({ start: start + opening, end, arxiv: parseArxivId(match[1] ?? ''), doi: null });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The DOI in a field: bare, with a prefix, or as an address; null where the field holds something else. */
export function cleanDoi(value: unknown): string | null {
  const written = plainText(value);
  if (written === '') return null;
  let text = written
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?:[a-z-]+\.)*doi\.org\//, '')
    .replace(/^doi:\s*/, '');
  // Several in one field: the first.
  text = (decoded(text).split(/[\s;]/, 1)[0] ?? '').replace(/[.,]+$/, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) && text.length <= 300 ? text : null;
}

/** The arXiv id in a field: an id in any spelling, or an address at arXiv. */
export function cleanArxivId(value: unknown): string | null {
  const text = plainText(value);
  if (text === '' || text.length > 300) return null;
  return parseArxivId(text) ?? (/^https?:/i.test(text) ? identifiersOf(text).arxiv : null);
}

/** What templates leave where a DOI should be. */
const PLACEHOLDER = /^10\.\d{4,9}\/(?:xx[.x-]*|00[.0-]*|null|undefined|none|n\/a|todo|tba|doi|example)$/;
/** Old DOIs with "<", ">" and ";" in them: cut at one of these they would be another's, so they count as none. */
const SICI = /\(sici\)|;2-[a-z0-9]$/i;

const balanced = (text: string): boolean => text.split('(').length >= text.split(')').length;

/** Without what a sentence puts behind an identifier. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    if (!'.,;:\'"`*]}>\u2019\u201d'.includes(last) && (last !== ')' || balanced(text.slice(0, end)))) break;
    end -= 1;
  }
  return text.slice(0, end);
}

/** The first DOI in a text, lower case; null where it names none, or one that is a placeholder. */
export function findDoi(text: string): string | null {
  const plain = plainText(text.slice(0, 2000));
  if (!plain.includes('10.') || SICI.test(plain)) return null;
  const clean = cleanDoi(plain) ?? identifiersIn(plain).find(({ doi }) => doi !== null)?.doi ?? null;
  if (clean === null) return null;
  const doi = cleanDoi(withoutTail(clean));
  return doi === null || PLACEHOLDER.test(doi) ? null : doi;
}

/** The first arXiv id in a text, also out of arXiv's own DOIs. */
export function findArxivId(text: string): string | null {
  const plain = plainText(text.slice(0, 2000));
  const clean = cleanArxivId(withoutTail(plain));
  if (clean !== null) return clean;
  const doi = findDoi(plain);
  if (doi !== null) return arxivIdOfDoi(doi);
  return identifiersIn(plain).find(({ arxiv }) => arxiv !== null)?.arxiv ?? null;
}

/** Parameters of an address that name the paper it is about, and not one that is searched for. */
const NAMING = ['id', 'doi', 'arxiv', 'arxivid', 'article', 'articleid'];

/** What a page's address says of the paper that the page is about: its path, then the parameters that name a paper. */
export function identifiersOfPageAddress(url: string): Identifiers {
  if (!URL.canParse(url)) return NONE;
  const { origin, pathname, searchParams } = new URL(url);
  const found = identifiersOf(origin + pathname);
  const path = { ...found, dois: found.dois.some((doi) => PLACEHOLDER.test(doi)) ? [] : found.dois };
  if (path.arxiv !== null || path.dois.length > 0) return path;
  for (const [name, value] of searchParams) {
    if (!NAMING.includes(name.toLowerCase())) continue;
    const arxiv = parseArxivId(value);
    if (arxiv !== null && /arxiv/i.test(origin + name)) return { arxiv, dois: [] };
    const doi = findDoi(value);
    if (doi !== null) return { arxiv: arxivIdOfDoi(doi), dois: arxivIdOfDoi(doi) === null ? [doi] : [] };
  }
  return NONE;
}
