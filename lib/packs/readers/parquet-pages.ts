// A look at the pages of a Parquet column before they are unpacked: what they claim must fit what the table of contents
// claims, so that no page can ask for all memory there is.
import type { ColumnChunk } from 'hyparquet';
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

/** Writers keep pages near 1 MB; dictionaries and single long rows may be larger. */
export const LARGEST_PAGE = 64 * 2 ** 20;
const MAX_VALUES = 2 ** 26;

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

/** False for a column whose pages do not make the values that it claims. */
export function soundColumn(bytes: Uint8Array, column: ColumnChunk, rows: number): boolean {
  const meta = column.meta_data;
  if (meta === undefined || Number(meta.num_values) > MAX_VALUES) return false;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let values = 0;
  while (reader.offset < bytes.length) {
    const header: unknown = deserializeTCompactProtocol(reader);
    const unpackedSize = whole(field(header, 'field_2'));
    const packedSize = whole(field(header, 'field_3'));
    if (packedSize < 0 || unpackedSize < 0 || unpackedSize > LARGEST_PAGE) return false;
    reader.offset += packedSize;
    if (reader.offset > bytes.length) return false;
    const data = field(header, 'field_5') ?? field(header, 'field_8');
    const dictionary = field(header, 'field_7');
    if (data !== undefined) {
      const count = whole(field(data, 'field_1'));
      if (count < 0) return false;
      values += count;
    } else if (dictionary !== undefined && whole(field(dictionary, 'field_1')) > unpackedSize) return false;
  }
  const flat = meta.path_in_schema.length === 1;
  return values === Number(meta.num_values) && (!flat || values === rows);
}
