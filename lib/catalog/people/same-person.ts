// Works under one name: which are one person's? A name alone says little at three million titles; the co-authors say
// more. Pure.
import { authorKey } from '../../paper/names/name-key.ts';
import type { Paper } from '../../paper/schema.ts';

/** The other authors of a paper, as keys. `self`: the keys of the person's own spellings. */
export function coauthorsOf(paper: Paper, self: ReadonlySet<string>): Set<string> {
  return new Set(paper.authors.map(({ name }) => authorKey(name)).filter((key) => key !== '' && !self.has(key)));
}

export interface SplitWorks {
  theirs: Paper[];
  /** Under the same name, and nothing ties them to the person. */
  others: Paper[];
}

/** One colleague in common ties a work to those that the person is known by; further away it takes two, because chains
 *  of single colleagues lead anywhere. */
const neededLater = 2;

/** Splits the works under a name by the colleagues that they share with `known`, the person's certain works. Where
 *  nothing is known, the largest group that hangs together is taken to be the person's. */
export function splitWorks(
  self: ReadonlySet<string>,
  known: readonly Paper[],
  candidates: readonly Paper[],
): SplitWorks {
  const start = known.length > 0 ? known : (groupWorks(self, candidates)[0] ?? []);
  const colleagues = new Set(start.flatMap((paper) => [...coauthorsOf(paper, self)]));
  const started = new Set(start.map(({ id }) => id));
  const theirs: Paper[] = candidates.filter(({ id }) => started.has(id));
  let rest = candidates
    .filter(({ id }) => !started.has(id))
    .map((paper) => ({ paper, with: [...coauthorsOf(paper, self)] }));
  for (let needed = 1; ; needed = neededLater) {
    const tied = rest.filter((one) => one.with.filter((key) => colleagues.has(key)).length >= needed);
    if (tied.length === 0 && needed === neededLater) break;
    for (const one of tied) {
      theirs.push(one.paper);
      for (const key of one.with) colleagues.add(key);
    }
    const taken = new Set(tied);
    rest = rest.filter((one) => !taken.has(one));
  }
  return { theirs, others: rest.map(({ paper }) => paper) };
}

/**
 * Works under one name as people, who has most of them first: works with a colleague in common are one person's, and so
 * on from work to work. (By what authors say of themselves on OpenReview, two colleagues in common are no surer than
 * one, and find half as much.)
 */
export function groupWorks(self: ReadonlySet<string>, works: readonly Paper[]): Paper[][] {
  const groupOf = works.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (groupOf[top] !== top) top = groupOf[top] ?? top;
    return top;
  };
  const firstWith = new Map<string, number>();
  for (const [at, work] of works.entries())
    for (const key of coauthorsOf(work, self)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, at);
      else groupOf[root(at)] = root(first);
    }
  const groups = new Map<number, Paper[]>();
  for (const [at, work] of works.entries()) {
    const top = root(at);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [work]);
    else group.push(work);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
}
