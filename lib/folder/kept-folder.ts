// The folder that the reader chose, kept from one day to the next, and whether the browser still lets Byline write into it.
import { FOLDER_DATABASE } from '../browser/folder-database.ts';

const STORE = 'kept';
const KEY = 'folder';

/** Chromium's; the types of the DOM do not have them. */
interface Permitted {
  queryPermission: (asked: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission: (asked: { mode: 'readwrite' }) => Promise<PermissionState>;
}
interface Picker {
  showDirectoryPicker: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}
const permitted = (handle: FileSystemDirectoryHandle): Permitted => handle as unknown as Permitted;

export interface KeptFolder {
  handle: FileSystemDirectoryHandle;
  /** Marks of the files that this machine has merged or written, by name. */
  marks: Readonly<Record<string, string>>;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(FOLDER_DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the chosen folder can not be read'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = ask(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the chosen folder can not be read'));
    });
  } finally {
    database.close();
  }
}

/** Null where none was chosen. */
export async function keptFolder(): Promise<KeptFolder | null> {
  const kept: unknown = await inStore('readonly', (store) => store.get(KEY) as IDBRequest<unknown>);
  if (typeof kept !== 'object' || kept === null || !('handle' in kept)) return null;
  const { handle } = kept;
  if (!(handle instanceof FileSystemDirectoryHandle)) return null;
  const marks = 'marks' in kept && typeof kept.marks === 'object' && kept.marks !== null ? kept.marks : {};
  return {
    handle,
    marks: Object.fromEntries(
      Object.entries(marks).filter((one): one is [string, string] => typeof one[1] === 'string'),
    ),
  };
}

export const keepFolder = async (kept: KeptFolder): Promise<void> => {
  await inStore('readwrite', (store) => store.put(kept, KEY));
};

export const forgetFolder = (): Promise<void> => inStore('readwrite', (store) => store.delete(KEY));

/** To be called in a press, before anything else. Null where the reader chose none. */
export async function chooseFolder(): Promise<KeptFolder | null> {
  try {
    const handle = await (globalThis as unknown as Picker).showDirectoryPicker({ id: 'byline', mode: 'readwrite' });
    const before = await keptFolder();
    const isSame = before !== null && (await before.handle.isSameEntry(handle));
    const kept = { handle, marks: isSame ? before.marks : {} };
    await keepFolder(kept);
    return kept;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether Byline may write there, without asking the reader. */
export const mayWrite = async ({ handle }: KeptFolder): Promise<boolean> =>
  (await permitted(handle).queryPermission({ mode: 'readwrite' })) === 'granted';

/** Has the browser ask the reader, where it has to; to be called in a press. */
export const askToWrite = async (kept: KeptFolder): Promise<boolean> =>
  (await mayWrite(kept)) || (await permitted(kept.handle).requestPermission({ mode: 'readwrite' })) === 'granted';
