// Merging a copy into the library as one change, and undoing it.
import * as z from 'zod/mini';
import { mergeCopy, type CopyMerge } from './merge-copy.ts';
import type { Copy } from '../backup.ts';
import { hashOf } from '../../text/string-hash.ts';
import type { Library } from '../library.ts';
import { Row, tables, type Change, type Rows, type TableName } from '../rows.ts';

/** What a merge would do, or did. */
export type MergeTally = Omit<CopyMerge, 'change'>;

const tallyOf = ({ works, follows, decisions, removed, bothNotes, asks }: CopyMerge): MergeTally => ({
  works,
  follows,
  decisions,
  removed,
  bothNotes,
  asks,
});

/** What it would do now. */
export async function lookAtMerge(library: Library, copy: Copy, now: number): Promise<MergeTally> {
  const [rows, machine] = [await library.rows(), await library.machine()];
  return tallyOf(mergeCopy(copy, rows, { now, machine }));
}

/** What undoes a merge: each row before it, and what it was after, so that a later change of it is not undone too. */
const Undo = z.array(
  z.object({ table: z.enum(tables), id: z.string(), before: z.nullable(Row), after: z.nullable(z.number()) }),
);

export interface Merged {
  /** Null: it was to be asked first. Nothing was written then. */
  undo: string | null;
  tally: MergeTally;
}

/**
 * Merges a copy, wholly or not at all.
 * @param removals `ask`: where it takes off many papers, nothing is done; `take`: they are taken off; `keep`: they stay
 */
export async function mergeInto(
  library: Library,
  copy: Copy,
  { now, removals }: { now: number; removals: 'ask' | 'take' | 'keep' },
): Promise<Merged> {
  const machine = await library.machine();
  return library.change<Merged>(async () => {
    const rows = await library.rows();
    const merge = mergeCopy(copy, rows, { now, machine, keeps: removals === 'keep' });
    const tally = tallyOf(merge);
    if (merge.asks && removals === 'ask')
      return { change: { puts: [], deletes: [] }, answer: { undo: null, tally }, isStamped: true };
    return { change: merge.change, answer: { undo: undoOf(merge.change, rows), tally }, isStamped: true };
  });
}

const sumOf = (row: Row): number => hashOf(JSON.stringify(row))[0];

function undoOf({ puts, deletes }: Change, rows: Rows): string {
  const one = (table: TableName, id: string, after: Row | null): z.infer<typeof Undo>[number] => ({
    table,
    id,
    before: rows[table].get(id) ?? null,
    after: after === null ? null : sumOf(after),
  });
  return JSON.stringify([
    ...puts.map(([table, row]) => one(table, row.id, row)),
    ...deletes.map(([table, id]) => one(table, id, null)),
  ]);
}

/** Undoes a merge: rows that nobody changed since are as before. Answers how many; null where it is no such text. */
export async function undoMerge(library: Library, undo: string): Promise<number | null> {
  let value: unknown;
  try {
    value = JSON.parse(undo);
  } catch {
    return null;
  }
  const steps = Undo.safeParse(value).data;
  if (steps === undefined) return null;
  return library.change(async () => {
    const rows = await library.rows();
    /** A paper is on the list, in the bin and among what was taken off: all of it goes back, or nothing. */
    const keyOf = (table: TableName, id: string): string =>
      table === 'gone' ? id : `${table === 'removedWorks' ? 'works' : table} ${id}`;
    const changed = new Set(
      steps.flatMap(({ table, id, after }) => {
        const row = rows[table].get(id);
        return (row === undefined ? null : sumOf(row)) === after ? [] : [keyOf(table, id)];
      }),
    );
    const undone = steps.filter(({ table, id }) => !changed.has(keyOf(table, id)));
    const change: Change = {
      puts: undone.flatMap(({ table, before }): Change['puts'] => (before === null ? [] : [[table, before]])),
      deletes: undone.flatMap(({ table, id, before }): Change['deletes'] => (before === null ? [[table, id]] : [])),
    };
    return { change, answer: new Set(undone.map(({ table, id }) => keyOf(table, id))).size, isStamped: true };
  });
}
