// Lines of names as exports, dumps and pages write them, to "Given Family" one by one: any order of commas and
// semicolons, "and" in several languages, "et al." anywhere, degrees, places and footnotes between the names.
import {
  cleanName,
  isCountry,
  isDegree,
  isInOrder,
  isNoName,
  isPlaceMark,
  isSigningGroup,
  outsideBrackets,
  PAGE_TAIL,
  PLACE,
  withoutMarkup,
  type CleanName,
} from './clean-name.ts';
import { plainText } from '../plain-text.ts';
import { generation, shortGeneration } from './family-name.ts';
import { isGroup } from './group-name.ts';
import { eastAsianFamilies } from './unusual.ts';

/** Maximum names of one paper that are kept. */
export const MAX_AUTHORS = 500;
/** Maximum characters read of one line: some pages write ten thousand names into one. */
const MAX_CHARACTERS = 60_000;

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u30fb\u00b7]+$/u;

const isOneWord = (text: string): boolean => text !== '' && !/\s/.test(text);

/** "Gatica G.N.", "Lee AB": family and initials. */
const FAMILY_INITIALS =
  /^(\P{Lu}{0,20}\p{Lu}[^\s.,]{1,40}(?:[ -]\p{Lu}[^\s.,]{1,40}){0,2}) ((?:\p{Lu}\p{Ll}?\.[ -]?){1,4}|\p{Lu}(?:-?\p{Lu})?)$/u;

function familyAndInitials(name: string): [family: string, initials: string] | null {
  const [, family = '', initials = ''] = FAMILY_INITIALS.exec(name) ?? [];
  if (family === '' || !/\p{Ll}/u.test(family) || isGroup(name) || shortGeneration.test(initials)) return null;
  // "Yang LI" has a family name in capitals.
  return eastAsianFamilies.has(initials.toLowerCase()) ? null : [family, initials];
}

/** "Gatica G.N." to "G.N. Gatica", "Lee AB" to "A.B. Lee", where all names of a list are written so: "Prashanth L.A."
 *  among others is a given name and its initials, which stay. */
export function initialsFirst(names: readonly CleanName[]): CleanName[] {
  // Most lists end here, at the first name.
  if (!names.every(({ name }) => /[.\p{Lu}]$/u.test(name))) return [...names];
  const read = names.map(({ name }) => familyAndInitials(name));
  const dotted = read.every((one) => one?.[1].includes('.') === true);
  if (!dotted && (names.length < 2 || read.includes(null))) return [...names];
  return names.map((clean, at) => {
    const [family, initials] = read[at] ?? ['', ''];
    if (family === '') return clean;
    const written = initials.includes('.')
      ? initials
      : Array.from(initials.replaceAll('-', ''), (letter) => `${letter}.`).join('');
    return { ...clean, name: `${written} ${family}` };
  });
}

/** "Family, Given", "Family, Given, Jr", "Family, Jr, Given" or "Given Family" to "Given Family Jr"; "杨, 育伟" to "杨育伟". */
export function givenFirst(name: string): string {
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.every((part) => EAST_ASIAN.test(part))) return parts.join('');
  if (parts.length < 2 || parts.length > 3) return name.trim();
  const [family = '', one = '', other = ''] = parts;
  // BibTeX has the generation in the middle, most others at the end.
  const isMiddle = parts.length === 2 ? shortGeneration.test(one) : generation.test(one);
  const [given, suffix] = isMiddle ? [other, one] : [one, other];
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

