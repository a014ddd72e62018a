// Runs one import, from its last checkpoint to its end. Two stages: rows are read into blocks and runs (`spool.ts`), then
// runs are sorted into tables (`merge.ts`); a pack file is copied instead. It may be stopped at any moment, by its
// signal or with the whole browser: `runImport` with the same row continues after the last transaction.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import type { CatalogDatabase, ImportRow, PackRow } from '../store.ts';
import type { SkippedRow } from '../views.ts';
import { packId } from '../pack-id.ts';
import { isPackFile, packFileStart, type PackFilePlace } from '../file.ts';
import { PackFacts, type PaperRecord } from '../../paper/record.ts';
import { recognise } from '../readers/index.ts';
import { FILE_SOURCE, mostRows, type ByteSource, type Opened } from '../readers/reader.ts';
import { extraLine } from '../tables/extras.ts';
import { LONGEST_RECORD } from '../tables/records.ts';
import { COPIED_AT_ONCE, copyBatches } from './copy-pack-file.ts';
import { ImportGone, Journal } from './journal.ts';
import { beginMerge, Merge, partMerged, sizesOf, type MergeState } from './merge.ts';
import { Clock, READING, type ImportProgress } from './progress.ts';
import { freeStore, sweep } from './remove.ts';
import { checkRoom } from './room.ts';
import { openSeries } from './series-rows.ts';
import { Spool, type SpoolState } from './spool.ts';
import type { Sha256State } from '../remote/sha256.ts';
import { SummedStream } from '../remote/summed-stream.ts';
import { RECORDS_A_BLOCK } from '../tables/records.ts';

export interface ImportOptions {
  /** Opens what the row says to read from. */
  open: (row: ImportRow) => Promise<ByteSource>;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Bytes that the disk still takes. */
  room?: () => Promise<number>;
  /** Rows that one transaction writes; fewer where they are large. */
  rowsAtOnce?: number;
  /** Bytes that one transaction writes in the second stage and of a pack file. */
  bytesAtOnce?: number;
}

const ROWS_AT_ONCE = 8_192;
/** Milliseconds after which timers have their turn while a file is read. */
const PULSE_EVERY = 500;
/** Characters of records gathered for one transaction. */
const TEXT_AT_ONCE = 12 << 20;
const MAX_REFUSALS = 200;
/** Maximum papers whose runs of one kind are read at once: some 20 MB. */
const FEW_PAPERS = 300_000;

type Checkpoint =
  /** `sum`: of the bytes before that place, where they are summed. */
  | { stage: 'copy'; place: PackFilePlace; sum?: Sha256State }
  | { stage: 'read'; resume: unknown; spool: SpoolState }
  | { stage: 'sort'; merge: MergeState };

/** Written by this build or one before it; nothing else writes that store. */
const checkpointOf = (row: ImportRow): Checkpoint | null => row.checkpoint as Checkpoint | null;

/** Imports one row of the list. Throws `UnreadableFile` where the file can't be one (nothing of it is left then),
 *  `ImportGone` where it was cancelled, and the signal's reason where that stopped it. Null where a merge of a series
 *  leaves no paper. */
export async function runImport(
  database: CatalogDatabase,
  id: string,
  options: ImportOptions,
): Promise<PackRow | null> {
  const journal = await claim(database, id);
  try {
    const pack = await new Importer(database, journal, options).run();
    await sweep(database);
    return pack;
  } catch (error) {
    // Nothing writes any more once the error is out.
    await journal.settled().catch(() => undefined);
    if (error instanceof UnreadableFile) {
      await database.transaction('rw', database.imports, async () => {
        const row = await database.imports.get(id);
        if (row?.lease !== journal.row.lease) return;
        const { failure } = error;
        const goesOn = row.source.kind === 'published' && /^host-(?:silent|status)$/.test(failure.code);
        const { checkpoint } = row;
        await database.imports.update(id, {
          state: 'failed',
          problem: failure,
          checkpoint: goesOn ? checkpoint : null,
        });
      });
      await sweep(database);
    }
    throw error;
  }
}

/** Takes the row over; gives it a generation of its own at the first time. */
async function claim(database: CatalogDatabase, id: string): Promise<Journal> {
  const { packs, imports, pieces } = database;
  return database.transaction('rw', packs, imports, pieces, async () => {
    const row = await imports.get(id);
    if (row?.state !== 'running') throw new ImportGone('there is no such import to go on with');
    const store = row.store > 0 ? row.store : await freeStore(database);
    const taken = { ...row, store, lease: row.lease + 1 };
    await imports.put(taken);
    return new Journal(database, taken);
  });
}

