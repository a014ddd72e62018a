// The names that an entry of a reference list begins with, and where they end. Bibliographies write them in a handful
// of ways; a list that mixes them, or whose end could be the title's beginning, is not read at all.
import { givenFirst } from './author-list.ts';

export interface NameList {
  /** "Given Family". */
  names: string[];
  /** Offset after the last name, with its full stop where that belongs to an initial. */
  end: number;
  /** What follows can't be another name: the last was joined by "and", or the list says "et al.". */
  closed: boolean;
  /** Every given name is initials, so that no title's words can be among the names. */
  initials: boolean;
}

interface Style {
  name: RegExp;
  between: RegExp;
  turned: (name: string) => string;
  initials: boolean;
  /** Whether what this style takes for one name, found alone, is rather several of another style. */
  refuses?: (name: string) => boolean;
}

/** Names in Latin, Greek and Cyrillic letters: an engine takes long to make a pattern of all letters there are. */
const word = "\\p{Lu}[A-Za-z\\u00c0-\\u058f\\u1e00-\\u1fff'’‐‑–-]{1,30}";
const small =
  "(?:(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]el|[dD]ella|[dD]i|[dD]a|[dD]os|[dD]u|[lL]a|[lL]e|[tT]e[rn]|zu|bin|al|el|d[’']|[oO][’']|[ÓÒ])[ -]?){0,4}";
const family = `${small}${word}(?: ${small}${word}){0,2}`;
const oneFamily = `${small}${word}(?:[ -]${small}${word})?`;
const dotted = '\\p{Lu}\\p{Ll}?\\.(?:[ -]{0,2}\\p{Lu}\\p{Ll}?\\.){0,4}';
const bare = '\\p{Lu}(?:[ -]?\\p{Lu}){0,3}';
const generation = '(?:,? (?:Jr|Sr|II|III|IV)(?!\\p{L})\\.?)?';
const and = '(?:[,;]? (?:and|&) )';
const given = `(?:${word}|\\p{Lu}\\.(?:-?\\p{Lu}\\.)?)`;
const middle = `(?:${given}|\\p{Lu}(?= ))`;

const sticky = (source: string): RegExp => new RegExp(source, 'uy');
/** "NB" to "N. B.": together they could be "Junior". */
const dottedOut = (letters: string): string =>
  letters.replaceAll(/\p{Lu}([ -]?)/gu, (one) => `${one.charAt(0)}.${one.slice(1) || ' '}`).trim();
const same = (name: string): string => name;

/** The stricter first. */
const styles: readonly Style[] = [
  // "Okafor, N. B., Berg, L., and Ruiz, A."
  {
    name: sticky(`${family}, ${dotted}${generation}`),
    between: sticky(`${and}|[,;] `),
    turned: givenFirst,
    initials: true,
  },
  // "N. B. Okafor, L. Berg, and A. Ruiz"
  {
    name: sticky(`${dotted} ?${family}${generation}`),
    between: sticky(`${and}|[,;] `),
    turned: same,
    initials: true,
  },
  // "Okafor N. B., Berg L. and Ruiz A."
  {
    name: sticky(`${oneFamily} ${dotted}`),
    between: sticky(`${and}|[,;] `),
    turned: (name) => givenFirst(name.replace(/^(.{1,100}?) (?=\p{Lu}\p{Ll}?\.)/u, '$1, ')),
    initials: true,
  },
  // "Okafor NB, Berg L", "Okafor N B"
  {
    name: sticky(`${oneFamily} ${bare}(?![\\p{L}\\p{M}'’-])`),
    between: sticky(`${and}|[,;] `),
    turned: (name) =>
      givenFirst(name.replace(/ (\p{Lu}(?:[ -]?\p{Lu}){0,3})$/u, (_, letters: string) => `, ${dottedOut(letters)}`)),
    initials: true,
  },
  // "Okafor, Nneka; Berg, Lars"
  {
    name: sticky(`${family}, ${given}(?: ${given}){0,2}(?=;| \\(|,? “|,? "|\\. |(?<=\\p{Lu}\\.) (?:18|19|20)\\d\\d)`),
    between: sticky('; (?:and |& )?'),
    turned: givenFirst,
    initials: false,
    // "Nneka Okafor, Lars Berg" is two people more often than one with two names on either side.
    refuses: (name) => new RegExp(`^${given}(?: ${word}){1,2}, ${given} (?:.* )?${word}$`, 'u').test(name),
  },
  // "Nneka B. Okafor, Lars Berg, and Ana Ruiz"
  {
    name: sticky(`${given}(?:[ -]${middle}){0,4} ${oneFamily}${generation}`),
    between: sticky(`${and}|, `),
    turned: same,
    initials: false,
  },
];

const others = /,? (?:and )?(?:et al\.?|\d{1,4} others|others)/uy;
/** Maximum names read of one entry. */
const MAX_NAMES = 100;

function inStyle(text: string, { name, between, turned, initials, refuses }: Style): NameList | null {
  const names: string[] = [];
  let end = 0;
  let closed = false;
  for (let at = 0; names.length < MAX_NAMES;) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (found === null) break;
    const isAlone = names.length === 0;
    names.push(turned(found[0].replace(/[,;]$/u, '')));
    end = name.lastIndex;
    if (closed) break;
    between.lastIndex = end;
    const joint = between.exec(text);
    if (joint === null) {
      if (isAlone && refuses?.(found[0]) === true) return null;
      break;
    }
    at = between.lastIndex;
    name.lastIndex = at;
    closed = /and|&/u.test(joint[0]) && name.test(text);
  }
  // "M.KrawitzandY.Shen": the spaces were lost, and nothing says where names end.
  if (names.length === 0 || names.some((one) => /\p{Ll}and\p{Lu}/u.test(one))) return null;
  others.lastIndex = end;
  if (others.test(text)) return { names, end: others.lastIndex, closed: true, initials };
  return { names, end, closed, initials };
}

/** All readings of a text's beginning as a list of names. */
export const namesAt = (text: string): NameList[] =>
  styles.map((style) => inStyle(text, style)).filter((list) => list !== null);
