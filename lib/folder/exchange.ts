// The list on several machines through a folder: the others' files are merged, then this machine's own is written. No file
// of another machine is ever written, and a file that is empty, cut off or missing takes nothing off the list: only what a
// file says was taken off is.
import type { Answer } from '../messages/contract.ts';
import { listFiles, listName, writeFile, type Folder, type ListFile } from './folder-files.ts';

type Merged = Answer<'merge.do'>;
export type View = Merged['view'];

/** The reading list, as the worker has it. */
export interface List {
  /** Merges a copy; `undo` is null where the reader is to be asked first. Throws where it is no copy. */
  merge: (text: string) => Promise<Merged>;
  files: () => Promise<{ machine: string; isShareDue: boolean }>;
  copy: () => Promise<{ text: string; seq: number }>;
  written: (seq: number) => Promise<unknown>;
}

/** A file that takes off so many papers that the reader is asked. */
export interface Question {
  name: string;
  text: string;
  view: View;
  mark: string;
}

export interface Exchanged {
  /** What was merged, file by file. */
  views: View[];
  /** What undoes it, in the order in which it is to be undone. */
  undos: string[];
  questions: Question[];
  /** Names of files that could not be read. */
  unread: string[];
  marks: Record<string, string>;
}

/** @param most bytes of a file that is read
 *  @param marks of the files that were merged or written before: they are not read again */
export async function exchange(
  folder: Folder,
  list: List,
  { marks, most }: { marks: Readonly<Record<string, string>>; most: number },
): Promise<Exchanged> {
  const done: Exchanged = { views: [], undos: [], questions: [], unread: [], marks: { ...marks } };
  for (const file of await listFiles(folder))
    // This machine's own is read too where somebody else wrote it: a profile that was copied to another machine.
    if (marks[file.name] !== file.mark) await takeIn(done, file, list, most);
  const { machine, isShareDue } = await list.files();
  const own = listName(machine);
  // What the reader is to be asked about is still in there.
  if (done.questions.some(({ name }) => name === own)) return done;
  const isOurs = marks[own] !== undefined && marks[own] === done.marks[own] && !done.unread.includes(own);
  if (isShareDue || !isOurs || !(await isIn(folder, own))) await giveOut(folder, list, done.marks);
  return done;
}

/** Writes this machine's own file, and notes so in `marks`. */
export async function giveOut(folder: Folder, list: List, marks: Record<string, string>): Promise<void> {
  const [{ machine }, { text, seq }] = [await list.files(), await list.copy()];
  marks[listName(machine)] = await writeFile(folder, listName(machine), text);
  await list.written(seq);
}

const isIn = async (folder: Folder, wanted: string): Promise<boolean> => {
  for await (const name of folder.keys()) if (name === wanted) return true;
  return false;
};

async function takeIn(done: Exchanged, file: ListFile, list: List, most: number): Promise<void> {
  try {
    if (file.size > most) throw new RangeError(`${file.name} is too large`);
    const text = await file.text();
    const { undo, view } = await list.merge(text);
    if (undo === null) {
      done.questions.push({ name: file.name, text, view, mark: file.mark });
      return;
    }
    done.views.push(view);
    done.undos.unshift(undo);
    done.marks[file.name] = file.mark;
  } catch (error) {
    console.warn(`Byline: ${file.name} was not merged`, error);
    done.unread.push(file.name);
  }
}