/** A name of which the parts are known; `whole` where all of them are missing. */
export function joinName(
  parts: {
    given?: string | undefined;
    particle?: string | undefined;
    family?: string | undefined;
    suffix?: string | undefined;
  },
  whole = '',
): string {
  const { given = '', particle = '', family = '', suffix = '' } = parts;
  if (EAST_ASIAN.test(family) && EAST_ASIAN.test(given)) return `${family}${given}`;
  // "Martin Luther, Jr.": some exports leave the generation with the given name.
  const [first = '', behind = ''] = given.split(/,\s{0,3}(?=(?:jr|sr|i{1,3}|iv)\.?$)/i);
  // "el-" and "d'" belong to the word itself.
  const familyName = /[-'’]$/u.test(particle) ? `${particle}${family}` : `${particle} ${family}`.trim();
  return [first, familyName, suffix, behind].filter((part) => part !== '').join(' ') || whole;
}

/** What is between the names of a line. A comma may also invert a name. */
const STRONG = /[;\u037e|\u00b7\u2022\u3001\uff0c\uff1b\n\t]|(?<=\p{L}\.?)\s\/\s(?=\p{L})/u;
const AND = /(?:\s|,\s?)(?:and|AND|&|und|et|och|og|en|with|\u548c|\u4e0e|\u3068)\s/;
/** The same words between two whole names; elsewhere they are within one: "Ortega y Gasset". */
const SMALL_AND = /(?<=\p{L}\S{0,30}\s\p{L}\S{0,30})\s[yei]\s(?=\p{Lu}\S{0,30}\s\p{Lu})/u;
const OTHERS =
  /[,;]?\s{0,3}(?:\b(?:and|&)\s{1,3})?(?:(?:\bet|&)\.?\s?al\b\.?|\band others\b|(?:\band|\bplus|\+|&)\s{0,2}\d{1,5} (?:more|others|(?:other |more |co-?)?authors)\b|(?<=[,\s])\u7b49)\s{0,3}/gi;

const bySmallAnd = (text: string): string[] => (/\s[yei]\s/.test(text) ? text.split(SMALL_AND) : [text]);
const OTHERS_ANYWHERE = new RegExp(OTHERS.source, 'i');

/** Two names behind each other: "Smith, J., Doe, K.", also in one word each: "Lee, Ann, Chan, Bo". */
function pairs(parts: readonly string[]): string[] | null {
  if (parts.length < 2 || parts.length % 2 !== 0) return null;
  const families = parts.filter((_, at) => at % 2 === 0);
  const given = parts.filter((_, at) => at % 2 === 1);
  const areInitials = given.every((part) => INITIALS.test(part)) && !families.some((part) => INITIALS.test(part));
  // "Ann Lee, MIT, Bo Chan, CERN"
  if (parts.some((part, at) => at % 2 === 1 && /^\p{Lu}{3,}$/u.test(part) && !isOneWord(parts[at - 1] ?? '')))
    return null;
  const areWords =
    parts.length > 2 && parts.every((part) => isOneWord(part) && !part.includes('.') && !EAST_ASIAN.test(part));
  return areInitials || areWords ? families.map((family, at) => `${given[at] ?? ''} ${family}`) : null;
}

/** Parts between commas, generations with the name before them, without degrees and places. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '' || (parts.length > 0 && isNoName(part))) continue;
    const before = parts.at(-1);
    if (before !== undefined && shortGeneration.test(part)) parts[parts.length - 1] = `${before}, ${part}`;
    else parts.push(part);
  }
  return parts;
}

/** "Smith, Jr." in front of "John", as `partsOf` leaves it. */
const suffixLast = (family: string, given: string): string => {
  const [name = '', suffix = ''] = family.split(', ');
  const [first = '', behind = ''] = given.split(', ');
  return [first, name, suffix, behind].filter((part) => part !== '').join(' ');
};
/** "Smith, Jr." as `partsOf` leaves it, without the generation. */
const withoutSuffix = (name: string): string => name.split(', ', 1)[0] ?? '';
const flat = (name: string): string => name.replaceAll(', ', ' ');

/** "World Health Organization, Geneva" is a name as it is written; an institution behind a group is none of it. */
const groupAt = (group: string, place: string): string => (isPlaceMark(place) ? group : `${group}, ${place}`);

/** The names of a text in which commas divide people, or families from given names. */
function byComma(text: string, isList = false): string[] {
  const parts = partsOf(text);
  const [one = '', other = ''] = parts;
  if (parts.length < 2) return parts.map(flat);
  if (parts.length === 2) {
    if (isSigningGroup(one)) return isOneWord(other) ? [groupAt(one, other)] : [one, other];
    if (parts.every((part) => EAST_ASIAN.test(part))) return one.length === 1 ? [`${one}${other}`] : [...parts];
    // "Smith, John" is one person; "John Smith, Jane Doe" are two.
    const family = withoutSuffix(one);
    const isOne = (!isList && isOneWord(family)) || INITIALS.test(other) || PARTICLE.test(family);
    if (isOne) return [suffixLast(one, other)];
    if (!isOneWord(family) && isPlaceMark(other)) return [one];
    return parts.map(flat);
  }
  const turned = pairs(parts);
  if (turned !== null) return turned.map(flat);
  // "Ann Lee, MIT, Bo Chan, CERN"
  const names = parts.filter((part) => !isPlaceMark(part));
  return (names.some((name) => !isOneWord(name)) ? names : parts).map(flat);
}

/** One person's text between semicolons, or "and"s. `turned`: all of them are "Family, Given". */
function onePiece(text: string, turned: boolean): string[] {
  if (!text.includes(',')) return bySmallAnd(text);
  const parts = partsOf(text);
  const [one = '', other = ''] = parts;
  if (parts.length !== 2 || isSigningGroup(one)) return byComma(text);
  if (!isOneWord(withoutSuffix(one)) && isPlaceMark(other)) return [one];
  return turned || isOneWord(withoutSuffix(one)) || isOneWord(other) ? [suffixLast(one, other)] : byComma(text);
}

/** Groups whose names have an "and" in them. */
const isWhole = (text: string): boolean => {
  if (text.includes(',') || !isGroup(text)) return false;
  const [before = ''] = text.split(AND, 1);
  return isOneWord(before) || /\d|\s(?:of|for|the)\s/u.test(before);
};

/** "Smith; J., Doe; K.": commas between people, semicolons within. */
function swapped(text: string): string[] | null {
  const people = text.split(',').map((part) => part.split(';').map((half) => half.trim()));
  if (people.length < 2 || !people.every((halves) => halves.length === 2)) return null;
  return people.every(([family = '', given = '']) => family !== '' && INITIALS.test(given))
    ? people.map(([family = '', given = '']) => `${given} ${family}`)
    : null;
}

/** Names as quoted texts: "['Ann Lee', 'Bo Chan']". */
function quoted(text: string): string[] | null {
  if (!/^\s*[[(]\s*(?:u?'|")/.test(text) || !/['"]\s*[\])]\s*$/.test(text)) return null;
  const names = text.match(/'(?:[^'\\]|\\.){1,300}'(?=\s*[,\])])|"(?:[^"\\]|\\.){1,300}"(?=\s*[,\])])/g) ?? [];
  return names.map((name) => name.slice(1, -1).replace(/\\(['"])/g, '$1'));
}

/** An ORCID's address or name, which are no place beside one; the number itself stays with its person. */
const BEFORE_ORCID = /(?:https?:\/\/orcid\.org\/|\borcid(?: id)?\s?:?\s?)(?=\d{4}-)/gi;

/** Names of letters alone, with commas, semicolons or "and" between them: what dumps of millions of rows have. */
const PLAIN_LINE = /^[A-Za-z\u00c0-\u017f'.,; -]+$/;
const PARTICLE = /^(?:van|von|de|del|della|di|da|dos|le|la)\s/iu;

/** The names of a line whose parts are whole names beyond doubt; null where it has to be read with care. */
function plainNames(line: string): CleanName[] | null {
  if (line.length > MAX_CHARACTERS || !PLAIN_LINE.test(line)) return null;
  // "Vale Reed, Mona and Holm Reed, Ida" is two people: beside commas only the last name may follow an "and".
  if (line.includes(',') && (line.includes(';') || / and .*(?:,| and )/.test(line))) return null;
  const parts = line.split(/,? and |[,;] ?/);
  const isSure = (part: string): boolean =>
    isInOrder(part) && !isCountry(part) && !PARTICLE.test(part) && !INITIALS.test(part) && !isGroup(part);
  return parts.every(isSure) ? initialsFirst(parts.map((name) => ({ name, id: null }))) : null;
}

/** The names of a line with their ids: "A and B, C", "Family, Given; Family, Given", "A, B & C", "Smith J, Doe K". */
export const namesOfLine = (written: string): CleanName[] => plainNames(written) ?? namesOfAnyLine(written);

/** The same by all rules, whatever the line. */
export function namesOfAnyLine(written: string): CleanName[] {
  const line = withoutMarkup(written.slice(0, MAX_CHARACTERS)).replace(BEFORE_ORCID, '');
  const list = quoted(line);
  if (list !== null) return list.flatMap((text) => nameOfOne(text));
  const text = withoutPlaces(outsideBrackets(line.split(PAGE_TAIL, 1)[0] ?? ''))
    .replace(/\b(?:al|others|more|authors)\b|\u7b49/i.test(line) ? OTHERS : /$^/, ' ; ')
    .replace(/(?<=\b(?:collaboration|consortium|team)):\s/gi, ' ; ')
    // "Ada Lovelace1,2, Alan Turing2": figures behind a letter are footnotes; a comma may follow them.
    .replace(/(?<=\p{L}{2}|\p{L}\.|[*\u2020\u2021])\d{1,3}(?:,\d{1,3}){0,20}(?![\d-])/gu, '')
    .replace(/[;\s]{1,40}$/, '')
    .replace(/^[;\s]{1,40}/, '');
  return initialsFirst((swapped(text) ?? divided(text)).flatMap(cleaned));
}

const trimmed = (parts: readonly string[]): string[] =>
  parts.map((part) => part.trim().replace(/^,|,$/g, '').trim()).filter((part) => part !== '');

const byAnd = (text: string): string[] => (isWhole(text) ? [text] : trimmed(text.split(AND)));

/** Without the parts between commas that are a place, whatever "and" is in them. */
function withoutPlaces(text: string): string {
  if (!text.includes(',') || !PLACE.test(text)) return text;
  const isPlace = (part: string): boolean => {
    const [first = part] = part.split(AND, 1);
    return PLACE.test(first) && !isSigningGroup(part.trim());
  };
  return text
    .split(',')
    .filter((part) => !isPlace(part))
    .join(',');
}

function divided(text: string): string[] {
  const isStrong = STRONG.test(text);
  const pieces = isStrong ? trimmed(text.split(STRONG)).flatMap(byAnd) : byAnd(text).flatMap(bySmallAnd);
  if (pieces.length < 2 && !isStrong) return byComma(pieces[0] ?? '');
  const turned = pieces.every((one) => partsOf(one).length === 2 && !isSigningGroup(one.split(',', 1)[0] ?? ''));
  if (isStrong || turned) return pieces.flatMap((one) => onePiece(one, turned));
  return pieces.flatMap((part) => (part.includes(',') ? byComma(part, true) : [part]));
}

function cleaned(name: string): CleanName[] {
  const clean = cleanName(name);
  return clean === null ? [] : [clean];
}

/** Names alone. */
export const splitNames = (written: string): string[] => namesOfLine(written).map(({ name }) => name);

/** The name in a text that holds one person or group, even with commas in it: "Family, Given", "Given Family, MIT";
 *  several where a semicolon or an "and" says so. */
export function nameOfOne(written: string, isAlone = false): CleanName[] {
  if (isInOrder(written)) return [{ name: written, id: null }];
  const text = outsideBrackets(withoutMarkup(written.slice(0, MAX_CHARACTERS)).split(PAGE_TAIL, 1)[0] ?? '');
  // A text with a place in it is one person's: what an "and" divides there are no people.
  if (!isAlone && PLACE.test(text) && !isSigningGroup(text)) {
    const [first = ''] = text.split(/[,;]|\sand\s/);
    const head = isOneWord(first.trim()) ? text.split(/[,;]/, 2).join(',') : first;
    return head === text ? cleaned(givenFirst(head)) : nameOfOne(head);
  }
  if (STRONG.test(text.trim()) || OTHERS_ANYWHERE.test(text) || (AND.test(text) && !isWhole(text)))
    return namesOfLine(text);
  // "SmithJ", as some journals print them.
  const [, glued = '', initial = ''] = (isAlone ? null : /^(\p{Lu}\p{Ll}{2,20})(\p{Lu})$/u.exec(text)) ?? [];
  if (glued !== '') return cleaned(`${initial}. ${glued}`);
  if (!text.includes(',')) return bySmallAnd(text).flatMap(cleaned);
  const [first = '', second = ''] = trimmed(text.split(','));
  const parts = partsOf(text);
  const [one = '', other = ''] = parts;
  if (isSigningGroup(first)) return cleaned(parts.length === 2 && isOneWord(second) ? groupAt(first, second) : first);
  const isPlace = (isNoName(second) && !isDegree(second)) || isPlaceMark(second);
  if (isPlace && !isOneWord(first)) return cleaned(first);
  if (parts.length > 2 && (isAlone || parts.every((part) => !isOneWord(part)))) return namesOfLine(text);
  // "Wang 0001, Wei": the number is of the whole name.
  const number = /\s\d{4}$/.exec(one)?.[0] ?? '';
  const family = number === '' ? one : one.slice(0, -number.length);
  // A third part is a place.
  return cleaned(`${parts.length < 2 ? flat(family) : givenFirstOf(family, other)}${number}`);
}

const givenFirstOf = (family: string, given: string): string =>
  [family, given].every((part) => EAST_ASIAN.test(part)) ? `${family}${given}` : suffixLast(family, given);

/** The authors of a row as its reader found them: names, or groups that are known to be some. */
export type DraftAuthor = string | { group: string } | { name: string; id: string | null };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Maximum times that what came out of a text is read once more. */
const MAX_READINGS = 5;

/** Names that read as themselves: what was left of a text may hide another "and" or figure. */
export function settled(names: readonly CleanName[]): CleanName[] {
  if (names.every(({ name }) => isInOrder(name))) return [...names];
  let now = [...names];
  for (let turn = 0; turn < MAX_READINGS; turn += 1) {
    const next = now.flatMap((one) =>
      isInOrder(one.name) ? [one] : nameOfOne(one.name).map(({ name, id }) => ({ name, id: one.id ?? id })),
    );
    if (next.length === now.length && next.every(({ name }, at) => name === now[at]?.name)) return next;
    now = next;
  }
  return [];
}

function authorOf(draft: unknown): CleanName[] {
  if (typeof draft === 'string' && isInOrder(draft)) return [{ name: draft, id: null }];
  if (!isObject(draft)) return typeof draft === 'string' ? settled(nameOfOne(plainText(draft))) : [];
  const { group, name, id } = draft;
  if (typeof group === 'string') {
    const text = plainText(withoutMarkup(group));
    return /\p{L}/u.test(text) && text.length <= 200 ? [{ name: text, id: null }] : [];
  }
  if (typeof name !== 'string') return [];
  const [found] = isInOrder(name) ? [{ name, id: null }] : settled(nameOfOne(plainText(name)));
  return found === undefined ? [] : [{ name: found.name, id: typeof id === 'string' && id !== '' ? id : found.id }];
}

/** A list that names everybody twice, once; two people of one name stay two. */
function once(authors: readonly CleanName[]): CleanName[] {
  const names = authors.map(({ name }) => name);
  if (new Set(names).size === names.length) return [...authors];
  const half = authors.length / 2;
  const isTwice =
    authors.length > 1 &&
    authors.length % 2 === 0 &&
    names.every((name, at) => name === names[(at + half) % names.length]);
  if (isTwice) return authors.slice(0, half);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [times = 1] = counts.values();
  if (times < 2 || counts.size < 2 || [...counts.values()].some((count) => count !== times)) return [...authors];
  return authors.filter(({ name }, at) => names.indexOf(name) === at);
}

/** Authors of a paper, and whether there are more than are kept. */
export interface Authors {
  authors: CleanName[];
  more: boolean;
}

/** The authors of a row, each with the id that stood with the name. */
export function cleanAuthors(drafts: readonly unknown[]): Authors {
  const authors: CleanName[] = [];
  const [only] = drafts;
  if (drafts.length === 1 && typeof only === 'string') authors.push(...settled(namesOfLine(plainText(only))));
  else
    for (const draft of drafts) {
      authors.push(...authorOf(draft));
      if (authors.length > 2 * MAX_AUTHORS) break;
    }
  const all = initialsFirst(once(authors));
  return { authors: all.slice(0, MAX_AUTHORS), more: all.length > MAX_AUTHORS };
}

/** Their names alone. */
export const cleanNames = (names: readonly unknown[]): string[] => cleanAuthors(names).authors.map(({ name }) => name);
