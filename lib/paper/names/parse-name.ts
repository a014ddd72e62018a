// One name of a person, taken apart: "Sashank J. Reddi", "Reddi, Sashank", "S. J. Reddi", "Reddi SJ", "Reddi S.J.",
// "REDDI Sashank", as papers, references and catalogs print it. Groups stay whole.
import { foldPlain } from '../../text/fold.ts';
import {
  capitalsFirst,
  familyStart,
  inSmallLetters,
  isFamilyInCapitals,
  particles,
  withGeneration,
} from './family-name.ts';
import { isGroup, withoutLead, withoutPlace } from './group-name.ts';
import { eastAsianFamilies } from './unusual.ts';
import { withoutEnd } from '../../text/without-end.ts';

export interface ParsedName {
  /** Canonical letters, with particles: "vanderberg". */
  family: string;
  /** Canonical given names and initials, in order. */
  given: string[];
}

/** Titles and degrees beside names. */
export const notNames: ReadonlySet<string> = new Set(
  'jr sr ii iii iv dr prof professor phd md msc mr ms mrs'.split(' '),
);

/** Names whose umlaut is often written as two letters, in both spellings. */
export const listedSpellings: ReadonlyMap<string, string> = new Map(
  (
    'mueller:muller moeller:moller schroeder:schroder koehler:kohler krueger:kruger koenig:konig boehm:bohm ' +
    'jaeger:jager schaefer:schafer schuetz:schutz huebner:hubner hoelder:holder goedel:godel schroedinger:schrodinger ' +
    'froehlich:frohlich buehler:buhler kuehn:kuhn loewe:lowe haendel:handel soerensen:sorensen joergensen:jorgensen ' +
    'groenlund:gronlund joerg:jorg juergen:jurgen guenter:gunter guenther:gunther soeren:soren bjoern:bjorn goeran:goran ' +
    'joern:jorn thorbjoern:thorbjorn kaethe:kathe'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [written = '', read = ''] = pair.split(':');
      return [written, read];
    }),
);
const foldName = (text: string): string => {
  const plain = foldPlain(text);
  return listedSpellings.get(plain) ?? plain;
};

/** "Prof. Dr. med. Anna Weiss" */
const LEADING_TITLES =
  /^(?:prof|professor|dr|dipl)(?:\.\s{0,2}|\s+)(?:(?:prof|dr|med|dent|rer|nat|phil|habil|ing)(?:\.[\s-]{0,2}|\s+))*/iu;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・·\s,]+$/u;
const UMLAUT = /[äöüøå]/iu;
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Words without footnote signs, degrees and what is in brackets. */
const wordsOfName = (text: string): string[] =>
  text.split(/[\s.\u00a0]+|(?<=\p{L})[\p{N}*†‡§¶∗,]+/u).filter((word) => {
    const plain = withoutEnd(foldPlain(word), /\d/);
    return plain !== '' && !/^\d/.test(plain) && !notNames.has(plain);
  });

/** "J", "J.-Y.", "Jy-yong" as parts; "SJ" too where `initials` are meant. */
const partsOf = (words: readonly string[], initials: boolean): string[] =>
  words.flatMap((word) =>
    word
      .split(/[-‐‑–]/)
      .flatMap((part) => (initials && /^\p{Lu}{1,3}$/u.test(part) ? Array.from(part) : [part]))
      .map(foldName)
      .filter((part) => part !== ''),
  );

function nameFrom(family: readonly string[], given: readonly string[], initials = true): ParsedName[] {
  const folded = foldName(family.join(''));
  return folded === '' ? [] : [{ family: folded, given: partsOf(given, initials) }];
}

