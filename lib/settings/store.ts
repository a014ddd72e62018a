// The settings in the extension's local storage. What is damaged falls back to its default: field by field, and all of
// them where the storage can't be read.
import { browser } from '../browser/browser.ts';
import { keepSecondCopy, readSecondCopy } from '../browser/second-copy.ts';
import { getManaged } from './managed.ts';
import { underPolicy } from './policy.ts';
import { defaults, Settings } from './schema.ts';
import { switched } from './sites-off.ts';

const key = 'settings';
/** Stored while the reader has not been told that the settings were lost and brought back. */
const broughtBackKey = 'settings-brought-back';

/** Settings from whatever was stored. Pure. */
export function readSettings(stored: unknown): Settings {
  const fields = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const kept = Object.entries(Settings.shape).filter(([name, field]) => field.safeParse(fields[name]).success);
  return Settings.parse({ ...defaults, ...Object.fromEntries(kept.map(([name]) => [name, fields[name]])) });
}

/** The settings with one site switched. Pure. */
export const withSite = (settings: Settings, host: string, on: boolean): Settings => ({
  ...settings,
  sitesOff: switched(settings.sitesOff, host, on),
});

/** The host of an address, "" where it has none; what a site switch goes by. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** What the reader set, a policy aside. Throws where the storage can't be read. */
export async function storedSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  if (stored[key] !== undefined) return readSettings(stored[key]);
  // One change after the other, and bringing them back is one.
  return inTurn(bringBack);
}

/** Nothing is stored: the first start, or the browser emptied its storage. */
async function bringBack(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  if (stored[key] !== undefined) return readSettings(stored[key]);
  const copy = await readSecondCopy(key);
  // With something stored, later starts need not look for a copy.
  await browser.storage.local
    .set(copy === null ? { [key]: {} } : { [key]: copy, [broughtBackKey]: true })
    .catch((error: unknown) => console.warn('Byline: the settings could not be brought back', error));
  return readSettings(copy);
}

/** Whether the reader is to be told that the settings were lost and brought back. Throws where the storage can't be read. */
export async function settingsBroughtBack(): Promise<boolean> {
  return (await browser.storage.local.get(broughtBackKey))[broughtBackKey] === true;
}

export const dismissSettingsNotice = (): Promise<void> => browser.storage.local.remove(broughtBackKey);

/** The same, or the defaults where the storage can't be read. */
async function ownSettings(): Promise<Settings> {
  try {
    return await storedSettings();
  } catch (error) {
    console.warn('Byline: the settings could not be read, the defaults hold', error);
    return defaults;
  }
}

/** The settings that hold: the reader's, where no policy says otherwise. */
export async function getSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([ownSettings(), getManaged()]);
  return underPolicy(own, managed);
}

// One change after the other: two at once would each write without the other's.
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act);
  last = next.catch(() => undefined);
  return next;
}

/** Changes what the reader set and gives the settings that hold. Throws when they could not be written. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  // Brought back first where they were lost.
  await ownSettings();
  return inTurn(async () => {
    const before = await browser.storage.local.get(key).catch(() => ({}));
    const changed = Settings.parse(change(readSettings((before as Record<string, unknown>)[key])));
    await browser.storage.local.set({ [key]: changed });
    await keepSecondCopy(key, changed);
    // What can't be read again was not written.
    const [stored, managed] = await Promise.all([browser.storage.local.get(key), getManaged()]);
    return underPolicy(readSettings(stored[key]), managed);
  });
}
