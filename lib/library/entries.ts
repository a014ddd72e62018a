// The reading list: set, remove, newest, statuses. Every write is one transaction: it is wholly in or not at all.
import { libraryVersion, type LibraryDatabase } from './database.ts';
import { bare, writeEntries } from './derived.ts';
import type { Entry, Status } from './schema.ts';

/** A paper's facts as kept with its entry. */
export type EntryFacts = Pick<Entry, 'id' | 'title' | 'authors' | 'year' | 'venue' | 'arxivId' | 'doi'>;

export interface Change {
  before: Status | null;
  status: Status | null;
  /** When the status was set, in milliseconds since 1970; null when the paper is not on the list. */
  since: number | null;
}

/** The list on disk was written by a later version of Byline; this one reads it and leaves it as it is. */
export class NewerLibrary extends Error {
  override name = 'NewerLibrary';
}

/** Entries taken off lately are kept for undoing; more than this many are forgotten, oldest first. */
const removedKept = 200;

/** Within a transaction that writes: false where a later version wrote the list; else this version is noted as who did. */
export async function mayWrite({ stamp }: LibraryDatabase): Promise<boolean> {
  const { version } = (await stamp.get('schema')) ?? { version: 0 };
  if (version > libraryVersion) return false;
  if (version !== libraryVersion) await stamp.put({ key: 'schema', version: libraryVersion });
  return true;
}

/** Within a transaction that writes: throws `NewerLibrary` where this version may not. */
export async function checkStamp(library: LibraryDatabase): Promise<void> {
  if (!(await mayWrite(library))) throw new NewerLibrary();
}

/** The entry as it stands after the change. Pure. */
export function changed(facts: EntryFacts, earlier: Entry | undefined, status: Status, now: number): Entry {
  if (earlier?.status === status) return { ...earlier, ...facts };
  const readAt = status === 'read' ? now : null;
  return { ...facts, status, addedAt: earlier?.addedAt ?? now, changedAt: now, readAt };
}

/** Puts a paper on the list or changes its status. Throws when nothing could be written. */
export async function setStatus(
  library: LibraryDatabase,
  facts: EntryFacts,
  status: Status,
  now: number,
): Promise<Change> {
  const { entries, removed: kept, derived, stamp } = library;
  const { change, done } = await library.transaction('rw', entries, kept, derived, stamp, async () => {
    await checkStamp(library);
    const earlier = await library.entries.get(facts.id);
    const removed = earlier === undefined ? await library.removed.get(facts.id) : undefined;
    // Undoing a removal puts back the entry as it was; adding it anew with another status starts anew.
    const base = earlier ?? (removed?.entry.status === status ? removed.entry : undefined);
    const entry = changed(facts, base, status, now);
    const written = await writeEntries(library, [{ before: earlier, after: entry }]);
    if (removed !== undefined) await library.removed.delete(facts.id);
    return { change: { before: earlier?.status ?? null, status, since: entry.changedAt }, done: written };
  });
  done();
  return change;
}

/** Takes a paper off the list. Throws when nothing could be written. */
export async function removeEntry(library: LibraryDatabase, id: string, now: number): Promise<Change> {
  const { entries, removed, derived, stamp } = library;
  const { change, done } = await library.transaction('rw', entries, removed, derived, stamp, async () => {
    await checkStamp(library);
    const entry = await library.entries.get(id);
    if (entry === undefined) return { change: { before: null, status: null, since: null }, done: () => undefined };
    await library.removed.put({ id, entry: bare(entry), removedAt: now });
    const written = await writeEntries(library, [{ before: entry, after: undefined }]);
    const surplus = (await library.removed.count()) - removedKept;
    if (surplus > 0) await library.removed.orderBy('removedAt').limit(surplus).delete();
    return { change: { before: entry.status, status: null, since: null }, done: written };
  });
  done();
  return change;
}

/** The entries of those ids that are on the list. */
export async function entriesOf(library: LibraryDatabase, ids: readonly string[]): Promise<Map<string, Entry>> {
  const found = await library.entries.bulkGet([...ids]);
  return new Map(found.flatMap((entry) => (entry === undefined ? [] : [[entry.id, entry] as const])));
}

/** The newest by their last change of status, newest first. */
export async function recentEntries(
  library: LibraryDatabase,
  limit: number,
): Promise<{ total: number; entries: Entry[] }> {
  const [total, entries] = await Promise.all([
    library.entries.count(),
    library.entries.orderBy('changedAt').reverse().limit(limit).toArray(),
  ]);
  return { total, entries };
}