/** "Ludwig van" behind "Beethoven," has the family's particle. */
function afterComma(family: readonly string[], words: readonly string[]): ParsedName[] {
  const last = words.findLastIndex((word) => !/^['’]?\p{Ll}/u.test(word) || !particles.has(foldPlain(word)));
  const given = last < 0 ? words : words.slice(0, last + 1);
  return nameFrom([...words.slice(given.length), ...family], given);
}

/** "B", or "Th" where that is no family name. */
const isInitial = (word: string): boolean =>
  /^\p{Lu}$/u.test(word) || (/^\p{Lu}\p{Ll}$/u.test(word) && !eastAsianFamilies.has(foldPlain(word)));

/** The ways to read a name without a comma, the likeliest first. `text` still has its full stops. */
function inOrder(text: string, words: readonly string[]): ParsedName[] {
  const last = words.at(-1) ?? '';
  const usual = nameFrom(words.slice(familyStart(words)), words.slice(0, familyStart(words)), words.length > 1);
  if (words.length < 2) return usual;
  // "LIU Shuaiqi"
  const capitals = capitalsFirst(words);
  if (capitals > 0) {
    const turned = nameFrom(words.slice(0, capitals), words.slice(capitals));
    return capitals > 1 || isFamilyInCapitals(words[0] ?? '') ? [...turned, ...usual] : [...usual, ...turned];
  }
  const ends = words.findLastIndex((word) => !isInitial(word)) + 1;
  const before = words.slice(0, ends);
  if (ends > 0 && ends < words.length && inSmallLetters(before)) {
    const from = familyStart(before);
    const village = nameFrom(before.slice(from), [...before.slice(0, from), ...words.slice(ends)]);
    // "Reddi S. J.", "García Márquez G."; without full stops, letters behind two names are of village and father.
    if (/\p{Lu}\p{Ll}?\.[\s,]*$/u.test(text)) return [...nameFrom(before, words.slice(ends)), ...village, ...usual];
    const letters = words.slice(ends).every((word) => /^\p{Lu}$/u.test(word));
    if (letters && ends > 1 && ends < words.length - 1) return [...village, ...usual];
  }
  if (/^(?:\p{Lu}{1,3}|\p{Lu}-\p{Lu})$/u.test(last) && inSmallLetters(words.slice(0, -1))) {
    const turned = nameFrom(words.slice(0, -1), [last]);
    return isFamilyInCapitals(last) ? [...usual, ...turned] : [...turned, ...usual];
  }
  return usual;
}

function readings(name: string): ParsedName[] {
  const comma = name.indexOf(',');
  const words = comma > 0 ? wordsOfName(name.slice(comma + 1)) : [];
  if (words.length > 0) return afterComma(wordsOfName(name.slice(0, comma)), words);
  const text = comma > 0 ? name.slice(0, comma) : name;
  return inOrder(text, withGeneration(wordsOfName(text)).words);
}

/** The ways to read a name, the likeliest first, which keys are made of: usually one, more where the last word may be
 *  initials ("Reddi SJ"), where a name in brackets may be the first one, and where an umlaut may be two letters. None
 *  where it has no letters. */
export function readName(name: string): ParsedName[] {
  if (name.length > 200) return [];
  const plain = name.replace(/\([^)]{0,80}\)|\[[^\]]{0,80}\]/g, ' ').trim();
  if (isGroup(plain)) {
    const family = foldPlain(withoutPlace(withoutLead(plain)).replace(/^the\s/iu, ''));
    return family === '' ? [] : [{ family, given: [] }];
  }
  if (EAST_ASIAN.test(plain)) return nameFrom([plain], []);
  const untitled = plain.replace(LEADING_TITLES, '');
  const found = readings(untitled);
  // "Tony (Xiaohui) Xu"
  const other = /^[^()]{1,80}\s\((\p{Lu}[\p{L}'’-]{1,30})\)\s(\p{L}[^()]{1,80})$/u.exec(name);
  if (other !== null) found.push(...readings(`${other[1] ?? ''} ${other[2] ?? ''}`));
  if (UMLAUT.test(untitled))
    found.push(...readings(untitled.replaceAll(/[äöüøå]/giu, (letter) => twoLetters[letter.toLowerCase()] ?? letter)));
  return found;
}
