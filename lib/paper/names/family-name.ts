// Which words of a name are the family's, and the small words around them. Pure.
import { foldPlain } from '../../text/fold.ts';
import { isGroup } from './group-name.ts';
import { eastAsianFamilies } from './unusual.ts';

/** Small words that belong to the family name after them. */
export const particles: ReadonlySet<string> = new Set(
  (
    'van von vander de den der del della dalla dello degli di da do dos das du la le el al bin ibn ben ter ten zu zum ' +
    'zur vom st af av t'
  ).split(' '),
);
/** "Robert Smith Jr." */
export const generation = /^(?:jr|sr|ii|iii|iv|j\u00fanior|junior|senior)\.?$/iu;
/** The same where a family name can't be meant: "Junior" alone may be one. */
export const shortGeneration = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** "B.", "L", "G.N." */
const initialsAtEnd = /^(?:\p{Lu}|(?:\p{Lu}\p{Ll}?\.[-\u2010]?){1,4})$/u;

/** A name's words without initials at its end, as of village and father in "Yashas Samaga B L". */
export function withoutLastInitials(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !initialsAtEnd.test(word));
  return last < 0 ? words : words.slice(0, last + 1);
}

/** A particle in small letters, or in capitals before a family name that has particles: in "Thanh Van Nguyen" and
 *  "Yi Di Wang" it is a given name. */
function isParticle(word: string, next: string): boolean {
  // "Văn" is no "van", and a letter alone no "'t".
  const plain = word.toLowerCase().replace(/^['\u2019]/u, '');
  if (!particles.has(plain)) return false;
  if (plain === 't') return /^['\u2019]/u.test(word);
  return /^['\u2019]?\p{Ll}/u.test(word) || !eastAsianFamilies.has(foldPlain(next));
}

/** Where the family name begins in words without generation and initials at their end: "Jean de La Fontaine",
 *  "José Ortega y Gasset". At least one word before it is the given name. */
export function familyStart(words: readonly string[]): number {
  let from = Math.max(0, words.length - 1);
  if (from > 2 && /^[yei]$/u.test(words[from - 1] ?? '')) from -= 2;
  while (from > 1 && isParticle(words[from - 1] ?? '', words[from] ?? '')) from -= 1;
  return from;
}

const isInCapitals = (word: string): boolean => /^(?:\p{Lu}['’])?\p{Lu}{2,40}(?:['’-]\p{Lu}{2,40}){0,3}$/u.test(word);
/** Whether capitals at an end of a name are the family's and no initials: "LIU Shuaiqi", "Yang LI". */
export const isFamilyInCapitals = (word: string): boolean =>
  isInCapitals(word) &&
  (word.length > 3 || (word.length === 3 && /[AEIOUY]/u.test(word)) || eastAsianFamilies.has(foldPlain(word)));
export const inSmallLetters = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => /\p{Ll}/u.test(word));

/** How many words in capitals are before others in small letters: the family's, if they are no initials. */
export function capitalsFirst(words: readonly string[]): number {
  const capitals = words.findIndex((word) => !isInCapitals(word));
  return capitals > 0 && inSmallLetters(words.slice(capitals)) ? capitals : 0;
}

/** The words of the family name and all others: "LIU Shuaiqi", "José Ortega y Gasset", "Jean de La Fontaine". */
export function familyOf(words: readonly string[]): { family: readonly string[]; given: readonly string[] } {
  const capitals = capitalsFirst(words);
  if (capitals > 1 || (capitals === 1 && isFamilyInCapitals(words[0] ?? '')))
    return { family: words.slice(0, capitals), given: words.slice(capitals) };
  const from = familyStart(words);
  return { family: words.slice(from), given: words.slice(0, from) };
}

/** Words of a name and the generation at its end. "Junior" is one behind two words, not in "Ana Junior". */
export function withGeneration(words: readonly string[]): { words: readonly string[]; generation: readonly string[] } {
  const last = words.at(-1) ?? '';
  const isOne = shortGeneration.test(last) ? words.length > 1 : words.length > 2 && generation.test(last);
  return isOne ? { words: words.slice(0, -1), generation: words.slice(-1) } : { words, generation: [] };
}

/** "Ada B. van der Berg" is "van der Berg", "Yashas Samaga B L" is "Samaga": initials are no surname. A group, a name
 *  in one word, or not in Latin letters, stays whole. */
export function surname(name: string): string {
  const whole = name.trim();
  if (!/\p{Script=Latin}/u.test(whole) || isGroup(whole)) return whole;
  const { words: named, generation: suffix } = withGeneration(whole.split(/\s+/));
  const words = withoutLastInitials(named);
  return words.length === 0 ? whole : [...familyOf(words).family, ...suffix].join(' ');
}
