// The catalog's store, and the only import of Dexie for it. It can be deleted and rebuilt from packs at any
// time; it holds nothing of the reader's own. Versions are appended below, never edited.
import Dexie, { type EntityTable, type Table } from 'dexie';
import { workingIndexedDb } from '../browser/indexed-db.ts';
import type { PackFacts } from '../paper/record.ts';
import type { Kind, TableSizes } from './shelf.ts';
import type { Problem, SkippedRow } from './views.ts';

/** A pack that is wholly in: the row is written in the transaction that ends its import. */
export interface PackRow extends PackFacts {
  sizes: TableSizes;
  /** The generation of its pieces in `pieces`; another version of the same pack has another. */
  store: number;
  /** `packFormat` of the import or of the file: a build with another one imports the bundled pack again. */
  format: string;
  importedAt: number;
  /** It is a part of a series of packs: numbers [from, to] of it, of which the later one's record of a paper counts.
   *  `repeated`: how many of its papers are in earlier parts, too. */
  series?: { id: string; from: number; to: number; repeated: number };
  /** It is from a publisher's series (`remote/series.ts`). */
  published?: Published;
  /** When a removed pack is deleted, milliseconds since 1970. It is shown nowhere, and the removal can be undone. */
  deleteAt?: number;
}

/** A piece of a pack (`lib/packs/shelf.ts`). */
export interface PieceRow {
  store: number;
  kind: Kind;
  number: number;
  /** Large ones are blobs, see `pieceRow`. Older versions of Byline stored all as bytes. */
  bytes: Uint8Array<ArrayBuffer> | Blob;
}

export interface Published {
  /** Of `series.json`. */
  address: string;
  field: string;
  /** The newest publication that it was offered in. */
  publication: number;
  /** Whether it is all of the field, or adds to what was published before. */
  isWhole: boolean;
}

/** A pack of a publisher's series. */
export interface PublishedSource {
  kind: 'published';
  name: string;
  size: number;
  /** Of the file. */
  url: string;
  sha256: string;
  number: number;
  /** The number of the pack that it adds to; null for a whole one. */
  after: number | null;
  published: Published;
}

/** Where an import reads from. A file's bytes are in `files`, so that reading continues after the browser closes. */
export type ImportSource =
  | { kind: 'file'; name: string; size: number }
  /** `entry`: an entry of the list of packs that can be installed by address. */
  | {
      kind: 'address';
      name: string;
      entry: string;
      size: number | null;
      /** Only papers of one of these categories; all where it is left out. */
      keep?: string[];
    }
  | PublishedSource
  | SeriesSource;

/** Packs of a series that become one. */
export interface SeriesSource {
  kind: 'series';
  name: string;
  size: null;
  series: { id: string; from: number; to: number };
  /** Ids of the packs, the newest first: of a paper, the first record counts. */
  packs: string[];
  /** Only papers of one of these categories stay; null keeps all. */
  keep: string[] | null;
  published?: Published;
}

/** Facts of a pack as a file says them: a pack file with its id, version and date, other files without. */
export type ProposedFacts = Omit<PackFacts, 'id' | 'version' | 'madeOn'> & Partial<PackFacts>;

/** An import, from the moment its file is in the store until the reader clears it: a finished one stays for the rows
 *  that it skipped. */
export interface ImportRow {
  id: string;
  source: ImportSource;
  /** What the reader chose to call the pack; the file's own words where absent. */
  chosen: Partial<PackFacts>;
  /** Known as soon as the file was looked at. */
  facts: PackFacts | null;
  /** What a recognised file says of itself; what its pack is called is the reader's choice. */
  proposal: ProposedFacts | null;
  /** What the file is: "arXiv metadata (JSON lines, gzipped)". */
  what: string | null;
  /** A file is `recognising` until the importer has looked what it is, and `proposed` until the reader says yes. */
  state: 'recognising' | 'proposed' | 'running' | 'done' | 'failed';
  phase: 'reading' | 'sorting';
  /** Why it failed. */
  problem: Problem | null;
  rows: number;
  papers: number;
  /** Rows about a paper of an earlier row. */
  joined: number;
  refused: number;
  /** The first 200 of them. */
  refusals: SkippedRow[];
  read: number;
  size: number | null;
  /** Part of the whole work, 0 to 1. */
  progress: number;
  startedAt: number;
  store: number;
  /** Raised with each transaction, so that two importers of one job notice each other. */
  lease: number;
  /** Where to go on; plain JSON of the importer. */
  checkpoint: unknown;
}

