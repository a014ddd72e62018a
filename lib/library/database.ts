// The reader's own store: never thrown away, migrated, never touched by packs. Versions are appended below, never
// edited. Its stamp says which version wrote it, and what is in it: how else would a table that a browser has emptied
// be told from one that was never filled?
import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { DerivedRow } from './derived.ts';
import { migratedEntry, migratedRemoved } from './migrate.ts';
import type { Notice } from './recover.ts';
import { noCounts, type Counts, type Row } from './rows.ts';

/** Raised with each version below. */
export const libraryVersion = 6;

export type StampRow =
  | { key: 'schema'; version: number }
  /** The last change, and how many rows each table had after it. */
  | { key: 'last'; seq: number; counts: Counts }
  /** What this library calls the machine that it is on. */
  | { key: 'machine'; id: string }
  /** What the reader is to be told about damage; gone when they have seen it. */
  | ({ key: 'notice' } & Notice);

export class LibraryDatabase extends Dexie {
  declare works: EntityTable<Row, 'id'>;
  declare removedWorks: EntityTable<Row, 'id'>;
  declare follows: EntityTable<Row, 'id'>;
  declare decisions: EntityTable<Row, 'id'>;
  declare gone: EntityTable<Row, 'id'>;
  declare derived: EntityTable<DerivedRow, 'key'>;
  declare stamp: Table<StampRow, string>;

  constructor(name = 'byline-library', factory = indexedDB) {
    // What was confirmed is on the disk.
    super(name, { indexedDB: factory, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key' });
    this.version(2).stores({ follows: 'id, since' });
    // Terms and the derived row come when they are first asked for.
    this.version(3).stores({ entries: 'id, changedAt, *terms', derived: 'key' });
    // The rows of earlier versions stay beside the new ones until a later version removes them.
    this.version(4)
      .stores({ works: 'id, changedAt, *aliases, *terms', removedWorks: 'id, removedAt' })
      .upgrade(toVersion4);
    this.version(5).stores({ decisions: 'id' }).upgrade(countAnew);
    this.version(6).stores({ gone: 'id' }).upgrade(countAnew);
  }
}

async function toVersion4(transaction: Transaction): Promise<void> {
  const table = (name: string): Table<Row, string> => transaction.table<Row, string>(name);
  const stamp = transaction.table<StampRow, string>('stamp');
  const works = (await table('entries').toArray()).map(migratedEntry);
  const removedWorks = (await table('removed').toArray()).map(migratedRemoved);
  // What is derived is derived from the new rows.
  await transaction.table('derived').clear();
  await table('works').bulkPut(works);
  await table('removedWorks').bulkPut(removedWorks);
  const counts = {
    ...noCounts(),
    works: works.length,
    removedWorks: removedWorks.length,
    follows: await table('follows').count(),
  };
  const schema = await stamp.get('schema');
  const later = schema?.key === 'schema' && schema.version > libraryVersion;
  if (!later) await stamp.put({ key: 'schema', version: libraryVersion });
  await stamp.put({ key: 'last', seq: 1, counts });
}

/** The stamp counts the new table too: one without a number would be taken for one that was emptied. */
async function countAnew(transaction: Transaction): Promise<void> {
  const stamp = transaction.table<StampRow, string>('stamp');
  const [schema, last] = [await stamp.get('schema'), await stamp.get('last')];
  const later = schema?.key === 'schema' && schema.version > libraryVersion;
  if (!later) await stamp.put({ key: 'schema', version: libraryVersion });
  if (last?.key === 'last') await stamp.put({ ...last, counts: { ...noCounts(), ...last.counts } });
}
