// What all readers clean alike in the facts of a row: spaces, addresses, years; and the record made of them, or why there
// is none. LaTeX in titles stays as it is: the title index reads it both ways.
import { arxivIdOfDoi, cleanArxivId, cleanDoi, yearOfArxivId } from './identifiers.ts';
import type { RowFailure } from '../failures/failure.ts';
import type { PaperType } from './schema.ts';
import { codeAddressKey } from './code-address.ts';
import { isHttpsAddress } from './https-address.ts';
import { MAX_OTHER_IDS, MAX_TOPIC, MAX_TOPICS, OTHER_KEY } from './keys.ts';
import { recordId } from './record-id.ts';
import type { PaperRecord, RecordCode } from './record.ts';
import { cleanAuthors } from './names/author-list.ts';
import { plainText } from './plain-text.ts';
import { cleanPublication, publicationFacts, type PublicationFact } from './publication.ts';
import type { z } from 'zod/mini';

/** Facts of a row as it has them, not cleaned yet. */
export interface Draft {
  title: unknown;
  otherTitles?: readonly unknown[];
  /** Names, or what `DraftAuthor` allows. */
  authors?: readonly unknown[];
  /** There are more than these. */
  moreAuthors?: boolean;
  year?: unknown;
  venue?: unknown;
  volume?: unknown;
  issue?: unknown;
  pages?: unknown;
  publisher?: unknown;
  type?: z.infer<typeof PaperType> | null;
  arxivId?: unknown;
  doi?: unknown;
  categories?: readonly unknown[];
  code?: readonly { url: unknown; official?: unknown; saidBy?: string }[];
  links?: readonly unknown[];
  topics?: readonly unknown[];
  /** Keys of other services. */
  otherIds?: readonly (string | null)[];
  /** Kept beside the record (`lib/packs/tables/extras.ts`). */
  abstract?: unknown;
  /** An abstract that may not be kept: words of it are. */
  abstractForWords?: unknown;
  /** Keys of the works that it cites. */
  references?: readonly (string | null)[];
}

/** Hosts that answer on https although old exports write http. */
const SECURE =
  /^http:\/\/((?:www\.|[\w-]+\.)?(?:github\.com|gitlab\.com|bitbucket\.org|arxiv\.org|doi\.org|huggingface\.co)\/)/i;

export function cleanUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const url = value.trim().replace(SECURE, 'https://$1');
  return isHttpsAddress(url) && URL.canParse(url) ? url : null;
}

