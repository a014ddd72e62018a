// Titles as keys: two titles with one key are one title. What counts as a difference depends on who asks, so there are
// four keys; tests/unit/paper/title-key.test.ts shows what each makes of the same titles.
//
//   canonical (lib/text/tokens.ts)   the title index and all matching: maths, Greek, accents and spellings are folded
//   readerTitleKey                   what a reader would call the same title: case, signs and British spelling aside
//   typedTitleKey                    a title beside words that are being typed: keeps words apart, may be a beginning
//   storedTitleKey                   part of record ids that are stored, so it can never change
import { plainLower, oneSpelling } from '../text/plain-lower.ts';
import { letters } from '../text/letters.ts';

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
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => oneSpelling(plainLower(word))).join(' ');
