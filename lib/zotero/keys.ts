// What a paper is known by in Zotero: DOI, arXiv id or title. Of a library only numbers that these are made to are kept. Pure.
import { arxivIdOfDoi, identifiersIn, identifiersOf, parseArxivId } from '../paper/identifiers.ts';
import { arxivKey, doiKey } from '../paper/keys.ts';
import { readerTitleKey } from '../paper/title-key.ts';
import { isInAscending } from '../text/ascending.ts';
import { hashOf } from '../text/string-hash.ts';

/** Maximum characters of a text that identifiers are looked for in. */
const MAX_TEXT = 5000;
/** Letters of a title that says by itself which paper it is: "Introduction" and "Deep learning" do not. */
const MIN_TITLE = 16;

/** What an item of Zotero's says that a paper is known by. */
export interface ZoteroKnown {
  title: string;
  /** Texts that may name identifiers. */
  texts: readonly string[];
}

export interface PaperInQuestion {
  title: string;
  doi: string | null;
  arxivId: string | null;
}

const titleKeys = (title: string): string[] => {
  const key = readerTitleKey(title);
  return key.length < MIN_TITLE ? [] : [`title:${key}`];
};
/** arXiv's own DOIs are its ids. */
const doiKeys = (doi: string): string[] => {
  const arxiv = arxivIdOfDoi(doi);
  return [arxiv === null ? doiKey(doi) : arxivKey(arxiv)];
};

export const keysOfPaper = ({ title, doi, arxivId }: PaperInQuestion): string[] => [
  ...titleKeys(title),
  ...(doi === null ? [] : doiKeys(doi)),
  ...(arxivId === null ? [] : [arxivKey(arxivId)]),
];

function keysInText(text: string): string[] {
  const short = text.slice(0, MAX_TEXT);
  const { arxiv, dois } = identifiersOf(short);
  const written = identifiersIn(short);
  const ids = [parseArxivId(short), arxiv, ...written.map((one) => one.arxiv)];
  return [
    ...ids.flatMap((id) => (id === null ? [] : [arxivKey(id)])),
    ...[...dois, ...written.map((one) => one.doi)].flatMap((doi) => (doi === null ? [] : doiKeys(doi))),
  ];
}

export const keysOfKnown = ({ title, texts }: ZoteroKnown): string[] => [
  ...titleKeys(title),
  ...texts.flatMap(keysInText),
];

/** 53 bits, as many as a number has. */
function numberOf(key: string): number {
  const [hash, check] = hashOf(key);
  return hash * 2 ** 21 + (check >>> 11);
}

/** Keys as they are kept: sorted, each once. */
export const packedKeys = (keys: Iterable<string>, before: Iterable<number> = []): Float64Array =>
  Float64Array.from(new Set([...before, ...[...keys].map(numberOf)])).sort();

export const hasKey = (packed: Float64Array, key: string): boolean => isInAscending(packed, numberOf(key));
