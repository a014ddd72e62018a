// Which words of a name are the family's, and the small words around them. Pure.

/** Small words that belong to the family name after them. */
export const particles: ReadonlySet<string> = new Set(
  'van von vander de den der del della di da do dos das du la le el al bin ibn ben ter ten zu st af av'.split(' '),
);
/** "Robert Smith Jr." */
export const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** A name's words without initials at its end, as of village and father in "Yashas Samaga B L". */
export function withoutLastInitials(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !/^\p{Lu}\.?$/u.test(word));
  return last < 1 ? words : words.slice(0, last + 1);
}

/** "Ada B. van der Berg" is "van der Berg", "Yashas Samaga B L" is "Samaga": initials are no surname. A name in one
 *  word, or not in Latin letters, stays whole. */
export function surname(name: string): string {
  const words = withoutLastInitials(name.trim().split(/\s+/));
  if (words.length < 2 || !/\p{Script=Latin}/u.test(name)) return name.trim();
  let from = words.length - 1;
  if (generation.test(words[from] ?? '') && from > 1) from -= 1;
  while (from > 1 && particles.has(words[from - 1]?.toLowerCase() ?? '')) from -= 1;
  return words.slice(from).join(' ');
}
