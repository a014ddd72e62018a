// The reader's own store: never thrown away, migrated, never touched by packs. Versions are appended below, never
// edited. The stamp is ours: Dexie opens a newer store without complaint, and an older build must not write to it.
import Dexie, { type EntityTable } from 'dexie';
import type { Entry, Follow } from './schema.ts';

/** Raised with each version below. */
export const libraryVersion = 2;

/** An entry that was taken off, kept so that undoing brings back its dates. */
export interface RemovedEntry {
  id: string;
  entry: Entry;
  removedAt: number;
}

export class LibraryDatabase extends Dexie {
  declare entries: EntityTable<Entry, 'id'>;
  declare removed: EntityTable<RemovedEntry, 'id'>;
  declare follows: EntityTable<Follow, 'id'>;
  declare stamp: EntityTable<{ key: 'schema'; version: number }, 'key'>;

  constructor(name = 'byline-library') {
    super(name);
    this.version(1).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key' });
    this.version(2).stores({ follows: 'id, since' });
  }
}
