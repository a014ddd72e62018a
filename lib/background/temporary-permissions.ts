// Hosts that the reader allowed for one install by address: the permission is released when the install is over, and no
// page script runs there meanwhile. The options page notes them in the click that asks for them.
import { browser } from '../browser/browser.ts';
import { TEMPORARY_PERMISSIONS, TemporaryPermissions } from '../packs/temporary-permissions.ts';

/** Milliseconds after which an install that was asked for and never began is over. */
const FORGOTTEN = 600_000;

async function readTemporary(): Promise<TemporaryPermissions | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(TEMPORARY_PERMISSIONS).catch(() => ({}));
  return TemporaryPermissions.safeParse(stored[TEMPORARY_PERMISSIONS]).data ?? null;
}

/** Origins that are allowed for an install only. */
export const temporaryOrigins = async (): Promise<readonly string[]> => (await readTemporary())?.origins ?? [];

/** The install that needs these has begun: they are released as soon as no import is open. */
export async function acquirePermissions(origins: readonly string[]): Promise<void> {
  const before = await temporaryOrigins();
  const temporary: TemporaryPermissions = { origins: [...new Set([...before, ...origins])], askedAt: 0 };
  await browser.storage.local.set({ [TEMPORARY_PERMISSIONS]: temporary });
}

/** Gives all of them back to the browser. */
export async function releasePermissions(now: number): Promise<void> {
  const temporary = await readTemporary();
  if (temporary === null || now - temporary.askedAt < FORGOTTEN) return;
  if (temporary.origins.length > 0) await browser.permissions.remove({ origins: temporary.origins }).catch(() => false);
  await browser.storage.local.remove(TEMPORARY_PERMISSIONS);
}
