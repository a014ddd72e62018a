// What a paper asks of the catalog: the words of its title and abstract, each with its weight.
import { contentWords } from '../text/content-words.ts';
import type { Lookup } from '../catalog/lookup.ts';
import { titleOf, type Paper } from '../paper/schema.ts';
import { generalWords } from './general-words.ts';
import { abstractsWith, noPostings, titlesWith, type Postings } from './postings.ts';

/** A word of the title counts so much, one of the abstract 1. */
export const TITLE_WEIGHT = 2;
/** Words of a title, and of an abstract after it, that are looked up: each may cost a piece of each pack. */
const MAX_TITLE_WORDS = 30;
const MAX_ABSTRACT_WORDS = 80;
/** Words of the abstract that are compared, the rarest. */
const MAX_COMPARED = 48;
/** Share of the papers from which on a word says nothing; of few papers, this many. */
const COMMON_SHARE = 0.1;
const COMMON_COUNT = 3;

export interface QuestionWord {
  /** As compared. */
  word: string;
  /** As title or abstract print it. */
  printed: string;
  /** In the question: of the title, of the abstract, or of both. */
  weight: number;
  /** By how many papers have it. */
  idf: number;
  /** A word of every field. */
  isGeneral: boolean;
  titles: Postings;
  abstracts: Postings;
}

/** The words of a paper that tell it from others, rarest first. */
export async function questionWords(lookup: Lookup, paper: Paper, abstract: string): Promise<QuestionWord[]> {
  const { total } = lookup;
  const most = Math.max(COMMON_COUNT, total * COMMON_SHARE);
  const inTitle = first(contentWords(titleOf(paper)), MAX_TITLE_WORDS);
  const inAbstract = contentWords(abstract);
  const rest = first(
    [...inAbstract].filter(([word]) => !inTitle.has(word) && !isNumber(word)),
    MAX_ABSTRACT_WORDS,
  );
  const hasAbstracts = lookup.paperSources.some((source) => source.abstractWords !== undefined);
  const read = async ([word, printed]: readonly [string, string]): Promise<QuestionWord> => {
    const [titles, abstracts] = await Promise.all([
      titlesWith(lookup, word),
      hasAbstracts ? abstractsWith(lookup, word) : noPostings,
    ]);
    const count = Math.max(titles.count, abstracts.count);
    return {
      word,
      printed,
      weight: (inTitle.has(word) ? TITLE_WEIGHT : 0) + (inAbstract.has(word) ? 1 : 0),
      idf: count === 0 || count > most ? 0 : Math.log(total / count),
      isGeneral: generalWords.has(word) || isNumber(word),
      titles,
      abstracts,
    };
  };
  const terms = (await Promise.all([...inTitle, ...rest].map(read))).filter(({ idf }) => idf > 0);
  const kept = rarestFirst(terms.filter(({ word }) => !inTitle.has(word))).slice(0, MAX_COMPARED);
  return rarestFirst([...terms.filter(({ word }) => inTitle.has(word)), ...kept]);
}

const isNumber = (word: string): boolean => /^\d+$/u.test(word);

const rarestFirst = (terms: readonly QuestionWord[]): QuestionWord[] =>
  terms.toSorted((one, other) => other.idf - one.idf || (one.word < other.word ? -1 : 1));

const first = <K, V>(entries: Iterable<readonly [K, V]>, most: number): Map<K, V> =>
  new Map([...entries].slice(0, most));
