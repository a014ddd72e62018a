// Keys of names as they were made before `z` and `s` became two letters and particles a part of the family name. They
// are in ids of papers, in packs of those days and in what the reader saved, so nothing here changes any more; who
// finds something by such a key compares the names (`name-key.ts`, `same-name.ts`).
import { foldPlain } from '../../text/fold.ts';
import { withoutEnd } from '../../text/without-end.ts';

const particles = new Set(
  'van von vander de den der del della di da do dos das du la le el al bin ibn ben ter ten zu st af av'.split(' '),
);
const notNames = new Set('jr sr ii iii iv dr prof professor phd md msc mr ms mrs'.split(' '));
/** Maximum length of a key of letters a-z, and of all others. */
const LONGEST_KEY = 76;
const LONGEST_FOREIGN_KEY = 18;

const zAsS = (letters: string): string => letters.replaceAll('z', 's');
const fold = (text: string): string => zAsS(foldPlain(text));

const wordsOfName = (text: string): string[] =>
  text
    .replace(/\([^)]{0,80}\)|\[[^\]]{0,80}\]/g, ' ')
    .split(/[\s.\u00a0]+|(?<=\p{L})[\p{N}*†‡§¶∗,]+/u)
    .filter((word) => {
      const plain = withoutEnd(fold(word), /\d/);
      return plain !== '' && !/^\d/.test(plain) && !notNames.has(plain);
    });

function keyOf(family: readonly string[], given: readonly string[], initials: boolean): [string, string] | null {
  const proper = family.filter((word) => !particles.has(fold(word)));
  const bare = fold((proper.length === 0 ? family : proper).join(''));
  if (bare === '') return null;
  const [first = ''] = given
    .flatMap((word) => word.split(/[-‐‑–]/))
    .flatMap((part) => (initials && /^\p{Lu}{1,3}$/u.test(part) ? Array.from(part) : [part]))
    .map(fold)
    .filter((part) => part !== '');
  return [bare, first];
}

function partsOf(name: string): [family: string, given: string] | null {
  if (name.length > 200) return null;
  const comma = name.indexOf(',');
  const afterComma = comma > 0 ? wordsOfName(name.slice(comma + 1)) : [];
  if (afterComma.length > 0) return keyOf(wordsOfName(name.slice(0, comma)), afterComma, true);
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && /^\p{Lu}{1,3}$/u.test(last) && words.slice(0, -1).every((word) => /\p{Ll}/u.test(word))) {
    const read = keyOf(words.slice(0, -1), [last], true);
    if (read !== null) return read;
  }
  let family = Math.max(0, words.length - 1);
  while (family > 1 && particles.has(fold(words[family - 1] ?? ''))) family -= 1;
  return keyOf(words.slice(family), words.slice(0, family), words.length > 1);
}

/** Family name without its particles and first given name: what ids of papers without identifiers are made of. */
export function earlierAuthorKey(name: string): string {
  const whole = partsOf(name)?.join(' ').trim() ?? '';
  return whole.slice(0, /^[a-z0-9 ]*$/.test(whole) ? LONGEST_KEY : LONGEST_FOREIGN_KEY).trim();
}

/** Family name and first initial, as colleagues of people the reader follows were kept. */
export function earlierNameKey(name: string): string {
  const [family = '', given = ''] = partsOf(name) ?? [];
  return `${family} ${given.charAt(0)}`.trim();
}

/** Particles that a key of today begins with, one after the other ("vanderberg"). */
const leading = new RegExp(
  `^(?:${[...particles].toSorted((a, b) => b.length - a.length).join('|')})(?=\\p{L}{2})`,
  'u',
);

/** The keys under which an earlier pack may have what is under this `authorKey` of today. */
export function earlierKeysOf(key: string): string[] {
  const keys: string[] = [];
  for (let rest = zAsS(key); ;) {
    keys.push(rest);
    const shorter = rest.replace(leading, '');
    if (shorter === rest) return keys;
    rest = shorter;
  }
}

/** Maximum letters `s` of a key that may have been a `z`: each doubles the keys to look for. */
const MAX_UNCLEAR = 6;

/** The keys of today that an earlier key may have been, as far as letters go; with the key itself, as the first. */
export function todaysKeysOf(earlier: string): string[] {
  let keys = [''];
  let unclear = 0;
  for (const letter of earlier) {
    const both = letter === 's' && unclear < MAX_UNCLEAR;
    if (both) unclear += 1;
    keys = both ? keys.flatMap((start) => [`${start}s`, `${start}z`]) : keys.map((start) => start + letter);
  }
  return keys;
}
