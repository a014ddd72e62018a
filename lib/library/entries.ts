// The reading list: set, remove, newest, statuses. A row is read by its schema, each for itself; what is written keeps
// all that was in it.
import { dueInBin } from './bin-limits.ts';
import { bare, type StoredRow } from './derived.ts';
import type { Library, Plan } from './library.ts';
import type { Change as RowChange, Row } from './rows.ts';
import { Entry, Status, type KeptPaper, type KeptStatus } from './schema.ts';

export interface Change {
  before: KeptStatus | null;
  status: KeptStatus | null;
  /** When the status was set, in milliseconds since 1970; null when the paper is not on the list. */
  since: number | null;
  /** Every id that marks and cards may know the paper by. */
  ids: readonly string[];
}

/** The entry that a row is; null where this version can't read it. */
export const entryOf = (row: StoredRow): Entry | null => Entry.safeParse(bare(row)).data ?? null;

const idsOf = (row: Row): string[] => {
  const aliases = Array.isArray(row['aliases']) ? row['aliases'] : [];
  return [row.id, ...aliases.filter((one): one is string => typeof one === 'string')];
};

/** The row on the list that is saved under one of those ids, or has one as its alias. */
async function rowOf(library: Library, ids: readonly string[]): Promise<Row | undefined> {
  const works = await library.table('works');
  const [byId] = (await works.bulkGet([...ids])).filter((row) => row !== undefined);
  const row = byId ?? (await works.where('aliases').anyOf(ids).first());
  return row === undefined ? undefined : bare(row);
}

/** Whether a paper is on the list under that id or has it as an alias. */
export const isOnList = async (library: Library, id: string): Promise<boolean> =>
  (await rowOf(library, [id])) !== undefined;

interface Removed {
  row: Row;
  entry: Row;
}

async function removedOf(library: Library, ids: readonly string[]): Promise<Removed | null> {
  const rows = await (await library.table('removedWorks')).bulkGet([...ids]);
  for (const row of rows) {
    const entry = row?.['entry'];
    if (row !== undefined && typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === row.id)
      return { row, entry: entry as Row };
  }
  return null;
}

/** What is kept of a paper, on the list or taken off it lately; null where it is in neither. */
export async function keptOf(library: Library, ids: readonly string[]): Promise<Row | null> {
  return (await rowOf(library, ids)) ?? (await removedOf(library, ids))?.entry ?? null;
}

const put = (row: Row, removed: Removed | null = null): RowChange => ({
  puts: [['works', row]],
  deletes: removed === null ? [] : [['removedWorks', removed.row.id]],
});

/** When each status was set, this one now. */
const datesWith = (row: Row, status: KeptStatus, now: number): Record<string, number> => ({
  ...entryOf(row)?.statusDates,
  [status]: now,
});

const plan = (before: KeptStatus | null, row: Row, status: KeptStatus, change: RowChange): Plan<Change> => ({
  change,
  answer: { before, status, since: Number(row['changedAt']), ids: idsOf(row) },
});

/**
 * Puts a paper on the list or changes its status. `ids`: all that it is known by. `paper`: what is kept of it where it
 * is new; null where only the list may know it. Answers null where it is nowhere to be found.
 */
export function setStatus(
  library: Library,
  { ids, paper, status, now }: { ids: readonly string[]; paper: KeptPaper | null; status: KeptStatus; now: number },
): Promise<Change | null> {
  const readAt = status === 'read' ? now : null;
  return library.change<Change | null>(async () => {
    const earlier = await rowOf(library, ids);
    if (earlier !== undefined && entryOf(earlier) === null) {
      if (paper === null) return { change: { puts: [], deletes: [] }, answer: null };
      // What can't be read makes room, and is kept as it is.
      const row: Row = { ...paper, status, addedAt: now, changedAt: now, readAt };
      const aside: RowChange = {
        puts: [
          ['works', { id: `unread:${earlier.id}`, row: earlier }],
          ['works', row],
        ],
        deletes: earlier.id === row.id ? [] : [['works', earlier.id]],
      };
      return plan(null, row, status, aside);
    }
    if (earlier !== undefined) {
      const before = typeof earlier['status'] === 'string' ? earlier['status'] : null;
      if (before === status) return plan(before, earlier, status, { puts: [], deletes: [] });
      // Its facts stay as they were saved.
      const row = { ...earlier, status, changedAt: now, readAt, statusDates: datesWith(earlier, status, now) };
      return plan(before, row, status, put(row));
    }
    const removed = await removedOf(library, ids);
    // Undoing a removal puts back the entry as it was; adding it with another status starts over.
    if (removed !== null && removed.entry['status'] === status)
      return plan(null, removed.entry, status, put(removed.entry, removed));
    const kept = paper ?? removed?.entry ?? null;
    // A status of a later version comes back as it was, and is given to nothing else.
    if (kept === null || !Status.safeParse(status).success) return { change: { puts: [], deletes: [] }, answer: null };
    const statusDates = { [status]: now };
    const row: Row = { ...kept, status, addedAt: now, changedAt: now, readAt, statusDates };
    return plan(null, row, status, put(row, removed));
  });
}

