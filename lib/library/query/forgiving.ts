// Words of the list that somebody may have meant who made one typing error. Pure.
import type { RowText } from './row-text.ts';

/** Shorter words are one letter away from too many others. */
const MIN_LETTERS = 5;
/** Maximum forms of one word that are looked for. */
const MAX_FORMS = 40;

/** All words of a list, each once. */
export function listWords(texts: readonly Pick<RowText, 'any'>[]): string[] {
  const words = new Set<string>();
  for (const { any } of texts)
    for (const word of any.split(/[ \n]/)) if (word.length >= MIN_LETTERS - 1) words.add(word);
  return [...words];
}

/** How many letters of `word`, from its first, are `typed` but for one error (a letter that is wrong, missing or too
 *  many, or two in the wrong order); 0 where no number is. Words still being typed are compared with beginnings. */
export function lettersMeant(typed: string, word: string): number {
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  if (same === typed.length) return same;
  const restFits = (fromTyped: number, fromWord: number): number =>
    word.startsWith(typed.slice(fromTyped), fromWord) ? fromWord + typed.length - fromTyped : 0;
  const swapped = typed[same] === word[same + 1] && typed[same + 1] === word[same] ? restFits(same + 2, same + 2) : 0;
  const wrong = same < word.length ? restFits(same + 1, same + 1) : 0;
  const missing = restFits(same, same + 1);
  return swapped || wrong || missing || restFits(same + 1, same);
}

/** Beginnings of the list's words that one typing error makes of what was typed: at most `MAX_FORMS`. */
export function corrected(typed: string, words: readonly string[]): string[] {
  if (typed.includes(' ') || typed.length < MIN_LETTERS || /\d/.test(typed)) return [];
  const forms = new Set<string>();
  for (const word of words) {
    if (word.length < typed.length - 1) continue;
    const letters = lettersMeant(typed, word);
    if (letters > 0) forms.add(word.slice(0, letters));
    if (forms.size > MAX_FORMS) break;
  }
  forms.delete(typed);
  return [...forms].slice(0, MAX_FORMS);
}
