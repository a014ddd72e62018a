// Looks once an hour whether a backup is due, or this machine's file for others, and has it written. A worker of Chromium's
// can make no address for a file, so there the offscreen page holds it; what writes into a folder is read there too.
import { browser } from '../browser/browser.ts';
import type { BackupView } from '../messages/backup-messages.ts';
import { openOffscreen } from './importer-host.ts';
import { onDemand } from './on-demand/load.ts';
import { copyText } from './own-copy.ts';
import type { Stores } from './stores.ts';

const alarm = 'backup';
/** Minutes. */
const PERIOD = 60;
/** After the start of the worker, milliseconds: what woke it comes first. */
const LATER = 3_000;

async function backUp(stores: Stores): Promise<void> {
  const { dueBackup, saveBackup } = await onDemand();
  const { place, backup: seq, share } = await dueBackup(browser, stores.library, Date.now());
  if (!import.meta.env.FIREFOX) {
    const asked = [...(seq === null ? [] : [place]), ...(share ? ['share'] : [])];
    if (asked.length > 0) await openOffscreen(`offscreen.html?${asked.join('&')}`, 'BLOBS');
    return;
  }
  if (seq === null) return;
  const url = URL.createObjectURL(new Blob([await copyText(stores)], { type: 'application/json' }));
  try {
    await saveBackup(browser, stores.library, { url, seq });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const isUsed = ({ on, shares }: Pick<BackupView, 'on' | 'shares'>): boolean => on || shares;

/** Firefox forgets alarms when it is closed. */
async function keepAlarm(): Promise<void> {
  if (isUsed(await (await onDemand()).backupState(browser)) && (await browser.alarms.get(alarm)) === undefined)
    await browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: PERIOD });
}

const said = (work: Promise<void>): void =>
  void work.catch((error: unknown) => console.warn('Byline: the list could not be backed up', error));

/** To be called when backups are switched. */
export const backupsSwitched = (view: BackupView): void =>
  said(isUsed(view) ? keepAlarm() : browser.alarms.clear(alarm).then(() => undefined));

export function followBackups(stores: Stores): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) said(backUp(stores));
  });
  // The second script is not read for what is mostly off.
  setTimeout(() => {
    said(browser.storage.local.get('backup').then((held) => (held['backup'] === undefined ? undefined : keepAlarm())));
  }, LATER);
}
