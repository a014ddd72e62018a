// Parquet: the table of contents at the end of the file first, then row group by row group, only the columns that a
// kind of table needs. Over the network those are a few ranges of a large file.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { LARGEST_PAGE, rangeOf, soundColumn, type Unpack } from './parquet-pages.ts';
import { mostRows, type ByteSource, type Opened } from './reader.ts';
import { unsnap } from './snappy.ts';
import { batchesOf, isRow, type TableEntries, type TableKind, type TableRow } from './table.ts';

const MAGIC = [0x50, 0x41, 0x52, 0x31];
export const isParquet = (head: Uint8Array): boolean => MAGIC.every((byte, at) => head[at] === byte);

/** Rows that are made at once: enough to be fast, few enough to be small. */
const STEP = 4096;
/** Rows in all; more is no data set of papers. */
const MAX_ROWS = 400_000_000;

const unpackings: Readonly<Record<string, Unpack>> = {
  SNAPPY: unsnap,
  GZIP: (packed, size) => gunzipSync(packed, { out: new Uint8Array(size) }),
  ZSTD: (packed, size) => unzstd(packed, new Uint8Array(size)),
};
const packings = new Set(['UNCOMPRESSED', ...Object.keys(unpackings)]);

/** Unpacks a page; throws where it is not of that size. */
function unpack(codec: string, packed: Uint8Array, size: number): Uint8Array {
  if (size > LARGEST_PAGE) throw new Error('page too large');
  const page = size === 0 && packed.length === 0 ? packed : (unpackings[codec]?.(packed, size) ?? packed);
  if (page.length !== size) throw new Error('page of another size');
  return page;
}
const compressors: Compressors = Object.fromEntries(
  Object.keys(unpackings).map((codec) => [codec, (packed: Uint8Array, size: number) => unpack(codec, packed, size)]),
);

/** The bytes for hyparquet; what one row group needs is kept, since its rows are made in several turns. */
class Ranges implements AsyncBuffer {
  readonly byteLength: number;
  readonly #source: ByteSource;
  #kept = new Map<string, Promise<ArrayBuffer>>();
  /** The furthest byte that was asked for. */
  reached = 0;
  check: ((from: number, bytes: Uint8Array) => void) | null = null;

  constructor(source: ByteSource, size: number) {
    this.#source = source;
    this.byteLength = size;
  }

  forget(): void {
    this.#kept.clear();
  }

  slice(from: number, to = this.byteLength): Promise<ArrayBuffer> {
    const key = `${from}-${to}`;
    const kept = this.#kept.get(key) ?? this.#read(from, to);
    this.#kept.set(key, kept);
    return kept;
  }

  async #read(from: number, to: number): Promise<ArrayBuffer> {
    if (!(from >= 0 && to >= from && to <= this.byteLength))
      throw new UnreadableFile('file-damaged', this.#source.name, filePlace.byte(from));
    const bytes = await this.#source.slice(from, to);
    this.reached = Math.max(this.reached, to);
    this.check?.(from, bytes);
    const own = new ArrayBuffer(bytes.length);
    new Uint8Array(own).set(bytes);
    return own;
  }
}

async function metadataOf(source: ByteSource, file: Ranges): Promise<FileMetaData> {
  const end = file.byteLength < 12 ? new Uint8Array(0) : await source.slice(file.byteLength - 4, file.byteLength);
  if (!isParquet(end)) throw new UnreadableFile('file-cut', source.name, filePlace.footer);
  try {
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: 65_536, geoparquet: false });
    const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    parquetSchema(metadata);
    const isSound = rows === Number(metadata.num_rows) && metadata.row_groups.every(({ num_rows: n }) => n >= 0n);
    if (isSound && rows > mostRows(file.byteLength)) throw new UnreadableFile('file-repeats', source.name);
    if (isSound && rows <= MAX_ROWS) return metadata;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
  } finally {
    file.forget();
  }
  throw new UnreadableFile('file-damaged', source.name, filePlace.footer);
}

