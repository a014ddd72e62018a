// A press on "theirs" or "not theirs" as a decision that holds whatever packs come and go. Pure.
import { notTheirs, theirs, type Bearer, type Decision } from '../../identity/decisions.ts';
import type { FoundPerson } from '../../views/found-person.ts';

/** Works that stand for the person in one decision: a row of the library has a limit. */
const MAX_STANDING = 200;

/** Null where the work is not among those of the name, or the person has no other work that could stand for them.
 *  @param near on whose byline the name was met */
export function decisionOn(
  { theirs: works, bearers }: Pick<FoundPerson, 'theirs' | 'bearers'>,
  { near, paper, isTheirs }: { near: string | null; paper: string; isTheirs: boolean },
  now: number,
): Decision | null {
  const meant = bearers.get(paper) ?? [];
  const others = works.map(({ id }) => id).filter((id) => id !== paper);
  const first = others.filter((id) => id === near);
  const standing = [...first, ...others.filter((id) => id !== near)]
    .slice(0, MAX_STANDING)
    .flatMap((id) => byName(bearers.get(id)));
  if (meant.length === 0 || standing.length === 0) return null;
  return isTheirs ? theirs(meant, standing, now) : notTheirs(meant, standing, now);
}

/** The last way of naming an author is by name alone, which no pack can take away. */
const byName = (known: readonly Bearer[] = []): Bearer[] => known.slice(-1);
