// Hosts that the browser is asked for in a click, for one install alone. The worker gives them back
// (`lib/background/temporary-permissions.ts`).
import { browser } from '../../../lib/browser/browser.ts';
import { TEMPORARY_PERMISSIONS, TemporaryPermissions } from '../../../lib/packs/temporary-permissions.ts';

async function noted(): Promise<readonly string[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(TEMPORARY_PERMISSIONS);
  return TemporaryPermissions.safeParse(stored[TEMPORARY_PERMISSIONS]).data?.origins ?? [];
}

/** Notes hosts before the browser answers: the worker must know of them when the browser tells it that they were allowed.
 *  `askedAt`: milliseconds since 1970; 0 where what needs them has begun. */
export async function noteTemporary(origins: readonly string[], askedAt: number): Promise<void> {
  const note: TemporaryPermissions = { origins: [...new Set([...(await noted()), ...origins])], askedAt };
  await browser.storage.local.set({ [TEMPORARY_PERMISSIONS]: note });
}
