// Names of people as papers, references and catalogs print them: "Sashank J. Reddi", "Reddi, Sashank",
// "S. J. Reddi", "Reddi SJ". Two names agree when the family names are one and the given names can be: an initial
// agrees with a name it begins, a left-out middle name with any.
import { foldPlain } from '../../text/fold.ts';
import { particles } from './family-name.ts';

interface ParsedName {
  /** Canonical letters, without particles ("van der"). */
  family: string;
  /** The same with its particles. */
  fullFamily: string;
  /** Canonical given names and initials, in order. */
  given: string[];
}

/** Titles and degrees that stand beside names. */
export const notNames: ReadonlySet<string> = new Set(
  'jr sr ii iii iv dr prof professor phd md msc mr ms mrs'.split(' '),
);

/** A name's words, without footnote signs, degrees and what stands in brackets. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\([^)]{0,80}\)|\[[^\]]{0,80}\]/g, ' ')
    .split(/[\s.\u00a0]+|(?<=\p{L})[\p{N}*†‡§¶∗,]+/u)
    .filter((word) => {
      const plain = foldPlain(word).replace(/\d+$/, '');
      return plain !== '' && !/^\d/.test(plain) && !notNames.has(plain);
    });
}

/** "J", "J.-Y.", "Jy-yong" as parts; "SJ" too where `initials` are meant. */
function partsOf(words: readonly string[], initials: boolean): string[] {
  return words.flatMap((word) =>
    word
      .split(/[-‐‑–]/)
      .flatMap((part) => (initials && /^\p{Lu}{1,3}$/u.test(part) ? Array.from(part) : [part]))
      .map(foldPlain)
      .filter((part) => part !== ''),
  );
}

function nameFrom(family: readonly string[], given: readonly string[], initials: boolean): ParsedName | null {
  const proper = family.filter((word) => !particles.has(foldPlain(word)));
  const bare = foldPlain((proper.length === 0 ? family : proper).join(''));
  if (bare === '') return null;
  return { family: bare, fullFamily: foldPlain(family.join('')), given: partsOf(given, initials) };
}

/** The ways a name can be read; one as a rule, two where the last word may be initials ("Reddi SJ"). */
function readings(name: string): ParsedName[] {
  if (name.length > 200) return [];
  const comma = name.indexOf(',');
  const afterComma = comma > 0 ? wordsOf(name.slice(comma + 1)) : [];
  if (afterComma.length > 0) {
    const read = nameFrom(wordsOf(name.slice(0, comma)), afterComma, true);
    return read === null ? [] : [read];
  }
  const words = wordsOf(name);
  const found: (ParsedName | null)[] = [];
  const last = words.at(-1) ?? '';
  if (words.length > 1 && /^\p{Lu}{1,3}$/u.test(last) && words.slice(0, -1).every((word) => /\p{Ll}/u.test(word))) {
    found.push(nameFrom(words.slice(0, -1), [last], true));
  }
  let family = Math.max(0, words.length - 1);
  while (family > 1 && particles.has(foldPlain(words[family - 1] ?? ''))) family -= 1;
  found.push(nameFrom(words.slice(family), words.slice(0, family), words.length > 1));
  return found.filter((read) => read !== null);
}

/** Whether two given names or initials can be one. */
const agree = (one: string, other: string): boolean =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

function sameGiven(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  if (one.join('') === other.join('')) return true;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (!agree(shorter[0] ?? '', longer[0] ?? '')) return false;
  // Every middle name of the shorter finds one of the longer, in order.
  let at = 1;
  for (const part of shorter.slice(1)) {
    while (at < longer.length && !agree(part, longer[at] ?? '')) at += 1;
    if (at === longer.length) return false;
    at += 1;
  }
  return true;
}

const sameFamily = (one: ParsedName, other: ParsedName): boolean =>
  one.family === other.family || one.fullFamily === other.fullFamily;

/** Whether two spellings can be one person's name. A family name alone agrees only with itself. */
export function sameName(a: string, b: string): boolean {
  const others = readings(b);
  return readings(a).some((one) => others.some((other) => sameFamily(one, other) && sameGiven(one.given, other.given)));
}

/** The same for every spelling that `sameName` may take for the other: family name and first initial ("reddi s"). */
export function nameKey(name: string): string {
  const read = readings(name).at(0);
  return read === undefined ? '' : `${read.family} ${read.given[0]?.charAt(0) ?? ''}`.trim();
}

/** Longest `authorKey` of letters a-z, and of all others: an id is made of it. */
export const LONGEST_KEY = 76;
const LONGEST_FOREIGN_KEY = 18;
const keysMet = new Map<string, string>();
/** Names that need no care: "Ada B. Lovelace". */
const plainName = /^([A-Z][a-z]*)\.?(?: (?:[A-Z][a-z]+|[A-Z]\.?))* ([A-Z][a-z]+)$/;

