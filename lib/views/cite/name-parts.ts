// A name's parts as reference managers have them. Pure.
import { familyOf, withGeneration } from '../../paper/names/family-name.ts';
import { isGroup } from '../../paper/names/group-name.ts';

export interface NameParts {
  /** With its particles: "van der Berg". */
  family: string;
  given: string;
  /** "Jr.", "III"; '' where there is none. */
  generation: string;
}

const initial = /^\p{L}\.?$/u;
export const isInitial = (word: string): boolean => initial.test(word);

/** Null where a name stays whole: a group's, and one that would be taken apart wrongly. "Yashas Samaga B L" ends in
 *  initials that are no family name. */
export function nameParts(name: string): NameParts | null {
  const all = name.trim().split(/\s+/);
  const { words, generation } = withGeneration(all);
  if (isGroup(name) || words.length < 2 || isInitial(words.at(-1) ?? '')) return null;
  if (all.some((word) => word.toLowerCase() === 'and') || /[,&;]/.test(name)) return null;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}]/u.test(name)) return null;
  const { family, given } = familyOf(words);
  return { family: family.join(' '), given: given.join(' '), generation: generation.join(' ') };
}
