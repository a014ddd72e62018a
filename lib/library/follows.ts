// Whom the reader follows: set, undo, list. Every write is one transaction: it is wholly in or not at all.
import type { LibraryDatabase } from './database.ts';
import { checkStamp } from './entries.ts';
import type { Follow } from './schema.ts';

/** Follows somebody; who is followed already keeps the date. Throws when nothing could be written. */
export async function follow(library: LibraryDatabase, person: Follow): Promise<void> {
  await library.transaction('rw', library.follows, library.stamp, async () => {
    await checkStamp(library);
    const earlier = await library.follows.get(person.id);
    await library.follows.put({ ...person, since: earlier?.since ?? person.since });
  });
}

/** Follows somebody no more. Answers what was kept of them. Throws when nothing could be written. */
export async function unfollow(library: LibraryDatabase, id: string): Promise<Follow | null> {
  return library.transaction('rw', library.follows, library.stamp, async () => {
    await checkStamp(library);
    const gone = await library.follows.get(id);
    await library.follows.delete(id);
    return gone ?? null;
  });
}

/** All who are followed, the latest first. */
export const allFollows = (library: LibraryDatabase): Promise<Follow[]> =>
  library.follows.orderBy('since').reverse().toArray();