/** Writes what `to` makes of an entry; null: nothing. Its status and dates stay. */
export function fillEntry(library: Library, id: string, to: (row: Row) => Row | null): Promise<void> {
  return library.change(async () => {
    const row = await rowOf(library, [id]);
    const next = row === undefined ? null : to(row);
    return { change: { puts: next === null ? [] : [['works', next]], deletes: [] }, answer: undefined };
  });
}

/** Takes a paper off the list. */
export function removeEntry(library: Library, ids: readonly string[], now: number): Promise<Change> {
  return library.change<Change>(async () => {
    const row = await rowOf(library, ids);
    if (row === undefined)
      return { change: { puts: [], deletes: [] }, answer: { before: null, status: null, since: null, ids } };
    const forgotten = await dueInBin(library, now, 1);
    return {
      change: {
        puts: [['removedWorks', { id: row.id, entry: row, removedAt: now }]],
        deletes: [
          ['works', row.id],
          ...forgotten.flatMap((id) => (id === row.id ? [] : [['removedWorks', id] as ['removedWorks', string]])),
        ],
      },
      answer: {
        before: typeof row['status'] === 'string' ? row['status'] : null,
        status: null,
        since: null,
        ids: [...new Set([...ids, ...idsOf(row)])],
      },
      forgets: forgotten.length > 0,
    };
  });
}

/** The entries that are saved under one of those ids or have it as an alias, by the id asked for. */
export async function entriesOf(library: Library, ids: readonly string[]): Promise<Map<string, Entry>> {
  const works = await library.table('works');
  const found = new Map<string, Entry>();
  const rows = await works.bulkGet([...ids]);
  for (const row of rows) {
    const entry = row === undefined ? null : entryOf(row);
    if (entry !== null) found.set(entry.id, entry);
  }
  const left = ids.filter((id) => !found.has(id));
  if (left.length === 0) return found;
  const wanted = new Set(left);
  for (const row of await works.where('aliases').anyOf(left).toArray()) {
    const entry = entryOf(row);
    for (const alias of entry?.aliases ?? []) if (entry !== null && wanted.has(alias)) found.set(alias, entry);
  }
  return found;
}

/** Entries of the list, and the rows that this version can't read. */
export interface Listed {
  entries: Entry[];
  unread: Row[];
}

function listed(rows: readonly Row[]): Listed {
  const list: Listed = { entries: [], unread: [] };
  for (const row of rows) {
    const entry = entryOf(row);
    if (entry === null) list.unread.push(bare(row));
    else list.entries.push(entry);
  }
  return list;
}

/** The whole list. */
export const allEntries = async (library: Library): Promise<Listed> =>
  listed(await (await library.table('works')).toArray());

/** The newest by their last change of status, newest first, and how many there are. */
export async function recentEntries(library: Library, limit: number): Promise<{ total: number; entries: Entry[] }> {
  const works = await library.table('works');
  const entries: Entry[] = [];
  const [total] = await Promise.all([
    works.count(),
    works
      .orderBy('changedAt')
      .reverse()
      .until(() => entries.length >= limit)
      .each((row) => {
        const entry = entryOf(row);
        if (entry !== null && entries.length < limit) entries.push(entry);
      }),
  ]);
  return { total, entries };
}

/** Maximum rows looked through for it: of a list that was read almost whole, none is waiting. */
const MAX_LOOKED = 300;

/** The entry that has been waiting longest to be read; null where none is among the oldest. */
export async function longestUnread(library: Library): Promise<Entry | null> {
  const oldest = await (await library.table('works')).orderBy('changedAt').limit(MAX_LOOKED).toArray();
  for (const row of oldest) {
    const entry = row['status'] === 'to-read' ? entryOf(row) : null;
    if (entry !== null) return entry;
  }
  return null;
}
