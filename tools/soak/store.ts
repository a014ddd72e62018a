// The catalog's store as it lies in the browser, read past all of our code: what is there, to the byte.
import { createHash } from 'node:crypto';
import type { Session } from '../browser/session.ts';

export interface StoredPack {
  id: string;
  papers: number;
  /** For each kind of piece: how many, and a hash over numbers and bytes. */
  kinds: Record<string, { pieces: number; hash: string }>;
}
export interface Stored {
  packs: StoredPack[];
  /** Pieces of no pack, rows of `runs` and `files`: what an import that is over must not leave. */
  left: number;
}

/** Read while no import runs. */
export async function storedIn(session: Session): Promise<Stored> {
  const rows = await session.inExtension(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The store can not be read.'));
      });
    const database = await settled(indexedDB.open('byline-catalog'));
    const hex = (buffer: ArrayBuffer): string =>
      Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
    try {
      const names = [...database.objectStoreNames];
      const all = database.transaction(names, 'readonly');
      const packs = (await settled(all.objectStore('packs').getAll())) as {
        id: string;
        store: number;
        sizes: { papers: number };
      }[];
      const counts: Record<string, number> = {};
      for (const name of names) counts[name] = await settled(all.objectStore(name).count());
      const pieces: { store: number; kind: string; number: number; hash: string }[] = [];
      const keys = (await settled(all.objectStore('pieces').getAllKeys())) as [number, string, number][];
      for (let from = 0; from < keys.length; from += 200) {
        const some = keys.slice(from, from + 200);
        const read = database.transaction('pieces', 'readonly').objectStore('pieces');
        const found = (await Promise.all(some.map((key) => settled(read.get(key))))) as {
          store: number;
          kind: string;
          number: number;
          bytes: Uint8Array<ArrayBuffer> | Blob;
        }[];
        for (const { store, kind, number, bytes: stored } of found) {
          const bytes = stored instanceof Blob ? await stored.arrayBuffer() : stored;
          pieces.push({ store, kind, number, hash: hex(await crypto.subtle.digest('SHA-256', bytes)) });
        }
      }
      return { packs: packs.map(({ id, store, sizes }) => ({ id, store, papers: sizes.papers })), counts, pieces };
    } finally {
      database.close();
    }
  });
  const packs = rows.packs.map(({ id, store, papers }): StoredPack => {
    const kinds: StoredPack['kinds'] = {};
    const own = rows.pieces.filter((piece) => piece.store === store);
    for (const kind of new Set(own.map((piece) => piece.kind))) {
      const some = own.filter((piece) => piece.kind === kind).toSorted((one, other) => one.number - other.number);
      const hash = createHash('sha256');
      for (const piece of some) hash.update(`${piece.number} ${piece.hash}\n`);
      kinds[kind] = { pieces: some.length, hash: hash.digest('hex').slice(0, 16) };
    }
    return { id, papers, kinds };
  });
  const stores = new Set(rows.packs.map(({ store }) => store));
  const orphans = rows.pieces.filter(({ store }) => !stores.has(store)).length;
  return { packs, left: orphans + (rows.counts['runs'] ?? 0) + (rows.counts['files'] ?? 0) };
}
