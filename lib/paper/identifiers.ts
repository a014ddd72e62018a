// arXiv ids and DOIs in addresses and in running text. Every pattern is bounded, so that no text can make one slow.

export interface Identifiers {
  /** "2210.12945" or "math/0309136", without version. */
  arxiv: string | null;
  /** Lower case; several where it is not clear how much of the path belongs to it, longest first. */
  dois: string[];
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

/** One form for one paper: no version, no subject class, small letters; null if it is none. */
export function arxivId(text: string): string | null {
  const bare = text.trim().replace(/^arxiv:\s{0,4}/i, '');
  if (bare.length > 40 || !ARXIV_ID.test(bare)) return null;
  return bare
    .toLowerCase()
    .replace(/v\d{1,3}$/, '')
    .replace(/\.[a-z]{2}\//, '/');
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
    return text; // A stray "%": read it as it stands.
  }
}

const DOI = /(?<![\d.])10\.\d{4,9}\/[^\s"<>?#&]{1,200}/;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.{1,40})$/i;

/** What publishers put behind a DOI in their addresses, taken off one at a time. */
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
  return id === undefined ? null : arxivId(id);
}

export const doiOfArxivId = (id: string): string => `10.48550/arxiv.${id}`;

const NONE: Identifiers = { arxiv: null, dois: [] };

const MAY_IDENTIFY = /10\.\d{4}|\d{4}\.\d{4}|\d{7}|nature\.com/;

/** What an address identifies; nothing for addresses that are none, whatever they are. */
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
    if (id !== undefined) return { arxiv: arxivId(id), dois: [] };
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
      found.push({ start: start + opening, end, arxiv: arxivId(match[1] ?? ''), doi: null });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
