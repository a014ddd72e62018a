// The id of a person that packs know only by name: made of the name's key. Ids of earlier versions, where z and s
// were one letter and particles were left out, are in libraries and links; `mayMean` says who such an id may mean.
import { earlierAuthorKey, todaysKeysOf } from './earlier-key.ts';
import { authorKey } from './name-key.ts';
import type { PersonId } from '../schema.ts';

/** The id of a person known by name only: the same in every pack, for every spelling of one `authorKey`. */
export const namePerson = (name: string): PersonId => personOfKey(authorKey(name));

/** The same for its key. */
export function personOfKey(key: string): PersonId {
  if (/^[a-z0-9]+(?: [a-z0-9]+)?$/.test(key)) return `n-${key.replace(' ', '-')}`;
  // Letters that an id can't have, four digits each; `authorKey` keeps such names short enough.
  return `n--${Array.from({ length: key.length }, (_, at) => key.charCodeAt(at).toString(16).padStart(4, '0')).join('')}`;
}

/** The `authorKey` of a person that `namePerson` named; null for all others. */
export function keyOfPerson(id: PersonId): string | null {
  if (id.startsWith('n--')) {
    const units = id.slice(3).match(/[0-9a-f]{4}/g) ?? [];
    return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  }
  return id.startsWith('n-') ? id.slice(2).replace('-', ' ') : null;
}

/** Whether an id, made of a name's key today or earlier, can be of somebody of this name. */
export const mayMean = (id: PersonId, name: string): boolean => {
  const key = keyOfPerson(id);
  return key !== null && key !== '' && (key === authorKey(name) || key === earlierAuthorKey(name));
};

/** Keys that the id of an earlier version may have been made of; the first is the one that it has today. */
export const earlierMeanings = (id: PersonId): string[] => todaysKeysOf(keyOfPerson(id) ?? '');
