// Hosts that the browser is asked for in a click, for one install alone. The worker gives them back
// (`lib/background/temporary-permissions.ts`).
import { browser } from '../../../lib/browser/browser.ts';
import { TEMPORARY_PERMISSIONS, TemporaryPermissions } from '../../../lib/packs/temporary-permissions.ts';

async function noted(): Promise<readonly string[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(TEMPORARY_PERMISSIONS);
  return TemporaryPermissions.safeParse(stored[TEMPORARY_PERMISSIONS]).data?.origins ?? [];
}

/** Notes hosts before the browser answers: the worker must know of them when the browser tells it that they were allowed.
 *  `begun`: what needs them is on the list of imports, and they go when it is over. */
export async function noteTemporary(origins: readonly string[], begun: 'begun' | null = null): Promise<void> {
  const note: TemporaryPermissions = {
    origins: [...new Set([...(await noted()), ...origins])],
    askedAt: begun === null ? Date.now() : 0,
  };
  await browser.storage.local.set({ [TEMPORARY_PERMISSIONS]: note });
}
