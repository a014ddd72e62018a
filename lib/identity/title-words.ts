// How much a word of a title in common says: words that many titles have say little. Pure.
import { commonWords } from './common-names.ts';

/** What words outside of the table count as: one title in so many (log, base 2). */
const RARE = 10;

/** Topics and categories, which are marked so, are shared by many. */
export const TOPIC_MARK = '#';
const TOPIC = 4;

let logs: ReadonlyMap<string, number> | null = null;

/** Log (base 2) of one title in how many has the word. */
export function wordRarity(word: string): number {
  if (word.startsWith(TOPIC_MARK)) return TOPIC;
  logs ??= new Map(
    commonWords.split('|').flatMap((group) => {
      const [number = '', ...words] = group.split(' ');
      return words.map((one) => [one, Number(number)] as const);
    }),
  );
  return logs.get(word) ?? RARE;
}
