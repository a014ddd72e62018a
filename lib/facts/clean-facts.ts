// One clean value a field out of the readings that are about one paper, and from which source it is. This is the only
// place where what a page says is cleaned: a record takes these values as they are.
import { nameKey } from '../paper/names/name-key.ts';
import { cleanUrl, distinct, publicationBy, separateIds, yearOr, type CleanRecordFacts } from '../paper/clean.ts';
import { fromHtml } from '../paper/plain-text.ts';
import { canonical } from '../text/tokens.ts';
import type { FieldName } from '../sites/adapter.ts';
import { bylineFrom } from '../paper/names/byline-names.ts';
import { yearFrom } from './date.ts';
import type { FactSource } from '../paper/page-fact.ts';
import { cleanDoi, findArxivId, findDoi } from '../paper/identifiers.ts';
import { cleanPublication } from '../paper/publication.ts';
import { paperType } from './paper-type.ts';
import type { PaperType } from '../paper/schema.ts';
import type { TitleContext } from './title.ts';
import type { CandidateReading } from './trust.ts';
import { withoutEnd } from '../text/without-end.ts';

/** Each fact as a record has it. */
export interface CleanFacts {
  title: string;
  authors: string[];
  /** There are more than these. */
  moreAuthors: boolean;
  venue: string | null;
  publication: CleanRecordFacts['publication'];
  year: number | null;
  type: PaperType | null;
  abstract: string | null;
  arxiv: string | null;
  doi: string | null;
  pdf: string | null;
  /** Addresses of the paper's own page. */
  pages: string[];
  categories: string[];
  /** Texts that may hold links. */
  comments: string[];
  /** Addresses in the site's place for code. */
  code: string[];
  from: Partial<Record<FieldName, FactSource>>;
}

/** Maximum categories of a paper. */
const MAX_CATEGORIES = 30;
/** Maximum characters of an abstract. */
const MAX_ABSTRACT = 10_000;

function abstractFrom(text: string): string | null {
  const spaced = text
    .slice(0, 2 * MAX_ABSTRACT)
    .replace(/<\/?(?:p|br|div|li|h\d|jats:p|jats:title|jats:sec)\b[^<>]{0,300}>/gi, ' ');
  const once = fromHtml(spaced).replace(/^(?:abstract|summary)(?:\s{0,3}[:.\u2014-]\s{0,3}|\s+(?=\p{Lu}))/iu, '');
  const abstract = once.slice(0, MAX_ABSTRACT).trim().toWellFormed();
  return abstract.length >= 40 ? abstract : null;
}

function venueFrom(text: string, { names }: TitleContext): string | null {
  const venue = withoutEnd(fromHtml(text.slice(0, 2000)), /[\s,;:.]/);
  if (venue === '' || venue.length > 300 || !/\p{L}/u.test(venue) || /^(?:https?:|www\.)/i.test(venue)) return null;
  if (/^(?:n\/a|null|undefined|none|unknown)$/i.test(venue)) return null;
  // A host is no venue; a journal's name may well be the site's.
  return names.has(canonical(venue)) && /^[\w-]+(?:\.[\w-]+)+$/.test(venue) ? null : venue;
}

/** "Machine Learning (cs.LG); Optimization (math.OC)" is cs.LG and math.OC; others stay as they are. */
const categoriesFrom = (text: string): string[] =>
  fromHtml(text.slice(0, 2000))
    .split(/[;|\n]/)
    .map((part) => /\(([a-z-]{2,12}(?:\.[A-Za-z-]{2,20})?)\)\s*$/.exec(part)?.[1] ?? part.trim())
    .filter((part) => part !== '' && part.length <= 60);

/** Maximum addresses read of one field. */
const MAX_ADDRESSES = 50;

const https = (texts: readonly string[]): string[] => distinct(texts.map(cleanUrl), MAX_ADDRESSES);

/** Roles that no author has, and those that an author's own tag may name. */
const REVIEWING = /\b(?:reviewing|handling|academic) editors?\b/i;
const EDITING = /\b(?:reviewing|handling|academic|senior|deputy|guest|section|associate) editors?\b|^editors?\b/i;
const LABEL = /^(?:\w+ )?editors?:?$/i;

/** Texts without those who edited the paper: "Ada Lovelace, Reviewing Editor", or all behind the word alone. */
function withoutEditors(texts: readonly string[], from: FactSource): readonly string[] {
  const label = texts.findIndex((text) => LABEL.test(text.trim()));
  const role = from === 'site' ? EDITING : REVIEWING;
  // A longer text is the whole line of names.
  return (label > 0 ? texts.slice(0, label) : texts).filter((text) => text.length > 200 || !role.test(text));
}

/**
 * The first source with names. A later one counts where it has all of these and more, for tags name the first author
 * alone, or are cut off in long lists; one name more than several is no cut, but may be an editor's. And where the page prints the same names in another
 * order than its tags, the printed order counts.
 */
