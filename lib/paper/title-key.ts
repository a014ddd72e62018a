// Titles as keys: two titles with one key are one title. What counts as a difference depends on who asks, so there are
// four keys; tests/unit/paper/title-key.test.ts shows what each makes of the same titles.
//
//   canonical (lib/text/tokens.ts)   the title index and all matching: maths, Greek, accents and spellings are folded
//   readerTitleKey                   what a reader would call the same title: case, signs and British spelling aside
//   typedTitleKey                    a title beside words that are being typed: keeps words apart, may be a beginning
//   storedTitleKey                   part of record ids that are stored, so it can never change
import { fold, oneSpelling } from '../text/content-words.ts';
import { letters } from '../text/letters.ts';
import { canonical } from '../text/tokens.ts';

/** Part of stored ids (`recordId`): to change it would change the id of every paper without arXiv id and DOI. */
export const storedTitleKey = (title: string): string => letters(title.normalize('NFKC'));

/** One for titles that differ in case, quotes, spaces, accents or British spelling only. */
export const readerTitleKey = (title: string): string =>
  letters(
    title
      .normalize('NFKD')
      .toLowerCase()
      // "Optimisation" and "optimization", "generalised" and "generalized".
      .replaceAll(/is(?=(?:e|es|ed|ing|er|ers|ations?)(?!\p{L}))/gu, 'iz'),
  );

/** Of words as they are typed; a title begins so where its key begins with this one. */
export const typedTitleKey = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => oneSpelling(fold(word))).join(' ');

/** The words of a title in canonical letters. */
const titleWords = (title: string): string[] =>
  title
    .split(/[^\p{L}\p{N}]+/u)
    .map(canonical)
    .filter((word) => word !== '');

/** Letters of a title that is likely to begin another by accident only. */
const LONG_ENOUGH = 12;

/** Whether two readings of one page are of one title: the same letters, one without the other's subtitle, or three
 *  quarters of the words. */
export function sameTitle(one: string, other: string): boolean {
  const a = canonical(one);
  const b = canonical(other);
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= LONG_ENOUGH && long.startsWith(short)) return true;
  const [few, many] = [new Set(titleWords(one)), new Set(titleWords(other))].toSorted((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size < 4) return false;
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared / many.size >= 0.75;
}

/** Whether two titles have at least half of the shorter one's words in common: less is another title for certain. */
export function titlesResemble(one: string, other: string): boolean {
  const [few = [], many = []] = [titleWords(one), titleWords(other)].toSorted((a, b) => a.length - b.length);
  return few.filter((word) => many.includes(word)).length * 2 >= few.length;
}
