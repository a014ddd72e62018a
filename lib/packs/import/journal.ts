// Every write of an import: pieces and runs together with the row that says how far it is, in one transaction. An
// import that was cancelled, or that another importer runs, notices here and writes nothing.
import { bytesOf, pieceRow } from '../piece-row.ts';
import type { CatalogDatabase, ImportRow, PackRow, PublishedSource, RunRow, SeriesSource } from '../store.ts';
import { packFormat } from '../build.ts';
import { publishedSeries } from '../pack-id.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Piece } from '../piece.ts';
import type { PackFacts } from '../../paper/record.ts';
import type { Kind, TableSizes } from '../shelf.ts';
import type { RunStore } from './merge.ts';
import type { Run } from './run-kind.ts';

/** The import was cancelled, or another importer continues with it. */
export class ImportGone extends Error {
  override name = 'ImportGone';
}

/** More than any kind has. */
const MAX_PARTITIONS = 1 << 12;
/** Kinds of runs kept: references are read together with ids. */
const MAX_KINDS_KEPT = 2;

export class Journal {
  readonly #database: CatalogDatabase;
  /** As the last `write` says; `settled` tells when it is in the store. */
  row: ImportRow;
  #writing: Promise<void> = Promise.resolve();

  constructor(database: CatalogDatabase, row: ImportRow) {
    this.#database = database;
    this.row = row;
  }

  async #claim(row: ImportRow): Promise<void> {
    const stored = await this.#database.imports.get(row.id);
    if (stored === undefined || stored.lease !== row.lease - 1) throw new ImportGone('the import was cancelled');
  }

  /** Begins a transaction once the one before it is through: the next rows are read while these are written, and never
   *  more than one batch waits for the store. What a transaction meets is thrown by the next call. */
  async write(pieces: readonly Piece[], runs: readonly Run[], change: Partial<ImportRow>): Promise<void> {
    await this.#writing;
    this.row = { ...this.row, ...change, lease: this.row.lease + 1 };
    this.#writing = this.#put(pieces, runs, this.row);
    this.#writing.catch(() => undefined);
  }

  /** Everything is written, or it throws why not. */
  settled(): Promise<void> {
    return this.#writing;
  }

  async #put(pieces: readonly Piece[], runs: readonly Run[], row: ImportRow): Promise<void> {
    const { imports, pieces: shelf, runs: heap } = this.#database;
    const { id: job, store, lease: run } = row;
    await this.#database.transaction('rw', imports, shelf, heap, async () => {
      await this.#claim(row);
      await Promise.all([
        imports.put(row),
        pieces.length === 0 ? null : shelf.bulkPut(pieces.map((piece) => pieceRow(store, piece))),
        runs.length === 0 ? null : heap.bulkPut(runs.map((one) => ({ job, run, ...one }))),
      ]);
    });
  }

  /** The last transaction of a merge: the packs that it was made of are gone, and the new one is there; none where nothing
   *  of them is left. */
  async finishSeries(source: SeriesSource, facts: PackFacts, sizes: TableSizes | null): Promise<PackRow | null> {
    await this.#writing;
    const { imports, packs } = this.#database;
    const { store, id, lease } = this.row;
    return this.#database.transaction('rw', imports, packs, async () => {
      await this.#claim({ ...this.row, lease: lease + 1 });
      const before = (await packs.bulkGet(source.packs)).filter((row) => row !== undefined);
      if (before.length < source.packs.length) throw new ImportGone('a pack of the series was removed');
      await packs.bulkDelete(source.packs);
      await imports.delete(id);
      if (sizes === null) return null;
      // As many papers are in the series as before: what is more than that is in earlier parts.
      const single = before.reduce((sum, row) => sum + row.sizes.papers - (row.series?.repeated ?? 0), 0);
      const repeated = source.keep === null ? Math.max(0, sizes.papers - single) : 0;
      // In the place that the oldest of them has among all packs.
      const importedAt = Math.min(...before.map((row) => row.importedAt));
      // Removed meanwhile, and not gone yet: that stays so.
      const deleteAt = before.find((row) => row.deleteAt !== undefined)?.deleteAt;
      const pack: PackRow = {
        ...facts,
        sizes,
        store,
        format: packFormat,
        importedAt,
        series: { ...source.series, repeated },
        ...(source.published === undefined ? {} : { published: source.published }),
        ...(deleteAt === undefined ? {} : { deleteAt }),
      };
      await packs.put(pack);
      return pack;
    });
  }

  /** The last transaction: from here on the pack is there, and only then. */
  async finish(facts: PackFacts, sizes: TableSizes, format = packFormat): Promise<PackRow> {
    await this.#writing;
    const { imports, packs } = this.#database;
    const row: ImportRow = { ...this.row, state: 'done', progress: 1, checkpoint: null, lease: this.row.lease + 1 };
    const plain: PackRow = { ...facts, sizes, store: row.store, format, importedAt: Date.now() };
    const pack = await this.#database.transaction('rw', imports, packs, async () => {
      await this.#claim(row);
      const { source } = row;
      const made = source.kind === 'published' ? await this.#published(source, plain) : plain;
      await Promise.all([imports.put(row), packs.put(made)]);
      return made;
    });
    this.row = row;
    return pack;
  }

  /** A publisher's pack in its series: a whole one takes the place of all before it, another one follows the one that it
   *  adds to. */
  async #published({ number, after, published }: PublishedSource, pack: PackRow): Promise<PackRow> {
    const { packs } = this.#database;
    const id = publishedSeries(published);
    const before = (await packs.toArray()).filter(({ series }) => series?.id === id);
    if (after === null) await packs.bulkDelete(before.map((row) => row.id));
    else if (!before.some(({ series }) => series?.to === after)) throw new UnreadableFile('series-order', pack.name);
    const importedAt = Math.min(pack.importedAt, ...before.map((row) => row.importedAt));
    return { ...pack, importedAt, series: { id, from: number, to: number, repeated: 0 }, published };
  }

  /** `small`: so few rows that all runs of a kind are read in one go, for a question to the store has its price. */
  runStore(small: boolean): RunStore {
    const { id: job, store } = this.row;
    const kept = new Map<string, RunRow[]>();
    const read = (kind: string, from: number, to: number): Promise<RunRow[]> =>
      this.#database.runs.where(':id').between([job, kind, from], [job, kind, to], true, false).toArray();
    return {
      runs: async (kind, from, to) => {
        if (!small) return (await read(kind, from, to)).map(({ bytes }) => bytes);
        // Joins add runs of later kinds, so that a kind is read after the one before it.
        const rows = kept.get(kind) ?? (await read(kind, 0, MAX_PARTITIONS));
        kept.set(kind, rows);
        const [oldest] = kept.keys();
        if (kept.size > MAX_KINDS_KEPT && oldest !== undefined) kept.delete(oldest);
        return rows.filter(({ partition }) => partition >= from && partition < to).map(({ bytes }) => bytes);
      },
      pieces: async (kind, numbers) => {
        const keys = numbers.map((number): [number, Kind, number] => [store, kind, number]);
        return Promise.all((await this.#database.pieces.bulkGet(keys)).map(bytesOf));
      },
    };
  }
}
