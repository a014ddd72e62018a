// Libraries over stores and files of their own, and entries to put into them.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { Library } from '../../../lib/library/library.ts';
import { readCopy, type Copy } from '../../../lib/library/backup.ts';
import { stampedIn } from '../../../lib/library/stamped-in.ts';
import { setStatus } from '../../../lib/library/entries.ts';
import type { KeptPaper, Status } from '../../../lib/library/schema.ts';
import { memoryFiles, queue, type MemoryFiles } from '../../fixtures/memory-files.ts';

export interface Place {
  library: Library;
  files: MemoryFiles;
  /** The browser is started again: all that was in memory is gone. */
  restart: () => Library;
  end: () => Promise<void>;
}

let made = 0;

export function place(): Place {
  const name = `library-${(made += 1)}`;
  const files = memoryFiles();
  const lock = queue();
  const open = (): Library => {
    const library = new Library({ name, files, lock });
    library.stamper = () => Promise.resolve(stampedIn);
    return library;
  };
  const here: Place = {
    library: open(),
    files,
    restart: () => {
      here.library.close();
      here.library = open();
      return here.library;
    },
    end: async () => {
      here.library.close();
      await Dexie.delete(name);
    },
  };
  return here;
}

export const paper = (id: string, more: Partial<KeptPaper> = {}): KeptPaper => ({
  id,
  aliases: [],
  record: { id, title: `On ${id}`, authors: ['A. Author'], year: 2020, venue: 'ICML 2020' },
  from: { title: ['arXiv'] },
  abstract: null,
  pdf: null,
  site: null,
  ...more,
});

export const save = (library: Library, id: string, status: Status = 'to-read', now = 1) =>
  setStatus(library, { ids: [id], paper: paper(id), status, now });

/** Every row of every table and what the store says of itself, past all of our code. */
export async function stored(name: string): Promise<Record<string, unknown[]>> {
  const raw = await new Dexie(name).open();
  try {
    const rows: Record<string, unknown[]> = {};
    for (const table of raw.tables) rows[table.name] = await table.toArray();
    return rows;
  } finally {
    raw.close();
  }
}

/** Does something to the store past all of our code, as a damage does. */
export async function behind(name: string, act: (raw: Dexie) => Promise<unknown>): Promise<void> {
  const raw = await new Dexie(name).open();
  try {
    await act(raw);
  } finally {
    raw.close();
  }
}

/** Stands between the store and each of its `put`; answers how that ends. */
export function betweenPuts(
  act: (store: IDBObjectStore, put: () => IDBRequest<IDBValidKey>) => IDBRequest<IDBValidKey>,
): () => void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function between(...given) {
    return act(this, () => put.apply(this, given));
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}

/** What a copy has; one that is refused is an error. */
export function copyIn(text: string): Copy {
  const copy = readCopy(text);
  if ('refused' in copy) throw new Error(`The copy is refused: ${copy.refused}.`);
  return copy;
}
