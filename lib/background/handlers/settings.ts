// Settings and the switch of a site. Every open page script hears of a change at once.
import { browser } from '../../browser/browser.ts';
import type { Request } from '../../messages/contract.ts';
import { sendToPage } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { Fixable, type Settings } from '../../settings/schema.ts';
import { followManaged, getManaged } from '../../settings/managed.ts';
import { isOff } from '../../settings/sites-off.ts';
import { changeSettings, getSettings, hostOf, withSite } from '../../settings/store.ts';
import { endAddressImports } from '../importer-host.ts';
import { runPageScript } from '../page-script.ts';
import { isPrivate } from '../stores.ts';

/** Tells open tabs. `host`: only tabs of that host; there a page script that was off is started. */
async function tellTabs(settings: Settings, host: string | null): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return;
      // Without an address the tab is none where a page script of ours may run.
      const tabHost = hostOf(url ?? '');
      if (tabHost === '' || (host !== null && !isOff([host], tabHost))) return;
      const on = !isOff(settings.sitesOff, tabHost);
      const heard = await sendToPage(id, 'page.settings', { on, settings }, 'all');
      if (heard === null && on && host !== null) await runPageScript(id);
      if (!on) await browser.action.setBadgeText({ tabId: id, text: '' });
    }),
  );
}

async function change(to: (settings: Settings) => Settings, host: string | null, context: Context): Promise<Settings> {
  if (await isPrivate(context)) throw new RequestError('private-settings');
  const settings = await changeSettings(to).catch((error: unknown) => {
    console.warn('Byline: the settings could not be written', error);
    throw new RequestError('settings-not-written');
  });
  void tellTabs(settings, host).catch((error: unknown) => console.warn('Byline: open tabs could not be told', error));
  return settings;
}

/** Without the fields that are there but undefined: Firefox sends them along. */
const stated = (wanted: Request<'settings.set'>): Partial<Settings> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

export function settingsHandlers(): Pick<
  Handlers,
  'settings.get' | 'settings.managed' | 'settings.set' | 'site.switch'
> {
  return {
    'settings.get': () => getSettings(),
    'settings.managed': async () => {
      const { fixed, sitesOff, network } = await getManaged();
      return { fixed: Fixable.options.filter((name) => name in fixed), sitesOff, network };
    },
    'settings.set': async (wanted, context) => {
      const { fixed } = await getManaged();
      const own = stated(wanted);
      if (Object.keys(own).some((name) => name in fixed)) throw new RequestError('managed-setting');
      return change((settings) => ({ ...settings, ...own }), null, context);
    },
    'site.switch': async ({ host, on }, context) => {
      if ((await getManaged()).sitesOff.includes(host)) throw new RequestError('managed-site', host);
      return change((settings) => withSite(settings, host, on), host, context);
    },
  };
}

/** A change of the institution's policy holds at once: in open tabs, and for what is being fetched. */
export function followPolicy(): void {
  followManaged(() => {
    const told = getSettings().then((settings) => tellTabs(settings, null));
    Promise.all([told, endAddressImports()]).catch((error: unknown) =>
      console.warn('Byline: a change of the policy could not be told', error),
    );
  });
}
