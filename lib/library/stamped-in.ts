// The stamps of a change, by what the store has before it.
import type { Dexie } from 'dexie';
import { bare } from './derived.ts';
import { readRows } from './read-rows.ts';
import { rowInBin } from './row-in-bin.ts';
import type { Change, Row, TableName } from './rows.ts';
import { stampedChange } from './stamp-change.ts';
import { goneId, isTimed } from './stamps.ts';

/** `now`: milliseconds since 1970. */
export async function stampedIn(
  database: Dexie,
  change: Change,
  { machine, now }: { machine: string; now: number },
): Promise<Change> {
  const touched = new Map<TableName, Set<string>>();
  const touch = (table: TableName, id: string): void => {
    touched.set(table, (touched.get(table) ?? new Set()).add(id));
  };
  for (const [table, id] of change.deletes) if (isTimed(table)) touch(table, id);
  for (const [table, { id }] of change.puts)
    if (isTimed(table)) {
      touch(table, id);
      touch('gone', goneId(table, id));
      if (table === 'works') touch('removedWorks', id);
    }
  const found = new Map<string, Row>();
  for (const [table, ids] of touched)
    for (const row of await readRows(database.table<Row, string>(table), [...ids]))
      if (row !== undefined) found.set(`${table} ${row.id}`, bare(row));
  return stampedChange(change, {
    row: (table, id) => found.get(`${table} ${id}`),
    binned: (id) => rowInBin(found.get(`removedWorks ${id}`)),
    gone: (id) => found.get(`gone ${id}`),
    machine,
    now,
  });
}
