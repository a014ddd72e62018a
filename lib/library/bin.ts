// Papers that were taken off the list: they lie in the bin for 30 days, whole, and can be put back.
import type { Library } from './library.ts';
import { dueInBin } from './bin-limits.ts';
import { bare } from './derived.ts';
import { entryOf } from './entries.ts';
import { rowInBin } from './row-in-bin.ts';
import type { Row } from './rows.ts';
import type { Entry } from './schema.ts';

export interface Binned {
  entry: Entry;
  /** Milliseconds since 1970. */
  removedAt: number;
}

/** Takes entries off the list, all of them or none. Answers the ids of those that were on it. */
export function removeEntries(library: Library, ids: readonly string[], now: number): Promise<string[]> {
  return library.change<string[]>(async () => {
    const found = await (await library.table('works')).bulkGet([...new Set(ids)]);
    const rows = found.flatMap((row) => (row === undefined ? [] : [bare(row)]));
    const gone = new Set(rows.map(({ id }) => id));
    const forgotten = (await dueInBin(library, now, rows.length)).filter((id) => !gone.has(id));
    return {
      change: {
        puts: rows.map((row): ['removedWorks', Row] => ['removedWorks', { id: row.id, entry: row, removedAt: now }]),
        deletes: [
          ...rows.map(({ id }): ['works', string] => ['works', id]),
          ...forgotten.map((id): ['removedWorks', string] => ['removedWorks', id]),
        ],
      },
      answer: [...gone],
      forgets: forgotten.length > 0,
    };
  });
}

/** Puts papers of the bin back on the list as they were. Answers the ids of those that came back. */
export function putBack(library: Library, ids: readonly string[]): Promise<string[]> {
  return library.change<string[]>(async () => {
    const [removed, works] = await Promise.all([library.table('removedWorks'), library.table('works')]);
    const wanted = [...new Set(ids)];
    const onList = new Set((await works.bulkGet(wanted)).flatMap((row) => row?.id ?? []));
    const entries = (await removed.bulkGet(wanted)).flatMap((row) => (row === undefined ? [] : (rowInBin(row) ?? [])));
    return {
      change: {
        // One that was saved again meanwhile stays as it is.
        puts: entries.filter(({ id }) => !onList.has(id)).map((entry): ['works', Row] => ['works', entry]),
        deletes: entries.map(({ id }): ['removedWorks', string] => ['removedWorks', id]),
      },
      answer: entries.map(({ id }) => id),
    };
  });
}

/** What lies in the bin, the last first. */
export async function binned(library: Library): Promise<Binned[]> {
  const rows = await (await library.table('removedWorks')).orderBy('removedAt').reverse().toArray();
  return rows.flatMap((row) => {
    const stored = rowInBin(row);
    const entry = stored === undefined ? null : entryOf(stored);
    return entry === null || typeof row['removedAt'] !== 'number' ? [] : [{ entry, removedAt: row['removedAt'] }];
  });
}

/** Forgets papers of the bin for good; `null`: those whose time is over. Answers how many. */
export function forget(library: Library, ids: readonly string[] | null, now: number): Promise<number> {
  return library.change(async () => {
    const gone = ids === null ? await dueInBin(library, now, 0) : [...new Set(ids)];
    return {
      change: { puts: [], deletes: gone.map((id): ['removedWorks', string] => ['removedWorks', id]) },
      answer: gone.length,
      forgets: gone.length > 0,
    };
  });
}
