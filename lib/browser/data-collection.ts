// Firefox's permission to send data to a service: asked for when the reader first wants something of the network. Chrome
// and Edge have no such permission.
import { browser } from './browser.ts';

/** Which fields are wanted is a setting of the extension: Mozilla's taxonomy has it under this. */
export const DATA_SENT = 'technicalAndInteraction' as const;

interface GeckoManifest {
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: readonly string[] } } };
}

/** Whether this browser has the permission at all, and leaves it to the reader. */
export const asksForDataSent = (): boolean =>
  (
    browser.runtime.getManifest() as GeckoManifest
  ).browser_specific_settings?.gecko?.data_collection_permissions?.optional?.includes(DATA_SENT) === true;

/** Whether the reader allowed it, where that is asked. */
export async function mayDataBeSent(): Promise<boolean> {
  if (!asksForDataSent()) return true;
  const { data_collection: allowed = [] } = await browser.permissions.getAll();
  return allowed.includes(DATA_SENT);
}
