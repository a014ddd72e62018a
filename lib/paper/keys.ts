// The keys under which a paper is found: in a pack's table of ids, among what pages said, on the reading list. Two
// records with a key in common are one paper.
import { doiOfArxivId, withoutVersion, type Identifiers } from './identifiers.ts';

/** `arxiv:1912.10077` or `arxiv:math/0309136`; all versions of a paper have one key. */
export const arxivKey = (arxivId: string): string => `arxiv:${withoutVersion(arxivId.toLowerCase())}`;
/** `doi:10.1000/182` */
export const doiKey = (doi: string): string => `doi:${doi.toLowerCase()}`;

/** A key of another service: "openalex:w2157853701". */
export const OTHER_KEY = /^[a-z]{2,16}:[!-~]{1,120}$/;
export const MAX_OTHER_IDS = 8;

/** Maximum letters of a topic, and topics of a paper. */
export const MAX_TOPIC = 100;
export const MAX_TOPICS = 20;

/** Facts by which a paper is found, as records (absent is unknown) and papers (null is unknown) hold them. */
export interface KeyFacts {
  id: string;
  arxivId?: string | null | undefined;
  doi?: string | null | undefined;
  otherIds?: readonly string[] | undefined;
}

/** All keys of a paper, each once: its own id first, then arXiv id and DOI, then others. */
export function paperKeys({ id, arxivId, doi, otherIds = [] }: KeyFacts): string[] {
  const keys = [id];
  const add = (key: string): void => {
    if (key !== id) keys.push(key);
  };
  if (typeof arxivId === 'string') add(arxivKey(arxivId));
  if (typeof doi === 'string') add(doiKey(doi));
  for (const key of otherIds) add(key);
  return keys;
}

/** The keys to ask for where a page or an address names a paper. A preprint may be known by arXiv's own DOI. */
export const keysOfIdentifiers = ({ arxiv, dois }: Identifiers): string[] =>
  arxiv === null ? dois.map(doiKey) : [arxivKey(arxiv), doiKey(doiOfArxivId(arxiv))];
