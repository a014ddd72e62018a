// What store and mirror owe each other after a start, from what each has. Pure.
import type { Mirrored } from './mirror.ts';
import { noRows, tables, type Change, type Counts, type Rows, type TableName } from './rows.ts';

/** The store as it was found. */
export interface Found {
  /** The last change that it says it has; null where it says nothing. */
  last: { seq: number; counts: Counts } | null;
  ids: Record<TableName, ReadonlySet<string>>;
}

export interface Repair {
  /** What is to be written to the store. */
  change: Change;
  /** What the reader is to be told; null where nothing was lost, or no one had been told that it was saved. */
  notice: Notice | null;
}

export interface Notice {
  /** Brought back from the mirror. */
  papers: number;
  people: number;
  /** Papers that are in neither place any more. */
  lost: number;
}

/** Rows are missing that the store itself says it has, or it has forgotten that it ever had any. */
export function isDamaged(last: Found['last'], counts: Counts, mirrorSeq: number): boolean {
  if (last === null) return mirrorSeq > 0;
  return tables.some((table) => counts[table] !== last.counts[table]);
}

const sizesOf = (ids: Found['ids']): Counts => ({
  works: ids.works.size,
  removedWorks: ids.removedWorks.size,
  follows: ids.follows.size,
  decisions: ids.decisions.size,
  gone: ids.gone.size,
});

const noIds = (): Record<TableName, Set<string>> => ({
  works: new Set(),
  removedWorks: new Set(),
  follows: new Set(),
  decisions: new Set(),
  gone: new Set(),
});

function replayed(mirrored: Mirrored, from: number): Change | null {
  const after = noRows();
  const gone = noIds();
  for (let seq = from; seq <= mirrored.seq; seq += 1) {
    const change = mirrored.changes.get(seq);
    if (change === undefined) return null;
    for (const [table, id] of change.deletes) {
      after[table].delete(id);
      gone[table].add(id);
    }
    for (const [table, row] of change.puts) {
      after[table].set(row.id, row);
      gone[table].delete(row.id);
    }
  }
  return changeOf(after, gone);
}

const changeOf = (rows: Rows, gone?: Record<TableName, ReadonlySet<string>>): Change => ({
  puts: tables.flatMap((table) => [...rows[table].values()].map((row) => [table, row] as [TableName, typeof row])),
  deletes: tables.flatMap((table) => [...(gone?.[table] ?? [])].map((id) => [table, id] as [TableName, string])),
});

/** What the store is to be given so that it has again what was confirmed to the reader. Only what the mirror says was
 *  taken off is deleted. */
export function repair(found: Found, mirrored: Mirrored): Repair {
  const seq = found.last?.seq ?? 0;
  const damaged = isDamaged(found.last, sizesOf(found.ids), mirrored.seq);
  if (!damaged && mirrored.seq > seq) {
    const change = replayed(mirrored, seq + 1);
    // One change ahead: the worker was stopped between file and store, and no one was told that it was saved.
    if (change !== null) return { change, notice: mirrored.seq === seq + 1 ? null : noticeOf(change, found, 0) };
  }
  const rows = noRows();
  const gone = noIds();
  const mirrorIsLater = mirrored.seq > seq;
  for (const table of tables)
    for (const [id, row] of mirrored.rows[table]) {
      if (found.ids[table].has(id) && !(mirrorIsLater && mirrored.whole)) continue;
      // The later of both says whether it is on the list or was taken off.
      if (!mirrorIsLater && isElsewhere(table, id, found.ids)) continue;
      rows[table].set(id, row);
    }
  if (mirrorIsLater && mirrored.whole && found.last !== null)
    for (const table of ['works', 'removedWorks'] as const)
      for (const id of found.ids[table])
        if (!mirrored.rows[table].has(id) && isElsewhere(table, id, mirrored.rows)) gone[table].add(id);
  const change = changeOf(rows, gone);
  const lost = (found.last?.counts.works ?? 0) - found.ids.works.size - newIn(change, found, 'works');
  return { change, notice: damaged || mirrorIsLater ? noticeOf(change, found, Math.max(0, lost)) : null };
}

const other: Partial<Record<TableName, TableName>> = { works: 'removedWorks', removedWorks: 'works' };

/** A paper is on the list or among those taken off, never both. */
function isElsewhere(table: TableName, id: string, of: Record<TableName, { has: (id: string) => boolean }>): boolean {
  const elsewhere = other[table];
  return elsewhere !== undefined && of[elsewhere].has(id);
}

const newIn = ({ puts }: Change, found: Found, wanted: TableName): number =>
  puts.filter(([table, { id }]) => table === wanted && !found.ids[table].has(id)).length;

function noticeOf(change: Change, found: Found, lost: number): Notice | null {
  const back = tables.reduce((sum, table) => sum + newIn(change, found, table), 0);
  if (back === 0 && change.deletes.length === 0 && lost === 0) return null;
  return { papers: newIn(change, found, 'works'), people: newIn(change, found, 'follows'), lost };
}
