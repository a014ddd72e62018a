// Works under one name by their co-authors alone: for a quick list of people, where `lib/identity` has too little to
// compare. Pure.
import { authorKey } from '../../paper/names/name-key.ts';
import type { Paper } from '../../paper/schema.ts';

/** The other authors of a paper, as keys. `self`: the keys of the person's own spellings. */
export function coauthorsOf(paper: Paper, self: ReadonlySet<string>): Set<string> {
  return new Set(paper.authors.map(({ name }) => authorKey(name)).filter((key) => key !== '' && !self.has(key)));
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
