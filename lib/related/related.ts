// The related works of a paper, out of all packs.
import type { Lookup } from '../catalog/lookup.ts';
import type { Paper } from '../paper/schema.ts';
import { candidatesOf, parsePlaceName, readShared } from './candidates.ts';
import { rankRelated, type Ranked } from './rank.ts';

/** Candidates that are read; from packs of dumps each costs a block. */
const MAX_READ = 48;

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
