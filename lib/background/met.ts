// Papers by people the reader follows, on pages since the browser started. Nothing is kept for it: it is made of what
// pages said (`answer/page-papers.ts`), so it is never on a disk, and pages in private windows are no part of it.
import * as z from 'zod/mini';
import { browser } from '../browser/browser.ts';
import { followedAmong, followsOf } from './follows.ts';
import { lookupWithPages, type Stores } from './stores.ts';

/** Papers that the reader took off the list, in `storage.session`. */
const REMOVED = 'met-removed';
/** The latest count; a list of more is not read again. */
const MAX_REMOVED = 500;
const Removed = z.array(z.string());

async function removedOnes(): Promise<string[]> {
  const held = await browser.storage.session.get(REMOVED);
  return Removed.safeParse(held[REMOVED]).data ?? [];
}

let last: Promise<unknown> = Promise.resolve();

/** Takes a paper off the list, or puts it back; one change after the other. */
export function removeMet(id: string, isRemoved: boolean): Promise<void> {
  const change = last.then(async () => {
    const others = (await removedOnes()).filter((one) => one !== id);
    await browser.storage.session.set({ [REMOVED]: (isRemoved ? [...others, id] : others).slice(-MAX_REMOVED) });
  });
  last = change.catch(() => undefined);
  return change;
}

/** Ids of the papers, those first of which a page told last. What pages only cite was not met. */
export async function metPapers(stores: Stores): Promise<string[]> {
  const follows = await followsOf(stores);
  const [said, removed] = await Promise.all([stores.pages.newest(), removedOnes()]);
  const met = said.flatMap(({ role, also, fact: { record } }) =>
    role === 'cited' ? [] : [[also[0] ?? record.id, record.authors ?? []] as const],
  );
  // Most papers are by nobody who is followed: the catalog is asked only where a name fits.
  const fitting = met.filter(([id, authors]) => follows.mayName(authors, id) && !removed.includes(id));
  if (fitting.length === 0) return [];
  const followed = await followedAmong(follows, fitting, await lookupWithPages(stores));
  return [...new Set(fitting.map(([id]) => id))].filter((id) => followed.has(id));
}
