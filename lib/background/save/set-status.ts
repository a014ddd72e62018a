// One paper onto the reading list, off it, or to another status; every page and card hears of it.
import { isOnList, removeEntry, setStatus, type Change } from '../../library/entries.ts';
import { savedFrom } from '../../library/saved-from.ts';
import { knownStatus, type KeptStatus } from '../../library/schema.ts';
import { broadcast } from '../../messages/page-commands.ts';
import { RequestError } from '../../messages/server.ts';
import { changeLibrary, type Stores } from '../stores.ts';
import { knownPaper } from './known-paper.ts';

/**
 * @param status null takes it off the list
 * @param page the address of the page where the reader said so; null where it is no page's
 * @throws RequestError `paper-gone` where neither packs nor pages nor the list know it, or the list could not be written
 */
export async function setPaperStatus(
  stores: Stores,
  { id, status }: { id: string; status: KeptStatus | null },
  page: string | null,
): Promise<Change> {
  const heard = new Set([id]);
  const change = await changeLibrary(async () => {
    const now = Date.now();
    // A paper already on the list under this id needs no catalog look-up.
    const known = (await isOnList(stores.library, id))
      ? { paper: null, ids: [id] }
      : await knownPaper(stores, id, page);
    for (const one of known.ids) heard.add(one);
    if (status === null) return removeEntry(stores.library, known.ids, now);
    const paper = known.paper === null ? null : { ...known.paper, ...savedFrom(page) };
    return setStatus(stores.library, { ...known, paper, status, now });
  });
  if (change === null) throw new RequestError('paper-gone');
  for (const one of change.ids) heard.add(one);
  const shown = status === null ? null : knownStatus(status);
  for (const one of heard) void broadcast('page.status', { id: one, status: shown });
  return change;
}
