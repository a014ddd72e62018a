// Whom the reader follows: set, undo, list.
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import { Follow } from './schema.ts';

/** Follows somebody; who is followed already keeps the date. Throws when nothing could be written. */
export function follow(library: Library, person: Follow): Promise<void> {
  return library.change(async () => {
    const earlier = await (await library.table('follows')).get(person.id);
    const since = typeof earlier?.['since'] === 'number' ? earlier['since'] : person.since;
    return { change: { puts: [['follows', { ...earlier, ...person, since }]], deletes: [] }, answer: undefined };
  });
}

/** Follows somebody no more. Answers what was kept of them. Throws when nothing could be written. */
export function unfollow(library: Library, id: string): Promise<Follow | null> {
  return library.change(async () => {
    const gone = await (await library.table('follows')).get(id);
    return {
      change: { puts: [], deletes: gone === undefined ? [] : [['follows', id]] },
      answer: gone === undefined ? null : (Follow.safeParse(gone).data ?? null),
    };
  });
}

/** All who are followed, the latest first, and the rows that this version can't read. */
export async function allFollows(library: Library): Promise<{ follows: Follow[]; unread: Row[] }> {
  const follows: Follow[] = [];
  const unread: Row[] = [];
  for (const row of await (await library.table('follows')).toArray()) {
    const one = Follow.safeParse(row);
    if (one.success) follows.push(one.data);
    else unread.push(row);
  }
  return { follows: follows.toSorted((one, other) => other.since - one.since), unread };
}