export interface FileRow {
  job: string;
  file: Blob;
}

/** What some rows of a file add to the tables, until all are read and it is sorted. */
export interface RunRow {
  job: string;
  kind: string;
  partition: number;
  run: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A row of what is harvested; `lib/harvest` parses it. */
export interface HarvestRow {
  id: string;
  value: unknown;
}

/** Papers that wait to become part of a pack, as `lib/harvest` writes them. */
export interface HarvestedRow {
  id?: number;
  set: string;
  papers: number;
  lines: unknown;
}

/** A request that went out; `lib/harvest` parses it. */
export interface SentRow {
  id?: number;
  at: number;
  host: string;
  what: unknown;
  bytes: number;
  answer: unknown;
}

/** What the store knows of itself. */
export interface NoteRow {
  id: 'packs';
  /** Of the packs that the reader added. */
  names: string[];
  /** Packs that were lost with an earlier store, until the reader has seen it. */
  lost: string[];
}

export class CatalogDatabase extends Dexie {
  declare packs: EntityTable<PackRow, 'id'>;
  declare pieces: Table<PieceRow, [number, Kind, number]>;
  declare imports: EntityTable<ImportRow, 'id'>;
  declare files: EntityTable<FileRow, 'job'>;
  declare runs: Table<RunRow, [string, string, number, number]>;
  declare harvest: EntityTable<HarvestRow, 'id'>;
  declare harvested: EntityTable<HarvestedRow, 'id'>;
  declare sent: EntityTable<SentRow, 'id'>;
  declare notes: EntityTable<NoteRow, 'id'>;

  constructor(name = 'byline-catalog', factory = indexedDB) {
    // What is lost with the power is read again from the checkpoint.
    super(name, { indexedDB: factory, chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({
      packs: 'id',
      papers: '[pack+ordinal], pack, id, *people, *topics, *words',
      people: '[pack+id], pack, id',
      index: 'pack',
    });
    // Packs are pieces of bytes now. What was stored before comes again from the bundled pack.
    this.version(2)
      .stores({
        packs: 'id',
        papers: null,
        people: null,
        index: null,
        pieces: '[store+kind+number]',
        imports: 'id',
        files: 'job',
        runs: '[job+kind+partition+run]',
      })
      .upgrade((old) => old.table('packs').clear());
    // Fields under the names that the code has for them; nothing else changed.
    this.version(3).upgrade(async (old) => {
      await old
        .table('packs')
        .toCollection()
        .modify((row: { goesAt?: number; deleteAt?: number }) => {
          if (row.goesAt !== undefined) row.deleteAt = row.goesAt;
          delete row.goesAt;
        });
      await old
        .table('imports')
        .toCollection()
        .modify((row: Record<string, unknown>) => {
          if (row['state'] === 'going') row['state'] = 'running';
          row['lease'] = row['turn'];
          row['progress'] = row['share'];
          row['proposal'] = null;
          delete row['turn'];
          delete row['share'];
        });
    });
    this.version(4).stores({ harvest: 'id', harvested: '++id', sent: '++id, at' });
    this.version(5).stores({ notes: 'id' });
  }
}

/** Whether the store itself failed: not its caller, and not for lack of space. */
export function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Dexie.DexieError)) return false;
  const { inner } = error as { inner?: { name?: unknown } | null };
  return error.name !== 'QuotaExceededError' && inner?.name !== 'QuotaExceededError';
}

/** The catalog's store where the browser can open it. */
export const openCatalog = async (): Promise<CatalogDatabase> =>
  new CatalogDatabase(undefined, await workingIndexedDb());
