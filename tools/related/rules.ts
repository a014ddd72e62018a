// Ways to find what is on a paper's subject, all asked alike: ours, the one before it, and what others would use.
import MiniSearch from 'minisearch';
import type { Lookup } from '../../lib/catalog/lookup.ts';
import { expand } from '../../lib/paper/expand.ts';
import type { Paper } from '../../lib/paper/schema.ts';
import { worksByName } from '../../lib/related/authors.ts';
import { evidenceOf } from '../../lib/related/evidence.ts';
import { tallySubject } from '../../lib/related/subject.ts';
import { contentWords } from '../../lib/text/content-words.ts';
import type { MadePaper } from './catalog.ts';
import { candidatesOf, parsePlaceName, readShared } from './earlier/candidates.ts';
import { rankRelated } from './earlier/rank.ts';

export interface Question extends MadePaper {
  /** Its own place in the catalog. */
  at: number;
}
/** Places of the papers on its subject, best first. */
export type Rule = (question: Question, most: number, isWanted: (place: number) => boolean) => Promise<number[]>;

export const paperOf = ({ at, title, authors = [] }: Question): Paper =>
  expand({ id: `p${at}`, title, authors: [...authors] }, 'measured');

export const evidenceFor = (lookup: Lookup, question: Question): ReturnType<typeof evidenceOf> =>
  evidenceOf(lookup, paperOf(question), {
    abstract: (question.words ?? []).join(' '),
    keys: [`p${question.at}`],
    works: worksByName,
  });

export const ours =
  (lookup: Lookup): Rule =>
  async (question, most, isWanted) =>
    tallySubject(await evidenceFor(lookup, question))
      .best(most, ({ ordinal }) => ordinal !== question.at && isWanted(ordinal))
      .slice(0, most)
      .map(({ ordinal }) => ordinal);

/** Papers that the earlier rule read. */
const EARLIER_READ = 48;

export const earlier =
  (lookup: Lookup): Rule =>
  async (question, _most, isWanted) => {
    const paper = paperOf(question);
    const shared = await readShared(lookup, paper);
    const places = candidatesOf(paper, shared, Infinity)
      .map(parsePlaceName)
      .filter(({ ordinal }) => ordinal !== question.at && isWanted(ordinal))
      .slice(0, EARLIER_READ);
    const candidates = await lookup.papersAt(places);
    return rankRelated(
      paper,
      candidates.map((one) => one.paper),
      shared,
    ).map(({ paper: { id } }) => Number(id.slice(1)));
  };

/** Words with how often they count: of the title, or also of the abstract. */
type WordsOf = (paper: MadePaper) => string[];
export const titleWords: WordsOf = ({ title }) => [...contentWords(title).keys()];
export const allWords: WordsOf = (paper) => [...titleWords(paper), ...titleWords(paper), ...(paper.words ?? [])];

interface Index {
  /** Papers that have a word, with how often. */
  papers: ReadonlyMap<string, readonly { at: number; count: number }[]>;
  lengths: readonly number[];
  idf: (word: string) => number;
}
function indexOf(papers: readonly MadePaper[], wordsOf: WordsOf): Index {
  const found = new Map<string, { at: number; count: number }[]>();
  const lengths = papers.map((paper, at) => {
    const words = wordsOf(paper);
    for (const word of words) {
      const having = found.get(word);
      const last = having?.at(-1);
      if (having === undefined) found.set(word, [{ at, count: 1 }]);
      else if (last?.at === at) last.count += 1;
      else having.push({ at, count: 1 });
    }
    return words.length;
  });
  return { papers: found, lengths, idf: (word) => Math.log(papers.length / Math.max(1, found.get(word)?.length ?? 1)) };
}

/** A rule that adds up what each word of the question says for each paper. */
const byWords =
  (index: Index, wordsOf: WordsOf, value: (idf: number, at: number, count: number) => number): Rule =>
  (question, most, isWanted) => {
    const scores = new Float64Array(index.lengths.length);
    for (const word of wordsOf(question)) {
      const idf = index.idf(word);
      for (const { at, count } of index.papers.get(word) ?? []) scores[at] = (scores[at] ?? 0) + value(idf, at, count);
    }
    const found = [...scores.keys()].filter((at) => (scores[at] ?? 0) > 0 && at !== question.at && isWanted(at));
    found.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    return Promise.resolve(found.slice(0, most));
  };

/** The cosine of vectors of TF-IDF, papers' lengths included. */
export function tfIdf(papers: readonly MadePaper[], wordsOf: WordsOf): Rule {
  const index = indexOf(papers, wordsOf);
  const squares = new Float64Array(papers.length);
  for (const [word, having] of index.papers)
    for (const { at, count } of having) squares[at] = (squares[at] ?? 0) + (count * index.idf(word)) ** 2;
  return byWords(index, wordsOf, (idf, at, count) => (count * idf ** 2) / Math.sqrt(Math.max(squares[at] ?? 0, 1e-9)));
}

/** Okapi BM25 with its usual constants. */
export function bm25(papers: readonly MadePaper[], wordsOf: WordsOf): Rule {
  const [k1, b] = [1.2, 0.75];
  const index = indexOf(papers, wordsOf);
  const usual = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers.length);
  return byWords(index, wordsOf, (idf, at, count) => {
    const length = k1 * (1 - b + (b * (index.lengths[at] ?? 0)) / usual);
    return (idf * count * (k1 + 1)) / (count + length);
  });
}

/** The search library that most use for this, as it is. */
export function miniSearch(papers: readonly MadePaper[]): Rule {
  const search = new MiniSearch<{ id: number; title: string }>({ fields: ['title'] });
  search.addAll(papers.map(({ title }, id) => ({ id, title })));
  return (question, most, isWanted) => {
    const found = search.search(question.title, { filter: ({ id }) => id !== question.at && isWanted(Number(id)) });
    return Promise.resolve(found.slice(0, most).map(({ id }) => Number(id)));
  };
}
