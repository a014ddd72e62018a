// hyparquet-writer makes pages of the second version only; most files in the world have pages of the first.
import { parquetMetadata, type ColumnChunk } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';

const MAGIC = 0x31524150;

/** Levels with their length before them, where the page has any. */
function withLength(levels: Uint8Array): Uint8Array[] {
  if (levels.length === 0) return [];
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, levels.length, true);
  return [length, levels];
}

/** An uncompressed file of the second version with its pages in the first, compressed with Snappy or not. */
export function firstVersion(file: Uint8Array, codec: 'SNAPPY' | 'UNCOMPRESSED' = 'UNCOMPRESSED'): Uint8Array {
  const bytes = Uint8Array.from(file);
  const metadata = parquetMetadata(bytes.buffer);
  const writer = new ByteWriter();
  writer.appendUint32(MAGIC);
  const packed = (page: Uint8Array): Uint8Array => (codec === 'SNAPPY' ? snappyCompress(page) : page);
  const write = (column: ColumnChunk): void => {
    const meta = column.meta_data;
    if (meta === undefined) throw new Error('a column without metadata');
    const from = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
    const end = from + Number(meta.total_compressed_size);
    const reader = { view: new DataView(bytes.buffer), offset: from };
    const begins = writer.offset;
    let hasData = false;
    while (reader.offset < end) {
      const header = parquetHeader(reader);
      const page = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size);
      reader.offset += header.compressed_page_size;
      const v2 = header.data_page_header_v2;
      let body: Uint8Array = page;
      if (v2 !== undefined) {
        if (!hasData) meta.data_page_offset = BigInt(writer.offset);
        hasData = true;
        const repetition = v2.repetition_levels_byte_length;
        const levels = repetition + v2.definition_levels_byte_length;
        body = Buffer.concat([
          ...withLength(page.subarray(0, repetition)),
          ...withLength(page.subarray(repetition, levels)),
          page.subarray(levels),
        ]);
      } else meta.dictionary_page_offset = BigInt(writer.offset);
      const small = packed(body);
      const sizes = { uncompressed_page_size: body.length, compressed_page_size: small.length };
      if (v2 === undefined) writePageHeader(writer, { ...header, ...sizes });
      else
        writePageHeader(writer, {
          type: 'DATA_PAGE',
          ...sizes,
          data_page_header: {
            num_values: v2.num_values,
            encoding: v2.encoding,
            definition_level_encoding: 'RLE',
            repetition_level_encoding: 'RLE',
          },
        });
      writer.appendBytes(small);
    }
    meta.codec = codec;
    meta.total_compressed_size = BigInt(writer.offset - begins);
    delete column.offset_index_offset;
    delete column.offset_index_length;
    delete column.column_index_offset;
    delete column.column_index_length;
  };
  for (const group of metadata.row_groups) for (const column of group.columns) write(column);
  writeMetadata(writer, metadata);
  writer.appendUint32(MAGIC);
  return writer.getBytes();
}
