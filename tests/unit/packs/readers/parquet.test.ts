// Parquet, version by version and encoding by encoding: sound files are read, and what would keep hyparquet busy for ever
// is seen before.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { describe, expect, it } from 'vitest';
import { areValues, lookAtRuns, type Values } from '../../../../lib/packs/readers/parquet-values.ts';
import { unsnap } from '../../../../lib/packs/readers/snappy.ts';
import { UnreadableFile } from '../../../../lib/packs/unreadable-file.ts';
import { links, parquet, readAll } from './fixtures.ts';
import { firstVersion } from './parquet-v1.ts';
import { startSpending } from '../../spent.ts';

const rows = Array.from({ length: 700 }, (_, n) => ({
  id: `2401.${10_000 + n}`,
  title: `On the calculation of numbers by engines of the kind ${n}`,
  doi: n % 3 === 0 ? `10.1000/ENG.${n}` : null,
}));
type Encoding = 'PLAIN' | 'RLE_DICTIONARY' | 'DELTA_LENGTH_BYTE_ARRAY' | 'DELTA_BYTE_ARRAY';

/** arXiv's table with its titles in one encoding. */
const encoded = (encoding: Encoding): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'id', data: rows.map(({ id }) => id), type: 'STRING', encoding, nullable: false },
        { name: 'title', data: rows.map(({ title }) => title), type: 'STRING', encoding, nullable: false },
        { name: 'doi', data: rows.map(({ doi }) => doi), type: 'STRING', encoding, nullable: true },
        { name: 'authors', data: rows.map(() => 'Ada Lovelace and Charles Babbage'), type: 'STRING', nullable: false },
        { name: 'categories', data: rows.map(() => 'cs.LG'), type: 'STRING', nullable: true },
      ],
      codec: 'UNCOMPRESSED',
      rowGroupSize: 300,
      pageSize: 2000,
    }),
  );

describe('Parquet files', () => {
  it.each<Encoding>(['PLAIN', 'RLE_DICTIONARY', 'DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY'])(
    'of both versions of pages in %s are read alike',
    async (encoding) => {
      const second = encoded(encoding);
      const read = await readAll(second, 'papers.parquet');
      expect(read.records).toHaveLength(rows.length);
      for (const codec of ['UNCOMPRESSED', 'SNAPPY'] as const)
        expect((await readAll(firstVersion(second, codec), 'papers.parquet')).records).toEqual(read.records);
    },
  );

  it('that claim more rows than their size can hold are refused at once', async () => {
    const many = 300_000;
    const repeated = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: Array.from({ length: many }, () => '1706.03762'), type: 'STRING' },
        { name: 'title', data: Array.from({ length: many }, () => 'Attention is all you need'), type: 'STRING' },
        { name: 'categories', data: Array.from({ length: many }, () => 'cs.CL'), type: 'STRING' },
        { name: 'authors', data: Array.from({ length: many }, () => 'Ashish Vaswani'), type: 'STRING' },
      ],
    });
    await expect(readAll(new Uint8Array(repeated), 'papers.parquet')).rejects.toThrow('file-repeats, papers.parquet');
  });

  const attack = '../shared/attacks/hang.parquet';
  it.skipIf(!existsSync(attack))('of the attack that found this are refused', async () => {
    await expect(readAll(readFileSync(attack), 'hang.parquet')).rejects.toThrow('file-damaged, hang.parquet');
  });
});

