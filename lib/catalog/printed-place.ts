// The work that a catalog knows where a reference says only names, journal, volume, page and year.
import type { Paper } from '../paper/schema.ts';
import { venueOf, yearOf } from '../paper/schema.ts';
import { sameName } from '../paper/names/same-name.ts';
import { familyWord } from '../paper/names/name-key.ts';
import { isCitedByPlace } from '../paper/untitled.ts';
import type { CatalogSearch } from './search/catalog-search.ts';
import type { Lookup } from './lookup.ts';

/** Maximum works read of those that names and year lead to. */
const MAX_READ = 40;
/** Family names that are asked for: more narrow nothing down. */
const MAX_NAMES = 4;

/** Words of a journal's name that say nothing. */
const SMALL = /^(?:of|and|the|in|for|on|de|des|la|et|für|der|und)$/u;
const wordsOf = (venue: string): string[] =>
  (venue.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !SMALL.test(word));

/** "Phys" of "Physical"; "Natl" of "National", which keeps its ends and leaves letters out between. */
function shortens(word: string, whole: string): boolean {
  if (whole.startsWith(word)) return true;
  if (word.length < 3 || word[0] !== whole[0] || word.at(-1) !== whole.at(-1)) return false;
  let at = 0;
  for (const letter of whole) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** "Phys. Rev. Lett." abbreviates "Physical Review Letters", word by word; "PRL" by its letters. */
export function abbreviates(short: string, long: string): boolean {
  const [few, many] = [wordsOf(short), wordsOf(long)];
  if (few.length === many.length && few.every((word, at) => shortens(word, many[at] ?? ''))) return true;
  return few.length === 1 && many.length > 1 && few[0] === many.map((word) => word.charAt(0)).join('');
}

const isOneJournal = (one: string, other: string): boolean => abbreviates(one, other) || abbreviates(other, one);

/** Volume and page as one text: "Phys. Lett. B428" has the journal's letter with the volume. */
function placeOf(paper: Paper): { venue: string; volume: string; page: string } | null {
  const { volume, pages } = paper.publication ?? {};
  if (volume === undefined || pages === undefined || paper.venues.length === 0) return null;
  const [, series = '', number = volume.value] = /^(\p{Lu})(\d+)$/u.exec(volume.value) ?? [];
  const [first = ''] = pages.value.split(/[-–]/u);
  return { venue: `${venueOf(paper)} ${series}`.trim(), volume: number, page: first.trim().replace(/^0+(?=\d)/u, '') };
}

/** Whether two works were printed at one place, in one year, by people of one name. */
function isPrintedAsOne(one: Paper, other: Paper): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a === null || b === null || a.volume !== b.volume || a.page !== b.page) return false;
  const [first, second] = [one.authors[0]?.name, other.authors[0]?.name];
  const isOneAuthor = first !== undefined && second !== undefined && sameName(first, second);
  return isOneAuthor && Math.abs(yearOf(one) - yearOf(other)) <= 1 && isOneJournal(a.venue, b.venue);
}

/** The id of the one work with a title that was printed where this one was; null where there is none, or several. */
export async function titledAtPlace(paper: Paper, lookup: Lookup, search: CatalogSearch): Promise<string | null> {
  if (!isCitedByPlace(paper) || paper.authors.length === 0) return null;
  const names = paper.authors.slice(0, MAX_NAMES).map(({ name }) => familyWord(name));
  const asked = `${names.join(' ')} ${String(yearOf(paper))}`;
  const { others } = await search.papers(asked, MAX_READ, { lookup });
  const found = await lookup.papers(others.slice(0, MAX_READ).flatMap(([id]) => id ?? []));
  const same = new Set(
    [...found.values()]
      .map((one) => one.paper)
      .filter((one) => one.id !== paper.id && !isCitedByPlace(one) && isPrintedAsOne(paper, one))
      .map(({ id }) => id),
  );
  const [only = null] = same;
  return same.size === 1 ? only : null;
}