function authorsOf(kept: readonly CandidateReading[]): { names: string[]; more: boolean; from: FactSource } | null {
  let best: { names: string[]; more: boolean; from: FactSource; keys: string[] } | null = null;
  for (const { fields, from } of kept) {
    if (fields.authors === undefined) continue;
    const single = from === 'meta' || from === 'json-ld';
    const { names, more: isCut } = bylineFrom(withoutEditors(fields.authors, from), single);
    if (names.length === 0) continue;
    const keys = names.map(nameKey);
    const known = new Set(best?.keys);
    const more = keys.filter((key) => !known.has(key)).length;
    const hasAll = best === null || best.keys.every((key) => keys.includes(key));
    const isLonger = best === null || (hasAll && more > (best.names.length === 1 ? 0 : 1));
    const isPrinted = best !== null && from === 'site' && hasAll && more === 0 && names.length === best.names.length;
    if (isLonger || (isPrinted && keys.join('\n') !== best?.keys.join('\n'))) best = { names, more: isCut, from, keys };
  }
  return best;
}

/** Null without a title. */
export function cleanFacts(kept: readonly CandidateReading[], around: TitleContext): CleanFacts | null {
  const lead = kept.find(({ title }) => title !== null);
  if (lead === undefined || lead.title === null) return null;
  const from: CleanFacts['from'] = { title: lead.from };
  const first = <T>(
    field: FieldName,
    read: (text: string) => T | null,
    before: readonly FactSource[] = [],
  ): T | null => {
    const isBefore = ({ from: source }: CandidateReading): boolean => before.includes(source);
    for (const { fields, from: source } of [...kept.filter(isBefore), ...kept.filter((one) => !isBefore(one))])
      for (const text of (fields[field] ?? []).slice(0, 50)) {
        const value = read(text);
        if (value === null) continue;
        from[field] = source;
        return value;
      }
    return null;
  };
  const authors = authorsOf(kept);
  if (authors !== null) from.authors = authors.from;
  const abstract = first('abstract', abstractFrom);
  // Tags hold the beginning only at some sites.
  const fuller = kept
    .flatMap(({ fields, from: source }) =>
      (fields.abstract ?? []).map((text) => ({ text: abstractFrom(text), source })),
    )
    .find(
      ({ text }) =>
        abstract !== null &&
        text !== null &&
        text.length > abstract.length + 20 &&
        canonical(text.slice(0, 200)).startsWith(canonical(abstract.slice(0, 60))),
    );
  if (fuller !== undefined) from.abstract = fuller.source;
  const { arxivId: arxiv, doi } = separateIds(arxivField(kept, from), doiField(kept, from));
  const categories = (kept.find(({ fields }) => fields.categories !== undefined)?.fields.categories ?? []).flatMap(
    categoriesFrom,
  );
  const all = (field: FieldName): string[] => {
    const found = kept.flatMap(({ fields, from: source }) => {
      if (fields[field] !== undefined) from[field] ??= source;
      return fields[field] ?? [];
    });
    return [...new Set(found)].slice(0, 50);
  };
  if (categories.length > 0)
    from.categories = kept.find(({ fields }) => fields.categories !== undefined)?.from ?? 'site';
  const venue = first('venue', (text) => venueFrom(text, around));
  return {
    title: lead.title,
    authors: authors?.names ?? [],
    moreAuthors: authors?.more === true,
    venue,
    publication: publicationBy((name) => first(name, cleanPublication[name])),
    type: paperType({ said: kept.map(({ type }) => type), venue, arxiv, doi }),
    year: yearOr(first('date', yearFrom), arxiv),
    abstract: fuller?.text ?? abstract,
    arxiv,
    doi,
    // The page's own link is better than what the site's rule makes of its address.
    pdf: first('pdf', cleanUrl, ['meta']),
    pages: https(all('page')),
    categories: distinct(categories, MAX_CATEGORIES),
    comments: all('comments'),
    code: all('code'),
    from,
  };
}

function arxivField(kept: readonly CandidateReading[], from: CleanFacts['from']): string | null {
  for (const { fields, from: source, ids } of kept) {
    const found = ids.arxiv ?? (fields.arxiv ?? []).map(findArxivId).find((id) => id !== null) ?? null;
    if (found === null) continue;
    from.arxiv = source;
    return found;
  }
  return null;
}

/** What others write out is the right reading of an address that holds a DOI and more. */
function doiField(kept: readonly CandidateReading[], from: CleanFacts['from']): string | null {
  const address = kept.find(({ from: source, ids }) => source === 'address' && ids.dois.length > 0);
  const others = kept.filter((one) => one !== address);
  for (const { fields, from: source, ids } of others) {
    const found = [...(fields.doi ?? []).map(findDoi), cleanDoi(ids.dois.at(-1))].find((doi) => doi !== null);
    if (found === undefined) continue;
    from.doi = address === undefined ? source : 'address';
    return found;
  }
  const ofAddress = cleanDoi(address?.ids.dois.at(-1));
  if (ofAddress !== null) from.doi = 'address';
  return ofAddress;
}
