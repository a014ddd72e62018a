// One name of a person, taken apart: "Sashank J. Reddi", "Reddi, Sashank", "S. J. Reddi", "Reddi SJ", as papers,
// references and catalogs print it.
import { foldPlain } from '../../text/fold.ts';
import { particles } from './family-name.ts';

export interface ParsedName {
  /** Canonical letters, without particles ("van der"). */
  family: string;
  /** The same with its particles. */
  fullFamily: string;
  /** Canonical given names and initials, in order. */
  given: string[];
}

/** Titles and degrees beside names. */
export const notNames: ReadonlySet<string> = new Set(
  'jr sr ii iii iv dr prof professor phd md msc mr ms mrs'.split(' '),
);

/** A name's words, without footnote signs, degrees and what is in brackets. */
function wordsOfName(text: string): string[] {
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

/** The ways to read a name: usually one, two where the last word may be initials ("Reddi SJ"); none where it has no letters. */
export function readName(name: string): ParsedName[] {
  if (name.length > 200) return [];
  const comma = name.indexOf(',');
  const afterComma = comma > 0 ? wordsOfName(name.slice(comma + 1)) : [];
  if (afterComma.length > 0) {
    const read = nameFrom(wordsOfName(name.slice(0, comma)), afterComma, true);
    return read === null ? [] : [read];
  }
  const words = wordsOfName(name);
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
