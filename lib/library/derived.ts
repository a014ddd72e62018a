// What is derived from the entries and kept beside them, so that papers of the list are found without reading the list.
// Who finds them says how (`lib/catalog/sources/library-source.ts`); here are only words and bytes, written by the
// transaction that changes an entry. Whatever is missing or does not fit is made anew by its reader.
import type { Transaction } from 'dexie';
import type { LibraryDatabase } from './database.ts';
import type { Entry } from './schema.ts';

/** An entry as it is stored. */
export interface StoredEntry extends Entry {
  /** Texts that it is found by. Absent until they are derived. */
  terms?: string[];
}

/** A row beside the entries. */
export interface DerivedRow {
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One entry before and after; undefined where it is not on the list. */
export interface EntryChange {
  before: Entry | undefined;
  after: Entry | undefined;
}

/** Says what is derived from entries. Asked inside of a transaction: it answers at once. */
export interface Deriver {
  /** The key of its row. */
  readonly key: string;
  terms(entry: Entry): string[];
  /** The row after those changes: the same one where nothing in it changes, null where it has to be made anew. */
  changed(row: Uint8Array<ArrayBuffer>, changes: readonly EntryChange[]): Uint8Array<ArrayBuffer> | null;
  /** Those changes are written, and so is the row; null: it has to be made anew. */
  written(row: Uint8Array<ArrayBuffer> | null, changes: readonly EntryChange[]): void;
}

/** As others know it. */
export function bare({ terms: _terms, ...entry }: StoredEntry): Entry {
  return entry;
}

/** The ids of entries by their terms, each alone; terms that no entry has are left out. */
export function idsByTerms(library: LibraryDatabase, terms: readonly string[]): Promise<Map<string, string[]>> {
  const { entries } = library;
  // Requests of the browser itself: hundreds of them, and Dexie's own take four times as long.
  const read = async ({ idbtrans }: Transaction): Promise<Map<string, string[]>> => {
    const index = idbtrans.objectStore(entries.name).index('terms');
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
  return library.transaction('r', entries, read);
}

/**
 * Puts entries on the list or takes them off, with all that is derived from them. To be called in a transaction over
 * entries and derived; what it returns is to be called after that is done.
 */
export async function writeEntries(library: LibraryDatabase, changes: readonly EntryChange[]): Promise<() => void> {
  const { deriver, entries, derived } = library;
  const come = changes.flatMap(({ after }) =>
    after === undefined ? [] : [deriver === null ? bare(after) : { ...after, terms: deriver.terms(after) }],
  );
  const gone = changes.flatMap(({ before, after }) => (before === undefined || after !== undefined ? [] : [before.id]));
  const [only] = come;
  // One at a time goes without a batch: its errors are plain ones.
  if (come.length === 1 && only !== undefined) await entries.put(only);
  else if (come.length > 1) await entries.bulkPut(come);
  if (gone.length > 0) await entries.bulkDelete(gone);
  if (deriver === null) {
    await derived.clear();
    return () => undefined;
  }
  const { key } = deriver;
  const row = (await derived.get(key))?.bytes;
  const bytes = row === undefined ? null : deriver.changed(row, changes);
  if (bytes === null) await derived.delete(key);
  else if (bytes !== row) await derived.put({ key, bytes });
  return () => deriver.written(bytes, changes);
}