describe('runs of numbers', () => {
  it('are seen to their end, whatever the numbers are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(), { maxLength: 300 }),
        fc.nat(4),
        (width, some, times) => {
          const largest = 2 ** width - 1;
          const numbers = some.flatMap((number, at) =>
            Array.from({ length: at % 7 === 0 ? 10 * times + 1 : 1 }, () => number % (largest + 1)),
          );
          const writer = new ByteWriter();
          writeRleBitPackedHybrid(writer, numbers, width);
          const bytes = writer.getBytes();
          const found = lookAtRuns(bytes, 0, { width, count: numbers.length, largest });
          expect(found).toEqual({ at: bytes.length, largest: numbers.filter((number) => number === largest).length });
          // One more than there are.
          expect(lookAtRuns(bytes.subarray(0, -1), 0, { width, count: numbers.length + 8, largest })).toBe(null);
        },
      ),
    );
  });

  const values: Values = {
    type: 'BYTE_ARRAY',
    typeLength: 0,
    maxDefinition: 0,
    maxRepetition: 0,
    dictionary: 5,
    most: 10_000,
  };
  it.each<[string, number[], Partial<Parameters<typeof lookAtRuns>[2]>]>([
    ['of two thousand million', [0xfe, 0xff, 0xff, 0xff, 0x0f, 1], {}],
    ['of a negative number of groups', [0x81, 0x80, 0x80, 0x80, 0x08, 0xff], {}],
    ['of none, then nothing', [0, 1], {}],
    ['of a level that there is not', [20, 3], { width: 2, largest: 2 }],
    ['of groups that end too early', [0x09, 0xff], {}],
    ['of a length without end', Array.from({ length: 40 }, () => 0x80), {}],
    ['of numbers wider than any index', [20, 1, 1, 1, 1], { width: 32, largest: 2 ** 31 }],
    ['of many numbers that take no room', [0xff, 0xff, 0xff, 0xff, 0x07], { width: 0, largest: 0 }],
  ])('%s are none', (_, bytes, given) => {
    expect(lookAtRuns(Uint8Array.from(bytes), 0, { width: 1, count: 10, largest: 1, ...given })).toBe(null);
  });

  it.each<[string, number, number[]]>([
    ['an index beyond the dictionary', 8, [3, 20, 7]],
    ['differences in blocks of no parts', 6, [128, 1, 0, 10, 2, 4, 0]],
    ['differences in blocks of a negative length', 6, [0x80, 0xff, 0xff, 0xff, 0x0f, 4, 10, 2]],
    ['fewer differences than lengths', 6, [128, 1, 4, 3, 2, 0, 0, 0, 0, 0]],
    ['texts beyond the page', 0, [255, 0, 0, 0, 1]],
    ['an encoding that nobody knows', 77, [1, 2, 3]],
  ])('%s is no page', (_, encoding, bytes) => {
    expect(areValues(Uint8Array.from(bytes), 0, 10, encoding, values)).toBe(false);
  });

  it('texts that each repeat the one before are no more than a page may be', () => {
    const page = (count: number): Uint8Array => {
      const writer = new ByteWriter();
      deltaBinaryPack(
        writer,
        Array.from({ length: count }, (__, at) => at),
        'INT32',
      );
      deltaBinaryPack(
        writer,
        Array.from({ length: count }, () => 1),
        'INT32',
      );
      writer.appendBytes(new Uint8Array(count).fill(97));
      return writer.getBytes();
    };
    expect(areValues(page(100), 0, 100, 7, values)).toBe(true);
    expect(areValues(page(1000), 0, 1000, 7, values)).toBe(false);
  });
});

describe('Snappy', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 }), fc.nat(50), (parts, again) => {
        const bytes = Uint8Array.from(
          Buffer.concat([...parts, ...Array.from({ length: again }, (_, at) => parts[at % 3] ?? new Uint8Array(0))]),
        );
        expect(unsnap(snappyCompress(bytes), bytes.length)).toEqual(bytes);
      }),
    );
  });

  it.each<[string, number[]]>([
    ['a stretch of a length below zero', [10, 63 << 2, 0xf0, 0xff, 0xff, 0xff, 1, 2, 3]],
    ['a copy of what is not there', [10, 0b000_100_01, 9]],
    ['a copy from where it is', [10, 0, 65, 0b000_100_01, 0]],
    ['more than the page is to be', [10, 14 << 2, ...Array.from({ length: 15 }, () => 1)]],
    ['less than the page is to be', [10, 0, 65]],
    ['another length', [11, 10 << 2, ...Array.from({ length: 11 }, () => 1)]],
    ['nothing', []],
  ])('%s is refused', (_, bytes) => {
    expect(() => unsnap(Uint8Array.from(bytes), 10)).toThrow(RangeError);
  });
});

describe('damaged Parquet', () => {
  const whole = {
    second: parquet(links),
    first: firstVersion(encoded('RLE_DICTIONARY'), 'SNAPPY'),
    lengths: firstVersion(encoded('DELTA_BYTE_ARRAY')),
    plain: encoded('PLAIN'),
  };
  it.each(Object.entries(whole))('(%s) is read or refused, and soon', async (_, bytes) => {
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(999_999), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const damaged = bytes.slice();
          for (const [millionths, byte] of changes) damaged[Math.floor((millionths * damaged.length) / 1e6)] = byte;
          const since = startSpending();
          try {
            await readAll(damaged, 'papers.parquet');
          } catch (error) {
            if (!(error instanceof UnreadableFile)) throw error;
          }
          longest = Math.max(longest, since());
        },
      ),
      { numRuns: 150 },
    );
    expect(longest).toBeLessThan(2000);
  });
});
