// What is derived from the entries and kept beside them, so that papers of the list are found without reading the list.
// Who finds them says how (`lib/catalog/sources/library-source.ts`); here are only words and bytes, written by the
// transaction that changes an entry. Whatever is missing or does not fit is rebuilt by its reader; nothing of it goes
// into mirror or copy.
import type { Dexie, Table, Transaction } from 'dexie';
import type { Row } from './rows.ts';

/** A row of the list as it is stored: `terms` are texts that it is found by, absent until they are derived. */
export type StoredRow = Row & { terms?: unknown };

/** A row beside the entries. */
export interface DerivedRow {
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One row of the list before and after; undefined where it is not on the list. */
export interface RowChange {
  before: Row | undefined;
  after: Row | undefined;
}

/** Says what is derived from entries. Asked inside of a transaction: it answers at once. */
export interface Deriver {
  /** The key of its row. */
  readonly key: string;
  terms(row: Row): string[];
  /** The row after those changes: the same one where nothing in it changes, null where it has to be rebuilt. */
  changed(row: Uint8Array<ArrayBuffer>, changes: readonly RowChange[]): Uint8Array<ArrayBuffer> | null;
  /** Those changes are written, and so is the row; null: it has to be rebuilt. */
  written(row: Uint8Array<ArrayBuffer> | null, changes: readonly RowChange[]): void;
}

/** As mirror, copy and everybody else know it. */
export function bare(stored: StoredRow): Row {
  if (!('terms' in stored)) return stored;
  const { terms: _terms, ...row } = stored;
  return row;
}

/** The ids of entries by their terms, each alone; terms that no entry has are left out. */
export function idsByTerms(database: Dexie, terms: readonly string[]): Promise<Map<string, string[]>> {
  // Requests of the browser itself: hundreds of them, and Dexie's own take four times as long.
  const read = async ({ idbtrans }: Transaction): Promise<Map<string, string[]>> => {
    const index = idbtrans.objectStore('works').index('terms');
    const found = await Promise.all(
      terms.map(
        (term) =>
          new Promise<[string, string[]]>((resolve, reject) => {
            const request = index.getAllKeys(term);
            request.onsuccess = () => resolve([term, request.result.filter((id) => typeof id === 'string')]);
            request.onerror = () => reject(request.error ?? new Error('the list could not be read'));
          }),
      ),
    );
    return new Map(found.filter(([, ids]) => ids.length > 0));
  };
  return database.transaction('r', 'works', read);
}

/** What is derived, after rows of the list have changed. To be called in the transaction over `derived` that changed
 *  them; what it returns is to be called after that is done. */
export async function writeDerived(
  derived: Table<DerivedRow, string>,
  deriver: Deriver | null,
  changes: readonly RowChange[] | null,
): Promise<() => void> {
  if (deriver === null || changes === null) {
    await derived.clear();
    return () => deriver?.written(null, changes ?? []);
  }
  if (changes.length === 0) return () => undefined;
  const { key } = deriver;
  const row = (await derived.get(key))?.bytes;
  const bytes = row === undefined ? null : deriver.changed(row, changes);
  if (bytes === null) await derived.delete(key);
  else if (bytes !== row) await derived.put({ key, bytes });
  return () => deriver.written(bytes, changes);
}
