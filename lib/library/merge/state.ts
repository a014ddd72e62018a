// What several machines know of one row, as parts that are merged each by itself; and back to a row. A row's state says
// the same after it was written and read again. Pure.
import { canonicalJson } from './canonical.ts';
import { joinedNotes, noteOf, notesOf, textsOf, type Notes } from './notes.ts';
import type { Row } from '../rows.ts';
import { MAX_TAGS } from '../schema.ts';
import {
  defaultStamp,
  groupsOf,
  groupStamp,
  isLater,
  lastTouch,
  noteStamps,
  stampsOf,
  tagKey,
  tagsIn,
  withStamps,
  type Group,
  type Stamp,
  type Stamps,
  type TagStamp,
} from '../stamps.ts';

/** Maximum tags of an entry that are remembered, those that were taken off among them; the last changed stay. */
const MAX_REMEMBERED = 400;
const MAX_ALIASES = 50;

interface Body {
  groups: ReadonlyMap<string, { stamp: Stamp; value: Group }>;
  tags: ReadonlyMap<string, TagStamp>;
  notes: Notes;
  aliases: readonly string[];
}

export interface State {
  id: string;
  /** Null where only the removal is known. */
  body: Body | null;
  gone: Stamp | null;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export function knownState(id: string, row: Row | null, gone: Stamp | null): State {
  if (row === null) return { id, body: null, gone };
  const groups = new Map(
    [...groupsOf(row)].map(([name, value]) => [name, { stamp: groupStamp(row, name), value }] as const),
  );
  const stamped = stampsOf(row).tags ?? {};
  const [time, nobody] = defaultStamp(row, 'tags');
  const tags = new Map<string, TagStamp>(
    tagsIn(row)
      .slice(0, MAX_TAGS)
      .map((tag) => [tagKey(tag), [time, nobody, tag]]),
  );
  for (const [key, stamp] of Object.entries(stamped)) tags.set(key, stamp);
  const aliases = Array.isArray(row['aliases']) ? row['aliases'].filter((one) => typeof one === 'string') : [];
  return { id, body: { groups, tags: remembered(tags), notes: notesOf(row), aliases: least(aliases) }, gone };
}

const least = (aliases: readonly string[]): string[] => [...new Set(aliases)].toSorted().slice(0, MAX_ALIASES);

/** In the order in which they were changed. */
function remembered(tags: ReadonlyMap<string, TagStamp>): ReadonlyMap<string, TagStamp> {
  const inOrder = [...tags].toSorted(
    ([key, [time, machine]], [atKey, [atTime, atMachine]]) =>
      time - atTime || compare(machine, atMachine) || compare(key, atKey),
  );
  return new Map(inOrder.slice(-MAX_REMEMBERED));
}

/** The later of two; of two with one stamp, the one that every machine chooses. */
function laterOf<T>(one: T, other: T, stampIn: (part: T) => Stamp): T {
  const [a, b] = [stampIn(one), stampIn(other)];
  if (isLater(a, b)) return one;
  if (isLater(b, a)) return other;
  return canonicalJson(one) >= canonicalJson(other) ? one : other;
}

function joinedBy<T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  stampIn: (part: T) => Stamp,
): Map<string, T> {
  const joined = new Map(one);
  for (const [name, theirs] of other) {
    const mine = joined.get(name);
    joined.set(name, mine === undefined ? theirs : laterOf(mine, theirs, stampIn));
  }
  return joined;
}

/** What is known after two machines have met. The order does not matter, nor how often they meet. */
export function joined(one: State, other: State): State {
  const gone =
    one.gone === null ? other.gone : other.gone === null || isLater(one.gone, other.gone) ? one.gone : other.gone;
  if (one.body === null || other.body === null) return { id: one.id, body: one.body ?? other.body, gone };
  const [a, b] = [one.body, other.body];
  return {
    id: one.id,
    gone,
    body: {
      groups: joinedBy(a.groups, b.groups, ({ stamp }) => stamp),
      tags: remembered(joinedBy(a.tags, b.tags, ([time, machine]) => [time, machine])),
      notes: joinedNotes(a.notes, b.notes),
      aliases: least([...a.aliases, ...b.aliases]),
    },
  };
}

/** Different notes that it keeps. */
export const notesIn = ({ body }: State): number => (body === null ? 0 : textsOf(body.notes).length);

/** The state's row; null where nothing but its removal is known. Of one state every machine makes the same row. */
export function rowOf({ id, body }: State): Row | null {
  if (body === null) return null;
  const fields = [...body.groups.values()]
    .flatMap(({ value }) => Object.entries(value))
    .toSorted(([a], [b]) => compare(a, b));
  const shown = [...body.tags.values()].flatMap(([, , tag]) => (tag === null ? [] : [tag])).slice(-MAX_TAGS);
  const { note, stamps: noteWith } = noteOf(body.notes);
  const row: Row = {
    id,
    ...Object.fromEntries(fields),
    // People and decisions have none.
    ...(body.groups.has('record') || body.groups.has('paper') ? { aliases: body.aliases } : {}),
    ...(shown.length === 0 ? {} : { tags: shown }),
    ...(note === '' ? {} : { note }),
  };
  return withStamps(row, stampsFor(row, body, noteWith));
}

/** Those that the row does not say itself. */
function stampsFor(row: Row, { groups, tags }: Body, note: Stamps['note']): Stamps {
  const isDefault = ([time, machine]: readonly unknown[], group: string): boolean => {
    const [at, nobody] = defaultStamp(row, group);
    return time === at && machine === nobody;
  };
  const inRow = new Set(tagsIn(row));
  const fields = [...groups].filter(
    ([name, { stamp, value }]) => !isDefault(stamp, name) || Object.keys(value).length === 0,
  );
  const tagStamps = [...tags].filter(
    ([, [time, machine, tag]]) => tag === null || !inRow.has(tag) || !isDefault([time, machine], 'tags'),
  );
  const plainNote = JSON.stringify(note) === JSON.stringify(noteStamps(row));
  return {
    ...(fields.length === 0
      ? {}
      : {
          fields: Object.fromEntries(
            fields.map(([name, { stamp }]): [string, Stamp] => [name, stamp]).toSorted(([a], [b]) => compare(a, b)),
          ),
        }),
    ...(tagStamps.length === 0 ? {} : { tags: Object.fromEntries(tagStamps) }),
    ...(plainNote || note === undefined ? {} : { note }),
  };
}

/** Whether it is on the list: it was not taken off since the reader last did something with it. */
export function isThere(state: State): boolean {
  const row = rowOf(state);
  return row !== null && (state.gone === null || isLater(lastTouch(row), state.gone));
}
