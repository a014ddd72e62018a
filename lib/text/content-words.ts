// The words of a title that say what it is about, in one spelling each, for search and related works.
import { plainLower } from './plain-lower.ts';

const empty = new Set(
  `a an and are as at be by can do does for from has how in into is it its more nearly not of on or than that the their
   there they this to towards toward under up via we what when where which while why with within without you your yes
   using use based new really vs through over between all any some`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Plural and singular count as one: "transformers" and "transformer", "networks" and "network". */
export function singular(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Content words of a title: from the word that is compared to the word as the title prints it, in its order. */
export function contentWords(title: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const printed of title.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = plainLower(printed);
    if (word.length < 2 || empty.has(word)) continue;
    const compared = singular(word);
    if (!words.has(compared)) words.set(compared, printed);
  }
  return words;
}
