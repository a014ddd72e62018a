// The reader's own store: never thrown away, migrated, never touched by packs. Versions are appended below, never
// edited. The stamp is ours: Dexie opens a newer store without complaint, and an older build must not write to it.
import Dexie, { type EntityTable } from 'dexie';
import type { DerivedRow, Deriver, StoredEntry } from './derived.ts';
import type { Entry, Follow } from './schema.ts';

/** Raised with each version below. */
export const libraryVersion = 3;

/** An entry that was taken off, kept so that undoing brings back its dates. */
export interface RemovedEntry {
  id: string;
  entry: Entry;
  removedAt: number;
}

export class LibraryDatabase extends Dexie {
  declare entries: EntityTable<StoredEntry, 'id'>;
  declare removed: EntityTable<RemovedEntry, 'id'>;
  declare follows: EntityTable<Follow, 'id'>;
  declare derived: EntityTable<DerivedRow, 'key'>;
  declare stamp: EntityTable<{ key: 'schema'; version: number }, 'key'>;

  /** Keeps what is derived from the entries; null: nobody does, and whoever changes an entry drops it. */
  deriver: Deriver | null = null;

  constructor(name = 'byline-library') {
    super(name);
    this.version(1).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key' });
    this.version(2).stores({ follows: 'id, since' });
    // Terms and the derived row come when they are first asked for.
    this.version(3).stores({ entries: 'id, changedAt, *terms', derived: 'key' });
  }
}
