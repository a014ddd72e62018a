// The files of a folder that the reader chose. Each machine has one of its own there and reads those of the others.

/** A copy of the list of this machine. A cloud's “conflicted copy” has another name, and is left alone. */
export const listName = (machine: string): string => `byline-list-${machine}.json`;
const LIST = /^byline-list-[0-9a-z-]{1,40}\.json$/u;

/** What is used of a folder. */
export type Folder = Pick<FileSystemDirectoryHandle, 'getFileHandle' | 'keys'>;

export interface ListFile {
  name: string;
  /** Another one where the file is another. */
  mark: string;
  size: number;
  text: () => Promise<string>;
}

export const markOf = ({ lastModified, size }: Pick<File, 'lastModified' | 'size'>): string =>
  `${lastModified} ${size}`;

/** Copies of lists, this machine's own too, by name. One that can't be opened is not among them. */
export async function listFiles(folder: Folder): Promise<ListFile[]> {
  const found: ListFile[] = [];
  for await (const name of folder.keys()) {
    if (!LIST.test(name)) continue;
    try {
      const file = await (await folder.getFileHandle(name)).getFile();
      found.push({ name, mark: markOf(file), size: file.size, text: () => file.text() });
    } catch (error) {
      // Another machine is just writing it, or it is a folder.
      console.warn(`Byline: ${name} could not be opened`, error);
    }
  }
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Writes a file wholly or not at all, and looks whether it is there. Answers its mark. */
export async function writeFile(folder: Folder, name: string, text: string): Promise<string> {
  const handle = await folder.getFileHandle(name, { create: true });
  // What is written goes to a file beside it, which takes its place when it is closed.
  const stream = await handle.createWritable();
  const content = new Blob([text], { type: 'application/json' });
  try {
    await stream.write(content);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  const file = await handle.getFile();
  if (file.size !== content.size) throw new Error(`${name} has ${file.size} bytes, not ${content.size}`);
  return markOf(file);
}
