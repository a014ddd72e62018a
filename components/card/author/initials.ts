// The letters shown for a person where there is no picture.
import { withoutLastInitials } from '../../../lib/paper/names/family-name.ts';

/** "SB" for Srinadh Bhojanapalli; the first sign of a name that has no capitals or spaces. */
export function initials(name: string): string {
  const words = withoutLastInitials(name.trim().split(/\s+/));
  const first = (word = ''): string => /^./su.exec(word)?.[0] ?? '';
  const letters = [first(words[0]), words.length > 1 ? first(words.at(-1)) : ''];
  // A Chinese or Korean family name says more than the end of the given name.
  return /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(name)
    ? letters.join('').toLocaleUpperCase()
    : first(words[0]);
}
