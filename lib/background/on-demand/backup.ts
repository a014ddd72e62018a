// Backups by themselves: what is remembered of them, and one file written by the browser's downloads.
import type { browser } from '../../browser/browser.ts';
import {
  afterBackup,
  atAttempt,
  backupName,
  BackupState,
  isBackupDue,
  isBackupLate,
  nextFile,
  noBackups,
} from '../../library/backup-plan.ts';
import type { Library } from '../../library/library.ts';
import type { BackupView } from '../../messages/backup-messages.ts';

/** The worker's own, which this script has no copy of. */
type Api = Pick<typeof browser, 'storage' | 'permissions' | 'downloads'>;

/** In `storage.local`. */
const KEY = 'backup';
/** Milliseconds that a file may take. */
const MAX_WRITING = 60_000;
const LOOK = 100;

async function readState(api: Api): Promise<BackupState> {
  const stored: Record<string, unknown> = await api.storage.local.get(KEY);
  return BackupState.safeParse(stored[KEY]).data ?? noBackups;
}
const writeState = (api: Api, state: BackupState): Promise<void> => api.storage.local.set({ [KEY]: state });
const mayDownload = (api: Api): Promise<boolean> => api.permissions.contains({ permissions: ['downloads'] });

const viewOf = async (api: Api, state: BackupState): Promise<BackupView> => ({
  on: state.on,
  savedAt: state.savedAt,
  isLate: isBackupLate(state, Date.now()),
  mayDownload: await mayDownload(api),
});

export const backupState = async (api: Api): Promise<BackupView> => viewOf(api, await readState(api));

export async function setBackups(api: Api, on: boolean): Promise<BackupView> {
  const state = { ...(await readState(api)), on: on && (await mayDownload(api)), triedSince: null };
  await writeState(api, state);
  return viewOf(api, state);
}

/** Whether a backup is to be made now, of which change; null: none. That it was tried is noted. */
export async function dueBackup(api: Api, library: Library, now: number): Promise<number | null> {
  const state = await readState(api);
  if (!state.on) return null;
  const seq = await library.position();
  const isEmpty = (await (await library.table('works')).count()) === 0;
  // A list without papers takes no backup's place.
  if (isEmpty || !isBackupDue(state, { seq, at: now })) return null;
  await writeState(api, atAttempt(state, now));
  return (await mayDownload(api)) ? seq : null;
}

/** Writes what is under an address as the next backup. Answers whether it is whole on the disk. */
export async function saveBackup(
  api: Api,
  library: Library,
  { url, seq }: { url: string; seq: number },
): Promise<BackupView & { saved: boolean }> {
  const state = await readState(api);
  const filename = backupName(await library.machine(), nextFile(state));
  const saved = await download(api, url, filename).catch((error: unknown) => {
    console.warn('Byline: a backup could not be written', error);
    return false;
  });
  const next = saved ? afterBackup(state, { seq, at: Date.now() }) : state;
  if (saved) await writeState(api, next);
  return { ...(await viewOf(api, next)), saved };
}

async function download(api: Api, url: string, filename: string): Promise<boolean> {
  const id = await api.downloads.download({ url, filename, conflictAction: 'overwrite', saveAs: false });
  const end = Date.now() + MAX_WRITING;
  let state = 'in_progress';
  while (state === 'in_progress' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    const [found] = await api.downloads.search({ id });
    state = found?.state ?? 'interrupted';
  }
  // The list of downloads is the reader's: one line a day of ours would hide theirs.
  await api.downloads.erase({ id });
  return state === 'complete';
}
