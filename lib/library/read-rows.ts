// Rows of a table by their ids, however many are asked for.
import type { Table } from 'dexie';

/** Ids from which on it is worth asking how many rows there are: each id is a request of its own. */
const MANY = 100;

/** In the order of the ids; undefined for those that are not there. */
export async function readRows<R extends { id: string }>(
  table: Table<R, string>,
  ids: readonly string[],
): Promise<(R | undefined)[]> {
  if (ids.length === 0) return [];
  if (ids.length >= MANY && (await table.count()) <= ids.length) {
    const rows = new Map((await table.toArray()).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id));
  }
  return table.bulkGet([...ids]);
}
