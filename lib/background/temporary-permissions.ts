// Hosts that the reader allowed for one install by address: they are given back when it is over, and meanwhile no
// page script runs there. The options page writes them down in the click that asks for them.
import { browser } from '../browser/browser.ts';
import { LENT, Lent } from '../packs/temporary-permissions.ts';

/** Milliseconds after which an install that was asked for and never began is over. */
const FORGOTTEN = 600_000;

async function readLent(): Promise<Lent | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(LENT).catch(() => ({}));
  const parsed = Lent.safeParse(stored[LENT]);
  return parsed.success ? parsed.data : null;
}

/** Origins that are lent now. */
export const lentOrigins = async (): Promise<readonly string[]> => (await readLent())?.origins ?? [];

/** The install for which they were lent has begun: they go back as soon as no import is open. */
export async function useLent(origins: readonly string[]): Promise<void> {
  const before = await lentOrigins();
  const lent: Lent = { origins: [...new Set([...before, ...origins])], askedAt: 0 };
  await browser.storage.local.set({ [LENT]: lent });
}

/** Gives all of them back to the browser. */
export async function giveBack(now: number): Promise<void> {
  const lent = await readLent();
  if (lent === null || now - lent.askedAt < FORGOTTEN) return;
  if (lent.origins.length > 0) await browser.permissions.remove({ origins: lent.origins }).catch(() => false);
  await browser.storage.local.remove(LENT);
}
