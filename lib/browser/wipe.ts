// Chromium keeps what was deleted from its databases in files of LevelDB, and removes a file when a compaction has replaced
// it and no transaction reads it any more. After an erasure enough is written and deleted that this happens.
const name = 'byline-wipe';
/** Bytes of one value: a larger one would become a file of its own. */
const VALUE_BYTES = 32_768;
/** Together more than LevelDB holds in memory (4 MB). */
const VALUES = 192;
/**
 * Milliseconds between the rounds. Chromium compacts a moment after a database was deleted; a file that was read just
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
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('bytes', { autoIncrement: true }));
  const database = await settled(opening);
  try {
    const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
    await Promise.all(
      Array.from({ length: values }, () => settled(store.add(crypto.getRandomValues(new Uint8Array(VALUE_BYTES))))),
    );
  } finally {
    database.close();
    await settled(indexedDB.deleteDatabase(name));
  }
}

/** Makes the browser remove from the disk what was deleted from its databases; 1.3 s and longer. */
export async function wipeFreed(): Promise<void> {
  for (const [round, pause] of pauses.entries()) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await fillAndDelete(round === 0 ? VALUES : 1);
  }
}
