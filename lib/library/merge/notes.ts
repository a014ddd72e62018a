// Notes that were written on several machines. A note takes the place of those that its writer saw; two of which neither
// writer saw the other's are both kept, one below the other. Pure.
import { noteIn, noteStamps, type NoteStamps } from '../stamps.ts';
import type { Row } from '../rows.ts';

/** Between two notes: a line across, in Markdown. */
const BETWEEN = '\n\n---\n\n';

/** Time, machine, text. */
export type NoteValue = readonly [time: number, machine: string, text: string];

export interface Notes {
  /** The last note of each machine that was known. */
  seen: ReadonlyMap<string, number>;
  /** In the order of their stamps. */
  values: readonly NoteValue[];
}

export function notesOf(row: Row): Notes {
  const { seen, values } = noteStamps(row);
  const note = noteIn(row);
  return ordered(
    new Map(Object.entries(seen)),
    values.map(([time, machine, from, to]) => [time, machine, note.slice(from, to)]),
  );
}

function ordered(seen: ReadonlyMap<string, number>, values: readonly NoteValue[]): Notes {
  const all = new Map(values.map((value) => [JSON.stringify(value), value] as const));
  return {
    seen: new Map([...seen].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    values: [...all.values()].toSorted(
      ([time, machine, text], [atTime, atMachine, atText]) =>
        time - atTime || compare(machine, atMachine) || compare(text, atText),
    ),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is left of both: all but those that the writers of the other's knew and did not keep. */
export function joinedNotes(one: Notes, other: Notes): Notes {
  const left = ({ values }: Notes, by: Notes): NoteValue[] =>
    values.filter(
      ([time, machine]) =>
        (by.seen.get(machine) ?? -Infinity) < time || by.values.some(([at, on]) => at === time && on === machine),
    );
  const seen = new Map(one.seen);
  for (const [machine, time] of other.seen) seen.set(machine, Math.max(time, seen.get(machine) ?? time));
  return ordered(seen, [...left(one, other), ...left(other, one)]);
}

/** Different notes, in order. */
export const textsOf = ({ values }: Notes): string[] => [
  ...new Set(values.flatMap(([, , text]) => (text === '' ? [] : [text]))),
];

/** As a row has them. */
export function noteOf(notes: Notes): { note: string; stamps: NoteStamps } {
  const starts = new Map<string, number>();
  let note = '';
  for (const text of textsOf(notes)) {
    if (note !== '') note += BETWEEN;
    starts.set(text, note.length);
    note += text;
  }
  const values = notes.values.map(([time, machine, text]): NoteStamps['values'][number] => {
    const start = starts.get(text) ?? 0;
    return [time, machine, start, start + text.length];
  });
  return { note, stamps: { seen: Object.fromEntries(notes.seen), values } };
}
