// People the reader follows: set, undo, list.
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import { asToday } from './followed.ts';
import { Follow } from './schema.ts';

/** Somebody's row, also under the id that an earlier version gave them. */
async function rowOf(library: Library, id: string): Promise<Row | undefined> {
  const table = await library.table('follows');
  const isMeant = (row: Row): boolean => {
    const kept = Follow.safeParse(row).data;
    return (kept === undefined ? row.id : asToday(kept).id) === id;
  };
  const row = await table.get(id);
  return row !== undefined && isMeant(row) ? row : (await table.toArray()).find(isMeant);
}

/** Follows somebody; who is followed already keeps the date. Throws when nothing could be written. */
export function follow(library: Library, person: Follow): Promise<void> {
  return library.change(async () => {
    const earlier = await rowOf(library, person.id);
    const since = typeof earlier?.['since'] === 'number' ? earlier['since'] : person.since;
    const before = earlier === undefined || earlier.id === person.id ? [] : [earlier.id];
    const deletes = before.map((one): ['follows', string] => ['follows', one]);
    return { change: { puts: [['follows', { ...earlier, ...person, since }]], deletes }, answer: undefined };
  });
}

/** Follows somebody no more. Answers what was kept of them. Throws when nothing could be written. */
export function unfollow(library: Library, id: string): Promise<Follow | null> {
  return library.change(async () => {
    const gone = await rowOf(library, id);
    const kept = Follow.safeParse(gone).data;
    return {
      change: { puts: [], deletes: gone === undefined ? [] : [['follows', gone.id]] },
      answer: kept === undefined ? null : asToday(kept),
    };
  });
}

/** All who are followed, the latest first, under the ids of today, and the rows that this version can't read. */
export async function allFollows(library: Library): Promise<{ follows: Follow[]; unread: Row[] }> {
  const follows: Follow[] = [];
  const unread: Row[] = [];
  for (const row of await (await library.table('follows')).toArray()) {
    const one = Follow.safeParse(row);
    if (one.success) follows.push(asToday(one.data));
    else unread.push(row);
  }
  return { follows: follows.toSorted((one, other) => other.since - one.since), unread };
}
