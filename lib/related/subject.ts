// Which papers are on the subject of another: the angle between their words (TF-IDF), title words counted double, from
// the lists of papers with each word alone. Papers' lengths are not in those lists and hardly matter: abstracts are of
// about one length. Topics, citations and shared people add to it; people and words of every field relate nothing by
// themselves. Pure.
import type { AuthorWorks } from './authors.ts';
import type { Evidence } from './evidence.ts';

import { TITLE_WEIGHT } from './question.ts';
import { rarityOf } from './rarity.ts';
import { Tally } from './tally.ts';

/** What each adds to the likeness of words, 0 to 1, where it is as rare as can be. */
const weights = { author: 0.1, topic: 0.15, citation: 0.15, sharedReference: 0.03 };
/** An author list of this length says in full who worked together; of a longer one each name says less. */
export const CLOSE_GROUP = 12;
/** Entries of words' lists that one question reads, the rarest words first: so that it is quick in any catalog. */
const MAX_READ = 1_500_000;

export function tallySubject(evidence: Evidence): Tally {
  const { terms, total } = evidence;
  const tally = new Tally(evidence.sizes);
  const length = terms.reduce((sum, { weight, idf }) => sum + (weight * idf) ** 2, 0);
  let read = 0;
  const addWords = (areGeneral: boolean): void => {
    for (const { titles, abstracts, weight, idf, isGeneral } of terms) {
      if (isGeneral !== areGeneral) continue;
      read += titles.count + abstracts.count;
      if (read > MAX_READ) return;
      const value = (weight * idf * idf) / length;
      tally.add(titles.papers(), value * TITLE_WEIGHT, areGeneral);
      tally.add(abstracts.papers(), value, areGeneral);
    }
  };
  addWords(false);
  for (const { papers } of evidence.topics) tally.add(papers.papers(), weights.topic * rarityOf(papers.count, total));
  tally.add(evidence.cites.papers(), weights.citation);
  tally.add(evidence.citedBy.papers(), weights.citation);
  for (const papers of evidence.citeAlso)
    tally.add(papers.papers(), weights.sharedReference * rarityOf(papers.count, total));
  addWords(true);
  for (const [{ works }, value] of authorValues(evidence)) tally.add(works.papers(), weights.author * value, true);
  return tally;
}

/** What each author says: the fewer works, and the fewer authors beside them, the more. */
export function authorValues({ authors, byline, total }: Evidence): [AuthorWorks, number][] {
  const damped = Math.min(1, CLOSE_GROUP / Math.max(1, byline));
  return authors.map((author) => [author, damped * rarityOf(author.works.count, total)]);
}
