// Two entries of one paper as one: what the reader has of either is kept, and undone as a whole.
import { bare } from './derived.ts';
import { entryOf } from './entries.ts';
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import { MAX_NOTE, MAX_TAGS, type Entry } from './schema.ts';

/** Maximum other ids of an entry, as the schema has it. */
const MAX_ALIASES = 50;
/** Further on the way from saved to read. */
const order = ['to-read', 'reading', 'read'];

const furthest = (one: Entry, other: Entry): Entry =>
  order.indexOf(other.status) > order.indexOf(one.status) ? other : one;

const joined = (one = '', other = ''): string =>
  [...new Set([one, other])].filter((note) => note.trim() !== '').join('\n\n');

/** The row that stays, with what the other has beside it. Its own facts come first. Pure. */
export function mergedRow(kept: Row, keptEntry: Entry, other: Entry): Row {
  const { status, changedAt, readAt } = furthest(keptEntry, other);
  const known = new Set((keptEntry.record.code ?? []).map(({ url }) => url));
  const code = [...(keptEntry.record.code ?? []), ...(other.record.code ?? []).filter(({ url }) => !known.has(url))];
  const links = [...new Set([...(keptEntry.record.links ?? []), ...(other.record.links ?? [])])].slice(0, 20);
  return {
    ...kept,
    aliases: [...new Set([...keptEntry.aliases, other.id, ...other.aliases])]
      .filter((id) => id !== kept.id)
      .slice(0, MAX_ALIASES),
    record: {
      ...other.record,
      ...keptEntry.record,
      ...(code.length === 0 ? {} : { code }),
      ...(links.length === 0 ? {} : { links }),
    },
    from: { ...other.from, ...keptEntry.from },
    abstract: keptEntry.abstract ?? other.abstract,
    pdf: keptEntry.pdf ?? other.pdf,
    status,
    changedAt,
    readAt: readAt ?? keptEntry.readAt ?? other.readAt,
    addedAt: Math.min(keptEntry.addedAt, other.addedAt),
    statusDates: { ...other.statusDates, ...keptEntry.statusDates },
    tags: [...new Set([...(keptEntry.tags ?? []), ...(other.tags ?? [])])].slice(0, MAX_TAGS),
    note: joined(keptEntry.note, other.note),
    starred: keptEntry.starred === true || other.starred === true,
  };
}

/** Merges pairs `[kept, other]`, all of them or none; the others lie in the bin. Answers the rows as they were, for `unmerge`. */
export function mergeEntries(
  library: Library,
  pairs: readonly (readonly [string, string])[],
  now: number,
): Promise<Row[]> {
  return library.change<Row[]>(async () => {
    const works = await library.table('works');
    const stored = await works.bulkGet([...new Set(pairs.flat())]);
    const rows = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, bare(row)] as const])));
    const before = new Map<string, Row>();
    const gone = new Set<string>();
    const puts = new Map<string, Row>();
    for (const [keptId, otherId] of pairs) {
      const [keptRow, otherRow] = [puts.get(keptId) ?? rows.get(keptId), rows.get(otherId)];
      if (
        keptRow === undefined ||
        otherRow === undefined ||
        keptId === otherId ||
        gone.has(keptId) ||
        gone.has(otherId)
      )
        continue;
      const [kept, other] = [entryOf(keptRow), entryOf(otherRow)];
      if (kept === null || other === null) continue;
      const next = mergedRow(keptRow, kept, other);
      // Two notes that are too long together stay two entries.
      if (typeof next['note'] === 'string' && next['note'].length > MAX_NOTE) continue;
      for (const id of [keptId, otherId]) {
        const row = rows.get(id);
        if (row !== undefined) before.set(id, before.get(id) ?? row);
      }
      puts.set(keptId, next);
      puts.delete(otherId);
      gone.add(otherId);
    }
    return {
      change: {
        puts: [
          ...[...puts.values()].map((row): ['works', Row] => ['works', row]),
          ...[...gone].flatMap((id): ['removedWorks', Row][] => {
            const entry = rows.get(id);
            return entry === undefined ? [] : [['removedWorks', { id, entry, removedAt: now }]];
          }),
        ],
        deletes: [...gone].map((id): ['works', string] => ['works', id]),
      },
      answer: [...before.values()],
    };
  });
}

/** Undoes a merge: the rows are as they were. */
export function unmerge(library: Library, before: readonly Row[]): Promise<number> {
  return library.change(async () => ({
    change: {
      puts: before.map((row): ['works', Row] => ['works', row]),
      deletes: before.map(({ id }): ['removedWorks', string] => ['removedWorks', id]),
    },
    answer: before.length,
  }));
}
