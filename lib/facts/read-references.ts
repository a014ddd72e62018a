// One fact for each entry of a reference list that is only text; entries whose markup says what is what are an adapter's rows.
import type { Block, BlocksRequest } from '../messages/page-protocol.ts';
import { identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { plainText } from '../paper/plain-text.ts';
import { citationLine } from '../paper/citation-line.ts';
import { cleanFacts } from './clean-facts.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { identifiersOfFields } from './field-identifiers.ts';
import { makeFact } from './make-fact.ts';
import { isWebPageEntry } from './web-page-entry.ts';
import { referenceFrom, type Reference } from './reference.ts';
import type { PlaceReference } from './reference-by-place.ts';

/** Minimum and maximum characters of an entry: shorter texts have no title, longer ones are no entry. */
const MIN_CHARACTERS = 40;
const MAX_CHARACTERS = 1500;
/** The shortest without a title: "J. Bell, Physics 1, 195 (1964)". */
const MIN_WITHOUT_TITLE = 24;

/** What an entry says: its title is null where none is certain. With volume and pages it is of a style without titles. */
export type EntryReader = (
  entry: string,
) =>
  | (Omit<Reference, 'title'> & { title: string | null; venue: string | null } & Partial<
        Omit<PlaceReference, keyof Reference | 'venue'>
      >)
  | null;

const links = ({ spans }: Block): string[] => spans.flatMap(({ href }) => href ?? []);

/** Lists say by markup or place that they hold entries; a paragraph counts only where it links to a paper. */
function mayBe(block: Block): boolean {
  const { length } = block.text;
  const least = block.kind === 'reference' ? MIN_WITHOUT_TITLE : MIN_CHARACTERS;
  if (length < least || length > MAX_CHARACTERS) return false;
  if (block.kind === 'text')
    return links(block).some((href) => {
      const { arxiv, dois } = identifiersOf(href);
      return arxiv !== null || dois.length > 0;
    });
  return block.kind === 'reference' || block.kind === 'item' || block.kind === 'cell';
}

/** The identifiers that an entry has, each only where it has one. */
function idsOf(block: Block): { arxiv: string[]; doi: string[] } {
  const hrefs = links(block).map(identifiersOf);
  const texts = identifiersIn(block.text);
  const one = (ids: (string | null)[]): string[] => {
    const all = new Set(ids.filter((id) => id !== null));
    return all.size === 1 ? [...all] : [];
  };
  return {
    arxiv: one([...hrefs, ...texts].map(({ arxiv }) => arxiv)),
    // The shortest reading: what follows a DOI in an address is seldom its own.
    doi: one([...hrefs.map(({ dois }) => dois.at(-1) ?? null), ...texts.map(({ doi }) => doi)]),
  };
}

/** Weights were learned from entries of reference lists alone; of other lists only rules may say what is one. */
const rules: EntryReader = (entry) => {
  const found = referenceFrom(entry);
  return found === null ? null : { ...found, venue: null };
};

/** A paper of which the entry says where it was printed, and no title: that stands in the title's place. */
function factByPlace(block: Block, site: string, found: NonNullable<ReturnType<EntryReader>>): PageFact | null {
  const { authors, moreAuthors = false, year, venue, volume, pages } = found;
  if (year === null || venue === null || volume === undefined || pages === undefined) return null;
  const printed = { date: [String(year)], venue: [venue], volume: [volume], pages: [pages] };
  const fields = { authors, ...printed, ...idsOf(block) };
  const candidate = { from: 'pattern' as const, fields, title: venue, ids: identifiersOfFields(fields) };
  const clean = cleanFacts([candidate], { names: new Set(), document: '' });
  if (clean === null) return null;
  // As it is printed: "Phys. Rev. Lett." keeps its full stop.
  const title = citationLine({ venue, year: clean.year, ...clean.publication });
  return title === null ? null : makeFact({ ...clean, title, venue, type: 'journal', moreAuthors }, site);
}

/** What one entry says; null where neither its title nor where it was printed is certain. */
export function factOfEntry(block: Block, site: string, learned: EntryReader): PageFact | null {
  if (!mayBe(block)) return null;
  const byRules = rules(block.text);
  const found = block.kind === 'reference' ? learned(block.text) : byRules;
  if (found === null) return null;
  if (found.title === null) return factByPlace(block, site, found);
  if (block.text.length < MIN_CHARACTERS || isWebPageEntry(block.text, links(block), site)) return null;
  const { authors, year, venue } = found;
  const title = plainText(found.title);
  const fields = {
    title: [title],
    authors,
    ...(year === null ? {} : { date: [String(year)] }),
    ...(venue === null ? {} : { venue: [venue] }),
    ...idsOf(block),
  };
  // A note among the entries has sentences that look like titles, but neither names nor a year.
  if (byRules === null && found.authors.length === 0 && found.year === null) return null;
  const from = byRules === null ? ('learned' as const) : ('pattern' as const);
  const candidate = { from, fields, title, ids: identifiersOfFields(fields) };
  const clean = cleanFacts([candidate], { names: new Set(), document: '' });
  return clean === null ? null : makeFact(clean, site);
}

/**
 * What entries say, by their blocks' numbers; only where their title, or where they were printed, is certain.
 * @param read rows whose fields have already been read as a paper
 * @param site as a card calls the page's site
 * @param learned reads the entries of what is a reference list
 */
export function factsOfReferences(
  { blocks, rows = [] }: Pick<BlocksRequest, 'blocks' | 'rows'>,
  read: ReadonlyMap<number, unknown>,
  site: string,
  learned: EntryReader = rules,
): Map<number, PageFact> {
  // The page's own row, and one that was read already, need no reading.
  const silent = new Set(rows.flatMap(({ row, isPageRow }) => (isPageRow || read.has(row) ? [] : [row])));
  const facts = new Map<number, PageFact>();
  for (const [at, block] of blocks.entries()) {
    if (block.row !== undefined && !silent.has(block.row)) continue;
    const fact = factOfEntry(block, site, learned);
    if (fact !== null) facts.set(at, fact);
  }
  return facts;
}
