// What merging a copy from another machine would write. Row by row, part by part; what the copy does not speak of stays.
// Pure.
import { asksFirst } from './ask-first.ts';
import { canonicalJson } from './canonical.ts';
import { isThere, joined, notesIn, rowOf, knownState, type State } from './state.ts';
import type { Copy } from '../backup.ts';
import { rowInBin } from '../row-in-bin.ts';
import type { Change, Row, Rows } from '../rows.ts';
import { Entry, Follow, KeptDecision } from '../schema.ts';
import { Gone, goneId, timed, type Stamp, type Timed } from '../stamps.ts';

/** What a merge does to one table. */
export interface TableTally {
  added: number;
  changed: number;
  removed: number;
}

export interface CopyMerge {
  change: Change;
  works: TableTally;
  follows: TableTally;
  decisions: TableTally;
  /** Entries that it takes off the list. */
  removed: Entry[];
  /** Entries with different notes of both machines. */
  bothNotes: number;
  /** It takes off so many papers that the reader is asked first. */
  asks: boolean;
}

type Source = Pick<Copy, Timed | 'removedWorks' | 'gone'>;

const schemas = { works: Entry, follows: Follow, decisions: KeptDecision } as const;
const isReadable = (table: Timed, row: Row): boolean => schemas[table].safeParse(row).success;

/** The row of a table, or the one that lies in the bin. */
function rowIn(rows: Source, table: Timed, id: string): { row: Row | null; isBinned: boolean } {
  const row = rows[table].get(id);
  if (row !== undefined || table !== 'works') return { row: row ?? null, isBinned: false };
  const binned = rowInBin(rows.removedWorks.get(id));
  return { row: binned ?? null, isBinned: binned !== undefined };
}

function goneIn(rows: Source, table: Timed, id: string): Stamp | null {
  const gone = Gone.safeParse(rows.gone.get(goneId(table, id))).data;
  if (gone !== undefined) return [gone.at, gone.by];
  // Taken off by a version that noted no more than this.
  const at = table === 'works' ? rows.removedWorks.get(id)?.['removedAt'] : undefined;
  return typeof at === 'number' ? [at, ''] : null;
}

/** The ids of which a copy says something. */
function idsIn(copy: Source, table: Timed): Set<string> {
  const ids = new Set(copy[table].keys());
  if (table === 'works') for (const id of copy.removedWorks.keys()) ids.add(id);
  const start = goneId(table, '');
  for (const id of copy.gone.keys()) if (id.startsWith(start)) ids.add(id.slice(start.length));
  return ids;
}

/** @param keeps what the copy would take off the list stays, on the other machines too
 *  @param machine what this machine is called */
export function mergeCopy(
  copy: Source,
  here: Rows,
  { now, machine, keeps = false }: { now: number; machine: string; keeps?: boolean },
): CopyMerge {
  const merge: CopyMerge = {
    change: { puts: [], deletes: [] },
    works: { added: 0, changed: 0, removed: 0 },
    follows: { added: 0, changed: 0, removed: 0 },
    decisions: { added: 0, changed: 0, removed: 0 },
    removed: [],
    bothNotes: 0,
    asks: false,
  };
  for (const table of timed)
    for (const id of idsIn(copy, table)) mergeOne(merge, { copy, here, table, id, now, machine, keeps });
  merge.asks = asksFirst(merge.works.removed, here.works.size);
  return merge;
}

interface One {
  copy: Source;
  here: Rows;
  table: Timed;
  id: string;
  now: number;
  machine: string;
  keeps: boolean;
}

function mergeOne(merge: CopyMerge, { copy, here, table, id, now, machine, keeps }: One): void {
  const mine = rowIn(here, table, id);
  const theirs = rowIn(copy, table, id);
  const goneThere = goneIn(copy, table, id);
  // Mostly nothing is new.
  if (
    mine.row !== null &&
    !mine.isBinned &&
    goneThere === null &&
    JSON.stringify(mine.row) === JSON.stringify(theirs.row)
  )
    return;
  // What this version can't read it leaves as it is.
  if (mine.row !== null && !isReadable(table, mine.row)) return;
  if (theirs.row !== null && !isReadable(table, theirs.row)) return;
  const goneHere = mine.row !== null && !mine.isBinned ? null : goneIn(here, table, id);
  const before = knownState(id, mine.row, goneHere);
  let after = joined(before, knownState(id, theirs.row, goneThere));
  const wasThere = mine.row !== null && !mine.isBinned;
  if (keeps && wasThere && !isThere(after)) after = keptAnyway(after, [now, machine]);
  const row = rowOf(after);
  if (row !== null && !isReadable(table, row)) return;
  const { puts, deletes } = merge.change;
  const tally = merge[table];
  const isNew = row !== null && (mine.row === null || canonicalJson(row) !== canonicalJson(rowOf(before)));
  if (row !== null && isThere(after)) {
    if (!wasThere) tally.added += 1;
    else if (isNew) tally.changed += 1;
    if (wasThere && !isNew) return;
    if (notesIn(after) > Math.max(1, notesIn(before))) merge.bothNotes += 1;
    puts.push([table, row]);
    if (here.gone.has(goneId(table, id))) deletes.push(['gone', goneId(table, id)]);
    if (table === 'works' && here.removedWorks.has(id)) deletes.push(['removedWorks', id]);
    return;
  }
  if (after.gone === null) return;
  const [at, by] = after.gone;
  const isLaterGone = goneHere === null || at !== goneHere[0] || by !== goneHere[1];
  if (isLaterGone || !here.gone.has(goneId(table, id))) puts.push(['gone', { id: goneId(table, id), at, by }]);
  if (wasThere) {
    tally.removed += 1;
    deletes.push([table, id]);
  }
  // What this machine never had needs no place in its bin.
  if (table !== 'works' || mine.row === null || row === null) return;
  if (wasThere) {
    puts.push(['removedWorks', { id, entry: row, removedAt: now }]);
    const entry = Entry.safeParse(row).data;
    if (entry !== undefined) merge.removed.push(entry);
  } else if (isNew) puts.push(['removedWorks', { ...here.removedWorks.get(id), id, entry: row }]);
}

/** As if the reader had just put it on the list again. */
function keptAnyway(state: State, [now, machine]: Stamp): State {
  const on = state.body?.groups.get('on');
  if (state.body === null || on === undefined || state.gone === null) return state;
  const stamp: Stamp = [Math.max(now, state.gone[0] + 1), machine];
  return { ...state, body: { ...state.body, groups: new Map([...state.body.groups, ['on', { ...on, stamp }]]) } };
}
