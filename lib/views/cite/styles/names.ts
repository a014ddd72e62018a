// Lists of names as styles print them. Pure.
import type { CitedName } from './cited-work.ts';
import { curly } from './quotes.ts';

/** One word of given names: "Jean-Paul" is "J.-P.", "Yi-hui" is "Y."; "St." and "de" stay. */
function initialsOf(word: string): string {
  if (/^\p{Lu}\p{Ll}+\.$/u.test(word)) return word;
  const [first = '', ...others] = word.split('-');
  const kept = /^\p{Ll}/u.test(first) ? others : others.filter((part) => !/^\p{Ll}/u.test(part));
  return [first, ...kept].map((part) => (/^\p{Ll}/u.test(part) ? part : part.replace(/^(\p{L}).*$/u, '$1.'))).join('-');
}

/** "Jean-Paul M." is "J.-P. M.". */
export const initials = (given: string): string =>
  given
    .replace(/\.(?=[^\s.-])/gu, '. ')
    .split(/\s+/u)
    .map(initialsOf)
    .join(' ')
    .trim();

export interface ListForm {
  /** Which names have the family's first. */
  inverted: 'none' | 'first' | 'all';
  /** Given names as initials. */
  short: boolean;
  /** "J.R.R." is "J. R. R.". */
  given?: 'spaced';
  /** "van Gogh, Vincent", or "Gogh, Vincent van". */
  particles?: 'after';
  and: string;
  /** The comma before it: from `two` names on, from `three`, or never between persons. */
  comma: 'two' | 'three' | 'never';
  /** A list of more names than this is cut to `shown`. */
  most: number;
  shown: number;
  /** APA ends a cut list with the last name. */
  showsLast?: boolean;
}

/** Small words before a family name: "van ", "de la ", "d’", "al-". */
const PARTICLES = /^(?:\p{Ll}[\p{Ll}.]*\s|['’]t\s)*(?:\p{Ll}+['’-])?(?=\p{Lu})/u;

function written(name: CitedName, isInverted: boolean, { short, given: how, particles }: ListForm): string {
  if (typeof name === 'string') return name;
  const given = short
    ? initials(name.given)
    : how === 'spaced'
      ? name.given.replace(/\.(?=\p{L})/gu, '. ')
      : name.given;
  if (!isInverted) return [given, name.family, name.generation].filter((part) => part !== '').join(' ');
  const before = particles === 'after' ? (PARTICLES.exec(name.family)?.[0] ?? '') : '';
  const parts = [name.family.slice(before.length), `${given} ${before}`.trim(), name.generation];
  return parts.filter((part) => part !== '').join(', ');
}

/** Is there a comma before the last name? Groups are set off otherwise than persons. */
function hasComma(names: readonly CitedName[], comma: ListForm['comma']): boolean {
  const isGroup = typeof names.at(-1) === 'string';
  if (comma === 'two') return names.length > 2 || !isGroup;
  return names.length > 2 && (comma === 'three' || isGroup);
}

/** `isCut`: "et al." is to follow. */
export function nameList(names: readonly CitedName[], more: boolean, form: ListForm): { text: string; isCut: boolean } {
  const all = names.map((name, at) =>
    curly(written(name, form.inverted === 'all' || (form.inverted === 'first' && at === 0), form)),
  );
  const isLong = all.length > form.most;
  const last = all.at(-1) ?? '';
  if (isLong && form.showsLast === true && !more)
    return { text: `${all.slice(0, form.shown).join(', ')}, … ${last}`, isCut: false };
  if (isLong || more) return { text: (isLong ? all.slice(0, form.shown) : all).join(', '), isCut: all.length > 0 };
  if (all.length < 2) return { text: last, isCut: false };
  const comma = hasComma(names, form.comma) ? ', ' : ' ';
  return { text: `${all.slice(0, -1).join(', ')}${comma}${form.and} ${last}`, isCut: false };
}
