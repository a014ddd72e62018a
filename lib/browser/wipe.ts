// Chromium keeps what was deleted from its databases in files that it clears when new ones take their place. After an
// erasure so much is written that they do.
const name = 'byline-wipe';
/** Bytes of one value: a larger one would become a file of its own. */
const pieceBytes = 32_768;
/** Values; together more than LevelDB holds in memory (4 MB). */
const pieces = 192;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The store refused.')));
  });

/** Writes bytes of chance to a store of its own, and deletes it. */
export async function wipeFreed(): Promise<void> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('bytes', { autoIncrement: true }));
  const database = await settled(opening);
  try {
    const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
    await Promise.all(
      Array.from({ length: pieces }, () => settled(store.add(crypto.getRandomValues(new Uint8Array(pieceBytes))))),
    );
  } finally {
    database.close();
    await settled(indexedDB.deleteDatabase(name));
  }
}
