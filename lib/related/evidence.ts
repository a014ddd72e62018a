// Everything that may relate a paper to others, read once: words, topics, citations, people.
import type { Lookup } from '../catalog/lookup.ts';
import type { Paper } from '../paper/schema.ts';
import type { AuthorWorks, FindWorks } from './authors.ts';
import { citing, postingsAt, ofTopics, type Postings } from './postings.ts';
import type { PaperPlace } from './tally.ts';
import { questionWords, type QuestionWord } from './question.ts';

export interface Evidence {
  /** Papers in the catalog, and in each of its sources. */
  total: number;
  sizes: readonly number[];
  terms: readonly QuestionWord[];
  topics: readonly { topic: string; papers: Postings }[];
  /** Papers that cite it, and that it cites. */
  citedBy: Postings;
  cites: Postings;
  /** For each paper that it cites, those that cite it too. */
  citeAlso: readonly Postings[];
  authors: readonly AuthorWorks[];
  /** How many the paper has. */
  byline: number;
  /** The paper's own places. */
  own: readonly PaperPlace[];
}

/** Topics of a paper that are looked up, and references whose other citing papers are. */
const MAX_TOPICS = 20;
const MAX_REFERENCES = 60;
/** What more papers than this cite is cited in every field. */
const MAX_CITED = 2000;

export async function evidenceOf(
  lookup: Lookup,
  paper: Paper,
  { abstract, keys, works }: { abstract: string; keys: readonly string[]; works: FindWorks },
): Promise<Evidence> {
  const [terms, topics, own, authors] = await Promise.all([
    questionWords(lookup, paper, abstract),
    ofTopics(lookup, paper.topics.slice(0, MAX_TOPICS)),
    lookup.placesOf(keys),
    works(lookup, paper.authors),
  ]);
  const [cites, citedBy] = await Promise.all([
    citing(lookup, own, 'references').then(joined),
    citing(lookup, own, 'citedBy').then(joined),
  ]);
  const references = cites
    .papers()
    .flatMap((ordinals, source) => Array.from(ordinals, (ordinal) => ({ source, ordinal })))
    .slice(0, MAX_REFERENCES);
  const citeAlso = await citing(lookup, references, 'citedBy');
  return {
    total: lookup.total,
    sizes: lookup.paperSources.map(({ info }) => info.sizes.papers ?? 0),
    terms,
    topics: [...topics].map(([topic, papers]) => ({ topic, papers })),
    cites,
    citedBy,
    citeAlso: citeAlso.filter(({ count }) => count > 1 && count <= MAX_CITED),
    authors,
    byline: paper.authors.length,
    own,
  };
}

function joined(all: readonly Postings[]): Postings {
  return postingsAt(
    (all[0]?.papers() ?? []).map((_, source) => all.flatMap((one) => [...(one.papers()[source] ?? [])])),
  );
}
