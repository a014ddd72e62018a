// The words that two titles share and that say what both are about. Words of every field ("efficient framework") say
// nothing, and neither do those that much of the catalog has. Pure.
import { contentWords, singular } from '../text/content-words.ts';
import { plainLower } from '../text/plain-lower.ts';
import type { Postings } from './candidates.ts';

/** Words that any paper's title may have, in the form in which they are compared. */
const general: ReadonlySet<string> = new Set(
  `ability accurate achieve active adaptive advance ai algorithm alternative analysi analysis analyzing application applied
   approach architecture artificial aspect assessing assessment automatic automated bayesian beyond big bound building
   case challenge characterization class code combining common comparative comparing comparison complex comprehensive
   computation computational compute computer concept conditional constraint construction context control controlled
   cost critical current data dataset deep demonstration dependent design detecting detection determination determining
   developing development different direct discovery distributed domain dynamic dynamics early effect effective efficient
   emerging empirical end enhanced enhancing environment estimating estimation evaluating evaluation evidence evolution
   example experiment experimental exploiting exploration exploring extended extension facilitating factor fast feature
   field finding fine finite flexible foundation framework free full function functional fundamental general
   generalization generalized generalizing generation generative generic global good guide guided high higher human
   hybrid identification identifying impact implementation implication importance improved improvement improving
   incremental individual inference influence information initial insight integrated integration intelligence
   intelligent interaction interactive introduction investigating investigation issue joint key knowledge language large
   layer learn learned learning lesson level light limit limited linear local long low lower machine making management
   max measurement measuring mechanism method methodology metric min minimal mixed model modeling modelling modern modular
   multi multiple nature network neural next non note novel number object observation one online open operation
   optimal optimization optimised optimized optimizing order overview paper parallel parameter part partial perception
   perform performance perspective phase physic physical platform point policy potential power practical practice
   predicting prediction preliminary present principle probabilistic problem procedure process processing progress
   property proposal quality quantitative quick random rate real recent reducing reduction region relation relationship
   representation research result review revisited revisiting robust role running sample scale scaling scheme science
   search second selection self sensitive series set setting shared short simple simulation single size small smart
   software solution solving source space spatial special specific stability state statistical step strategy strong
   structure structural structured study studying supervised support survey system systematic target task teacher
   technique technology temporal test testing text theoretical theory three time tool toolkit training transfer
   transition trend two type understanding unified unifying unknown unsupervised use user validation value variable
   variation various version view vision visual way weak wide work world zero`
    .split(/\s+/)
    .map(singular),
);

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
    (word) => others.has(word) && !general.has(word) && !/^\d+$/.test(word) && (postings.get(word)?.count ?? 0) <= most,
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
