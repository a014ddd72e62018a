// The works of an author about whom the reader said something: as who is who has them then, not as names have them.
import { authorsIn, type Decision } from '../../identity/decisions.ts';
import { namePerson } from '../../paper/names/person-id.ts';
import type { Authorship } from '../../paper/schema.ts';
import type { Lookup } from '../lookup.ts';
import { findPerson } from './person-lookup.ts';

/** Null for authors about whom nothing was said.
 *  @param near the paper on whose byline they are */
export function worksAsSaid(
  near: string,
  decisions: readonly Decision[],
): (lookup: Lookup, author: Authorship) => Promise<readonly string[] | null> {
  const people = authorsIn(decisions);
  return async (lookup, { name, person }) => {
    if (!people.has(person) && !people.has(namePerson(name))) return null;
    const found = await findPerson(lookup, person, near, decisions);
    return found === null ? null : found.theirs.map(({ id }) => id);
  };
}
