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
  /** How often each paper has a word. */
  papers: Map<string, Map<number, number>>;
  lengths: number[];
  idf: (word: string) => number;
}
function indexOf(papers: readonly MadePaper[], wordsOf: WordsOf): Index {
  const found = new Map<string, Map<number, number>>();
  const lengths = papers.map((paper, at) => {
    const words = wordsOf(paper);
    for (const word of words) {
      const having = found.get(word) ?? new Map<number, number>();
      having.set(at, (having.get(at) ?? 0) + 1);
      found.set(word, having);
    }
    return words.length;
  });
  return { papers: found, lengths, idf: (word) => Math.log(papers.length / Math.max(1, found.get(word)?.size ?? 1)) };
}

const bestOf = (scores: ReadonlyMap<number, number>, most: number): number[] =>
  [...scores]
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .map(([at]) => at);

/** The cosine of vectors of TF-IDF, papers' lengths included. */
export function tfIdf(papers: readonly MadePaper[], wordsOf: WordsOf): Rule {
  const index = indexOf(papers, wordsOf);
  const squares = new Float64Array(papers.length);
  for (const [word, having] of index.papers)
    for (const [at, count] of having) squares[at] = (squares[at] ?? 0) + (count * index.idf(word)) ** 2;
  return (question, most, isWanted) => {
    const scores = new Map<number, number>();
    for (const word of wordsOf(question))
      for (const [at, count] of index.papers.get(word) ?? [])
        if (at !== question.at && isWanted(at))
          scores.set(
            at,
            (scores.get(at) ?? 0) + (count * index.idf(word) ** 2) / Math.sqrt(Math.max(squares[at] ?? 0, 1e-9)),
          );
    return Promise.resolve(bestOf(scores, most));
  };
}

/** Okapi BM25 with its usual constants. */
export function bm25(papers: readonly MadePaper[], wordsOf: WordsOf): Rule {
  const [k1, b] = [1.2, 0.75];
  const index = indexOf(papers, wordsOf);
  const usual = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers.length);
  return (question, most, isWanted) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(question)))
      for (const [at, count] of index.papers.get(word) ?? []) {
        if (at === question.at || !isWanted(at)) continue;
        const length = k1 * (1 - b + (b * (index.lengths[at] ?? 0)) / usual);
        scores.set(at, (scores.get(at) ?? 0) + (index.idf(word) * count * (k1 + 1)) / (count + length));
      }
    return Promise.resolve(bestOf(scores, most));
  };
}

/** The search library that most use for this, as it is; titles count double where abstracts count too. */
export function miniSearch(papers: readonly MadePaper[], withAbstracts: boolean): Rule {
  const search = new MiniSearch<{ id: number; title: string; words: string }>({ fields: ['title', 'words'] });
  search.addAll(
    papers.map(({ title, words = [] }, id) => ({ id, title, words: withAbstracts ? words.join(' ') : '' })),
  );
  return (question, most, isWanted) => {
    const asked = withAbstracts ? `${question.title} ${(question.words ?? []).join(' ')}` : question.title;
    const found = search.search(asked, {
      boost: { title: withAbstracts ? 2 : 1 },
      filter: ({ id }) => id !== question.at && isWanted(Number(id)),
    });
    return Promise.resolve(found.slice(0, most).map(({ id }) => Number(id)));
  };
}
