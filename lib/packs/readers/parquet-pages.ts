// A look at the pages of a Parquet column before hyparquet reads them: what they claim must fit what the table of contents
// claims and what is there, so that no page can ask for all memory or all time there is.
import type { ColumnChunk, SchemaTree } from 'hyparquet';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';
import { areLevels, arePlain, areValues, isPage, type Values } from './parquet-values.ts';

/** Writers keep pages near 1 MB; dictionaries and single long rows may be larger. */
export const LARGEST_PAGE = 64 * 2 ** 20;
/** Maximum values of a column in a group of rows: as many as there are bytes, and these for what repeats. */
const VALUES_FREE = 2 ** 24;

const DATA = 0;
const DICTIONARY = 2;
const DATA_V2 = 3;

const whole = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) ? value : -1);
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

/** Where a column's bytes are: [from, to). */
export function rangeOf({ meta_data: meta }: ColumnChunk): { from: number; to: number } {
  if (meta === undefined) return { from: -1, to: -1 };
  const from = Number(
    meta.dictionary_page_offset === undefined || meta.dictionary_page_offset === 0n
      ? meta.data_page_offset
      : meta.dictionary_page_offset,
  );
  return { from, to: from + Number(meta.total_compressed_size) };
}

/** Unpacks a page; throws where it is not of that size. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

/** False, or an error, for a column whose pages do not make the values that it claims.
 *  `schema`: the whole file's. `rows`: of the group that the column is in. */
export function soundColumn(
  bytes: Uint8Array,
  column: ColumnChunk,
  { rows, schema, unpack }: { rows: number; schema: SchemaTree; unpack: Unpack },
): boolean {
  const meta = column.meta_data;
  if (meta === undefined || Number(meta.num_values) > VALUES_FREE + bytes.length) return false;
  const path = getTreePath(schema, meta.path_in_schema);
  const flat = isFlatColumn(path);
  const values: Values = {
    type: meta.type,
    typeLength: path.at(-1)?.element.type_length ?? 0,
    maxDefinition: getMaxDefinitionLevel(path),
    maxRepetition: getMaxRepetitionLevel(path),
    dictionary: 0,
    most: LARGEST_PAGE,
  };
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let found = 0;
  let foundRows = 0;
  while (reader.offset < bytes.length) {
    const header: unknown = deserializeTCompactProtocol(reader);
    const kind = whole(field(header, 'field_1'));
    const size = whole(field(header, 'field_2'));
    const packed = whole(field(header, 'field_3'));
    if (packed < 0 || size < 0 || size > LARGEST_PAGE) return false;
    const page = bytes.subarray(reader.offset, reader.offset + packed);
    reader.offset += packed;
    if (reader.offset > bytes.length) return false;
    const says = field(header, kind === DATA ? 'field_5' : kind === DICTIONARY ? 'field_7' : 'field_8');
    const count = whole(field(says, 'field_1'));
    if (count < 0) return false;
    if (kind === DICTIONARY) {
      values.dictionary = count;
      if (!arePlain(unpack(page, size), 0, count, values)) return false;
      continue;
    }
    found += count;
    if (kind === DATA) {
      if (!isPage(unpack(page, size), count, whole(field(says, 'field_2')), values)) return false;
    } else if (kind !== DATA_V2) return false;
    else {
      const read = rowsOfV2(page, size, { says, values, unpack });
      if (read === null || (flat && read !== count)) return false;
      foundRows += read;
    }
  }
  return found === Number(meta.num_values) && (flat ? found === rows : foundRows <= rows);
}

/** The rows of a page of the second version, whose levels lie unpacked before its values; null where it is not sound. */
function rowsOfV2(
  page: Uint8Array,
  size: number,
  { says, values, unpack }: { says: unknown; values: Values; unpack: Unpack },
): number | null {
  const [count, empty, rows, encoding, definition, repetition] = [1, 2, 3, 4, 5, 6].map((at) =>
    whole(field(says, `field_${at}`)),
  ) as [number, number, number, number, number, number];
  const levels = definition + repetition;
  if (definition < 0 || repetition < 0 || levels > page.length || levels > size) return null;
  if (rows < 0 || rows > count || empty < 0 || empty > count) return null;
  if (!areLevels(page.subarray(0, repetition), count, values.maxRepetition)) return null;
  if (!areLevels(page.subarray(repetition, levels), count, values.maxDefinition)) return null;
  const packed = page.subarray(levels);
  if (field(says, 'field_7') !== false) {
    return areValues(unpack(packed, size - levels), 0, count - empty, encoding, values) ? rows : null;
  }
  return packed.length === size - levels && areValues(packed, 0, count - empty, encoding, values) ? rows : null;
}
