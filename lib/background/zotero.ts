// Reads once a day which papers Zotero on this machine has, where the reader wants them marked.
import { browser } from '../browser/browser.ts';
import { tellListChanged } from '../messages/list-changed.ts';
import { getManaged } from '../settings/managed.ts';
import { importsDatabase } from './importer-host.ts';
import { zoteroScript } from './on-demand/zotero-script.ts';
import type { ZoteroWorld } from './on-demand/zotero.ts';
import { ZOTERO_KEY } from './zotero-key.ts';

const alarm = 'zotero';
/** Minutes between two looks whether a day is over. */
const PERIOD = 60;
/** After the start of the worker, milliseconds: what woke it comes first. */
const LATER = 3_500;

export const zoteroWorld = async (): Promise<ZoteroWorld> => ({
  api: browser,
  database: await importsDatabase(),
});

async function readInTime(): Promise<void> {
  const { isZoteroDue, readZotero } = await zoteroScript.read();
  const world = await zoteroWorld();
  if (!(await isZoteroDue(world, Date.now())) || !(await getManaged()).network) return;
  await readZotero(world);
  tellListChanged();
}

/** Firefox forgets alarms when it is closed. */
async function keepAlarm(): Promise<void> {
  if ((await browser.alarms.get(alarm)) === undefined)
    await browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: PERIOD });
}

const said = (work: Promise<void>): void =>
  void work.catch((error: unknown) => console.warn('Byline: what Zotero has could not be read', error));

/** To be called when the marks are switched. */
export const zoteroSwitched = (on: boolean): void =>
  said(on ? keepAlarm() : browser.alarms.clear(alarm).then(() => undefined));

/** Whether anything is kept of it: the script is not read for what is mostly off. */
const isOn = async (): Promise<boolean> => (await browser.storage.local.get(ZOTERO_KEY))[ZOTERO_KEY] !== undefined;

export function followZotero(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) said(readInTime());
  });
  setTimeout(() => said(isOn().then((on) => (on ? keepAlarm() : undefined))), LATER);
}

/** What is asked of a paper whether Zotero has it. */
export interface AskedOfZotero {
  id: string;
  title: string;
  doi: string | null;
  arxivId: string | null;
}

/** Rows with those marked that Zotero has; where that can't be read, as they are. */
export async function withZotero<R extends { id: string }>(
  rows: readonly R[],
  papers: readonly AskedOfZotero[],
): Promise<(R & { inZotero?: true })[]> {
  try {
    if (!(await isOn())) return [...rows];
    const there = await (await zoteroScript.read()).inZotero(await zoteroWorld(), papers);
    return rows.map((row) => (there.has(row.id) ? { ...row, inZotero: true } : row));
  } catch (error) {
    console.warn('Byline: what Zotero has could not be read', error);
    return [...rows];
  }
}
