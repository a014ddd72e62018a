// The id of a person of whom packs know only the name. Ids are stored, so they can never change.
import { authorKey } from './name-key.ts';
import type { PersonId } from '../schema.ts';

/** The id of a person known by name only: the same in every pack, for every spelling of one `authorKey`. */
export function namePerson(name: string): PersonId {
  const key = authorKey(name);
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