const columnsOf = (metadata: FileMetaData): Set<string> =>
  new Set(parquetSchema(metadata).children.map(({ element }) => element.name));

/** A row as JSON would have it: hyparquet makes big numbers of large ones. */
const plainRow = (row: Record<string, unknown>): TableRow => {
  for (const key of Object.keys(row)) if (typeof row[key] === 'bigint') row[key] = Number(row[key]);
  return row;
};

async function* read(
  source: ByteSource,
  file: Ranges,
  metadata: FileMetaData,
  columns: string[],
  from: number,
): AsyncGenerator<TableEntries> {
  const schema = parquetSchema(metadata);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    const needed = group.columns.filter(({ meta_data: meta }) => columns.includes(meta?.path_in_schema[0] ?? ''));
    const groupRows = groupEnd - groupStart;
    const bad = needed.find(({ meta_data: meta }) => !packings.has(meta?.codec ?? ''));
    if (bad !== undefined && groupEnd > from)
      throw new UnreadableFile('file-packing', source.name, bad.meta_data?.codec ?? '?');
    file.check = (at, bytes) => {
      for (const column of needed) {
        const range = rangeOf(column);
        if (range.from < at || range.to > at + bytes.length || range.to <= range.from) continue;
        const codec = column.meta_data?.codec ?? '';
        const within = {
          rows: groupRows,
          schema,
          unpack: (packed: Uint8Array, size: number) => unpack(codec, packed, size),
        };
        if (!soundColumn(bytes.subarray(range.from - at, range.to - at), column, within))
          throw new UnreadableFile('file-damaged', source.name, filePlace.byte(range.from));
      }
    };
    // This group alone: each turn would look at all of them.
    const alone = { ...metadata, num_rows: group.num_rows, row_groups: [group] };
    for (let at = Math.max(from, groupStart); at < groupEnd; at += STEP) {
      const rowEnd = Math.min(groupEnd, at + STEP);
      let rows: unknown[];
      try {
        rows = await parquetReadObjects({
          file,
          metadata: alone,
          columns,
          rowStart: at - groupStart,
          rowEnd: rowEnd - groupStart,
          compressors,
          geoparquet: false,
        });
      } catch (error) {
        if (error instanceof UnreadableFile) throw error;
        throw new UnreadableFile('file-damaged', source.name, filePlace.row(at + 1));
      }
      const start = at;
      yield {
        entries: rows.map((row, index) => ({
          value: isRow(row) ? plainRow({ ...row }) : {},
          at: () => filePlace.row(start + index + 1),
          start: { row: start + index },
        })),
        read: file.reached,
        resume: { row: rowEnd },
      };
    }
    file.forget();
    groupStart = groupEnd;
  }
}

const rowOf = (resume: unknown): number =>
  typeof resume === 'object' && resume !== null && 'row' in resume && Number.isSafeInteger(resume.row)
    ? Number(resume.row)
    : 0;

/** The first of `kinds` that the columns fit. */
export async function openParquet(
  source: ByteSource,
  kinds: readonly TableKind[],
): Promise<{ kind: TableKind; opened: Opened }> {
  const size = source.size;
  if (size === null) throw new UnreadableFile('file-cut', source.name, filePlace.footer);
  const file = new Ranges(source, size);
  const metadata = await metadataOf(source, file);
  const names = columnsOf(metadata);
  const kind = kinds.find(({ fits }) => fits(names));
  if (kind === undefined) throw new UnreadableFile('file-unknown', source.name);
  const has = (name: string): boolean => names.has(name);
  // Where authors come apart already, the printed line of them is not needed.
  const columns = kind.columns.filter((name) => has(name) && !(name === 'authors' && has('authors_parsed')));
  return {
    kind,
    opened: {
      what: `${kind.what} (Parquet)`,
      facts: kind.facts(source.name),
      total: Number(metadata.num_rows),
      rows: (resume) => {
        const own = new Ranges(source, size);
        return batchesOf(kind, read(source, own, metadata, [...columns], rowOf(resume)));
      },
    },
  };
}
