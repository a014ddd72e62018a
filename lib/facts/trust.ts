// Which of a page's readings are about its paper, and which source to believe for each fact. A page may carry another
// paper's tags: a list's, or those of the page before on a site that never reloads. A reading that contradicts the address,
// or title and heading together, is dropped as a whole: half of it would mix two papers.
import type { PageContext } from './page-context.ts';
import type { Reading } from './reading.ts';
import { FactSource } from '../paper/page-fact.ts';
import { identifiersAgree, identifiersContradict } from '../paper/same-paper.ts';
import { identifiersOfFields } from './field-identifiers.ts';
import { withoutVersion, type Identifiers } from '../paper/identifiers.ts';
import { holdsTitle, partsOf, titleFrom, type TitleContext } from './title.ts';
import { sameTitle } from '../paper/same-title.ts';
import { canonical } from '../text/tokens.ts';

/** What is certain of the page before any of its tags is believed. */
export interface Anchor {
  /** Identifiers in the address. */
  address: Identifiers;
  /** The paper's own address by the site's rule. */
  page: string | null;
  /** The title that the adapter reads off the page. */
  heading: string | null;
  around: TitleContext;
  placesOf: PageContext['placesOf'];
}

/** A reading with the title that it gives, if that can be one. */
export interface CandidateReading extends Reading {
  title: string | null;
  ids: Identifiers;
}

/** Of several titles (one a language) the one that the page shows. */
function titleOf({ from, fields }: Reading, { around, heading }: Anchor): string | null {
  const titles = (fields.title ?? [])
    .slice(0, 20)
    .map((text) => titleFrom(text, around))
    .filter((title) => title !== null);
  const shown = titles.find((title) => heading !== null && sameTitle(title, heading));
  return (
    shown ??
    titles.find((title) => holdsTitle(around.document, title)) ??
    (from === 'meta' && heading === null && titles.length > 0 ? outvoted(titles, around) : null) ??
    titles[0] ??
    null
  );
}

/** Where tags have a title that the page nowhere shows (a collection's), what the page calls itself instead: it is
 *  shared under that title, and the document's title begins or ends with it. */
function outvoted(titles: readonly string[], around: TitleContext): string | null {
  const title = around.shared === undefined ? null : titleFrom(around.shared, around);
  if (title === null || titles.some((other) => sameTitle(title, other))) return null;
  const letters = canonical(title);
  return [around.document, ...partsOf(around.document)].some((part) => canonical(part) === letters) ? title : null;
}

export const asCandidate = (reading: Reading, anchor: Anchor): CandidateReading => ({
  ...reading,
  title: titleOf(reading, anchor),
  ids: identifiersOfFields(reading.fields),
});

const bare = (address: string): string => withoutVersion(address.replace(/^https?:\/\/(?:www\.)?/, ''));

/** Its PDF or page belongs to another page of the site. */
function elsewhere({ fields }: Reading, { page, placesOf }: Anchor): boolean {
  if (page === null) return false;
  return [...(fields.pdf ?? []), ...(fields.page ?? [])].slice(0, 4).some((address) => {
    const other = placesOf(address)?.page;
    return other !== undefined && !other.startsWith('https://doi.org/') && bare(other) !== bare(page);
  });
}

/** Whether a reading is about another paper than the page's. */
export function isOther(one: CandidateReading, anchor: Anchor): boolean {
  if (identifiersAgree(one.ids, anchor.address)) return false;
  if (identifiersContradict(one.ids, anchor.address) || elsewhere(one, anchor)) return true;
  const { heading, around } = anchor;
  if (heading === null || one.title === null || sameTitle(one.title, heading)) return false;
  return holdsTitle(around.document, heading) && !holdsTitle(around.document, one.title);
}

/** The one reading of several that is about this page; null where none is, or it is not clear which. */
export function pickOne(several: readonly CandidateReading[], anchor: Anchor): CandidateReading | null {
  const [first] = several;
  if (first === undefined) return null;
  if (
    several.every(
      (other) =>
        !identifiersContradict(first.ids, other.ids) &&
        (first.title === null || other.title === null || sameTitle(first.title, other.title)),
    )
  )
    return first;
  const { address, heading, around } = anchor;
  const named = several.filter(({ ids }) => identifiersAgree(ids, address));
  if (named.length > 0) return named.find(({ title }) => title !== null) ?? named[0] ?? null;
  const titled = several.filter(({ title }) => title !== null && heading !== null && sameTitle(title, heading));
  if (titled.length > 0) return titled[0] ?? null;
  const shown = several.filter(({ title }) => title !== null && holdsTitle(around.document, title));
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

const rank = ({ from }: CandidateReading): number => FactSource.options.indexOf(from);

/**
 * The readings that are about one paper, the most trusted first: all that identifiersAgree with the first title, by their own or
 * by an identifier. A document's title that says something else only loses its title.
 */
export function consistent(candidates: readonly CandidateReading[]): CandidateReading[] {
  const sorted = candidates.toSorted((one, other) => rank(one) - rank(other));
  const lead = sorted.find(({ title }) => title !== null);
  if (lead === undefined) return sorted;
  const kept: CandidateReading[] = [];
  for (const one of sorted) {
    const known = one === lead || one.title === null || sameTitle(one.title, lead.title ?? '');
    if (
      kept.some(({ ids }) => identifiersContradict(ids, one.ids)) &&
      !kept.some(({ ids }) => identifiersAgree(ids, one.ids))
    )
      continue;
    if (known) kept.push(one);
    else if (one.from === 'pattern') kept.push({ ...one, title: null, fields: without(one) });
    else if ([...kept, lead].some(({ ids }) => identifiersAgree(ids, one.ids))) kept.push({ ...one, title: null });
  }
  return kept;
}
const without = ({ fields }: Reading): Reading['fields'] => {
  const { title: _, ...rest } = fields;
  return rest;
};
