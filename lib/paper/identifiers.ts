// arXiv ids and DOIs: in a field that should hold one, in an address, in running text. Every pattern is bounded, so
// that no text can make one slow. By which keys papers are found is `keys.ts`.
import { doiOfOxfordFile } from './oxford-file.ts';
import { identifierText, placesWithoutInvisible, withoutInvisible } from './identifier-text.ts';

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
/** "math", "math.AG", "cond-mat.mtrl-sci" */
const ARCHIVE = `(?:${ARCHIVES})(?:\\.[a-z]{2,5}(?:-[a-z]{2,5})?)?`;
const OLD_ID = `${ARCHIVE}/\\d{7}`;
/** An id of today is also written behind its archive: "hep-th/1601.07616". */
const WRITTEN_ID = `(?:${ARCHIVE}/)?${NEW_ID}|${OLD_ID}`;
const ARXIV_ID = new RegExp(`^(?:${WRITTEN_ID})(?:v\\d{1,3})?$`, 'i');
/** "arXiv:", "arXiv preprint arXiv:", "ArXiv, abs/", "CoRR abs/", "arXiv e-prints" before an id. */
const BEFORE_ID =
  /^(?:(?:arxiv(?:\.org)?|corr)\b[\s:.,/[]{0,4})?(?:(?:e-?prints?|preprints?|id|number|no)\b[\s:.,]{0,4})?(?:arxiv\b[\s:.,]{0,4})?(?:(?:abs|pdf)\/)?/i;
/** "[cs.CV]", "(math.AG)", "[cs, stat]" behind an id. */
const CLASS_BEHIND = /\s{0,4}[[(]([a-z][a-z-]{1,12})(?:\.[a-z-]{2,10})?(?:[,;\s]{1,3}[a-z.-]{2,20}){0,6}[\])]?$/i;
const IN_PATH = new RegExp(
  `(?:^|[/:=])(${NEW_ID}|${OLD_ID})(?:v\\d{1,3})?(?:\\.(?:pdf|ps|gz|html))?(?=$|[/?#&;,.])`,
  'i',
);

/** An arXiv id, or an address that ends in one, without its version ("v3"). */
export const withoutVersion = (text: string): string => text.replace(/v\d{1,3}$/i, '');

/** The id that a text is: lower case, without version and subject class, so one form for one paper; null if it is none. */
export function parseArxivId(text: string): string | null {
  const written = withoutInvisible(text).trim();
  if (written.length > 100) return null;
  const [behind = '', archive = ''] = CLASS_BEHIND.exec(written) ?? [];
  const bare = written
    .slice(0, written.length - behind.length)
    .replace(BEFORE_ID, '')
    .replace(/[\].,;]{1,2}$/, '')
    .toLowerCase();
  // "0309136 [math.GT]"
  const id = /^\d{7}(?:v\d{1,3})?$/.test(bare) && archive !== '' ? `${archive.toLowerCase()}/${bare}` : bare;
  if (!ARXIV_ID.test(id)) return null;
  const plain = withoutVersion(id);
  return plain.includes('.') && !/\/\d{7}$/.test(plain)
    ? plain.slice(plain.lastIndexOf('/') + 1)
    : plain.replace(/\.[a-z-]+\//, '/');
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

/** arXiv behind a library's proxy: "arxiv-org.proxy.example.edu", "arxiv.org.ezproxy.example.edu", "0-arxiv.org.…". */
const PROXIED_ARXIV = /(?:^|[.-])arxiv[.-]org[.-]/;

function isArxivHost(host: string): boolean {
  if (PROXIED_ARXIV.test(host)) return true;
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

const PREFIX = String.raw`10\.\d{4,9}(?:\.\d{1,9}){0,3}\/`;
/** The end of an old DOI that has "<", ">" or "[", "]", and ";" in it: "<113::AID-CNE9>3.0.CO;2-6". */
const SICI_END = String.raw`(?:<[^\s"<>]{1,80}>|\[[^\s"[\]]{1,80}\])\d\.\d\.[a-z]{2};\d(?:-[a-z\d#@$])?(?![a-z\d])`;
const SICI = String.raw`[^\s"<>?#&]{1,100}?${SICI_END}`;
const DOI_SOURCE = String.raw`${PREFIX}(?:${SICI}|[^\s"<>?#&]{1,200})`;
const DOI = new RegExp(String.raw`(?<![\d.])${DOI_SOURCE}`, 'i');
const ARXIV_DOI = /^10\.48550\/arxiv\.(.{1,40})$/i;
/** A whole journal, as publishers write it in addresses. */
const OF_JOURNAL = /^10\.\d{4,9}\/\(issn\)/;

/** What publishers put behind a DOI in their addresses, removed one at a time. */
const TAILS = [
  /\/(?:full|pdf|abstract|epdf|meta|html|summary|fulltext|references|figures|supplementary|pdfft|full\/html)$/i,
  /\.(?:full\.pdf\+html|full[-.]text|full\.html|full\.pdf|pdf|full|html|abstract|short|xml|bib|(?:supplementary-material|article-info|article-metrics))$/i,
  /(?<=\d)v\d{1,2}$/i,
  // Oxford's own number of the article, or of its file, and the file's name.
  /(?<=^10\.1093\/[a-z0-9-]{2,20}\/[a-z0-9.]{3,20})\/\d{4,9}(?:\/[^/]{1,60})?$/i,
  /\/$/,
];

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Without what a sentence puts behind an identifier; brackets that open in it are its own. */
function withoutTail(text: string): string {
  const count = (sign: string): number => text.split(sign).length;
  const extra = new Map(Object.entries(PAIRS).map(([close, open]) => [close, count(close) - count(open)]));
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1);
    const unopened = extra.get(last);
    if (unopened === undefined ? !'.,;:\'"`*([{<|\u2019\u201d'.includes(last) : unopened < 1) break;
    if (unopened !== undefined) extra.set(last, unopened - 1);
  }
  return text.slice(0, end);
}

/** One of several that are written without a space, or with an address right behind. */
const firstOf = (text: string): string => text.split(/[;,|](?=10\.\d{4,9}\/|doi:|https?:)|https?:/i, 1)[0] ?? '';

const isSici = new RegExp(`${SICI_END}$`, 'i');

const IS_DOI = new RegExp(String.raw`^${PREFIX}\/{0,9}(?=\S{0,300}[\p{L}\p{N}])[^\s/]`, 'iu');

/** How much of a stretch may be the DOI, longest first, as it is written. */
function stretchesOf(found: string): string[] {
  if (isSici.test(found)) return [found];
  const first = firstOf(found);
  if (!IS_DOI.test(first)) return [];
  const stretches = [first];
  for (let turn = 0; turn < 5; turn += 1) {
    const last = stretches.at(-1) ?? '';
    const tail = TAILS.find((pattern) => pattern.test(last));
    const next = tail === undefined ? withoutTail(last) : last.replace(tail, '');
    if (next === last || !IS_DOI.test(next)) break;
    stretches.push(next);
  }
  return stretches;
}

/** One spelling for one DOI: PubMed has "10.1037//0022-…" for "10.1037/0022-…". */
const spelled = (found: string): string =>
  identifierText(found)
    .toLowerCase()
    .replace(/^(10\.[\d.]+)\/{2,}/, '$1/');

const doiReadings = (found: string): string[] => [...new Set(stretchesOf(found).map(spelled))];

/** "10.48550/arXiv.2210.12945" to "2210.12945"; null for other DOIs. */
export function arxivIdOfDoi(doi: string): string | null {
  const id = ARXIV_DOI.exec(doi)?.[1];
  return id === undefined ? null : parseArxivId(id);
}

export const doiOfArxivId = (id: string): string => `10.48550/arxiv.${id}`;
/** arXiv's own DOIs name the preprint, never a published version. */
export const isArxivDoi = (doi: string): boolean => doi.toLowerCase().startsWith('10.48550/');

const NONE: Identifiers = { arxiv: null, dois: [] };

const MAY_IDENTIFY = /10\.\d{4}|\d{4}\.\d{4}|\d{7}|nature\.com|\/early\/|\/article-pdf\//;

/** Sites that lead on to an address in a parameter; a button to share one is none of these. */
const REDIRECTS: readonly (readonly [place: RegExp, parameters: readonly string[]])[] = [
  [/(?:^|\.)google(?:\.[a-z]{2,3}){1,2}\/(?:url|scholar_url|imgres)$/, ['q', 'url', 'imgrefurl']],
  [/^lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?$/, ['u']],
  [/(?:^|\.)(?:youtube\.com\/redirect|vk\.com\/away\.php|slack-redir\.net\/link)$/, ['q', 'to', 'url']],
  [/(?:^|\.)linkedin\.com\/(?:redir\/redirect|safety\/go|redir\/general-malware-page)\/?$/, ['url']],
  [/^(?:out\.reddit\.com\/|duckduckgo\.com\/l\/|t\.umblr\.com\/redirect)/, ['url', 'uddg', 'z']],
  [/\.safelinks\.protection\.outlook\.com\//, ['url']],
  // Libraries' proxies.
  [/\/login$/, ['url', 'qurl']],
];

/** Where an address leads that another site's redirect, archive or proxy is put before; itself where none is. */
function destinationOf(address: string): URL | null {
  let text = address;
  for (let turn = 0; turn < 3; turn += 1) {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    const place = url.hostname + url.pathname;
    const parameters = REDIRECTS.find(([pattern]) => pattern.test(place))?.[1] ?? [];
    const named = parameters
      .map((name) => url.searchParams.get(name))
      .find((value) => value?.startsWith('http') === true);
    // "web.archive.org/web/2020/https://arxiv.org/…"; some servers make "https:/" of it.
    const inPath = /\/(?:_{0,2})(https?):\/{1,2}([^/].{3,})$/i.exec(decoded(url.pathname) + url.search);
    if (typeof named === 'string') text = named;
    else if (inPath === null) return url;
    else text = `${inPath[1] ?? ''}://${(inPath[2] ?? '').replace(/__;.*$/, '')}`;
  }
  return URL.canParse(text) ? new URL(text) : null;
}

/** What an address identifies; nothing where it is no address. */
export function identifiersOf(address: string): Identifiers {
  // Most links hold neither; parsing an address costs more than this look.
  if (address.length > 2000 || !MAY_IDENTIFY.test(address)) return NONE;
  const url = destinationOf(address);
  // Handles are no DOIs, although some begin like them.
  if (url === null || /(?:^|\.)handle\.net$/.test(url.hostname) || url.pathname.startsWith('/handle/')) return NONE;
  const host = url.hostname.toLowerCase();
  const path = decoded(url.pathname + url.search);
  const found = DOI.exec(path)?.[0];
  const dois = found === undefined ? impliedDois(host, path) : doiReadings(found);
  for (const doi of dois) {
    const arxiv = arxivIdOfDoi(doi);
    if (arxiv !== null) return { arxiv, dois: [] };
    if (OF_JOURNAL.test(doi)) return NONE;
  }
  if (dois.length > 0) return { arxiv: null, dois };
  if (isArxivHost(host)) {
    const [, month, number] = /\/\d{4}arxiv(\d{4})\.?(\d{4,5})[a-z.]/i.exec(path) ?? [];
    const id = month === undefined ? IN_PATH.exec(path)?.[1] : `${month}.${number ?? ''}`;
    if (id !== undefined) return { arxiv: parseArxivId(id), dois: [] };
  }
  return NONE;
}

/** Nature's addresses, those of some of Oxford's files, and old ones of bioRxiv and medRxiv, hold a DOI without its
 *  prefix. */
function impliedDois(host: string, path: string): string[] {
  const early = /^(?:www\.)?(?:bio|med)rxiv\.org$/.test(host)
    ? /\/early\/[\d/]{4,12}\/(\d{4}\.\d\d\.\d\d\.\d{6,8}|\d{6})(?=[v./?]|$)/.exec(path)?.[1]
    : undefined;
  if (early !== undefined) return [`10.1101/${early}`];
  if (host === 'academic.oup.com') return doiOfOxfordFile(path);
  if (host !== 'nature.com' && !host.endsWith('.nature.com')) return [];
  const slug = /^\/articles\/([a-z0-9.-]{5,60})(?:\.pdf)?(?:[/?#]|$)/.exec(path)?.[1];
  return slug === undefined ? [] : [`10.1038/${slug.replace(/\.pdf$/, '')}`];
}

// "arXiv:2210.12945", "arXiv preprint 2210.12945", "arxiv.org/abs/2210.12945", "[2210.12945]", "eprint = {2210.12945}",
// "ArXiv, abs/2210.12945", "CoRR abs/2210.12945"
const TEXT_ARXIV = new RegExp(
  String.raw`(?:\barxiv(?:\.org/[a-z-]{2,10}/|(?: (?:preprint|e-?prints?|id))?[:\s.,]{0,3}(?:\[)?(?:abs/)?)|` +
    String.raw`\bcorr[\s,.:;]{1,3}abs/|\beprint\s{0,8}=\s{0,4}["{]|\[)` +
    String.raw`(${WRITTEN_ID}|\d{4}\.\s\d{5}|\d{7}(?=\s?\[(?:${ARCHIVES})\b))(?:v\d{1,3})?(?!\d)`,
  'gi',
);
/** "…, 2210.06313 and 1706.03762" behind an id. */
const NEXT_ID = new RegExp(
  String.raw`(?:[,;]\s{0,2}(?:and\s|&\s?)?|\s(?:and|&)\s)(${NEW_ID})(?:v\d{1,3})?(?![\d.])`,
  'iy',
);
const TEXT_DOI = new RegExp(String.raw`\b${DOI_SOURCE}`, 'gi');

/** Identifiers written out in a text, in order; the stretch covers "arXiv:" too. */
export function identifiersIn(text: string): TextIdentifier[] {
  const visible = withoutInvisible(text);
  if (visible.length === text.length) return identifiersInVisible(text);
  const places = placesWithoutInvisible(text);
  return identifiersInVisible(visible).map((one) => ({
    ...one,
    start: places[one.start] ?? 0,
    end: (places[one.end - 1] ?? text.length - 1) + 1,
  }));
}

function identifiersInVisible(text: string): TextIdentifier[] {
  const found: TextIdentifier[] = [];
  // Cheap refusals first: most blocks hold no digit followed by a dot.
  if (text.includes('10.')) {
    for (const match of text.matchAll(TEXT_DOI)) {
      const stretch = stretchesOf(match[0]).at(-1);
      if (stretch === undefined) continue;
      const doi = spelled(stretch);
      if (TEMPLATE.test(doi) || PLACEHOLDER.test(doi)) continue;
      const arxiv = arxivIdOfDoi(doi);
      found.push({ start: match.index, end: match.index + stretch.length, arxiv, doi: arxiv === null ? doi : null });
    }
  }
  if (/\d[./]\s?\d|\/\d|\d \[/.test(text)) {
    const dois = found.length;
    let next = 0;
    for (const match of text.matchAll(TEXT_ARXIV)) {
      const start = match.index;
      let end = start + match[0].length;
      while (next < dois && (found[next]?.end ?? 0) <= start) next += 1;
      if (next < dois && (found[next]?.start ?? 0) < end) continue;
      const opening = /^["'{[]/.test(match[0]) ? 1 : 0;
      const written = (match[1] ?? '').replace(/\s/, '');
      const arxiv = parseArxivId(
        /^\d{7}$/.test(written)
          ? written +
              text
                .slice(end, end + 30)
                .split(']', 1)
                .join('')
          : written,
      );
      if (arxiv === null) continue;
      found.push({ start: start + opening, end, arxiv, doi: null });
      NEXT_ID.lastIndex = end;
      for (let more = NEXT_ID.exec(text); more !== null; more = NEXT_ID.exec(text)) {
        end = NEXT_ID.lastIndex;
        const id = more[1] ?? '';
        found.push({ start: more.index + more[0].lastIndexOf(id), end, arxiv: parseArxivId(id), doi: null });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** "doi:", "https://doi.org/", "info:doi/" before a DOI, also twice. */
const BEFORE_DOI =
  /^(?:(?:https?:\/\/)?(?:[a-z\d-]{1,40}\.){0,4}doi\.org\/|(?:urn:|info:)?doi\s{0,3}[:=./]?\s{0,3}|https?:\/\/(?=10\.)){1,3}/;
/** What an address has behind its path: "?utm_source=…", "&domain=pdf", "#sec-2"; old DOIs may end in "#". */
const BEHIND_PATH = /(?:[?&][a-z][\w.-]{0,40}=.*|\?|(?<!;\d-)#(?:[a-z].*)?)$/;
const FIELD_DOI = new RegExp(`^${PREFIX}(?:${SICI}|[^\\s"<>;]{1,300})`);

/** The DOI in a field: bare, with a prefix, or in an address; null where the field holds something else. */
export function cleanDoi(value: unknown): string | null {
  const written = identifierText(value);
  if (written === '' || !written.includes('10.')) return null;
  const text = written.toLowerCase().replace(/^[<("'[{“‘«\s]{1,9}/, '');
  const bare = text.replace(BEFORE_DOI, '');
  if (!bare.startsWith('10.')) {
    const address = text.replace(/^url:?\s{0,3}/, '').split(/\s/, 1)[0] ?? '';
    if (!/^(?:https?:\/\/|[a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){1,5}\/)/.test(address)) return null;
    const found = identifiersOfPageAddress(address.startsWith('http') ? address : `https://${address}`);
    if (found.arxiv !== null) return address.includes('10.48550') ? doiOfArxivId(found.arxiv) : null;
    return found.dois.at(-1) ?? null;
  }
  // What an encoded address holds decoded is its own: "%23" is no fragment.
  const path = bare.replace(BEHIND_PATH, '');
  const found = FIELD_DOI.exec(identifierText(decoded(path)))?.[0];
  if (found === undefined) return null;
  const doi = spelled(isSici.test(found) ? found : withoutTail(firstOf(found)));
  // What was encoded twice is decoded twice; each time it is shorter.
  const once = decoded(doi);
  if (once !== doi) return once.length < doi.length ? cleanDoi(once) : null;
  return IS_DOI.test(doi) && !/\s/.test(doi) && doi.length <= 300 && !TEMPLATE.test(doi) ? doi : null;
}

/** The arXiv id in a field: an id in any spelling, or an address at arXiv. */
export function cleanArxivId(value: unknown): string | null {
  const text = identifierText(value);
  if (text === '' || text.length > 600) return null;
  const id = parseArxivId(text);
  if (id !== null) return id;
  if (/^https?:/i.test(text)) return identifiersOf(text).arxiv;
  if (/^[a-z.-]{0,20}arxiv\.org\//i.test(text)) return identifiersOf(`https://${text}`).arxiv;
  // With a date or a year behind it: "arXiv:1706.03762v5 [cs.CL] 6 Dec 2017".
  if (!/^(?:(?:oai:|urn:)?arxiv\b|corr\b|10\.48550\/)/i.test(text)) return null;
  const ids = new Set(identifiersIn(text.replace(/^oai:arxiv\.org:/i, 'arxiv:')).map(({ arxiv }) => arxiv));
  const [only = null] = ids;
  return ids.size === 1 ? only : null;
}

/** What templates leave where a DOI should be. */
const PLACEHOLDER = /^10\.\d{4,9}\/(?:xx[.x-]*|00[.0-]*|null|undefined|none|n\/a|todo|tba|doi|example)$/;
/** What ACM's template has before its authors write their own. */
const TEMPLATE = /^10\.\d{4,9}\/(?:[nx]{5,}\.[nx]{5,}|1122445\.1122456)$/;

/** The first DOI in a text, lower case; null where it names none, or one that is a placeholder. */
export function findDoi(text: string): string | null {
  const plain = identifierText(text.slice(0, 2000));
  if (!plain.includes('10.')) return null;
  const clean = cleanDoi(plain) ?? cleanDoi(identifiersIn(plain).find(({ doi }) => doi !== null)?.doi ?? '');
  if (clean === null) return null;
  return PLACEHOLDER.test(clean) || TEMPLATE.test(clean) ? null : clean;
}

/** The first arXiv id in a text, also out of arXiv's own DOIs. */
export function findArxivId(text: string): string | null {
  const plain = identifierText(text.slice(0, 2000));
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
  const { origin, pathname, searchParams } = destinationOf(url) ?? new URL(url);
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
