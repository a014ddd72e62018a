// Gives each change of the reader's own data its time and machine, whoever made it: what changed in a row is stamped, what
// was taken off is remembered. Pure.
import { bare } from './derived.ts';
import type { Change, Row } from './rows.ts';
import {
  defaultStamp,
  goneId,
  groupsOf,
  groupStamp,
  isLater,
  isTimed,
  lastTouch,
  noteIn,
  noteStamps,
  stampsOf,
  tagKey,
  tagsIn,
  withStamps,
  type Stamp,
  type Stamps,
  type TagStamp,
} from './stamps.ts';

/** What the store has before the change, and whose change it is. */
export interface Stamping {
  row: (table: string, id: string) => Row | undefined;
  /** The list's row that lies in the bin: one that is saved again takes its place, with all that was said of it. */
  binned: (id: string) => Row | undefined;
  gone: (id: string) => Row | undefined;
  machine: string;
  now: number;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Later than what it follows, also where another machine's clock is ahead. */
const after = (before: number, { machine, now }: Stamping): Stamp => [Math.max(now, before + 1), machine];

/** The change with stamps, and with what it takes off remembered. */
export function stampedChange({ puts, deletes }: Change, stamping: Stamping): Change {
  const change: Change = { puts: [], deletes: [...deletes] };
  const kept = new Set(puts.map(([table, { id }]) => `${table} ${id}`));
  for (const [table, row] of puts) {
    if (!isTimed(table)) {
      change.puts.push([table, row]);
      continue;
    }
    const before = stamping.row(table, row.id) ?? (table === 'works' ? stamping.binned(row.id) : undefined);
    const gone = stamping.gone(goneId(table, row.id));
    const goneAt = typeof gone?.['at'] === 'number' ? gone['at'] : null;
    change.puts.push([table, stampedRow(before, row, goneAt, stamping)]);
    if (gone !== undefined) change.deletes.push(['gone', gone.id]);
  }
  for (const [table, id] of deletes) {
    const row = isTimed(table) ? stamping.row(table, id) : undefined;
    if (!isTimed(table) || row === undefined || kept.has(`${table} ${id}`)) continue;
    const [at, by] = after(lastTouch(bare(row))[0], stamping);
    change.puts.push(['gone', { id: goneId(table, id), at, by }]);
  }
  return change;
}

function stampedRow(before: Row | undefined, row: Row, goneAt: number | null, stamping: Stamping): Row {
  const stamps: Stamps = stampsOf(before ?? row);
  const fields = new Map(Object.entries(stamps.fields ?? {}));
  let { note } = stamps;
  let tags = Object.entries(stamps.tags ?? {});
  if (before !== undefined) {
    const [old, own] = [groupsOf(before), groupsOf(row)];
    for (const name of new Set([...old.keys(), ...own.keys()])) {
      const was = groupStamp(before, name);
      if (same(own.get(name), old.get(name))) {
        // What the row says of its age is another now, and this part is no older or newer for that.
        if (!fields.has(name) && !same(defaultStamp(row, name), was)) fields.set(name, was);
        continue;
      }
      // The row itself may say when: a status does. What is not in it any more is noted by its stamp alone.
      const isLeft = Object.keys(own.get(name) ?? {}).length > 0;
      if (isLeft && isLater(defaultStamp(row, name), was)) fields.delete(name);
      else fields.set(name, after(was[0], stamping));
    }
    tags = stampedTags(before, row, stamps, stamping);
    if (noteIn(before) !== noteIn(row)) note = nextNote(before, row, stamping);
    else if (isOtherAge(before, row) && noteIn(row) !== '') note = noteStamps(before);
  }
  if (goneAt !== null && (fields.get('on') ?? defaultStamp(row, 'on'))[0] <= goneAt)
    fields.set('on', after(goneAt, stamping));
  return withStamps(row, {
    ...(fields.size === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags) }),
    ...(note === undefined ? {} : { note }),
  });
}

const isOtherAge = (before: Row, row: Row): boolean => !same(defaultStamp(before, 'tags'), defaultStamp(row, 'tags'));

function stampedTags(before: Row, row: Row, stamps: Stamps, stamping: Stamping): [string, TagStamp][] {
  const kept = new Map(Object.entries(stamps.tags ?? {}));
  const old = new Map(tagsIn(before).map((tag) => [tagKey(tag), tag]));
  const now = new Map(tagsIn(row).map((tag) => [tagKey(tag), tag]));
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const spelling = old.get(key);
    if (spelling === now.get(key)) {
      if (spelling !== undefined && !kept.has(key) && isOtherAge(before, row))
        kept.set(key, [...defaultStamp(before, 'tags'), spelling]);
      continue;
    }
    const [time, machine] = after(kept.get(key)?.[0] ?? defaultStamp(before, 'tags')[0], stamping);
    kept.set(key, [time, machine, now.get(key) ?? null]);
  }
  return [...kept];
}

/** A note that was written knowing all that the one before it was made of. */
function nextNote(before: Row, row: Row, stamping: Stamping): Stamps['note'] {
  const { seen } = noteStamps(before);
  const note = noteIn(row);
  const [time, machine] = after(Math.max(0, ...Object.values(seen)), stamping);
  return { seen: { ...seen, [machine]: time }, values: note === '' ? [] : [[time, machine, 0, note.length]] };
}
