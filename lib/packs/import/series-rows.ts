// The rows of packs of a series, for the import that makes them one: of a paper the newest record, which is the first that
// comes. Reading goes on at any block.
import * as z from 'zod/mini';
import { bytesOf } from '../piece-row.ts';
import type { CatalogDatabase, PackRow, SeriesSource } from '../store.ts';
import type { Kind } from '../shelf.ts';
import type { PaperRecord } from '../../paper/record.ts';
import type { Batch, Opened, ReadRow } from '../readers/reader.ts';
import { readExtra, readExtraLines } from '../tables/extras.ts';
import { chunkOf, ordinalsOf } from '../tables/hashed.ts';
import { readRecords, RECORDS_A_BLOCK } from '../tables/records.ts';
import { ImportGone } from './journal.ts';

/** Blocks of records that are read at once: a thousand papers. */
const BLOCKS_AT_ONCE = 16;

/** Which pack, and which of its blocks, comes next. */
const Place = z.object({ pack: z.int(), block: z.int(), read: z.number() });
type Place = z.infer<typeof Place>;

/** Tables of ids of the packs that were read, newer than what is read now. */
class Newer {
  readonly #tables: { chunks: (Uint8Array | null)[]; count: number }[] = [];

  async add(database: CatalogDatabase, { store, sizes }: PackRow): Promise<void> {
    const numbers = Array.from({ length: sizes.idChunks }, (_, number) => number);
    this.#tables.push({ chunks: await read(database, store, 'ids', numbers), count: sizes.idChunks });
  }

  has(id: string): boolean {
    return this.#tables.some(({ chunks, count }) => {
      const chunk = chunks[chunkOf(id, count)];
      return chunk !== null && chunk !== undefined && ordinalsOf(chunk, id).length > 0;
    });
  }
}

async function read(
  database: CatalogDatabase,
  store: number,
  kind: Kind,
  numbers: readonly number[],
): Promise<(Uint8Array | null)[]> {
  const rows = await database.pieces.bulkGet(numbers.map((number): [number, Kind, number] => [store, kind, number]));
  return Promise.all(rows.map(bytesOf));
}

const stays = ({ categories = [] }: PaperRecord, keep: readonly string[] | null): boolean =>
  keep === null || categories.some((category) => keep.includes(category));

/** Throws `ImportGone` where a pack is removed while it is read. */
export function openSeries(database: CatalogDatabase, { packs, keep, name }: SeriesSource): Opened {
  async function* rows(resume?: unknown): AsyncGenerator<Batch> {
    const at: Place = Place.safeParse(resume).data ?? { pack: 0, block: 0, read: 0 };
    const newer = new Newer();
    const count = { read: at.read };
    for (const [number, id] of packs.entries()) {
      const pack = await database.packs.get(id);
      if (pack === undefined) throw new ImportGone('a pack of the series was removed');
      if (number >= at.pack) yield* rowsOf(pack, number, number === at.pack ? at.block : 0, newer, count);
      await newer.add(database, pack);
    }
  }

  async function* rowsOf(
    { store, sizes }: PackRow,
    number: number,
    from: number,
    newer: Newer,
    count: { read: number },
  ): AsyncGenerator<Batch> {
    const blocks = Math.ceil(sizes.papers / RECORDS_A_BLOCK);
    for (let block = from; block < blocks; block += BLOCKS_AT_ONCE) {
      const end = Math.min(blocks, block + BLOCKS_AT_ONCE);
      const numbers = Array.from({ length: end - block }, (_, offset) => block + offset);
      const batch: ReadRow[] = [];
      const hasAbstracts = (sizes.abstracts ?? 0) > 0;
      const abstracts = hasAbstracts ? await read(database, store, 'abstracts', numbers) : [];
      for (const [at, bytes] of (await read(database, store, 'records', numbers)).entries()) {
        const texts = abstracts[at] ?? null;
        if (bytes === null || (hasAbstracts && texts === null))
          throw new ImportGone('a pack of the series was removed');
        count.read += bytes.length;
        const extras = texts === null ? [] : readExtraLines(texts);
        for (const [place, record] of readRecords(bytes).entries()) {
          if (record === null || !stays(record, keep) || newer.has(record.id)) continue;
          batch.push({ record, ...readExtra(extras[place] ?? '') });
        }
      }
      const place: Place = { pack: number, block: end, read: count.read };
      yield { rows: batch, read: count.read, resume: place };
    }
  }

  return {
    what: 'Byline packs',
    // The reader never sees a merge; what it is called, its job says.
    facts: {
      name,
      licence: 'CC0 1.0',
      attribution: name,
      madeFrom: name,
      sources: [{ id: 'arxiv', name, what: name, kind: 'public-record' }],
    },
    total: null,
    rows,
  };
}