/** The key of a name of plain words, as `readings` would have it; null where there is more to it. */
function plainKey(name: string): string | null {
  const match = plainName.exec(name);
  const [, given = '', family = ''] = match ?? [];
  if (match === null || name.length > LONGEST_KEY) return null;
  const words = name.toLowerCase().split(/[ .]+/);
  if (words.some((word) => particles.has(word) || notNames.has(word))) return null;
  return `${family} ${given}`.toLowerCase().replaceAll('z', 's');
}

/** Under what a pack keeps an author's works: canonical family name and first given name ("reddi sashank"). Spellings of
 *  one name that differ only in case, accents, order or middle names have one key; initials have their own ("reddi s"). */
export function authorKey(name: string): string {
  const known = keysMet.get(name);
  if (known !== undefined) return known;
  const plain = plainKey(name);
  if (plain !== null) return plain;
  const read = readings(name).at(0);
  const whole = read === undefined ? '' : `${read.family} ${read.given[0] ?? ''}`.trim();
  const key = whole.slice(0, /^[a-z0-9 ]*$/.test(whole) ? LONGEST_KEY : LONGEST_FOREIGN_KEY).trim();
  // An import asks for millions of names, many of them again and again.
  if (keysMet.size > 50_000) keysMet.clear();
  keysMet.set(name, key);
  return key;
}

/** The part of a block that names are read from. */
export interface Byline {
  text: string;
  spans: readonly { start: number; end: number; kind: string }[];
}

export interface KnownName {
  name: string;
  person: string;
  variants: readonly string[];
}

export interface FoundName {
  start: number;
  length: number;
  person: string;
  /** As the byline prints it. */
  name: string;
}

interface Piece {
  start: number;
  end: number;
}

/** The stretches of a byline that hold a name each: marked names and links, or what stands between separators. */
function piecesOf({ text, spans }: Byline): Piece[] {
  const marked = spans.filter(({ kind, start, end }) => (kind === 'name' || kind === 'link') && end > start);
  if (marked.length > 0) {
    const names = marked.some(({ kind }) => kind === 'name') ? marked.filter(({ kind }) => kind === 'name') : marked;
    return names.map(({ start, end }) => ({ start, end }));
  }
  // "Reddi, Sashank; Kale, Satyen" separates by semicolons, all others by commas too.
  // A dash with spaces around it or an ellipsis ends the names ("S Kumar… - ICML 2020").
  const separator = text.includes(';')
    ? /;|\n|•|·|\||…|\s[-–—]\s|\s(?:and|und|et)\s|&/g
    : /,|\n|•|·|\||…|\s[-–—]\s|\s(?:and|und|et)\s|&/g;
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

function trimmed(text: string, { start, end }: Piece): Piece {
  const inside = text.slice(start, end);
  const lead = /^(?:\s|[:,;*†‡§¶\p{N}]|authors?:|by\s|and\s)*/iu.exec(inside)?.[0].length ?? 0;
  const tail = /[\s,;:*†‡§¶∗\p{N}]*$/u.exec(inside.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/**
 * The people of `authors` whose names stand in a byline, in reading order; a name that two of them could have is
 * left out. Offsets count in the block's text.
 */
export function findNames(block: Byline, authors: readonly KnownName[]): FoundName[] {
  const { text } = block;
  const found: FoundName[] = [];
  const met = new Set<string>();
  const note = ({ start, end }: Piece, person: string): void => {
    met.add(person);
    found.push({ start, length: end - start, person, name: text.slice(start, end) });
  };
  for (const piece of piecesOf(block)) {
    if (piece.end - piece.start > 120) continue;
    const place = trimmed(text, piece);
    if (place.end <= place.start || place.end - place.start > 80) continue;
    const name = text.slice(place.start, place.end);
    const exact = authors.filter((author) => [author.name, ...author.variants].includes(name));
    const fitting =
      exact.length > 0
        ? exact
        : authors.filter((author) => [author.name, ...author.variants].some((known) => sameName(known, name)));
    const people = new Set(fitting.map((author) => author.person));
    const [person] = people;
    if (people.size === 1 && person !== undefined) note(place, person);
  }
  // Names run together, or mixed with other words: only whole spellings, and only for people not met yet.
  for (const author of authors) {
    if (met.has(author.person)) continue;
    for (const spelling of [author.name, ...author.variants]) {
      const start = spelling.includes(' ') ? text.indexOf(spelling) : -1;
      const end = start + spelling.length;
      if (start < 0 || touchesWord(text, start - 1) || touchesWord(text, end)) continue;
      if (found.some((other) => other.start < end && start < other.start + other.length)) continue;
      note({ start, end }, author.person);
      break;
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const touchesWord = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
