// When each part of a row was changed last, and on which machine: what merging lists of several machines goes by. A part
// without a stamp has the time that the row itself names, so that most rows, and all of earlier versions, need none. Pure.
import * as z from 'zod/mini';
import { hashOf } from '../text/string-hash.ts';
import type { Row } from './rows.ts';

/** Milliseconds since 1970, and the machine; '' where none was noted. */
export const Stamp = z.tuple([z.number(), z.string().check(z.maxLength(60))]);
export type Stamp = z.infer<typeof Stamp>;

export const isLater = (one: Stamp, other: Stamp): boolean =>
  one[0] > other[0] || (one[0] === other[0] && one[1] > other[1]);
export const later = (one: Stamp, other: Stamp): Stamp => (isLater(other, one) ? other : one);

/** A tag's stamp with its spelling; null: it was taken off then. */
export const TagStamp = z.tuple([z.number(), z.string().check(z.maxLength(60)), z.nullable(z.string())]);
export type TagStamp = z.infer<typeof TagStamp>;

/** Which notes the note is made of. */
export const NoteStamps = z.object({
  /** The last note of each machine that was known when this one was written. */
  seen: z.record(z.string(), z.number()),
  /** Each note's stamp, and where in the text it is. */
  values: z.array(z.tuple([z.number(), z.string(), z.number(), z.number()])).check(z.maxLength(100)),
});
export type NoteStamps = z.infer<typeof NoteStamps>;

/** A row's `stamps`. */
export const Stamps = z.object({
  /** By group of fields (`groupOf`). */
  fields: z.optional(z.record(z.string(), Stamp)),
  /** By `tagKey`. */
  tags: z.optional(z.record(z.string(), TagStamp)),
  note: z.optional(NoteStamps),
});
export type Stamps = z.infer<typeof Stamps>;

/** Each is read once, however often it is asked for. */
const read = new WeakMap<object, Stamps>();
const none: Stamps = {};

export function stampsOf({ stamps }: Row): Stamps {
  if (typeof stamps !== 'object' || stamps === null) return none;
  const known = read.get(stamps) ?? Stamps.safeParse(stamps).data ?? none;
  read.set(stamps, known);
  return known;
}

/** Fields that only make sense together, by their group; all others are alone. `on`: it was put on the list. */
const groups: Readonly<Record<string, string>> = {
  addedAt: 'on',
  status: 'status',
  changedAt: 'status',
  readAt: 'status',
  statusDates: 'status',
  record: 'paper',
  from: 'paper',
  abstract: 'paper',
  pdf: 'paper',
  site: 'paper',
};
/** Merged in ways of their own. */
const apart = new Set(['id', 'stamps', 'terms', 'aliases', 'tags', 'note']);

export type Group = Record<string, unknown>;

/** A row's fields by their groups; those that have only a stamp are empty. */
export function groupsOf(row: Row): Map<string, Group> {
  const found = new Map<string, Group>();
  for (const name of Object.keys(stampsOf(row).fields ?? {})) found.set(name, {});
  for (const [name, value] of Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (apart.has(name)) continue;
    const group = Object.hasOwn(groups, name) ? (groups[name] ?? name) : name;
    const fields = found.get(group) ?? {};
    // An own field, whatever its name.
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
    found.set(group, fields);
  }
  return found;
}

/** The row with these stamps; with none it has no such field. */
export function withStamps(row: Row, stamps: Stamps): Row {
  const { stamps: _, ...others } = row;
  return Object.keys(stamps).length === 0 ? others : { ...others, stamps };
}

const DecidedAt = z.object({ at: z.number() });

/** The stamp of a part for which none is noted. A status is set when it says so; all else is as old as the entry, the
 *  follow or the decision. */
export function defaultStamp(row: Row, group: string): Stamp {
  const names = group === 'status' ? ['changedAt', 'addedAt'] : ['addedAt', 'since'];
  const time = names.map((name) => row[name]).find((value) => typeof value === 'number');
  return [time ?? DecidedAt.safeParse(row['decision']).data?.at ?? 0, ''];
}
export const groupStamp = (row: Row, group: string): Stamp => stampsOf(row).fields?.[group] ?? defaultStamp(row, group);

/** Tags that differ only in case are one, on every machine. */
export const tagKey = (tag: string): string => tag.toLowerCase();

export const tagsIn = (row: Row): string[] =>
  Array.isArray(row['tags']) ? row['tags'].filter((tag) => typeof tag === 'string') : [];
export const noteIn = (row: Row): string => (typeof row['note'] === 'string' ? row['note'] : '');

/** The note's stamps; one for which none are noted is nobody's, and another one than any other text. */
export function noteStamps(row: Row): NoteStamps {
  const note = noteIn(row);
  const kept = stampsOf(row).note;
  if (kept !== undefined) return kept;
  if (note === '') return { seen: {}, values: [] };
  const nobody = `~${hashOf(note)[0].toString(36)}`;
  const [time] = defaultStamp(row, 'note');
  return { seen: { [nobody]: time }, values: [[time, nobody, 0, note.length]] };
}

/** When the reader last did something with the entry: a removal before that does not hold. What pages add to a paper, and
 *  what is noted by itself, is nothing that the reader did. */
export function lastTouch(row: Row): Stamp {
  const stamps = stampsOf(row);
  let last = groupStamp(row, 'on');
  for (const group of ['status', 'starred']) last = later(last, groupStamp(row, group));
  for (const [time, machine] of Object.values(stamps.tags ?? {})) last = later(last, [time, machine]);
  for (const [machine, time] of Object.entries(noteStamps(row).seen)) last = later(last, [time, machine]);
  return last;
}

/** Tables whose removals are remembered. */
export const timed = ['works', 'follows', 'decisions'] as const;
export type Timed = (typeof timed)[number];
export const isTimed = (table: string): table is Timed => timed.some((one) => one === table);

/** That a row was taken off: all that is kept of it once the bin has forgotten it, so that another machine's old copy does
 *  not bring it back. Its id names table and row. */
export const Gone = z.looseObject({ id: z.string().check(z.maxLength(460)), at: z.number(), by: z.string() });
export type Gone = z.infer<typeof Gone>;
export const goneId = (table: Timed, id: string): string => `${table} ${id}`;
