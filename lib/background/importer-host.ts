// Starts the importer and keeps it running while an import is open. It is a dedicated worker: in Chromium within an
// offscreen page, for a service worker can have none; in Firefox of the background page. How far an
// import is, is in the store: one that was stopped continues where it was.
import { browser } from '../browser/browser.ts';
import { changeHarvest } from '../harvest/store.ts';
import { harvestDue } from '../harvest/views.ts';
import { openCatalog, type CatalogDatabase } from '../packs/store.ts';
import { dropForgotten, endImport, importsIn } from '../packs/jobs.ts';
import { removeDue, sweep } from '../packs/import/remove.ts';
import { askImporter, tellImportsChanged, tellPacksChanged } from '../packs/importer-channel.ts';
import { watchImporter } from '../packs/importer-pulse.ts';
import { releasePermissions } from './temporary-permissions.ts';
import { getManaged } from '../settings/managed.ts';

/** Wakes this worker while an import is open, to see whether it still runs. */
const alarm = 'import';
/** Minutes; Chrome's shortest. */
const PERIOD = 0.5;
/** After the start of the worker, milliseconds: what woke it comes first. */
const LATER = 2_000;
/** Firefox stops a background page that called none of its functions for 30 s, whatever its workers do. */
const BEAT = 15_000;

interface Offscreen {
  createDocument: (page: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
}

/** Not in the types: Firefox has no such thing. */
const offscreen = (): Offscreen => (globalThis as unknown as { chrome: { offscreen: Offscreen } }).chrome.offscreen;

/** For imports, or for one backup, which ends it. */
export async function openOffscreen(url = 'offscreen.html', reason = 'WORKERS'): Promise<void> {
  try {
    await offscreen().createDocument({ url, reasons: [reason], justification: 'holds what the worker can not' });
  } catch (error) {
    // There can be one only, and it is there: the importer heard `look`; what has to wait comes with the next alarm.
    if (!String(error).includes('single offscreen')) throw error;
  }
}

/** Ends the worker that this page has started; null where there is none. */
let endWorker: (() => void) | null = null;

function openWorker(): void {
  if (endWorker !== null) return;
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), BEAT);
  const end = watchImporter({
    create: () => new Worker(browser.runtime.getURL('importer.js')),
    hung: endHungImport,
    over: (fault) => {
      clearInterval(beat);
      endWorker = null;
      if (fault === null) void followUp();
      // Not at once again: the alarm does it.
      else console.error('Byline: the importer stopped', fault);
    },
  });
  endWorker = () => {
    clearInterval(beat);
    endWorker = null;
    end();
  };
}

/** Ends the importer at once, whatever it does. What it worked on continues with the next one. */
export async function endImporter(): Promise<void> {
  if (import.meta.env.FIREFOX) endWorker?.();
  // It fails where there is none.
  else
    await offscreen()
      .closeDocument()
      .catch(() => undefined);
}

/** Refuses the file that the importer could not come to an end with. */
export async function endHungImport(job: string | null): Promise<void> {
  const row = job === null ? undefined : await (await importsDatabase()).imports.get(job);
  if (row === undefined) return;
  await endImport(await importsDatabase(), row.id, { code: 'file-hangs', args: [row.source.name] });
  tellImportsChanged();
}

let opened: Promise<CatalogDatabase> | null = null;
/** A connection of its own: imports go on while the catalog is closed or rebuilt. */
export const importsDatabase = (): Promise<CatalogDatabase> =>
  (opened ??= openCatalog().catch((error: unknown) => {
    opened = null;
    throw error;
  }));

/** Pauses what is fetched field by field, and ends what is fetched by address, where the institution lets nothing be asked of the network. */
export async function endAddressImports(): Promise<void> {
  if ((await getManaged()).network) return;
  await changeHarvest(await importsDatabase(), (state) =>
    state.paused || state.fields.length === 0 ? null : { ...state, paused: true },
  );
  for (const { id, source } of await importsIn(await importsDatabase(), 'recognising', 'proposed', 'running')) {
    if (source.kind !== 'address' && source.kind !== 'published') continue;
    await endImport(await importsDatabase(), id, { code: 'managed-network', args: [] });
    askImporter({ ask: 'stop', job: id });
  }
}

/** Makes sure that an importer works on the open imports. */
export async function startImporter(): Promise<void> {
  await endAddressImports();
  await browser.alarms.create(alarm, { periodInMinutes: PERIOD });
  askImporter({ ask: 'look' });
  if (import.meta.env.FIREFOX) openWorker();
  else await openOffscreen();
}

/** For scheduled removals, where this worker is stopped before they are due. */
const removal = 'removal';

/** Removes the packs that are due, and comes back for the others: by a timer, and by an alarm should this
 *  worker be stopped before; a browser that was closed does it at the next start. Never throws. */
export async function removeInTime(): Promise<void> {
  try {
    const { removed, next } = await removeDue(await importsDatabase(), Date.now());
    if (removed) tellPacksChanged();
    if (next === null) return;
    await browser.alarms.create(removal, { when: next });
    setTimeout(() => void removeInTime(), Math.max(0, next - Date.now()));
  } catch (error) {
    console.warn('Byline: a pack could not be removed yet', error);
    await browser.alarms.create(removal, { delayInMinutes: PERIOD }).catch(() => undefined);
  }
}

/** Starts the importer where an import is open; else cleans up after imports. Never throws. */
export async function followUp(): Promise<void> {
  try {
    const database = await importsDatabase();
    const due = (await getManaged()).network ? await harvestDue(database, Date.now()) : null;
    const isDue = due !== null && due - Date.now() < 60_000 * PERIOD;
    if (isDue || (await importsIn(database, 'recognising', 'running')).length > 0) {
      await startImporter();
      return;
    }
    if (due === null) await browser.alarms.clear(alarm);
    else await browser.alarms.create(alarm, { when: due });
    await releasePermissions(Date.now());
    await dropForgotten(await importsDatabase(), Date.now());
    // A removal that was stopped continues.
    await sweep(await importsDatabase());
  } catch (error) {
    console.warn('Byline: imports could not be looked after', error);
  }
}

export function followImports(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void followUp();
    if (name === removal) void removeInTime();
  });
  browser.runtime.onStartup.addListener(() => void followUp());
  setTimeout(() => {
    void followUp();
    void removeInTime();
  }, LATER);
}
