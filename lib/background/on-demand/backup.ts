// Backups by themselves: what is remembered of them, and one file written by the browser's downloads.
import type { browser } from '../../browser/browser.ts';
import {
  afterBackup,
  atAttempt,
  backupName,
  type BackupPlace,
  BackupState,
  isBackupDue,
  isBackupLate,
  isShareDue,
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
  place: state.place,
  shares: state.shared !== null,
});

export const backupState = async (api: Api): Promise<BackupView> => viewOf(api, await readState(api));

async function change(api: Api, to: (state: BackupState) => BackupState): Promise<BackupView> {
  const state = to(await readState(api));
  await writeState(api, state);
  return viewOf(api, state);
}

export async function setBackups(api: Api, on: boolean, place: BackupPlace): Promise<BackupView> {
  const may = place === 'folder' || (await mayDownload(api));
  return change(api, (state) => ({ ...state, on: on && may, place, triedSince: null }));
}

export const setSharing = (api: Api, on: boolean): Promise<BackupView> =>
  change(api, (state) => ({ ...state, shared: on ? (state.shared ?? -1) : null }));

/** What is to be written now. */
export interface Due {
  place: BackupPlace;
  /** The change that the backup is of; null: none is due. */
  backup: number | null;
  /** This machine's file for others. */
  share: boolean;
}

/** That a backup was tried is noted. */
export async function dueBackup(api: Api, library: Library, now: number): Promise<Due> {
  const state = await readState(api);
  const { place } = state;
  if (!state.on && state.shared === null) return { place, backup: null, share: false };
  const seq = await library.position();
  const share = isShareDue(state, seq);
  const isEmpty = (await (await library.table('works')).count()) === 0;
  // A list without papers takes no backup's place.
  if (isEmpty || !isBackupDue(state, { seq, at: now })) return { place, backup: null, share };
  await writeState(api, atAttempt(state, now));
  return { place, backup: place === 'folder' || (await mayDownload(api)) ? seq : null, share };
}

/** What a page of ours writes into the folder. */
export async function folderFiles(
  api: Api,
  library: Library,
): Promise<{ machine: string; backup: string; isShareDue: boolean }> {
  const [state, machine] = [await readState(api), await library.machine()];
  return {
    machine,
    backup: backupName(machine, nextFile(state)),
    isShareDue: isShareDue(state, await library.position()),
  };
}

/** Notes what was written into the folder. */
export const noteWritten = (api: Api, what: 'backup' | 'share', seq: number): Promise<BackupView> =>
  change(api, (state) => {
    if (what === 'backup') return afterBackup(state, { seq, at: Date.now() });
    // Switched off meanwhile.
    return state.shared === null ? state : { ...state, shared: seq };
  });

/** Writes what is under an address as the next backup. Answers whether it is whole on the disk. */
export async function saveBackup(
  api: Api,
  library: Library,
  { url, seq }: { url: string; seq: number },
): Promise<BackupView & { saved: boolean }> {
  const state = await readState(api);
  const filename = `Byline/${backupName(await library.machine(), nextFile(state))}`;
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
