// Which papers may be related to one: all that share an author, a topic, a word of the title or the venue with it.
// Each shared thing comes with how many papers have it, because rare things say more.
import type { CatalogDatabase } from '../catalog/database.ts';
import { contentWords } from '../catalog/content-words.ts';
import { titleOf, type Paper } from '../catalog/schema.ts';

export interface Postings {
  /** Papers (by id) that have the key. */
  papers: readonly string[];
  /** How many papers of the catalog have it; `papers` may hold fewer. */
  count: number;
}
export interface Shared {
  people: ReadonlyMap<string, Postings>;
  topics: ReadonlyMap<string, Postings>;
  words: ReadonlyMap<string, Postings>;
  /** Papers in the catalog. */
  total: number;
}

/** A key that more papers than this have says nothing; it is left out. */
const commonest = 2000;

/** Reads the postings of everything that the paper could share. */
export async function readShared(catalog: CatalogDatabase, paper: Paper): Promise<Shared> {
  const postings = async (
    index: 'people' | 'topics' | 'words',
    keys: Iterable<string>,
  ): Promise<Map<string, Postings>> => {
    const unique = [...new Set(keys)];
    const found = await Promise.all(
      unique.map(async (key) => {
        const having = catalog.papers.where(index).equals(key);
        const count = await having.count();
        if (count > commonest) return { papers: [], count };
        return { papers: (await having.toArray()).map((row) => row.id), count };
      }),
    );
    return new Map(unique.flatMap((key, at) => (found[at] === undefined ? [] : [[key, found[at]] as const])));
  };
  const [people, topics, words, total] = await Promise.all([
    postings(
      'people',
      paper.authors.map((author) => author.person),
    ),
    postings('topics', paper.topics),
    postings('words', contentWords(titleOf(paper)).keys()),
    catalog.papers.count(),
  ]);
  return { people, topics, words, total };
}

/** The candidates' ids, without the paper itself, those that share most first; at most `limit`. */
export function candidatesOf(paper: Paper, shared: Shared, limit = 200): string[] {
  const votes = new Map<string, number>();
  for (const [weight, postings] of [
    [3, shared.people],
    [2, shared.topics],
    [1, shared.words],
  ] as const)
    for (const { papers, count } of postings.values())
      for (const id of papers) votes.set(id, (votes.get(id) ?? 0) + weight / Math.log2(2 + count));
  votes.delete(paper.id);
  return [...votes.entries()]
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
