// Chromium keeps what was deleted from its databases in files of LevelDB until a compaction replaces them. Values and
// their deletion in one file are never compacted by themselves; so all values are written to files before an erasure,
// and afterwards enough happens that files no transaction reads any more are removed.
import { workingIndexedDb } from './indexed-db.ts';

const name = 'byline-wipe';
/** Bytes of one value: a larger one would become a file of its own. */
const VALUE_BYTES = 32_768;
/** Together more than LevelDB holds in memory (4 MB): with them comes into a file what was there before. */
const VALUES = 192;
/**
 * Milliseconds before each round. Chromium compacts a moment after a database was deleted; a file that is read just
 * then is removed by the next compaction.
 */
const pauses = [0, 300, 1000];

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The store refused.')));
  });

/** Writes values of random bytes to a database of its own, and deletes it. */
async function fillAndDelete(values: number): Promise<void> {
  const factory = await workingIndexedDb();
  const opening = factory.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('bytes', { autoIncrement: true }));
  const database = await settled(opening);
  try {
    const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
    await Promise.all(
      Array.from({ length: values }, () => settled(store.add(crypto.getRandomValues(new Uint8Array(VALUE_BYTES))))),
    );
  } finally {
    database.close();
    await settled(factory.deleteDatabase(name));
  }
}

/**
 * Runs an erasure of databases so that nothing of them is left in the browser's files; 1.3 s and longer. Where there is
 * no room to write, the erasure is done all the same and the browser's own compaction comes later.
 */
export async function eraseFromDisk(erase: () => Promise<void>): Promise<void> {
  const attempt = (values: number): Promise<void> =>
    fillAndDelete(values).catch((error: unknown) => console.warn('Byline: erased files stay a while', error));
  await attempt(VALUES);
  await erase();
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await attempt(1);
  }
}
