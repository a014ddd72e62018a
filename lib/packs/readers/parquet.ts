// Parquet: the table of contents at the end of the file first, then row group by row group, only the columns that a
// kind of table needs. Over the network those are a few ranges of a large file.
import { filePlace, UnreadableFile } from '../unreadable-file.ts';
import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import {
  parquetMetadataAsync,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { assembleAsync, asyncGroupToRows, readRowGroup } from 'hyparquet/src/rowgroup.js';
import { LARGEST_PAGE, rangeOf, soundColumn, type Unpack } from './parquet-pages.ts';
import { mostRows, type ByteSource, type Opened } from './reader.ts';
import { unsnap } from './snappy.ts';
import { batchesOf, isRow, type TableEntries, type TableKind, type TableRow } from './table.ts';
import { ownValue } from '../../text/own-value.ts';

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
  const page = size === 0 && packed.length === 0 ? packed : (ownValue(unpackings, codec)?.(packed, size) ?? packed);
  if (page.length !== size) throw new Error('page of another size');
  return page;
}
const compressors: Compressors = Object.fromEntries(
  Object.keys(unpackings).map((codec) => [codec, (packed: Uint8Array, size: number) => unpack(codec, packed, size)]),
);

/** Columns that lie so near each other are read in one go, up to so many bytes: over the network, few requests. */
const NEAR = 8 << 10;
const AT_ONCE = 2 << 20;

interface Range {
  from: number;
  to: number;
}

/** The bytes for hyparquet; what one row group needs is kept, since its rows are made in several turns. */
class Ranges implements AsyncBuffer {
  readonly byteLength: number;
  readonly #source: ByteSource;
  readonly #kept = new Map<string, ArrayBuffer>();
  /** The furthest byte that was asked for. */
  reached = 0;

  constructor(source: ByteSource, size: number) {
    this.#source = source;
    this.byteLength = size;
  }

  forget(): void {
    this.#kept.clear();
  }

  /** Reads ranges and keeps each. */
  async keep(ranges: readonly Range[]): Promise<void> {
    let near: Range[] = [];
    const read = async (): Promise<void> => {
      const from = near[0]?.from ?? 0;
      const bytes = await this.#read(from, Math.max(from, ...near.map(({ to }) => to)));
      for (const range of near)
        this.#kept.set(`${range.from}-${range.to}`, bytes.slice(range.from - from, range.to - from));
      near = [];
    };
    for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
      const last = near.at(-1);
      const isNear = last !== undefined && range.from <= last.to + NEAR && range.to - (near[0]?.from ?? 0) <= AT_ONCE;
      if (!isNear && near.length > 0) await read();
      near.push(range);
    }
    if (near.length > 0) await read();
  }

  slice(from: number, to = this.byteLength): ArrayBuffer | Promise<ArrayBuffer> {
    return this.#kept.get(`${from}-${to}`) ?? this.#read(from, to);
  }

  async #read(from: number, to: number): Promise<ArrayBuffer> {
    if (!(from >= 0 && to >= from && to <= this.byteLength))
      throw new UnreadableFile('file-damaged', this.#source.name, filePlace.byte(from));
    const bytes = await this.#source.slice(from, to);
    this.reached = Math.max(this.reached, to);
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

const namesOf = (metadata: FileMetaData): Set<string> =>
  new Set(parquetSchema(metadata).children.map(({ element }) => element.name));

/** A row as JSON would have it: hyparquet makes big numbers of large ones. */
const plainRow = (row: Record<string, unknown>): TableRow => {
  for (const key of Object.keys(row)) if (typeof row[key] === 'bigint') row[key] = Number(row[key]);
  return row;
};

type GroupPlan = Parameters<typeof readRowGroup>[2];

/** The columns of a group of rows, read and looked at. Throws where one is not sound. */
async function columnsOf(
  group: RowGroup,
  names: readonly string[],
  { source, file, schema }: { source: ByteSource; file: Ranges; schema: SchemaTree },
): Promise<GroupPlan['chunks']> {
  const needed = group.columns.flatMap((column) => {
    const { meta_data: meta, file_path: elsewhere } = column;
    if (meta === undefined || !names.includes(meta.path_in_schema[0] ?? '')) return [];
    if (!packings.has(meta.codec)) throw new UnreadableFile('file-packing', source.name, meta.codec);
    if (elsewhere !== undefined) throw new UnreadableFile('file-damaged', source.name, filePlace.footer);
    return [{ column, meta, range: rangeOf(column) }];
  });
  await file.keep(needed.map(({ range }) => range));
  for (const { column, meta, range } of needed) {
    const bytes = new Uint8Array(await file.slice(range.from, range.to));
    const unpacked = (packed: Uint8Array, size: number): Uint8Array => unpack(meta.codec, packed, size);
    if (!soundColumn(bytes, column, { rows: Number(group.num_rows), schema, unpack: unpacked }))
      throw new UnreadableFile('file-damaged', source.name, filePlace.byte(range.from));
  }
  return needed.map(({ meta, range }) => ({
    columnMetadata: meta,
    range: { startByte: range.from, endByte: range.to },
  }));
}

async function* read(
  source: ByteSource,
  file: Ranges,
  metadata: FileMetaData,
  columns: string[],
  from: number,
): AsyncGenerator<TableEntries> {
  const schema = parquetSchema(metadata);
  const options = { file, metadata, columns, compressors };
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupRows = Number(group.num_rows);
    const groupEnd = groupStart + groupRows;
    let chunks: GroupPlan['chunks'] | null = null;
    for (let at = Math.max(from, groupStart); at < groupEnd; at += STEP) {
      const rowEnd = Math.min(groupEnd, at + STEP);
      const [selectStart, selectEnd] = [at - groupStart, rowEnd - groupStart];
      let rows: unknown[];
      try {
        chunks ??= await columnsOf(group, columns, { source, file, schema });
        // Below hyparquet's own way of choosing rows, which knows filters and indices and weighs as much as its readers.
        const plan = { chunks, rowGroup: group, groupStart: 0, groupRows, selectStart, selectEnd };
        const opened = readRowGroup(options, { metadata, rowStart: 0, fetches: [], groups: [plan] }, plan);
        rows = await asyncGroupToRows(assembleAsync(opened, schema), selectStart, selectEnd, undefined, 'object');
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
  const names = namesOf(metadata);
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
      rows: (resume, keep) => {
        const own = new Ranges(source, size);
        return batchesOf(kind, read(source, own, metadata, [...columns], rowOf(resume)), keep);
      },
    },
  };
}
