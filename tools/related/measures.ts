// What a list of related works is measured by. Each takes a rule and answers a number from 0 to 1.
import type { Lookup } from '../../lib/catalog/lookup.ts';
import { authorKey } from '../../lib/paper/names/name-key.ts';
import { rankedPlaces } from '../../lib/related/related.ts';
import type { MadePaper } from './catalog.ts';
import { mean, ndcg, sample } from './gain.ts';
import type { Material, Rated } from './material.ts';
import { evidenceFor, type Rule } from './rules.ts';

/** As long as the list that readers see. */
const LIST = 12;

export interface RatedPapers {
  papers: readonly MadePaper[];
  /** Place by the set's own id. */
  places: ReadonlyMap<string, number>;
}
export function ratedPapers({ papers }: Rated): RatedPapers {
  const ids = Object.keys(papers).toSorted();
  return {
    papers: ids.map((id) => ({ title: papers[id]?.t.join(' ') ?? '', words: papers[id]?.a ?? [] })),
    places: new Map(ids.map((id, at) => [id, at])),
  };
}

/** nDCG@10 over each pool that people rated; what a rule does not rank comes last, in the pool's order. */
export async function ratedPools(rated: Rated, { papers, places }: RatedPapers, rule: Rule): Promise<number> {
  const values: number[] = [];
  for (const { q, pool } of rated.queries) {
    const at = places.get(q) ?? -1;
    const gains = new Map(
      Object.entries(pool).flatMap(([id, gain]) => (id === q ? [] : [[places.get(id) ?? -1, gain] as const])),
    );
    const ranked = await rule({ ...papers[at], title: papers[at]?.title ?? '', at }, 400, (place) => gains.has(place));
    const order = [...new Set([...ranked, ...gains.keys()])];
    values.push(
      ndcg(
        order.map((place) => gains.get(place) ?? 0),
        [...gains.values()],
        10,
      ),
    );
  }
  return mean(values);
}

/** nDCG@12 among the papers with keywords; a gain for each keyword that both have. */
export async function keywordNeighbours(
  { keywords }: Material,
  papers: readonly MadePaper[],
  rule: Rule,
  questions: number,
): Promise<number> {
  const having = new Map<string, number[]>();
  for (const [row, some] of keywords)
    for (const word of new Set(some)) having.set(word, [...(having.get(word) ?? []), row]);
  const values: number[] = [];
  for (const [row, some] of sample([...keywords], questions)) {
    const gains = new Map<number, number>();
    for (const word of new Set(some))
      for (const other of having.get(word) ?? []) if (other !== row) gains.set(other, (gains.get(other) ?? 0) + 1);
    if (gains.size === 0) continue;
    const ranked = await rule({ ...papers[row], title: papers[row]?.title ?? '', at: row }, LIST, (place) =>
      keywords.has(place),
    );
    values.push(
      ndcg(
        ranked.map((place) => gains.get(place) ?? 0),
        [...gains.values()],
        LIST,
      ),
    );
  }
  return mean(values);
}

/** With authors hidden: the share of papers with a paper by two of its authors among the first twelve, of those of which
 *  there is one. */
export async function hiddenAuthors(papers: readonly MadePaper[], rule: Rule, questions: number): Promise<number> {
  const keys = papers.map(({ authors = [] }) => new Set(authors.map(authorKey).filter((key) => key !== '')));
  const having = new Map<string, number[]>();
  for (const [at, some] of keys.entries()) for (const key of some) having.set(key, [...(having.get(key) ?? []), at]);
  const values: number[] = [];
  for (const at of sample([...papers.keys()], questions)) {
    const shared = new Map<number, number>();
    for (const key of keys[at] ?? [])
      for (const other of having.get(key) ?? []) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1);
    const wanted = new Set([...shared].flatMap(([other, count]) => (count > 1 ? [other] : [])));
    if (wanted.size === 0) continue;
    const { title = '', words } = papers[at] ?? {};
    const ranked = await rule({ title, words, at }, LIST, () => true);
    values.push(ranked.some((place) => wanted.has(place)) ? 1 : 0);
  }
  return mean(values);
}

/** Of the papers by so many of the same people, by ids that they gave themselves: how many of twelve are on the list.
 *  Papers of which no id tells are left out. */
export async function samePeople(
  { people }: Material,
  papers: readonly MadePaper[],
  lookup: Lookup,
  { least, questions }: { least: number; questions: number },
): Promise<number> {
  const having = new Map<string, number[]>();
  for (const [row, { ids }] of people)
    for (const id of new Set(ids)) if (id !== null) having.set(id, [...(having.get(id) ?? []), row]);
  const idsOf = (row: number): Map<string, string | null> => {
    const { authors = [], ids = [] } = people.get(row) ?? {};
    return new Map(authors.map((name, at) => [authorKey(name), ids[at] ?? null]));
  };
  const values: number[] = [];
  for (const row of sample([...people.keys()], questions)) {
    const shared = new Map<number, number>();
    for (const id of new Set(people.get(row)?.ids))
      for (const other of id === null ? [] : (having.get(id) ?? []))
        if (other !== row) shared.set(other, (shared.get(other) ?? 0) + 1);
    const theirs = new Set([...shared].flatMap(([other, count]) => (count >= least ? [other] : [])));
    if (theirs.size === 0) continue;
    const mine = idsOf(row);
    const evidence = await evidenceFor(lookup, { ...papers[row], title: papers[row]?.title ?? '', at: row });
    const ranked = rankedPlaces(evidence, papers.length)
      .byPeople.map(({ ordinal }) => ordinal)
      .filter((place) => theirs.has(place) || isJudged(mine, idsOf(place)))
      .slice(0, LIST);
    values.push(ranked.filter((place) => theirs.has(place)).length / Math.min(LIST, theirs.size));
  }
  return mean(values);
}

/** Whether the ids of all names that both have are known. */
function isJudged(mine: ReadonlyMap<string, string | null>, theirs: ReadonlyMap<string, string | null>): boolean {
  const shared = [...mine.keys()].filter((key) => theirs.has(key));
  return shared.length > 0 && shared.every((key) => mine.get(key) !== null && theirs.get(key) !== null);
}
