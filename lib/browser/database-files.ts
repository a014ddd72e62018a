// Small texts by name in a database of their own. For Firefox, where each database is a file: one that is damaged takes
// no other with it, while a damaged list of the private file system empties the extension's whole origin, the store
// included.
import Dexie, { type Table } from 'dexie';
import type { Files } from './private-files.ts';

export function databaseFiles(name: string): Files {
  let opened: Promise<Table<{ name: string; text: string }, string>> | null = null;
  const table = async (): Promise<Table<{ name: string; text: string }, string>> => {
    const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ files: 'name' });
    await database.open();
    return database.table<{ name: string; text: string }, string>('files');
  };
  const inTable = async <T>(
    act: (files: Table<{ name: string; text: string }, string>) => PromiseLike<T>,
  ): Promise<T> => {
    opened ??= table();
    try {
      return await act(await opened);
    } catch (error) {
      // It may have been closed or emptied under us: the next call opens it again.
      const before = opened;
      opened = null;
      before?.then((files) => files.db.close()).catch(() => undefined);
      throw error;
    }
  };
  return {
    names: () => inTable((files) => files.toCollection().primaryKeys()),
    read: (file) =>
      inTable(async (files) => {
        const found = await files.get(file);
        if (found === undefined) throw new DOMException(`${file} is not there`, 'NotFoundError');
        return found.text;
      }),
    write: (file, text) => inTable(async (files) => void (await files.put({ name: file, text }))),
    remove: (file) => inTable((files) => files.delete(file)),
    clear: async () => {
      const before = opened;
      opened = null;
      await before?.then((files) => files.db.close()).catch(() => undefined);
      await Dexie.delete(name);
    },
  };
}