/** Facts as the reader chose them, before those of the file. */
function factsOf(row: ImportRow, file: Omit<PackFacts, 'id' | 'version' | 'madeOn'> & Partial<PackFacts>): PackFacts {
  const today = new Date().toISOString().slice(0, 10);
  const chosen = Object.fromEntries(Object.entries(row.chosen).filter(([, fact]) => fact !== undefined));
  const facts = { version: today, madeOn: today, ...file, ...chosen };
  const { name } = row.chosen;
  if (name !== undefined)
    facts.sources = facts.sources.map((source) => (source.id === FILE_SOURCE ? { ...source, name } : source));
  const parsed = PackFacts.safeParse({ id: packId(facts.name), ...facts });
  if (!parsed.success) throw new UnreadableFile('pack-unnamed');
  return parsed.data;
}

class Importer {
  readonly #database: CatalogDatabase;
  readonly #journal: Journal;
  readonly #options: ImportOptions;
  readonly #clock: Clock;

  constructor(database: CatalogDatabase, journal: Journal, options: ImportOptions) {
    this.#database = database;
    this.#journal = journal;
    this.#options = options;
    this.#clock = new Clock(journal.row.progress);
  }

  async run(): Promise<PackRow | null> {
    this.#throwIfStopped();
    let at = checkpointOf(this.#journal.row);
    const { source: from } = this.#journal.row;
    if (from.kind === 'series' && at?.stage !== 'sort') {
      const opened = openSeries(this.#database, from);
      at = await this.#read(from, opened, at?.stage === 'read' ? at : null);
      if (at.merge.spooled.papers === 0)
        return this.#journal.finishSeries(from, factsOf(this.#journal.row, opened.facts), null);
    }
    if (at === null || at.stage !== 'sort') {
      const source = await this.#options.open(this.#journal.row);
      const copies = at === null ? isPackFile(await headOf(source)) : at.stage === 'copy';
      if (copies) return this.#copy(source, at?.stage === 'copy' ? at : { place: packFileStart });
      // What a publisher of packs offers is none.
      if (source.sha256 !== undefined) throw new UnreadableFile('pack-none');
      at = await this.#read(source, (await recognise(source)).opened, at?.stage === 'read' ? at : null);
    }
    return this.#sort(at.merge);
  }

  #throwIfStopped(): void {
    this.#options.signal?.throwIfAborted();
  }

  async #write(...what: Parameters<Journal['write']>): Promise<void> {
    const { source } = this.#journal.row;
    await checkRoom(source.name, source.size, this.#options.room);
    await this.#journal.write(...what);
  }

  #report(): void {
    this.#options.onProgress?.(this.#clock.progress(this.#journal.row));
    this.#throwIfStopped();
  }

