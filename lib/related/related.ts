// The related works of a paper, out of all packs.
import { authorKey } from '../paper/names/name-key.ts';
import type { Lookup } from '../catalog/lookup.ts';
import { yearOf, type Paper } from '../paper/schema.ts';
import { candidatesOf, parsePlaceName, readShared } from './candidates.ts';
import { isItself, rankRelated, type Ranked } from './rank.ts';
import { isWeak } from './shared-author.ts';

/** Candidates that are read; from packs of dumps each costs a block. */
const MAX_READ = 48;

/** Works of its authors that are shown of a paper to which nothing is related. */
const MAX_OF_AUTHORS = 6;

export interface Related extends Ranked {
  /** Every id that a pack knows it by. */
  ids: readonly string[];
}

export async function relatedTo(lookup: Lookup, paper: Paper): Promise<Related[]> {
  const [shared, book] = await Promise.all([readShared(lookup, paper), lookup.people()]);
  const places = candidatesOf(paper, shared, MAX_READ).map(parsePlaceName);
  const joined = await lookup.papersAt(places);
  const ids = new Map(joined.map((one) => [one.paper.id, one.ids]));
  const candidates = joined.map((one) => book.resolve(one.paper));
  return rankRelated(paper, candidates, shared).map((one) => ({ ...one, ids: ids.get(one.paper.id) ?? [] }));
}

/**
 * Other works under the names of its authors, those that share most first: not related by subject, but a way on from a
 * paper that no pack knows. Common names and initials tell nobody.
 */
export async function worksOfAuthors(lookup: Lookup, paper: Paper): Promise<Related[]> {
  const [shared, book] = await Promise.all([readShared(lookup, paper), lookup.people()]);
  const telling = paper.authors.filter(({ name, person }) => !isWeak(name, shared.people.get(person)?.count ?? 0));
  const names = new Map(telling.map(({ name }) => [authorKey(name), name]));
  const wanted = new Set(telling.map(({ person }) => person));
  const people = new Map([...shared.people].filter(([person]) => wanted.has(person)));
  const places = candidatesOf(paper, { ...shared, people, topics: new Map(), words: new Map() }, MAX_READ);
  const joined = await lookup.papersAt(places.map(parsePlaceName));
  return joined
    .flatMap(({ paper: found, ids }): Related[] => {
      const other = book.resolve(found);
      const both = other.authors.flatMap(({ name }) => names.get(authorKey(name)) ?? []);
      if (both.length === 0 || isItself(paper, other)) return [];
      return [{ paper: other, ids, score: both.length, reasons: [{ kind: 'authors', names: both }] }];
    })
    .toSorted((one, other) => other.score - one.score || yearOf(other.paper) - yearOf(one.paper))
    .slice(0, MAX_OF_AUTHORS);
}
