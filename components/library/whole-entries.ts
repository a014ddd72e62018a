// Entries of the list as a whole, for what is written out of them.
import type { Entry } from '../../lib/library/schema.ts';
import { ask } from '../../lib/messages/client.ts';
import { MAX_WHOLE } from '../../lib/messages/max-whole.ts';

/** Entries by their ids, in their order. `told` hears of each part, 0 to 1; null: it was stopped. */
export async function wholeEntries(
  ids: readonly string[],
  told: (part: number) => void,
  isStopped: () => boolean,
): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let at = 0; at < ids.length; at += MAX_WHOLE) {
    if (isStopped()) return null;
    entries.push(...(await ask('list.entries', { ids: ids.slice(at, at + MAX_WHOLE) })).entries);
    told(Math.min(1, (at + MAX_WHOLE) / ids.length));
  }
  return entries;
}