  async #copy(source: ByteSource, from: { place: PackFilePlace; sum?: Sha256State }): Promise<PackRow> {
    const journal = this.#journal;
    const atOnce = this.#options.bytesAtOnce ?? COPIED_AT_ONCE;
    const { offset } = from.place;
    const plain = source.stream(offset);
    const summed = source.sha256 === undefined ? null : new SummedStream(plain, offset, from.sum);
    for await (const { pieces, place, manifest } of copyBatches(summed?.stream ?? plain, from.place, atOnce)) {
      const { facts, sizes } = manifest;
      const read = place?.offset ?? source.size ?? 0;
      const sum = summed?.upTo(read);
      if (place === null && summed !== null && summed.hex() !== source.sha256)
        throw new UnreadableFile('series-sum', source.name);
      await this.#write(pieces, [], {
        facts: factsOf(journal.row, facts),
        what: 'Byline pack',
        read,
        rows: sizes.papers,
        papers: sizes.papers,
        progress: source.size === null ? 0 : read / Math.max(1, source.size),
        checkpoint:
          place === null ? journal.row.checkpoint : { stage: 'copy', place, ...(sum === undefined ? {} : { sum }) },
      });
      this.#report();
      if (place === null) return journal.finish(journal.row.facts ?? facts, sizes, manifest.format);
    }
    throw new UnreadableFile('pack-damaged', filePlace.end);
  }

  async #read(
    source: Pick<ByteSource, 'name' | 'size'>,
    opened: Opened,
    from: { resume: unknown; spool: SpoolState } | null,
  ): Promise<{ stage: 'sort'; merge: MergeState }> {
    const facts = factsOf(this.#journal.row, opened.facts);
    const spool = new Spool(from?.spool);
    if (from !== null) await this.#recall(spool, from.spool);
    const { rowsAtOnce = ROWS_AT_ONCE } = this.#options;
    const { row } = this.#journal;
    const keep = row.source.kind === 'address' ? row.source.keep : undefined;
    const count = { rows: row.rows, refused: row.refused, refusals: [...row.refusals] };
    let text = 0;
    const refuse = (refusal: SkippedRow): void => {
      count.refused += 1;
      if (count.refusals.length < MAX_REFUSALS) count.refusals.push(refusal);
    };
    const write = async (read: number, resume: unknown): Promise<void> => {
      const { pieces, runs } = spool.take();
      text = 0;
      await this.#write(pieces, runs, {
        ...count,
        refusals: [...count.refusals],
        facts,
        what: opened.what,
        papers: spool.state.papers,
        joined: spool.state.joined,
        read,
        progress: READING * partRead(keep === undefined ? opened.total : null, source, count.rows, read),
        // A copy: the next rows are counted before this one is written.
        checkpoint: { stage: 'read', resume, spool: { ...spool.state } },
      });
      this.#report();
    };
    let read = row.read;
    let resume = from?.resume;
    let since = 0;
    let paused = performance.now();
    for await (const batch of opened.rows(from === null ? undefined : resume, keep)) {
      for (const one of batch.rows) {
        count.rows += 1;
        if ('refused' in one) {
          refuse({ at: one.at, reason: one.refused });
          continue;
        }
        // Readers make records within the limits of the schema (`lib/paper/clean.ts`): parsing each again is a tenth of
        // the time. Reading it from the pack parses it.
        const letters = weightOf(one.record);
        if (letters > LONGEST_RECORD / 3)
          refuse({ at: filePlace.row(count.rows), reason: { code: 'long-record', args: [] } });
        else spool.add(one.record, one);
        text += letters + extraLine(one).length;
      }
      ({ read, resume } = batch);
      if (count.rows > mostRows(read)) throw new UnreadableFile('file-repeats', source.name);
      // Batches that come out of memory leave no room for the pulse, and it is what says that the importer lives.
      if (performance.now() - paused > PULSE_EVERY) {
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        paused = performance.now();
      }
      since += batch.rows.length;
      if (since < rowsAtOnce && text < TEXT_AT_ONCE) continue;
      await write(read, resume);
      since = 0;
    }
    // The rest, and with it the word that all is read.
    const rest = spool.take();
    if (spool.state.papers === 0 && row.source.kind !== 'series') throw nothingIn(source.name, count.refusals);
    const merge = beginMerge(spool.state);
    await this.#write(rest.pieces, rest.runs, {
      ...count,
      facts,
      what: opened.what,
      papers: spool.state.papers,
      joined: spool.state.joined,
      read,
      phase: 'sorting',
      progress: READING,
      checkpoint: { stage: 'sort', merge },
    });
    this.#report();
    await this.#journal.settled();
    return { stage: 'sort', merge };
  }

  async #recall(spool: Spool, { papers }: SpoolState): Promise<void> {
    const runStore = this.#journal.runStore(false);
    const rest = papers % RECORDS_A_BLOCK;
    const numbers = [Math.floor(papers / RECORDS_A_BLOCK)];
    const [block = null] = rest === 0 ? [] : await runStore.pieces('records', numbers);
    const [extras = null] = rest === 0 ? [] : await runStore.pieces('abstracts', numbers);
    if (rest > 0 && block === null) throw new Error('the last block of an import is gone');
    spool.recall({ block, extras }, await runStore.runs('ids', 0, 16), await runStore.runs('joins', 0, 256));
  }

  async #sort(from: MergeState): Promise<PackRow | null> {
    const journal = this.#journal;
    const runStore = journal.runStore(from.spooled.papers < FEW_PAPERS);
    const { bytesAtOnce = COPIED_AT_ONCE } = this.#options;
    const merge = new Merge(from, runStore);
    while (!merge.done) {
      const pieces = [];
      const runs = [];
      let bytes = 0;
      // Steps that add runs are written before later ones read them.
      do {
        const step = await merge.step();
        pieces.push(...step.pieces);
        runs.push(...step.runs);
        bytes += step.pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
        this.#throwIfStopped();
      } while (!merge.done && bytes < bytesAtOnce && runs.length === 0);
      await this.#write(pieces, runs, {
        progress: READING + (1 - READING) * partMerged(merge.state),
        checkpoint: { stage: 'sort', merge: merge.state },
      });
      if (runs.length > 0) await journal.settled();
      this.#report();
    }
    const { facts } = journal.row;
    if (facts === null) throw new Error('an import without facts');
    const sizes = sizesOf(merge.state, 0, 0);
    const { source } = journal.row;
    return source.kind === 'series' ? journal.finishSeries(source, facts, sizes) : journal.finish(facts, sizes);
  }
}

async function headOf(source: ByteSource): Promise<Uint8Array> {
  return source.slice(0, Math.min(8, source.size ?? 8));
}

function partRead(total: number | null, { size }: Pick<ByteSource, 'size'>, rows: number, read: number): number {
  const part = total !== null && total > 0 ? rows / total : size !== null && size > 0 ? read / size : 0;
  return Math.min(1, part);
}

/** About how long a record's line is, without writing it. */
function weightOf({ full, title, otherTitles = [], authors = [], code = [], links = [] }: PaperRecord): number {
  let letters = title.length + 100 + (full === undefined ? 0 : JSON.stringify(full).length);
  for (const texts of [otherTitles, authors, links]) for (const text of texts) letters += text.length;
  for (const { url } of code) letters += url.length;
  return letters;
}

function nothingIn(name: string, [first]: readonly SkippedRow[]): UnreadableFile {
  return first === undefined
    ? new UnreadableFile('file-no-papers', name)
    : new UnreadableFile('file-no-usable-papers', name, first.at, first.reason);
}
