// Backups by themselves: on or off, and a file that a page of ours holds written to the disk.
import { browser } from '../../browser/browser.ts';
import { RequestError, type Handlers } from '../../messages/server.ts';
import { backupsSwitched } from '../backups.ts';
import { onDemand } from '../on-demand/load.ts';
import type { Stores } from '../stores.ts';

export const backupHandlers = ({ library }: Stores): Pick<Handlers, Extract<keyof Handlers, `backup.${string}`>> => ({
  'backup.state': async () => (await onDemand()).backupState(browser),
  'backup.set': async ({ on, place }) => {
    const view = await (await onDemand()).setBackups(browser, on, place);
    backupsSwitched(view);
    return view;
  },
  'backup.share': async ({ on }) => {
    const view = await (await onDemand()).setSharing(browser, on);
    backupsSwitched(view);
    return view;
  },
  'backup.files': async () => (await onDemand()).folderFiles(browser, library),
  'backup.written': async ({ what, seq }) => (await onDemand()).noteWritten(browser, what, seq),
  'backup.file': async ({ url, seq }) => {
    const { saved, ...view } = await (await onDemand()).saveBackup(browser, library, { url, seq });
    if (!saved) throw new RequestError('backup-not-written');
    return view;
  },
});
