// Words of subjects for the rule in rank.ts, as it was.
// The words that two titles share and that say what both are about. Words of every field ("efficient framework") say
// nothing, and neither do those that much of the catalog has. Pure.
import { contentWords, singular } from '../../../lib/text/content-words.ts';
import { plainLower } from '../../../lib/text/plain-lower.ts';
import { generalWords } from '../../../lib/related/general-words.ts';
import type { Postings } from './candidates.ts';

/** Share of the catalog's papers from which on a word says nothing of a paper's subject; of few papers, this many. */
const COMMON_SHARE = 0.03;
const COMMON_COUNT = 20;

export interface SharedSubject {
  /** As compared, in the order of the first title. */
  words: string[];
  /** Two of them follow each other in both titles. */
  phrase: boolean;
}

/** Content words of a title in its order, each as compared; those that follow one another in it are neighbours. */
const wordsInOrder = (title: string): string[] =>
  (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((printed) => singular(plainLower(printed)));

const pairsOf = (title: string): Set<string> => {
  const words = wordsInOrder(title);
  return new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`));
};

/** What two titles share of subject words, by the counts of a catalog. */
export function sharedSubject(
  mine: string,
  theirs: string,
  postings: ReadonlyMap<string, Postings>,
  total: number,
): SharedSubject {
  const others = contentWords(theirs);
  const most = Math.max(COMMON_COUNT, total * COMMON_SHARE);
  const words = [...contentWords(mine).keys()].filter(
    (word) =>
      others.has(word) && !generalWords.has(word) && !/^\d+$/.test(word) && (postings.get(word)?.count ?? 0) <= most,
  );
  const [pairs, otherPairs] = [pairsOf(mine), pairsOf(theirs)];
  const phrase = words.some((one) =>
    words.some((other) => pairs.has(`${one} ${other}`) && otherPairs.has(`${one} ${other}`)),
  );
  return { words, phrase };
}

/** Whether that makes the titles alike: three words of the subject, or two that are a phrase. */
export const isAlike = ({ words, phrase }: SharedSubject): boolean =>
  words.length > 2 || (words.length === 2 && phrase);
