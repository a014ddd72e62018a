// Words of the list that somebody may have meant who made one typing error. Pure.
import type { RowText } from './row-text.ts';

/** Shorter words are one letter away from too many others. */
const MIN_LETTERS = 5;
/** Maximum forms of one word that are looked for. */
const MAX_FORMS = 40;

/** All words of a list, each once, without numbers. */
export function listWords(texts: readonly Pick<RowText, 'text'>[]): string[] {
  const words = new Set<string>();
  for (const { text } of texts)
    for (const word of text.split(' ')) if (word.length >= MIN_LETTERS - 1 && !/\d/.test(word)) words.add(word);
  return [...words];
}

/** How many letters of `word`, from its first, are `typed` but for one error (a letter that is wrong, missing or too
 *  many, or two in the wrong order); 0 where no number is. Words still being typed are compared with beginnings. */
export function lettersMeant(typed: string, word: string): number {
  let same = 0;
  while (same < typed.length && typed.charCodeAt(same) === word.charCodeAt(same)) same += 1;
  if (same === typed.length) return same;
  /** The letters where the rest of what was typed is there, 0 where it is not. */
  const rest = (fromTyped: number, fromWord: number): number => {
    const length = fromWord + typed.length - fromTyped;
    if (length > word.length) return 0;
    for (let at = fromTyped; at < typed.length; at += 1)
      if (typed.charCodeAt(at) !== word.charCodeAt(at - fromTyped + fromWord)) return 0;
    return length;
  };
  const isSwapped =
    typed.charCodeAt(same) === word.charCodeAt(same + 1) && typed.charCodeAt(same + 1) === word.charCodeAt(same);
  const [swapped, wrong] = [isSwapped ? rest(same + 2, same + 2) : 0, rest(same + 1, same + 1)];
  return Math.max(swapped, wrong) || rest(same, same + 1) || rest(same + 1, same);
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
