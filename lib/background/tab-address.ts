// What a tab shows, as far as the browser says it: on our sites, and on the tab where the popup or our menu was opened.
import { browser } from '../browser/browser.ts';

/** `address`: empty where it is no page of the web or the browser does not say. */
export async function lookAt(tab: number): Promise<{ address: string; inPrivate: boolean }> {
  const { url, incognito } = await browser.tabs.get(tab).catch(() => ({ url: undefined, incognito: false }));
  return { address: url !== undefined && /^https?:/.test(url) ? url : '', inPrivate: incognito };
}

/** The address alone; null where there is none. */
export async function addressOf(tab: number): Promise<string | null> {
  const { address } = await lookAt(tab);
  return address === '' ? null : address;
}
