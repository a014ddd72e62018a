// Candidates of the rule in rank.ts, as it was.
// Which papers may be related to one: all that share an author, a topic or a word of the title with it. Each shared
// thing comes with how many papers have it, because rare things say more; what is common is not even read.
import { contentWords } from '../../../lib/text/content-words.ts';
import type { Lookup } from '../../../lib/catalog/lookup.ts';
import { titleOf, type Paper } from '../../../lib/paper/schema.ts';
import { authorKey } from '../../../lib/paper/names/name-key.ts';
import { canBeShared, familyTerm, hasInitialsOnly } from '../../../lib/related/shared-author.ts';

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
/** Authors of a paper whose other works are looked for. */
const authorsAsked = 30;

/** A place in a source as `Postings` name it, before the paper there was read. */
export const placeName = (source: number, ordinal: number): string => `${source} ${ordinal}`;
export function parsePlaceName(name: string): { source: number; ordinal: number } {
  const [source = 0, ordinal = 0] = name.split(' ').map(Number);
  return { source, ordinal };
}

/** Reads the postings of everything that the paper could share; papers are named by their places. */
export async function readShared(lookup: Lookup, paper: Paper): Promise<Shared> {
  const asked = await tellingAuthors(lookup, paper.authors.slice(0, authorsAsked));
  const [named, words, topics] = await Promise.all([
    lookup.named([...new Set(asked.map(({ name }) => authorKey(name)))]),
    Promise.all(
      [...contentWords(titleOf(paper)).keys()].map(async (word) => [word, await byWord(lookup, word)] as const),
    ),
    byTopics(lookup, paper),
  ]);
  return {
    people: new Map(
      asked.map(({ name, person }) => {
        const places = named.get(authorKey(name)) ?? [];
        const papers = places.map(({ source, ordinal }) => placeName(source, ordinal));
        return [person, { papers: papers.length > commonest ? [] : papers, count: papers.length }] as const;
      }),
    ),
    topics,
    words: new Map(words),
    total: lookup.total,
  };
}

/** Authors whose names can tell that another paper is theirs. */
async function tellingAuthors(lookup: Lookup, authors: Paper['authors']): Promise<Paper['authors']> {
  const { total } = lookup;
  const families = new Set(authors.filter(({ name }) => hasInitialsOnly(name)).map(({ name }) => familyTerm(name)));
  const counts = new Map(
    await Promise.all(
      [...families].map(async (family) => {
        const rows = await Promise.all(
          lookup.paperSources.map(async (source) => (await source.words?.(`@${family}`, true)) ?? []),
        );
        return [family, rows.flat().reduce((sum, row) => sum + row.count, 0)] as const;
      }),
    ),
  );
  return authors.filter(({ name }) => canBeShared(name, { count: counts.get(familyTerm(name)) ?? 0, total }));
}

async function byWord(lookup: Lookup, word: string): Promise<Postings> {
  const rows = await Promise.all(lookup.paperSources.map(async (source) => (await source.words?.(word, true)) ?? []));
  const count = rows.flat().reduce((sum, row) => sum + row.count, 0);
  if (count > commonest) return { papers: [], count };
  const papers = rows.flatMap((found, source) =>
    found.flatMap((row) => [...row.ordinals()].map((ordinal) => placeName(source, ordinal))),
  );
  return { papers, count };
}

/** Topics are in whole records only; packs of dumps have none. */
async function byTopics(lookup: Lookup, { topics }: Paper): Promise<Map<string, Postings>> {
  if (topics.length === 0) return new Map();
  const withTopics = await lookup.withTopics();
  return new Map(
    topics.map((topic) => {
      const papers = withTopics
        .filter(({ paper }) => paper.topics.includes(topic))
        .map(({ source, ordinal }) => placeName(source, ordinal));
      return [topic, { papers, count: papers.length }] as const;
    }),
  );
}

/** The candidates' ids, without the paper itself, those that share most first; at most `limit`. */
export function candidatesOf(paper: Pick<Paper, 'id'>, shared: Shared, limit = 200): string[] {
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
