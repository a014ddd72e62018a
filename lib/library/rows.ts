// The tables of the reader's own data as plain rows: what store, mirror and backup have in common. Rows are not parsed
// here, so that one which this version cannot read passes through unchanged.
import * as z from 'zod/mini';

/** Tables that are mirrored, in the order in which they are written. */
export const tables = ['works', 'removedWorks', 'follows', 'decisions', 'gone'] as const;
export type TableName = (typeof tables)[number];

/** Any row has an id; all else is for its own schema to say. */
export const Row = z.looseObject({ id: z.string() });
export type Row = z.infer<typeof Row>;

export type Rows = Record<TableName, Map<string, Row>>;
export type Counts = Record<TableName, number>;

export const noRows = (): Rows => ({
  works: new Map(),
  removedWorks: new Map(),
  follows: new Map(),
  decisions: new Map(),
  gone: new Map(),
});
export const noCounts = (): Counts => ({ works: 0, removedWorks: 0, follows: 0, decisions: 0, gone: 0 });
const TableName = z.enum(tables);
/** Rows written and ids deleted together, wholly or not at all. No id appears in it twice for one table. */
export const Change = z.object({
  puts: z.array(z.tuple([TableName, Row])),
  deletes: z.array(z.tuple([TableName, z.string()])),
});
export type Change = z.infer<typeof Change>;

export function applyChange(rows: Rows, { puts, deletes }: Change): void {
  for (const [table, id] of deletes) rows[table].delete(id);
  for (const [table, row] of puts) rows[table].set(row.id, row);
}
