// Ids of authors: one id is one person, and two ids of one kind are two. Where sources contradict that, nobody is
// joined because of it, and it is told. Pure.
import { LONGEST_COMPARED } from './signature.ts';

/** "orcid:0000-0002-1825-0097" is of the kind "orcid"; an id without a kind is none. */
export function kindOf(id: string): string | null {
  const colon = id.indexOf(':');
  return colon > 0 && colon < id.length - 1 && id.length <= LONGEST_COMPARED ? id.slice(0, colon) : null;
}

export type IdsByKind = ReadonlyMap<string, ReadonlySet<string>>;

/** Sound ids by their kind. */
export function byKind(ids: readonly string[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const id of ids) {
    const kind = kindOf(id);
    if (kind === null) continue;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, new Set([id]));
    else known.add(id);
  }
  return kinds;
}

/** A kind of which both have ids, and none in common; null where there is none. */
export function conflictingKind(one: IdsByKind, other: IdsByKind): string | null {
  if (one.size === 0 || other.size === 0) return null;
  for (const [kind, ids] of one) {
    const others = other.get(kind);
    if (others !== undefined && ![...ids].some((id) => others.has(id))) return kind;
  }
  return null;
}

/** What sources say that cannot all be right; works by their number among the signatures. */
export interface IdConflict {
  /** `ids`: one id goes with several of another kind. `names`: one id is on names that cannot be one person's. `place`:
   *  one id is on two authors of one paper. */
  kind: 'ids' | 'names' | 'place';
  id: string;
  works: number[];
}
