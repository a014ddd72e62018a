// What the reader decided about who is who, as handlers use it.
import type { Decision } from '../identity/decisions.ts';
import { allDecisions } from '../library/decisions.ts';
import type { Stores } from './stores.ts';

const read = new WeakMap<object, Promise<readonly Decision[]>>();

/** All decisions; none where they can't be read, for people are shown all the same. */
export function decisionsOf({ library }: Stores): Promise<readonly Decision[]> {
  let decisions = read.get(library);
  if (decisions === undefined) {
    decisions = allDecisions(library).then(({ decisions: all }) => all);
    read.set(library, decisions);
  }
  return decisions.catch((error: unknown) => {
    console.warn('Byline: the decisions about people could not be read', error);
    read.delete(library);
    return [];
  });
}

/** After a change. */
export const decisionsChanged = ({ library }: Stores): void => void read.delete(library);
