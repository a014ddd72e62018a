// Search over curated papers (the bundled pack), which are few and read whole: by their topics, code and summaries, too.
// A method that a title does not name (LAMB, TIGER) is found by what the summary says. Pure.
import { parseArxivId } from '../../paper/identifiers.ts';
import type { Paper, Person } from '../../paper/schema.ts';
import { CLASS, matchOf, type Match, type Query } from './match.ts';
import { FIT, fitOfAll, wordsOf, wordsOfPaper, type PaperWords } from './terms.ts';
import { TIER } from './word-search.ts';

/** A curated paper as it is searched. */
export interface Curated {
  paper: Paper;
  words: PaperWords;
  /** Topics, other spellings of its authors' names, venue and type. */
  about: readonly string[];
  /** Running text, of some length: there every word is a typing error away from another. */
  said: readonly string[];
}

export const curatedOf = (papers: readonly Paper[], people: ReadonlyMap<string, Person>): Curated[] =>
  papers.map((paper) => ({
    paper,
    words: wordsOfPaper(paper),
    about: [
      ...paper.topics,
      ...paper.authors.flatMap(({ person }) => people.get(person)?.variants ?? []),
      ...paper.venues.map(({ value }) => value),
      paper.type ?? '',
    ].flatMap(wordsOf),
    said: [paper.summary ?? '', ...paper.code.flatMap(({ label, url }) => [label, new URL(url).pathname])].flatMap(
      wordsOf,
    ),
  }));

/** Null where the paper does not have all words, nor is said of it. */
export function matchCurated({ paper, words, about, said }: Curated, query: Query, forgiving: boolean): Match | null {
  const match = matchOf(paper, query, forgiving, words);
  if (match !== null) return match;
  const printed = [
    ...words.titles.flat(),
    ...words.names.flat(),
    ...words.venues,
    ...[...words.years].map(String),
    ...about,
  ];
  const fit = fitOfAll(query.terms, printed, forgiving);
  const fitWithSaid = fit ?? fitOfAll(query.terms, [...printed, ...said], false);
  if (fitWithSaid === null) return null;
  const tier = fitWithSaid === FIT.whole ? TIER.whole : fitWithSaid === FIT.begun ? TIER.begun : TIER.near;
  return { tier, class: fit === null ? CLASS.said : CLASS.elsewhere };
}

/** An arXiv id or a DOI, typed or pasted with its address around it; null for anything else. */
export function typedIdentifier(query: string): { arxiv: string } | { doi: string } | null {
  const typed =
    /(?:^|arxiv[.:/\s]|\/(?:abs|pdf|html)\/)\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\s*$/i.exec(
      query.trim(),
    );
  const arxiv = typed?.[1] === undefined ? null : parseArxivId(typed[1]);
  if (arxiv !== null) return { arxiv };
  const doi = /\b(10\.\d{4,9}\/\S{1,200})$/.exec(query.trim());
  return doi?.[1] === undefined ? null : { doi: doi[1].toLowerCase() };
}