export function cleanYear(value: unknown): number | null {
  if (value instanceof Date) return cleanYear(value.getUTCFullYear());
  if (typeof value === 'bigint') return cleanYear(Number(value));
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1500 && value <= 2200 ? value : null;
  if (typeof value !== 'string') return null;
  // "201905" and "20190531" are dates.
  const found = /(?:^|\D)((?:1[5-9]|20|21)\d\d)(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?(?:\D|$)/.exec(
    value.slice(0, 100),
  );
  return found === null ? null : Number(found[1]);
}

function cleanCode(links: Draft['code'] = []): RecordCode[] {
  const found = new Map<string, RecordCode>();
  for (const { url, official, saidBy } of links) {
    const clean = cleanUrl(url);
    if (clean === null || found.size === 100) continue;
    const key = codeAddressKey(clean);
    const before = found.get(key);
    found.set(key, {
      url: before?.url ?? clean,
      ...(typeof official === 'boolean' ? { official: official || before?.official === true } : {}),
      ...(saidBy === undefined ? {} : { saidBy }),
    });
  }
  return [...found.values()];
}

/** Each value once, in order, at most `most`; without empty ones. */
export const distinct = (values: readonly (string | null)[], most: number): string[] =>
  [...new Set(values.filter((value): value is string => value !== null && value !== ''))].slice(0, most);

const cut = (text: string, most: number): string => (text.length > most ? text.slice(0, most).toWellFormed() : text);

/** Maximum letters of an abstract; the longest of arXiv has 6,000. */
const MAX_ABSTRACT = 10_000;

/** An abstract as packs keep it: one line; "" where there is none. */
export const cleanAbstract = (value: unknown): string => cut(plainText(value), MAX_ABSTRACT);

/** Keys of other services, each once. */
export const cleanKeys = (keys: readonly (string | null)[] = [], most: number): string[] =>
  distinct(keys, Infinity)
    .filter((key) => OTHER_KEY.test(key))
    .slice(0, most);

type Publication = Readonly<Partial<Record<PublicationFact, string>>>;

/** Those that are known. */
export const publicationBy = (read: (name: PublicationFact) => string | null): Publication =>
  Object.fromEntries(
    publicationFacts.flatMap((name) => {
      const value = read(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** Facts of a paper that are clean already, each as a record has it; empty or null is not known. */
export interface CleanRecordFacts {
  title: string;
  otherTitles?: string[];
  authors: string[];
  /** One for each name, where any is known. */
  authorIds?: (string | null)[];
  moreAuthors: boolean;
  year: number | null;
  venue: string | null;
  publication: Publication;
  type: PaperType | null;
  arxivId: string | null;
  doi: string | null;
  categories: string[];
  topics?: string[];
  otherIds?: string[];
  code: RecordCode[];
  links: string[];
}

/** The record of clean facts, with its id. */
export function recordOfClean(clean: CleanRecordFacts): PaperRecord {
  const {
    title,
    otherTitles = [],
    authors,
    authorIds,
    moreAuthors,
    year,
    venue,
    publication: { publisher, ...printed },
    type,
    arxivId,
    doi,
    categories,
    topics = [],
    otherIds = [],
    code,
    links,
  } = clean;
  const facts = {
    title,
    ...(otherTitles.length > 0 ? { otherTitles } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(authorIds === undefined ? {} : { authorIds }),
    ...(moreAuthors ? { moreAuthors } : {}),
    ...(year === null ? {} : { year }),
    ...(venue === null || venue === '' ? {} : { venue }),
    ...printed,
    // A publisher that is given as the venue, for want of one, is said once.
    ...(publisher === undefined || publisher === venue ? {} : { publisher }),
    ...(type === null ? {} : { type }),
    ...(arxivId === null ? {} : { arxivId }),
    ...(doi === null ? {} : { doi }),
    ...(categories.length > 0 ? { categories } : {}),
    ...(topics.length > 0 ? { topics } : {}),
    ...(otherIds.length > 0 ? { otherIds } : {}),
    ...(code.length > 0 ? { code } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
  return { id: recordId(facts), ...facts };
}

/** An arXiv id and a DOI, where arXiv's own DOI is another spelling of the id. */
export function separateIds(
  arxivId: string | null,
  doi: string | null,
): { arxivId: string | null; doi: string | null } {
  const named = doi === null ? null : arxivIdOfDoi(doi);
  return named === null ? { arxivId, doi } : { arxivId: arxivId ?? named, doi: null };
}

/** The year that is given, else the one that an arXiv id begins with. */
export const yearOr = (year: number | null, arxivId: string | null): number | null =>
  year ?? (arxivId === null ? null : yearOfArxivId(arxivId));

/** The record of a row, or the reason why it has none. */
export function recordOf(draft: Draft): { record: PaperRecord } | { refused: RowFailure } {
  const title = plainText(draft.title);
  if (title === '') return { refused: { code: 'no-title', args: [] } };
  if (title.length > 2000) return { refused: { code: 'long-title', args: [] } };
  if (!/\p{L}/u.test(title)) return { refused: { code: 'no-letters', args: [] } };
  const { arxivId, doi } = separateIds(cleanArxivId(draft.arxivId), cleanDoi(draft.doi));
  const { authors, more } = cleanAuthors(draft.authors ?? []);
  const otherTitles = distinct((draft.otherTitles ?? []).map(plainText), 20).filter(
    (other) => other !== title && other.length <= 2000 && /\p{L}/u.test(other),
  );
  return {
    record: recordOfClean({
      title,
      otherTitles,
      authors: authors.map(({ name }) => name),
      ...(authors.some(({ id }) => id !== null) ? { authorIds: authors.map(({ id }) => id) } : {}),
      moreAuthors: more || draft.moreAuthors === true,
      year: yearOr(cleanYear(draft.year), arxivId),
      venue: cut(plainText(draft.venue), 500),
      publication: publicationBy((name) => cleanPublication[name](draft[name])),
      type: draft.type ?? null,
      arxivId,
      doi,
      categories: distinct((draft.categories ?? []).map(plainText), 30).filter(({ length }) => length <= 60),
      topics: distinct((draft.topics ?? []).map(plainText), MAX_TOPICS).filter(({ length }) => length <= MAX_TOPIC),
      otherIds: cleanKeys(draft.otherIds, MAX_OTHER_IDS),
      code: cleanCode(draft.code),
      links: distinct((draft.links ?? []).map(cleanUrl), 20),
    }),
  };
}
