// A pack built in memory, with the same two stages as an import: for the bundled pack, the command line and tests.
import { beginMerge, Merge, sizesOf, type RunStore } from './import/merge.ts';
import type { Run } from './import/run-kind.ts';
import { Spool } from './import/spool.ts';
import type { Person } from '../paper/schema.ts';
import { TITLE_INDEX_VERSION } from './tables/title-index.ts';
import type { PackFacts, PaperRecord } from '../paper/record.ts';
import type { PaperExtra } from './tables/extras.ts';
import type { Piece } from './piece.ts';
import { kinds, type Kind, type Shelf, type TableSizes } from './shelf.ts';

/** Its first number is raised when the tables change, its last when they only have more than before; so that an updated
 *  Byline imports the bundled pack again. */
export const packFormat = `3.${TITLE_INDEX_VERSION}.3`;
/** Packs of this format are read too: they have no words of abstracts, and do not say what cites what. */
export const packFormatWithoutReferences = `3.${TITLE_INDEX_VERSION}.2`;
/** And of this one: they keep no abstracts. */
export const packFormatWithoutAbstracts = `3.${TITLE_INDEX_VERSION}.1`;
/** And of this one: they are found by titles and names, and not by venue or year. */
export const packFormatWithoutVenues = `3.${TITLE_INDEX_VERSION}`;
/** And of this one: as that, with authors under earlier keys (`lib/paper/names/earlier-key.ts`). */
export const earlierPackFormat = `2.${TITLE_INDEX_VERSION}`;
export const packFormatsRead: readonly string[] = [
  packFormat,
  packFormatWithoutReferences,
  packFormatWithoutAbstracts,
  packFormatWithoutVenues,
  earlierPackFormat,
];

export interface BuiltPack {
  /** One of `packFormatsRead`. */
  format: string;
  facts: PackFacts;
  sizes: TableSizes;
  /** By kind in the order of `kinds`, then by number. */
  pieces: Piece[];
}

const ROWS_A_BATCH = 16_384;

type PaperRow = PaperRecord | ({ record: PaperRecord } & PaperExtra);

/** `rows`: records, or records with what there is beside them. */
export async function buildPack(
  facts: PackFacts,
  rows: Iterable<PaperRow> | AsyncIterable<PaperRow>,
  people: readonly Person[] = [],
): Promise<BuiltPack> {
  const pieces = new Map<Kind, Piece[]>(kinds.map((kind) => [kind, []]));
  const runs = new Map<string, Uint8Array[]>();
  const keep = (some: { pieces: readonly Piece[]; runs: readonly Run[] }): void => {
    for (const piece of some.pieces) {
      const all = pieces.get(piece.kind);
      if (all !== undefined) all[piece.number] = piece;
    }
    for (const { kind, partition, bytes } of some.runs) {
      const key = `${kind} ${partition}`;
      const all = runs.get(key);
      if (all === undefined) runs.set(key, [bytes]);
      else all.push(bytes);
    }
  };
  const spool = new Spool();
  for await (const row of rows) {
    if ('record' in row) spool.add(row.record, row);
    else spool.add(row);
    if (spool.waiting >= ROWS_A_BATCH) keep(spool.take());
  }
  keep(spool.take());
  const runStore: RunStore = {
    runs: (kind, from, to) =>
      Promise.resolve(Array.from({ length: to - from }, (_, at) => runs.get(`${kind} ${from + at}`) ?? []).flat()),
    pieces: (kind, numbers) => Promise.resolve(numbers.map((number) => pieces.get(kind)?.[number]?.bytes ?? null)),
  };
  const merge = new Merge(beginMerge(spool.state), runStore);
  while (!merge.done) keep(await merge.step());
  let peopleBytes = 0;
  if (people.length > 0) {
    const bytes = new TextEncoder().encode(JSON.stringify(people));
    peopleBytes = bytes.length;
    keep({ pieces: [{ kind: 'people', number: 0, bytes }], runs: [] });
  }
  return {
    format: packFormat,
    facts,
    sizes: sizesOf(merge.state, people.length, peopleBytes),
    pieces: [...pieces.values()].flat(),
  };
}

/** A pack in memory as a shelf. */
export function memoryShelf({ pieces }: BuiltPack): Shelf {
  const byKey = new Map(pieces.map(({ kind, number, bytes }) => [`${kind} ${number}`, bytes]));
  return {
    get: (kind, numbers) => Promise.resolve(numbers.map((number) => byKey.get(`${kind} ${number}`) ?? null)),
  };
}
