// DOIs and arXiv ids out of what pages write into fields: bare, with a prefix, as an address, in a sentence.
import { arxivId, arxivIdOfDoi, identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { cleanArxivId, cleanDoi } from '../paper/clean.ts';
import { plainText } from '../paper/plain-text.ts';
import type { Fields } from '../sites/adapter.ts';

/** What templates leave where a DOI should be. */
const PLACEHOLDER = /^10\.\d{4,9}\/(?:xx[.x-]*|00[.0-]*|null|undefined|none|n\/a|todo|tba|doi|example)$/;
/** Old DOIs with "<", ">" and ";" in them: whoever cuts at one of these gets another, so they count as none. */
const SICI = /\(sici\)|;2-[a-z0-9]$/i;

const balanced = (text: string): boolean => text.split('(').length >= text.split(')').length;

/** Takes off what a sentence puts behind an identifier. */
export function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    if (!'.,;:\'"`*]}>\u2019\u201d'.includes(last) && (last !== ')' || balanced(text.slice(0, end)))) break;
    end -= 1;
  }
  return text.slice(0, end);
}

/** In small letters; null where the text names none, or one that is a placeholder. */
export function doiOf(text: string): string | null {
  const plain = plainText(text.slice(0, 2000));
  if (!plain.includes('10.') || SICI.test(plain)) return null;
  const clean = cleanDoi(plain) ?? identifiersIn(plain).find(({ doi }) => doi !== null)?.doi ?? null;
  if (clean === null) return null;
  const doi = cleanDoi(withoutTail(clean));
  return doi === null || PLACEHOLDER.test(doi) ? null : doi;
}

/** Without version; also out of arXiv's own DOIs. */
export function arxivOf(text: string): string | null {
  const plain = plainText(text.slice(0, 2000));
  const clean = cleanArxivId(withoutTail(plain));
  if (clean !== null) return clean;
  const doi = doiOf(plain);
  if (doi !== null) return arxivIdOfDoi(doi);
  return identifiersIn(plain).find(({ arxiv }) => arxiv !== null)?.arxiv ?? null;
}

export interface Identified {
  arxiv: string | null;
  /** Several where it is not clear how much of an address belongs to it. */
  dois: readonly string[];
}

/** Parameters of an address that name the paper it is about, and not one that is searched for. */
const NAMING = ['id', 'doi', 'arxiv', 'arxivid', 'article', 'articleid'];

/** What an address says of the paper that it is about. */
export function ofAddress(url: string): Identified {
  if (!URL.canParse(url)) return { arxiv: null, dois: [] };
  const { origin, pathname, searchParams } = new URL(url);
  const found = identifiersOf(origin + pathname);
  const path = { ...found, dois: found.dois.some((doi) => PLACEHOLDER.test(doi)) ? [] : found.dois };
  if (path.arxiv !== null || path.dois.length > 0) return path;
  for (const [name, value] of searchParams) {
    if (!NAMING.includes(name.toLowerCase())) continue;
    const arxiv = arxivId(value);
    if (arxiv !== null && /arxiv/i.test(origin + name)) return { arxiv, dois: [] };
    const doi = doiOf(value);
    if (doi !== null) return { arxiv: arxivIdOfDoi(doi), dois: arxivIdOfDoi(doi) === null ? [doi] : [] };
  }
  return { arxiv: null, dois: [] };
}

/** What fields of one source say: its own identifiers first, then those in addresses of its page and PDF. */
export function ofFields({ arxiv = [], doi = [], page = [], pdf = [] }: Fields): Identified {
  const first = <T>(texts: readonly string[], read: (text: string) => T | null): T | null => {
    for (const text of texts.slice(0, 20)) {
      const found = read(text);
      if (found !== null) return found;
    }
    return null;
  };
  const places = [...page, ...pdf];
  const named = first(doi, doiOf);
  const ofDoi = named === null ? null : arxivIdOfDoi(named);
  const inPlace = first(places, (text) => {
    const found = ofAddress(text);
    return found.arxiv === null && found.dois.length === 0 ? null : found;
  });
  const dois = named === null || ofDoi !== null ? (inPlace?.dois ?? []) : [named];
  return { arxiv: first(arxiv, arxivOf) ?? ofDoi ?? inPlace?.arxiv ?? null, dois };
}

/** One is the other with something behind it ("…/btz682/5570983"). */
const extend = (one: string, other: string): boolean =>
  one === other || (one.startsWith(other) && /^[/.v?]/.test(one.slice(other.length)));

const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((a) => other.some((b) => extend(a, b) || extend(b, a)));

/** Both name the same paper by the same kind of identifier. */
export const agree = (one: Identified, other: Identified): boolean =>
  (one.arxiv !== null && one.arxiv === other.arxiv) || meet(one.dois, other.dois);

/** Both have an identifier of one kind, and these differ; a preprint's id and a journal's DOI do not contradict. */
export const contradict = (one: Identified, other: Identified): boolean =>
  !agree(one, other) &&
  ((one.arxiv !== null && other.arxiv !== null) || (one.dois.length > 0 && other.dois.length > 0));
