// Authors of papers of whom the reader said that they are, or are not, somebody they follow. Pure.
import { bearerKey, type Bearer, type Decision } from '../identity/decisions.ts';

/** Authors as they are in decisions, by `bearerKey`: true where the reader said that it is the followed person. */
export type Verdicts = ReadonlyMap<string, boolean>;

const bearersIn = (one: Decision): readonly Bearer[] =>
  one.kind === 'different'
    ? [...one.works, ...one.from]
    : one.kind === 'same'
      ? [...one.works, ...(one.with ?? [])]
      : one.works;

/** The decisions about people of these ids, by id: most of a long list are about nobody who is followed. */
export function decisionsNaming(
  decisions: readonly Decision[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const one of decisions) {
    const named = new Set<string>();
    for (const { person } of bearersIn(one)) if (ids.has(person)) named.add(person);
    for (const id of named) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [one]);
      else known.push(one);
    }
  }
  return found;
}

/** @param isTheirs whether an author of a paper is the followed person, whatever the reader said */
export function verdictsOn(decisions: readonly Decision[], isTheirs: (bearer: Bearer) => boolean): Verdicts {
  const verdicts = new Map<string, boolean>();
  const say = (bearers: readonly Bearer[], theirs: boolean): void => {
    for (const one of bearers.map(bearerKey)) if (!verdicts.has(one)) verdicts.set(one, theirs);
  };
  const areTheirs = (bearers: readonly Bearer[]): boolean =>
    bearers.some((one) => isTheirs(one) && verdicts.get(bearerKey(one)) !== false);
  // The latest holds. Works that are split off are said to be another's and to be one person's at the same time.
  const isLater = (a: Decision, b: Decision): number =>
    b.at - a.at || Number(b.kind === 'different') - Number(a.kind === 'different');
  for (const one of decisions.toSorted(isLater)) {
    if (one.kind !== 'different') {
      const all = bearersIn(one);
      if (areTheirs(all)) say(all, true);
    } else if (areTheirs(one.from)) say(one.works, false);
    else if (areTheirs(one.works)) say(one.from, false);
  }
  return verdicts;
}
