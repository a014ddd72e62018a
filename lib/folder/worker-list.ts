// The folder and the worker's list together: what pages of ours and the page without a window do.
import { FailureError } from '../failures/failure-error.ts';
import { MAX_BACKUP } from '../library/max-backup.ts';
import type { BackupView } from '../messages/backup-messages.ts';
import { ask } from '../messages/client.ts';
import { exchange, giveOut, type Exchanged, type List } from './exchange.ts';
import { writeFile } from './folder-files.ts';
import { askToWrite, keepFolder, keptFolder, mayWrite, type KeptFolder } from './kept-folder.ts';

const list: List = {
  merge: (text) => ask('merge.do', { text, removals: 'ask' }),
  files: () => ask('backup.files', {}),
  copy: () => ask('data.copy', {}),
  written: (seq) => ask('backup.written', { what: 'share', seq }),
};

/** One page of ours after the other. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('byline-folder', work);

/** The folder, where Byline may write into it. `asks`: the browser may ask the reader, in a press of theirs. */
async function folder(asks: boolean): Promise<KeptFolder> {
  const kept = await keptFolder();
  if (kept === null || !(await (asks ? askToWrite : mayWrite)(kept))) throw new FailureError('folder-refused');
  return kept;
}

async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FailureError) throw error;
    console.warn('Byline: the chosen folder could not be written', error);
    throw new FailureError('folder-not-written');
  }
}

/** A backup into the folder. Throws where it could not be written. */
export async function backUpIntoFolder(asks: boolean): Promise<BackupView> {
  const { handle } = await folder(asks);
  return alone(() =>
    writing(async () => {
      const [{ backup }, { text, seq }] = [await ask('backup.files', {}), await ask('data.copy', {})];
      await writeFile(handle, backup, text);
      return ask('backup.written', { what: 'backup', seq });
    }),
  );
}

/** This machine's own file, without a look at the others'. */
export async function shareList(): Promise<void> {
  await folder(false);
  await alone(() =>
    writing(async () => {
      // As the page before has left it.
      const kept = await folder(false);
      const marks = { ...kept.marks };
      await giveOut(kept.handle, list, marks);
      await keepFolder({ ...kept, marks });
    }),
  );
}

/** Merges the other machines' files and writes this machine's. */
export async function exchangeLists(asks: boolean): Promise<Exchanged> {
  await folder(asks);
  return alone(() =>
    writing(async () => {
      const kept = await folder(false);
      const done = await exchange(kept.handle, list, { marks: kept.marks, most: 2 * MAX_BACKUP });
      await keepFolder({ ...kept, marks: done.marks });
      return done;
    }),
  );
}

/** The reader answered what they were asked about a file: it is merged, and need not be read again. */
export const answered = (name: string, mark: string): Promise<void> =>
  alone(async () => {
    const kept = await keptFolder();
    if (kept !== null) await keepFolder({ ...kept, marks: { ...kept.marks, [name]: mark } });
  });
