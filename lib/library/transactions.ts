// What is asked of the library's store: its stamps, its rows, and the one transaction that a change is.
import type { Dexie } from 'dexie';
import { libraryVersion, type StampRow } from './database.ts';
import { bare, writeDerived, type Deriver, type DerivedRow, type RowChange } from './derived.ts';
import { NewerLibrary } from './faults.ts';
import { readRows } from './read-rows.ts';
import type { Found, Notice } from './recover.ts';
import { noCounts, noRows, tables, type Change, type Counts, type Row, type Rows, type TableName } from './rows.ts';

type Stamped<K extends StampRow['key']> = Extract<StampRow, { key: K }>;

export async function stampOf<K extends StampRow['key']>(database: Dexie, key: K): Promise<Stamped<K> | undefined> {
  // The key says which of the rows it is.
  return (await database.table<StampRow, string>('stamp').get(key)) as Stamped<K> | undefined;
}

export const countIn = async (database: Dexie): Promise<Counts> => ({
  works: await database.table('works').count(),
  removedWorks: await database.table('removedWorks').count(),
  follows: await database.table('follows').count(),
  decisions: await database.table('decisions').count(),
  gone: await database.table('gone').count(),
});

export async function idsIn(database: Dexie): Promise<Found['ids']> {
  const of = async (table: TableName): Promise<Set<string>> =>
    new Set(await database.table<Row, string>(table).toCollection().primaryKeys());
  return {
    works: await of('works'),
    removedWorks: await of('removedWorks'),
    follows: await of('follows'),
    decisions: await of('decisions'),
    gone: await of('gone'),
  };
}

/** What this library calls its machine, by chance, once for all. */
export async function machineOf(database: Dexie): Promise<string> {
  const held = (await stampOf(database, 'machine'))?.id;
  if (held !== undefined) return held;
  const id = crypto.randomUUID().slice(0, 8);
  await database.table<StampRow, string>('stamp').put({ key: 'machine', id });
  return id;
}

/** At one moment. */
export async function readAll(database: Dexie): Promise<{ rows: Rows; last: Stamped<'last'> | undefined }> {
  return database.transaction('r', [...tables, 'stamp'], async () => {
    const rows = noRows();
    for (const table of tables)
      for (const row of await database.table<Row, string>(table).toArray()) rows[table].set(row.id, bare(row));
    return { rows, last: await stampOf(database, 'last') };
  });
}

interface Commit {
  /** The change's number. */
  seq: number;
  deriver: Deriver | null;
  /** Rows are counted afresh, and the reader is to be told. */
  repaired: { notice: Notice | null } | null;
}

/** One transaction. */
export async function commit(
  database: Dexie,
  { puts, deletes }: Change,
  { seq, deriver, repaired }: Commit,
): Promise<void> {
  const done = await database.transaction('rw', [...tables, 'stamp', 'derived'], async () => {
    const stamp = database.table<StampRow, string>('stamp');
    const schema = await stampOf(database, 'schema');
    if ((schema?.version ?? 0) > libraryVersion) throw new NewerLibrary();
    if (schema?.version !== libraryVersion) await stamp.put({ key: 'schema', version: libraryVersion });
    const last = await stampOf(database, 'last');
    if (repaired === null && (last?.seq ?? 0) !== seq - 1)
      throw new Error(`The store is at change ${last?.seq ?? 0}, not at ${seq - 1}.`);
    const counts = noCounts();
    let changes: RowChange[] | null = repaired === null ? [] : null;
    for (const name of tables) {
      const table = database.table<Row, string>(name);
      const gone = deletes.flatMap(([of, id]) => (of === name ? [id] : []));
      const come = puts.flatMap(([of, row]) => (of === name ? [row] : []));
      const touched = [...gone, ...come.map(({ id }) => id)];
      const before = (await readRows(table, touched)).map((row) => (row === undefined ? undefined : bare(row)));
      const present = before.filter((row) => row !== undefined).length;
      if (name === 'works' && changes !== null)
        changes = before.map((row, at) => ({ before: row, after: come[at - gone.length] }));
      if (gone.length > 0) await table.bulkDelete(gone);
      const stored =
        name === 'works' && deriver !== null ? come.map((row) => ({ ...row, terms: deriver.terms(row) })) : come;
      const [only] = stored;
      // One at a time goes without a batch: its errors are plain ones.
      if (stored.length === 1 && only !== undefined) await table.put(only);
      else if (stored.length > 1) await table.bulkPut(stored);
      counts[name] = repaired === null ? (last?.counts[name] ?? 0) - present + come.length : await table.count();
    }
    await stamp.put({ key: 'last', seq, counts });
    if (repaired !== null && repaired.notice !== null) await stamp.put({ key: 'notice', ...repaired.notice });
    return writeDerived(database.table<DerivedRow, string>('derived'), deriver, changes);
  });
  done();
}
