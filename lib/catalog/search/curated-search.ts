// Search over curated papers (the bundled pack): titles, authors, topics, venues, summaries, code; as one types, and
// with typing errors. A method that a title does not name (LAMB, TIGER) is found by what the summary says. Other packs
// are searched by the words of their titles and names (`word-search.ts`); `catalog-search.ts` puts both together.
import MiniSearch, { type SearchResult } from 'minisearch';
import { plainLower, oneSpelling } from '../../text/plain-lower.ts';
import { singular } from '../../text/content-words.ts';
import { parseArxivId } from '../../paper/identifiers.ts';
import { typedTitleKey } from '../../paper/title-key.ts';
import { titleOf, venueOf, yearOf, type Paper, type Person } from '../../paper/schema.ts';
import { venueShort } from '../../paper/venue.ts';

export interface PersonHit {
  id: string;
  works: number;
}
/** How a query was met: by all words as typed, with typing errors, by most of the words. */
export type Exactness = 0 | 1 | 2;
export interface Hits<T> {
  exactness: Exactness;
  /** Best first. */
  hits: T[];
}
export interface CuratedSearch {
  /** Paper ids. */
  papers(query: string): Hits<string>;
  people(query: string): Hits<PersonHit>;
}

/** Up to 3 letters must be right; from 4 one error, from 8 two. */
export const errorsAllowed = (term: string): number =>
  term.length < 4 || /^\d+$/.test(term) ? 0 : term.length < 8 ? 1 : 2;
export const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** A term of a name, in one spelling. */
const nameTerm = (term: string): string => oneSpelling(plainLower(term));
/** A term of any other text: "memories" and "memory" are one too; names end as they please. */
const textTerm = (term: string): string => oneSpelling(singular(plainLower(term)));

const asTyped = {
  // The last word may be half typed, even if it is one letter.
  prefix: (term: string, at: number, terms: string[]) => term.length >= 2 || at === terms.length - 1,
  weights: { fuzzy: 0.35, prefix: 0.75 },
  processTerm: textTerm,
};

/**
 * All words must be found as typed; where nothing has them, with typing errors; where that finds nothing either,
 * with most of the words. `names`: the fields in which a typing error is forgiven, for in running text of some length
 * every word is one letter away from another.
 */
function find(index: MiniSearch, typed: string, names: string[]): Hits<SearchResult> {
  const query = withoutOthers(typed);
  const all = index.search(query, { ...asTyped, combineWith: 'AND' });
  if (all.length > 0) return { exactness: 0, hits: all };
  const forgiving = { ...asTyped, fuzzy: errorsAllowed, maxFuzzy: 2, fields: names };
  const nearly = index.search(query, { ...forgiving, combineWith: 'AND' });
  if (nearly.length > 0) return { exactness: 1, hits: nearly };
  const asked = words(query).length;
  const most =
    asked < 3
      ? []
      : index.search(query, { ...forgiving, combineWith: 'OR' }).filter((hit) => hit.queryTerms.length * 2 > asked);
  return { exactness: 2, hits: most };
}

/** "et al" is in no title and in no name. */
export const withoutOthers = (typed: string): string => typed.replaceAll(/\bet\.? al\b/giu, ' ');

interface PaperText {
  id: string;
  title: string;
  otherTitles: string;
  authors: string;
  topics: string;
  venue: string;
  code: string;
  summary: string;
}
const paperNames = ['title', 'otherTitles', 'authors', 'topics', 'venue'] as const satisfies (keyof PaperText)[];

function indexPapers(papers: readonly Paper[], people: ReadonlyMap<string, Person>): MiniSearch<PaperText> {
  const index = new MiniSearch<PaperText>({
    fields: [...paperNames, 'code', 'summary'],
    tokenize: words,
    processTerm: (term, field) => (field === 'authors' ? nameTerm(term) : textTerm(term)),
    searchOptions: { boost: { title: 4, otherTitles: 3, authors: 2, topics: 1, venue: 1, code: 0.5, summary: 0.1 } },
  });
  index.addAll(
    papers.map((paper) => ({
      id: paper.id,
      title: paper.titles[0]?.value ?? '',
      otherTitles: paper.titles
        .slice(1)
        .map((title) => title.value)
        .join(' | '),
      authors: paper.authors.flatMap(({ name, person }) => [name, ...(people.get(person)?.variants ?? [])]).join(' | '),
      topics: paper.topics.join(' | '),
      venue: `${venueOf(paper)} ${venueShort(venueOf(paper), yearOf(paper))} ${yearOf(paper)} ${paper.type}`,
      code: paper.code
        .map(({ label, url }) => `${label} ${(url.split('?', 1)[0] ?? '').replace(/^https:\/\/[^/]+\//, '')}`)
        .join(' | '),
      summary: paper.summary ?? '',
    })),
  );
  return index;
}

interface PersonText {
  id: string;
  name: string;
  variants: string;
}
const personNames = ['name', 'variants'] as const satisfies (keyof PersonText)[];

function indexPeople(people: Iterable<Person>): MiniSearch<PersonText> {
  const index = new MiniSearch<PersonText>({
    fields: [...personNames],
    tokenize: words,
    processTerm: nameTerm,
    searchOptions: { boost: { name: 2 } },
  });
  index.addAll([...people].map(({ id, name, variants }) => ({ id, name, variants: variants.join(' | ') })));
  return index;
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

/** Builds the search. Takes a few milliseconds for fifty papers. */
export function buildSearch(papers: readonly Paper[], people: ReadonlyMap<string, Person>): CuratedSearch {
  const paperIndex = indexPapers(papers, people);
  const personIndex = indexPeople(people.values());
  const titles = new Map(papers.map((paper) => [paper.id, typedTitleKey(titleOf(paper))]));
  const works = new Map<string, number>();
  for (const paper of papers)
    for (const person of new Set(paper.authors.map((author) => author.person)))
      works.set(person, (works.get(person) ?? 0) + 1);

  return {
    papers(query) {
      const { exactness, hits } = find(paperIndex, query, [...paperNames]);
      const found = hits.map((hit) => String(hit.id));
      // A title that begins with what was typed is most likely the one that is being typed.
      const start = typedTitleKey(query);
      const begins = (id: string): boolean => titles.get(id)?.startsWith(start) === true;
      return { exactness, hits: [...found.filter(begins), ...found.filter((id) => !begins(id))] };
    },
    people(query) {
      const { exactness, hits } = find(personIndex, query, [...personNames]);
      return {
        exactness,
        hits: hits
          .map((hit) => ({ id: String(hit.id), works: works.get(String(hit.id)) ?? 0, score: hit.score }))
          .toSorted(
            (a, b) => b.score * Math.log(3 + b.works) - a.score * Math.log(3 + a.works) || (a.id < b.id ? -1 : 1),
          )
          .map(({ id, works: count }) => ({ id, works: count })),
      };
    },
  };
}
