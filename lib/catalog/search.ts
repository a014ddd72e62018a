// Search over the catalog: titles, authors, topics, venues, identifiers; as one types, and with typing errors.
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { fold } from './content-words.ts';
import { venueOf, yearOf, type Paper, type Person } from './schema.ts';
import { venueShort } from './venue.ts';

export interface PersonHit {
  id: string;
  works: number;
}
export interface CatalogSearch {
  /** Paper ids, best first. */
  papers(query: string, limit: number): string[];
  /** People, best first. */
  people(query: string, limit: number): PersonHit[];
}

/** Up to 3 letters must be right; from 4 one error, from 8 two. */
const errorsAllowed = (term: string): number => (term.length < 4 || /^\d+$/.test(term) ? 0 : term.length < 8 ? 1 : 2);
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const matching = {
  // The last word may be half typed, even if it is one letter.
  prefix: (term: string, at: number, terms: string[]) => term.length >= 2 || at === terms.length - 1,
  fuzzy: errorsAllowed,
  maxFuzzy: 2,
  weights: { fuzzy: 0.35, prefix: 0.75 },
};

/** All words must be found; where nothing has them all, papers with most of them. */
function find(index: MiniSearch, query: Query): SearchResult[] {
  const all = index.search(query, { ...matching, combineWith: 'AND' });
  if (all.length > 0 || typeof query !== 'string') return all;
  const asked = words(query).length;
  if (asked < 3) return [];
  return index.search(query, { ...matching, combineWith: 'OR' }).filter((hit) => hit.queryTerms.length * 2 > asked);
}

interface PaperText {
  id: string;
  title: string;
  otherTitles: string;
  authors: string;
  topics: string;
  venue: string;
}

function indexPapers(papers: readonly Paper[], people: ReadonlyMap<string, Person>): MiniSearch<PaperText> {
  const index = new MiniSearch<PaperText>({
    fields: ['title', 'otherTitles', 'authors', 'topics', 'venue'],
    tokenize: words,
    processTerm: fold,
    searchOptions: { boost: { title: 4, otherTitles: 3, authors: 2, topics: 1, venue: 1 } },
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
    })),
  );
  return index;
}

interface PersonText {
  id: string;
  name: string;
  variants: string;
}

function indexPeople(people: Iterable<Person>): MiniSearch<PersonText> {
  const index = new MiniSearch<PersonText>({
    fields: ['name', 'variants'],
    tokenize: words,
    processTerm: fold,
    searchOptions: { boost: { name: 2 } },
  });
  index.addAll([...people].map(({ id, name, variants }) => ({ id, name, variants: variants.join(' | ') })));
  return index;
}

/** An arXiv id or a DOI, typed or pasted with its address around it; null for anything else. */
export function typedIdentifier(query: string): { arxiv: string } | { doi: string } | null {
  const arxiv =
    /(?:^|arxiv[.:/\s]|\/(?:abs|pdf|html)\/)\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\s*$/i.exec(
      query.trim(),
    );
  if (arxiv?.[1] !== undefined) return { arxiv: arxiv[1] };
  const doi = /\b(10\.\d{4,9}\/\S{1,200})$/.exec(query.trim());
  return doi?.[1] === undefined ? null : { doi: doi[1].toLowerCase() };
}

/** Builds the search for a catalog. Takes a few milliseconds for fifty papers. */
export function buildSearch(papers: readonly Paper[], people: ReadonlyMap<string, Person>): CatalogSearch {
  const paperIndex = indexPapers(papers, people);
  const personIndex = indexPeople(people.values());
  const works = new Map<string, number>();
  for (const paper of papers)
    for (const person of new Set(paper.authors.map((author) => author.person)))
      works.set(person, (works.get(person) ?? 0) + 1);

  return {
    papers(query, limit) {
      const identifier = typedIdentifier(query);
      if (identifier !== null) {
        const same = papers.filter((paper) =>
          'arxiv' in identifier ? paper.arxivId === identifier.arxiv : paper.doi?.toLowerCase() === identifier.doi,
        );
        return same.map((paper) => paper.id).slice(0, limit);
      }
      return find(paperIndex, query)
        .slice(0, limit)
        .map((hit) => String(hit.id));
    },
    people(query, limit) {
      return find(personIndex, query)
        .map((hit) => ({ id: String(hit.id), works: works.get(String(hit.id)) ?? 0, score: hit.score }))
        .toSorted((a, b) => b.score * Math.log(3 + b.works) - a.score * Math.log(3 + a.works) || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, works: count }) => ({ id, works: count }));
    },
  };
}
