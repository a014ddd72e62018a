// A thousand damaged pack files: each is refused by its code, or it is the pack to the byte. Never a part of it.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { loadPackFile, writePackFile } from '../../../lib/packs/file.ts';
import { bringPack } from '../../../lib/packs/import/copy-pack-file.ts';
import { ByteWriter } from '../../../lib/packs/tables/varint.ts';
import { writeWord } from '../../../lib/packs/tables/words.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';
import { inShort } from '../short-form.ts';
import { facts, importFile, makeRecords, piecesOf } from './rows.ts';

const rows = makeRecords(150).map((record, at) => ({
  record: { ...record, otherIds: [`openalex:w${at}`] },
  ...(at % 2 === 0 ? { abstract: `We fold the ${record.title}.` } : { words: ['anvil', 'ember'] }),
  references: [`openalex:w${(at * 7) % 150}`],
}));
const built = await buildPack(facts, rows, [
  {
    id: 'ada',
    name: 'Ada Lovelace',
    variants: [],
    position: null,
    pastPositions: [],
    degree: null,
    areas: [],
    biography: null,
    homepage: null,
    sources: ['test'],
    notes: [],
  },
]);
const whole = writePackFile(built);

const database = new CatalogDatabase('damaged');
afterAll(() => database.delete());

/** Where a damage is and what it is: places as shares, so that they fit any file. */
const share = fc.nat(999_999).map((millionths) => millionths / 1_000_000);
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: share }),
  fc.record({ kind: fc.constant('drop' as const), at: share, length: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: share, with: share, length: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ kind: fc.constant('more' as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 50 }) }),
  fc.record({
    kind: fc.constant('fill' as const),
    at: share,
    length: fc.integer({ min: 1, max: 64 }),
    byte: fc.nat(255),
  }),
  // Whole frames in another order, or one of them twice: every sum still fits.
  fc.record({ kind: fc.constant('frames' as const), at: share, with: share, twice: fc.boolean() }),
);

function framesOf(file: Uint8Array): Uint8Array[] {
  const frames = [file.subarray(0, 8)];
  const view = new DataView(file.buffer, file.byteOffset);
  for (let at = 8; at < file.length;) {
    const length = 16 + view.getUint32(at + 8, true);
    frames.push(file.subarray(at, at + length));
    at += length;
  }
  return frames;
}
const together = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(parts));
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function damaged(how: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array<ArrayBuffer> {
  const place = (at: number): number => Math.floor(at * whole.length);
  const file = whole.slice();
  if (how.kind === 'flip') file[place(how.at)] = (file[place(how.at)] ?? 0) ^ (1 << how.bit);
  if (how.kind === 'cut') return file.slice(0, place(how.at));
  if (how.kind === 'drop')
    return together([file.subarray(0, place(how.at)), file.subarray(place(how.at) + how.length)]);
  if (how.kind === 'swap') {
    const one = file.slice(place(how.at), place(how.at) + how.length);
    file.copyWithin(place(how.at), place(how.with), place(how.with) + one.length);
    file.set(one.subarray(0, Math.max(0, file.length - place(how.with))), place(how.with));
  }
  if (how.kind === 'more') return together([file, how.bytes]);
  if (how.kind === 'fill') file.fill(how.byte, place(how.at), place(how.at) + how.length);
  if (how.kind === 'frames') {
    const frames = framesOf(file);
    const [one, other] = [how.at, how.with].map((at) => Math.floor(at * frames.length)) as [number, number];
    const [first, second] = [frames[one], frames[other]];
    if (first !== undefined && second !== undefined) {
      frames[other] = first;
      if (!how.twice) frames[one] = second;
    }
    return together(frames);
  }
  return file;
}

describe('a damaged pack file', () => {
  it('is refused, and nothing of it is in; what is not refused is the pack', { timeout: 120_000 }, async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const file = damaged(how);
        const error = await bringPack(database, new Blob([file]).stream()).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error === null) {
          expect(await piecesOf(database, facts.id)).toHaveLength(built.pieces.length);
          expect(file).toEqual(whole);
          await Promise.all([database.packs.clear(), database.pieces.clear()]);
          return;
        }
        refused += 1;
        expect(error).toBeInstanceOf(UnreadableFile);
        expect((error as UnreadableFile).failure.code).toMatch(/^pack-/u);
        expect(await database.packs.count()).toBe(0);
        expect(await database.pieces.count()).toBe(0);
      }),
      { numRuns: inShort(300, 1000) },
    );
    expect(refused).toBeGreaterThan(inShort(240, 800));
  });

  it('is refused by an import of many steps too, and leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const file = damaged(how);
        const error = await importFile(database, new File([file], 'x.byline'), { bytesAtOnce: 4000 }, {}).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error !== null) {
          expect(error).toBeInstanceOf(UnreadableFile);
          expect(await database.packs.count()).toBe(0);
          expect(await database.pieces.count()).toBe(0);
        } else expect(same(file, whole)).toBe(true);
        await Promise.all([database.packs.clear(), database.pieces.clear(), database.imports.clear()]);
      }),
      { numRuns: 60 },
    );
  });

  it('undamaged, it is read as it was built', async () => {
    expect(await loadPackFile(new Blob([whole]).stream())).toEqual(built);
  });
});

describe('a pack file whose sums are right and whose contents are not', () => {
  const change = (kind: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
    writePackFile({
      ...built,
      pieces: built.pieces.map((piece) => (piece.kind === kind ? { ...piece, bytes } : piece)),
    });
  const endless = new Uint8Array(64).fill(255);
  const wordsOf = (...words: [string, number[]][]): Uint8Array<ArrayBuffer> => {
    const writer = new ByteWriter();
    for (const [word, papers] of words) writeWord(writer, new ByteWriter(), word, papers);
    return writer.take();
  };
  it.each([
    ['another front', change('front', new Uint8Array(100))],
    ['ids that are none', change('ids', endless)],
    [
      'names of papers that there are not',
      change('names', new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255])),
    ],
    ['a block that says it is larger than a block', change('records', endless)],
    ['words in a wrong order', change('words', wordsOf(['zebra', [1]], ['apple', [1]]))],
    ['words of more papers than there are', change('words', wordsOf(['apple', Array.from({ length: 200 }, () => 0)]))],
    ['words of a paper that there is not', change('words', wordsOf(['apple', [150]]))],
    ['words that end too early', change('words', wordsOf(['apple', [1, 2, 3]]).slice(0, -1))],
    ['a word without an end', change('words', wordsOf(['a'.repeat(1000), [1]]))],
    ['people that are none', change('people', new TextEncoder().encode('[{}]'))],
    ['no people', writePackFile({ ...built, pieces: built.pieces.filter(({ kind }) => kind !== 'people') })],
    ['more papers than blocks', writePackFile({ ...built, sizes: { ...built.sizes, papers: 1000 } })],
    ['a name of no length', writePackFile({ ...built, facts: { ...facts, name: '' } })],
  ])('%s: refused', async (_, file) => {
    await expect(loadPackFile(new Blob([file]).stream())).rejects.toBeInstanceOf(UnreadableFile);
  });
});
