// Whether the popup says once a day what is unread for longest: off at first. No page script needs to know, so it is not
// among the settings that those are sent.
import * as z from 'zod/mini';
import { browser } from '../browser/browser.ts';

/** In `storage.local`. */
const KEY = 'nudge';
const Nudge = z.object({
  on: z.boolean(),
  /** The last day on which it was said, as `readersDay` has it. */
  day: z.string(),
});
type Nudge = z.infer<typeof Nudge>;

/** The reader's own day. Pure. */
const readersDay = (time: Date): string => `${time.getFullYear()}-${time.getMonth() + 1}-${time.getDate()}`;

async function read(): Promise<Nudge> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  return Nudge.safeParse(stored[KEY]).data ?? { on: false, day: '' };
}

export const isNudgeOn = async (): Promise<boolean> => (await read()).on;

/** Said today too, where it was switched on today. */
export const setNudge = (on: boolean): Promise<void> => browser.storage.local.set({ [KEY]: { on, day: '' } });

/** True once a day, where it is on. */
export async function takeNudge(now: Date): Promise<boolean> {
  const { on, day } = await read();
  if (!on || day === readersDay(now)) return false;
  await browser.storage.local.set({ [KEY]: { on, day: readersDay(now) } });
  return true;
}
