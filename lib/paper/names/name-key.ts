// Names as keys: what is filed under a name, and found by it in any spelling. A key never says that two names are one
// person's; `same-name.ts` says whether they can be. Two family names never share one, listed spellings aside.
//
//   nameKey     family name and first initial ("reddi s"); `nameKeys` has one for each way to read a name
//   authorKey   family name and first given name ("reddi sashank"): what packs and ids of people are made of;
//               `plain-name.ts` is the same for most names, faster
//
// `earlier-key.ts` has the keys of earlier packs and libraries.
import { foldPlain } from '../../text/fold.ts';
import { particles, withoutLastInitials } from './family-name.ts';
import { groupEndings } from './group-name.ts';
import { listedSpellings, notNames, readName } from './parse-name.ts';

const initialKey = ({ family, given }: { family: string; given: readonly string[] }): string =>
  `${family} ${given[0]?.charAt(0) ?? ''}`.trim();

/** Family name and first initial ("reddi s") as a name is most likely read. */
export function nameKey(name: string): string {
  const read = readName(name).at(0);
  return read === undefined ? '' : initialKey(read);
}

/** The `nameKey` of each way to read a name: two names that `sameName` takes for one have one in common. */
export const nameKeys = (name: string): string[] => [...new Set(readName(name).map(initialKey))];

/** Maximum length of an `authorKey` of letters a-z, and of all others: ids are made of it. */
export const LONGEST_KEY = 76;
const LONGEST_FOREIGN_KEY = 18;
const keysMet = new Map<string, string>();
/** Names that need no care: "Ada B. Lovelace". */
const plainPattern = /^([A-Z][a-z]*)\.?(?: (?:[A-Z][a-z]+|[A-Z]\.?))* ([A-Z][a-z]+)$/;

/** Words that may be no name, or another one than they look. */
export const needCare: ReadonlySet<string> = new Set([
  ...particles,
  ...notNames,
  ...groupEndings,
  ...listedSpellings.keys(),
  'junior',
  'senior',
  'of',
  'for',
  'on',
  'the',
  'dipl',
]);

/** The key of a name of plain words, as `readName` would have it; null where there is more to it. */
function plainKey(name: string): string | null {
  const match = plainPattern.exec(name);
  const [, given = '', family = ''] = match ?? [];
  if (match === null || name.length > LONGEST_KEY) return null;
  const words = name.toLowerCase().split(/[ .]+/);
  if (words.some((word) => needCare.has(word))) return null;
  return `${family} ${given}`.toLowerCase();
}

/** The key under which a pack keeps an author's works: canonical family name and first given name ("reddi sashank"). Spellings of
 *  one name that differ only in case, accents, order or middle names have one key; initials have their own ("reddi s"). */
export function authorKey(name: string): string {
  const known = keysMet.get(name);
  if (known !== undefined) return known;
  const plain = plainKey(name);
  if (plain !== null) return plain;
  const read = readName(name).at(0);
  const whole = read === undefined ? '' : `${read.family} ${read.given[0] ?? ''}`.trim();
  const key = whole.slice(0, /^[a-z0-9 ]*$/.test(whole) ? LONGEST_KEY : LONGEST_FOREIGN_KEY).trim();
  // An import asks for millions of names, many of them again and again.
  if (keysMet.size > 50_000) keysMet.clear();
  keysMet.set(name, key);
  return key;
}

/** The family name to look for in a text, in canonical letters: all before a comma, else the last word that is no
 *  initial, since texts leave particles and given names out. */
export function familyWord(name: string): string {
  const comma = name.indexOf(',');
  const words = withoutLastInitials(name.trim().split(/\s+/));
  return foldPlain(comma > 0 ? name.slice(0, comma) : (words.at(-1) ?? name));
}
