// Small text files by name, in the origin's private file system.

export interface Files {
  names: () => Promise<string[]>;
  /** Throws where there is none, or it can't be read. */
  read: (name: string) => Promise<string>;
  /** Wholly or not at all. */
  write: (name: string, text: string) => Promise<void>;
  /** One that is not there counts as removed. */
  remove: (name: string) => Promise<void>;
  /** Removes all of them, and the place that they are in. */
  clear: () => Promise<void>;
}

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** The files of a folder, which is made with the first of them. */
export function privateFiles(name: string): Files {
  let opened: Promise<FileSystemDirectoryHandle> | null = null;
  const inFolder = async <T>(act: (folder: FileSystemDirectoryHandle) => Promise<T>): Promise<T> => {
    opened ??= navigator.storage.getDirectory().then((root) => root.getDirectoryHandle(name, { create: true }));
    try {
      return await act(await opened);
    } catch (error) {
      // The folder may have been removed under us: the next call opens it again.
      opened = null;
      throw error;
    }
  };
  return {
    names: () =>
      inFolder(async (folder) => {
        const names: string[] = [];
        for await (const file of folder.keys()) names.push(file);
        return names;
      }),
    read: (file) => inFolder(async (folder) => (await (await folder.getFileHandle(file)).getFile()).text()),
    write: (file, text) =>
      inFolder(async (folder) => {
        // What is written goes to a file beside it, which takes its place when it is closed.
        const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
        try {
          await stream.write(text);
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          throw error;
        }
      }),
    clear: async () => {
      opened = null;
      await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
    remove: (file) =>
      inFolder((folder) => folder.removeEntry(file)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      }),
  };
}
