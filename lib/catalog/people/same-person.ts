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

/**
 * Splits the works under a name by the colleagues that they share with `known`, the person's certain works. Where
 * nothing is known, the largest group that hangs together is taken to be the person's.
 */
export function splitWorks(
  self: ReadonlySet<string>,
  known: readonly Paper[],
  candidates: readonly Paper[],
): SplitWorks {
  const start = known.length > 0 ? known : largestGroup(self, candidates);
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

/** The most works that hang together by shared colleagues; of equal groups the first. */
function largestGroup(self: ReadonlySet<string>, papers: readonly Paper[]): Paper[] {
  const groups: { papers: Paper[]; colleagues: Set<string> }[] = [];
  for (const paper of papers) {
    const colleagues = coauthorsOf(paper, self);
    const [into, ...more] = groups.filter((group) => [...colleagues].some((key) => group.colleagues.has(key)));
    if (into === undefined) {
      groups.push({ papers: [paper], colleagues });
      continue;
    }
    into.papers.push(paper, ...more.flatMap((group) => group.papers));
    for (const key of [...colleagues, ...more.flatMap((group) => [...group.colleagues])]) into.colleagues.add(key);
    for (const group of more) groups.splice(groups.indexOf(group), 1);
  }
  return groups.toSorted((a, b) => b.papers.length - a.papers.length)[0]?.papers ?? [];
}
