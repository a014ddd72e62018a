// The IndexedDB that Byline's databases are in: the browser's default one, or a spare. Chromium keeps all databases of an
// extension in one folder. Where that folder's list of files is missing, or the name of that list is damaged, it opens
// none of them any more, not even to delete it, and a restart does not help. A storage bucket has a folder of its own:
// the catalog is imported into it again, and the reading list comes from its mirror.

/** What is used of the Storage Buckets API; TypeScript does not know it yet. */
interface StorageBuckets {
  open: (name: string) => Promise<{ indexedDB: IDBFactory }>;
  keys: () => Promise<string[]>;
  delete: (name: string) => Promise<void>;
}
/** Null where there are none: in Firefox, in Node. */
const storageBuckets = (): StorageBuckets | null =>
  (globalThis as { navigator?: { storageBuckets?: StorageBuckets } }).navigator?.storageBuckets ?? null;

const spareName = 'byline-spare';

interface Used {
  factory: IDBFactory;
  isSpare: boolean;
}
let used: Promise<Used> | null = null;

/** Chromium removes what it finds damaged when it is asked, and opens it empty when it is asked again. */
const attempts = 3;
/** Milliseconds between two of them. */
const pause = 50;

async function find(): Promise<Used> {
  const standard = { factory: indexedDB, isSpare: false };
  const buckets = storageBuckets();
  if (buckets === null) return standard;
  for (let left = attempts; left > 0; left -= 1)
    try {
      await indexedDB.databases();
      return standard;
    } catch (error) {
      if (left === 1) console.warn('Byline: the browser can’t open its databases, and a spare place is used', error);
      else await new Promise((resolve) => setTimeout(resolve, pause));
    }
  return { factory: (await buckets.open(spareName)).indexedDB, isSpare: true };
}

/** Which one it is, for as long as this context lives. */
function choose(): Promise<Used> {
  used ??= find().catch((error: unknown) => {
    used = null;
    throw error;
  });
  return used;
}

export const workingIndexedDb = async (): Promise<IDBFactory> => (await choose()).factory;

/** Deletes a database of the default one. Throws where it is not let go of. */
export const dropDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`${name} could not be deleted`));
  });

/** Whether the default one can't be opened, and so can't be erased either. */
export const usesSpare = async (): Promise<boolean> => (await choose()).isSpare;

/** Removes the spare with all that is in it, where it is not needed. Databases that are open in it are closed. */
export async function dropSpare(): Promise<void> {
  const buckets = storageBuckets();
  if (buckets === null || (await usesSpare())) return;
  if ((await buckets.keys()).includes(spareName)) await buckets.delete(spareName);
}
