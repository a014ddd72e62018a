// A copy of all that is the reader's, as one JSON file: written, read, and what reading it in would change. Pure.
// The format is described in docs/library.md.
import * as z from 'zod/mini';
import { canonicalJson } from './merge/canonical.ts';
import { MAX_BACKUP } from './max-backup.ts';
import { Entry, Follow, KeptDecision } from './schema.ts';
import { Gone } from './stamps.ts';
import { Row, type Change, type Rows, type TableName } from './rows.ts';

/** Raised when a copy changes in a way that older versions can't read. */
const format = 1;
/** Maximum rows of each kind, and letters of one row. */
const MAX_ROWS = 200_000;
const MAX_ROW = 1_200_000;
const MAX_ID = 200;
/** The id of what was taken off names its table too. */
const MAX_GONE_ID = 460;

/** What a machine is called. */
export const MACHINE = /^[0-9a-z-]{1,40}$/;

const Head = z.looseObject({
  byline: z.literal('copy'),
  format: z.number(),
  /** ISO date. */
  made: z.string().check(z.maxLength(40)),
  works: z.array(z.unknown()).check(z.maxLength(MAX_ROWS)),
  follows: z.array(z.unknown()).check(z.maxLength(MAX_ROWS)),
  /** Absent in copies of versions that had none. */
  decisions: z.optional(z.array(z.unknown()).check(z.maxLength(MAX_ROWS))),
  settings: z.unknown(),
  /** For other machines of the reader's; absent in copies of versions that did not merge. */
  machine: z.optional(z.string().check(z.regex(MACHINE))),
  bin: z.optional(z.array(z.unknown()).check(z.maxLength(MAX_ROWS))),
  gone: z.optional(z.array(z.unknown()).check(z.maxLength(MAX_ROWS))),
});
const known = new Set(Object.keys(Head.shape));

export interface Copy {
  made: string;
  works: ReadonlyMap<string, Row>;
  follows: ReadonlyMap<string, Row>;
  decisions: ReadonlyMap<string, Row>;
  settings: unknown;
  /** The machine that saved it; null where it says none. */
  machine: string | null;
  /** What lay in the bin, and what was taken off. */
  removedWorks: ReadonlyMap<string, Row>;
  gone: ReadonlyMap<string, Row>;
  /** Rows that are none, and those that this version keeps without being able to show them. */
  unreadable: number;
  /** Parts that a later version wrote and this one leaves out. */
  unknown: string[];
}

/** `none`: no copy of ours, or a damaged one; `newer`: written by a later version; `large`: above the maximum. */
export type CopyRefusal = 'none' | 'newer' | 'large';

export function writeCopy(rows: Rows, settings: unknown, made: string, machine: string): string {
  const { works, removedWorks, follows, decisions, gone } = rows;
  const list = (of: ReadonlyMap<string, Row>): string => [...of.values()].map((row) => JSON.stringify(row)).join(',\n');
  // One row a line: a copy is to be read by people and compared by tools.
  return [
    `{ "byline": "copy", "format": ${format}, "made": ${JSON.stringify(made)}, "machine": ${JSON.stringify(machine)},`,
    `"settings": ${JSON.stringify(settings)},`,
    `"follows": [\n${list(follows)}\n],`,
    `"decisions": [\n${list(decisions)}\n],`,
    `"bin": [\n${list(removedWorks)}\n],`,
    `"gone": [\n${list(gone)}\n],`,
    `"works": [\n${list(works)}\n] }\n`,
  ].join('\n');
}

/** What a copy has, or why it is not read. */
export function readCopy(text: string): Copy | { refused: CopyRefusal } {
  if (text.length > MAX_BACKUP) return { refused: 'large' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'none' };
  }
  const head = Head.safeParse(value);
  if (!head.success) {
    const claims = z.looseObject({ byline: z.literal('copy'), format: z.number() }).safeParse(value);
    return { refused: claims.success && claims.data.format > format ? 'newer' : 'none' };
  }
  if (head.data.format > format) return { refused: 'newer' };
  let unreadable = 0;
  const rowsOf = (
    list: readonly unknown[],
    schema: typeof Entry | typeof Follow | typeof KeptDecision | typeof Gone | typeof Row,
  ): Map<string, Row> => {
    const rows = new Map<string, Row>();
    for (const one of list) {
      const row = Row.safeParse(one);
      if (!schema.safeParse(one).success) unreadable += 1;
      const longest = schema === Gone ? MAX_GONE_ID : MAX_ID;
      if (row.success && row.data.id.length <= longest && JSON.stringify(one).length <= MAX_ROW)
        rows.set(row.data.id, row.data);
    }
    return rows;
  };
  return {
    made: head.data.made,
    works: rowsOf(head.data.works, Entry),
    follows: rowsOf(head.data.follows, Follow),
    decisions: rowsOf(head.data.decisions ?? [], KeptDecision),
    settings: head.data.settings,
    machine: head.data.machine ?? null,
    removedWorks: rowsOf(head.data.bin ?? [], Row),
    gone: rowsOf(head.data.gone ?? [], Gone),
    unreadable,
    unknown: Object.keys(head.data).filter((name) => !known.has(name)),
  };
}

export type How = 'merge' | 'replace';
export interface Difference {
  added: number;
  changed: number;
  removed: number;
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const timeOf = (row: Row): number => (typeof row['changedAt'] === 'number' ? row['changedAt'] : 0);

/** Tables that a copy has. */
type Copied = 'works' | 'follows' | 'decisions';

/**
 * What reading a copy in would write. Merging adds what is missing and, of a paper in both, keeps the later change;
 * replacing leaves what the copy has and nothing else.
 */
export function changeBy(
  copy: Pick<Copy, Copied>,
  here: Rows,
  how: How,
): { change: Change } & Record<Copied, Difference> {
  const change: Change = { puts: [], deletes: [] };
  const compared = (table: Copied): Difference => {
    const difference: Difference = { added: 0, changed: 0, removed: 0 };
    for (const [id, row] of copy[table]) {
      const mine = here[table].get(id);
      if (mine !== undefined && (same(mine, row) || (how === 'merge' && timeOf(row) <= timeOf(mine)))) continue;
      difference[mine === undefined ? 'added' : 'changed'] += 1;
      change.puts.push([table, row]);
      if (table === 'works' && here.removedWorks.has(id)) change.deletes.push(['removedWorks', id]);
    }
    if (how === 'replace')
      for (const id of here[table].keys()) {
        if (copy[table].has(id)) continue;
        difference.removed += 1;
        change.deletes.push([table, id] satisfies [TableName, string]);
      }
    return difference;
  };
  return { works: compared('works'), follows: compared('follows'), decisions: compared('decisions'), change };
}
