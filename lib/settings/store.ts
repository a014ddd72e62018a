// The settings in the extension's local storage. What is damaged falls back to its default: field by field, and all of
// them where the storage can't be read.
import { browser } from '../browser/browser.ts';
import { getManaged } from './managed.ts';
import { underPolicy } from './policy.ts';
import { defaults, Settings } from './schema.ts';
import { switched } from './sites-off.ts';

const key = 'settings';

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
  return readSettings(stored[key]);
}

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

/** Changes what the reader set and gives the settings that hold. Throws when they could not be written. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = last.then(async () => {
    await browser.storage.local.set({ [key]: Settings.parse(change(await ownSettings())) });
    // What can't be read again was not written.
    const [own, managed] = await Promise.all([storedSettings(), getManaged()]);
    return underPolicy(own, managed);
  });
  last = next.catch(() => undefined);
  return next;
}
