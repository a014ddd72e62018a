import { describe, expect, it } from 'vitest';
import { kindAt, openChunk, openResidentIndex, titleEntries } from '../../../lib/packs/tables/title-index.ts';
import { PackSource } from '../../../lib/catalog/sources/pack-source.ts';
import { buildPack, memoryShelf } from '../../../lib/packs/build.ts';
import { loadPackFile, writePackFile } from '../../../lib/packs/file.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { paperKeys } from '../../../lib/paper/keys.ts';
import { keyOfPerson, namePerson } from '../../../lib/paper/names/person-id.ts';
import { recordId } from '../../../lib/paper/record-id.ts';
import { chunkOf, ordinalsOf } from '../../../lib/packs/tables/hashed.ts';
import { readRecords } from '../../../lib/packs/tables/records.ts';
import { findWords, readTops, titleWordsOf, wordChunks, wordsOfRecord } from '../../../lib/packs/tables/words.ts';
import { contentWords } from '../../../lib/text/content-words.ts';
import { authorKey } from '../../../lib/paper/names/name-key.ts';
import { facts, makeRecords } from './rows.ts';

const records = makeRecords(3000);
const built = await buildPack(facts, records);
const shelf = memoryShelf(built);
const piece = async (kind: 'ids' | 'names' | 'words' | 'wordtops' | 'records' | 'front' | 'titles', number: number) => {
  const [bytes] = await shelf.get(kind, [number]);
  if (bytes === null || bytes === undefined) throw new Error(`no ${kind} ${number}`);
  return bytes;
};

describe('a pack that was built', () => {
  it('has every record at its ordinal', async () => {
    expect(built.sizes.papers).toBe(records.length);
    const blocks = await shelf.get('records', [...Array(Math.ceil(records.length / 64)).keys()]);
    expect(blocks.flatMap((block) => (block === null ? [] : readRecords(block)))).toEqual(records);
  });

  it('finds every paper by each of its ids, and every author by name', async () => {
    for (const [ordinal, record] of records.entries()) {
      for (const key of paperKeys(record))
        expect(ordinalsOf(await piece('ids', chunkOf(key, built.sizes.idChunks)), key)).toContain(ordinal);
      for (const name of record.authors ?? []) {
        const key = authorKey(name);
        expect(ordinalsOf(await piece('names', chunkOf(key, built.sizes.nameChunks)), key)).toContain(ordinal);
      }
    }
    expect(ordinalsOf(await piece('ids', chunkOf('doi:10.1/none', built.sizes.idChunks)), 'doi:10.1/none')).toEqual([]);
  });

  it('finds words whole and by their beginning, with exactly the papers that have them', async () => {
    const tops = readTops(await piece('wordtops', 0));
    const having = (word: string) => records.flatMap((record, at) => (wordsOfRecord(record).has(word) ? [at] : []));
    for (const word of ['attention', 'transformer', '@reddi', '@muller', '@张']) {
      const [number = -1] = wordChunks(tops, word);
      const [row] = findWords(await piece('words', number), word, true);
      expect([...(row?.ordinals() ?? [])]).toEqual(having(word));
      expect(row?.count).toBe(having(word).length);
      expect([...(row?.ordinals(3) ?? [])]).toEqual(having(word).slice(-3));
    }
    const found = [];
    for (const number of wordChunks(tops, 'tra')) found.push(...findWords(await piece('words', number), 'tra', false));
    expect(found.map(({ word }) => word)).toEqual(['transformer', 'transport']);
  });

  it('finds where and when a paper appeared', async () => {
    const dated = records.map((record, at) => ({
      ...record,
      venue: at % 3 === 0 ? 'NIPS 2016' : 'icml',
      year: 2016 + (at % 2),
    }));
    const dates = memoryShelf(await buildPack(facts, dated));
    const [tops = null] = await dates.get('wordtops', [0]);
    if (tops === null) throw new Error('no tops');
    for (const [word, fits] of [
      ['$neurips', (at: number) => at % 3 === 0],
      ['$icml', (at: number) => at % 3 !== 0],
      ['$2017', (at: number) => at % 2 === 1],
    ] as const) {
      const [chunk = null] = await dates.get('words', wordChunks(readTops(tops), word).slice(0, 1));
      const [row] = chunk === null ? [] : findWords(chunk, word, true);
      expect([...(row?.ordinals() ?? [])]).toEqual([...dated.keys()].filter(fits));
    }
  });

  it('has every title in its index', async () => {
    const front = openResidentIndex(await piece('front', 0));
    const met = new Set<string>();
    for (let number = 0; number < front.chunks; number += 1) {
      const chunk = openChunk(await piece('titles', number));
      for (let at = 0; at < chunk.entries; at += 1)
        met.add(`${chunk.ordinals[at]} ${chunk.checks[at]} ${chunk.lengths[at]} ${kindAt(chunk, at)}`);
    }
    const wanted = records.flatMap(({ title }, at) =>
      titleEntries([title]).map(({ check, length }) => `${at} ${check} ${length} ${check & 3}`),
    );
    expect(front.entries).toBe(wanted.length);
    expect(wanted.filter((entry) => !met.has(entry))).toEqual([]);
  });

  it.each([
    ['all', () => true],
    ['none', () => false],
    ['the first alone', (at: number) => at === 0],
    ['the last alone', (at: number) => at === records.length - 1],
    ['one in a hundred, from the third block on', (at: number) => at > 130 && at % 100 === 0],
  ] as const)('keeps abstracts beside the records: %s', async (_, has) => {
    const textOf = (at: number): string => `On the ${at}th of them. We show: \\tau > ${at} 😀`;
    const pack = await buildPack(
      facts,
      records.map((one, at) => (has(at) ? { record: one, abstract: textOf(at) } : one)),
    );
    const kept = [...records.keys()].filter(has);
    expect(pack.sizes.abstracts ?? 0).toBe(kept.length);
    expect(pack.sizes.bytes).toBe(pack.pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
    // As a file and back.
    const again = await loadPackFile(new Blob([writePackFile(pack)]).stream());
    const source = await PackSource.open({ ...again, shelf: memoryShelf(again) });
    expect(await source.abstracts(records.keys())).toEqual(new Map(kept.map((at) => [at, textOf(at)])));
    expect([...(await source.records(records.keys())).values()]).toEqual(records);
  });

  it('joins rows of one paper, wherever they stand', async () => {
    const [first, second] = records as [PaperRecord, PaperRecord];
    const code = [{ url: 'https://github.com/a/b' }];
    const rows = [
      first,
      { ...first, code, title: `${first.title} again` },
      second,
      ...records.slice(2),
      { ...second, code },
    ];
    const pack = await buildPack(facts, rows);
    expect(pack.sizes.papers).toBe(records.length);
    const [block] = await memoryShelf(pack).get('records', [0]);
    const [one, other] = readRecords(block ?? new Uint8Array());
    expect(one).toEqual({ ...first, otherTitles: [`${first.title} again`], code });
    expect(other).toEqual({ ...second, code });
  });

  it('the first abstract that rows of a paper have is the paper’s, near or far', async () => {
    const [first, second, third] = records as [PaperRecord, PaperRecord, PaperRecord];
    const pack = await buildPack(facts, [
      { record: first },
      { record: first, abstract: 'Near.' },
      ...records.slice(1),
      ...Array.from({ length: 3 }, (_, at) => ({ record: second, abstract: `Far ${at}.` })),
      { record: third },
    ]);
    const source = await PackSource.open({ ...pack, shelf: memoryShelf(pack) });
    expect(await source.abstracts([0, 1, 2])).toEqual(
      new Map([
        [0, 'Near.'],
        [1, 'Far 0.'],
      ]),
    );
    expect(pack.sizes).toMatchObject({
      abstracts: 2,
      bytes: pack.pieces.reduce((sum, { bytes }) => sum + bytes.length, 0),
    });
  });

  it('is the same wherever rows of one paper stand, near or far, in any order', async () => {
    const more = (record: PaperRecord): PaperRecord[] =>
      record.arxivId === undefined
        ? []
        : [{ ...record, title: `Zebras and ${record.title}`, authors: [...(record.authors ?? []), 'Zoë Quark'] }];
    const near = await buildPack(
      facts,
      records.flatMap((record) => [record, ...more(record)]),
    );
    const far = await buildPack(facts, [...records, ...records.toReversed().flatMap(more)]);
    expect(far.sizes).toEqual(near.sizes);
    expect(far.sizes.papers).toBe(records.length);
    const bytes = ({ pieces }: typeof far) =>
      new Map(
        pieces.map(({ kind, number, bytes: some }) => [`${kind} ${number}`, Buffer.from(some).toString('latin1')]),
      );
    expect(bytes(far)).toEqual(bytes(near));
  });
});

it.each([
  'Attention Is All You Need',
  'On the Properties of Networks, 2nd',
  'Über die Größe',
  'O(n) and $\\alpha$ studies',
])('words of "%s" are those of search', (title) =>
  expect(titleWordsOf(title)).toEqual([...contentWords(title).keys()]),
);

describe('names and ids', () => {
  it.each([
    ['Sashank J. Reddi', 'n-reddi-sashank'],
    ['Reddi, Sashank', 'n-reddi-sashank'],
    ['S. Reddi', 'n-reddi-s'],
    ['Plato', 'n-plato'],
  ])('%s is %s', (name, id) => expect(namePerson(name)).toBe(id));
  it.each(['Ada Lovelace', 'Zoe M. Zhang', 'A. N. Whitehead', 'Ada B Lovelace', 'Maria De Luca', 'J. Smith'])(
    '%s has the key that it has with the family name first',
    (name) => {
      const cut = name.lastIndexOf(' ', name.includes(' De ') ? name.indexOf(' De ') : undefined);
      expect(authorKey(name)).toBe(authorKey(`${name.slice(cut + 1)}, ${name.slice(0, cut)}`));
    },
  );
  it.each(['Ada Lovelace', 'Łukasz Kaiser', '张伟', 'Plato', 'Юрий Гагарин'])(
    '%s is found again by the person',
    (name) => {
      expect(namePerson(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
      expect(keyOfPerson(namePerson(name))).toBe(authorKey(name));
    },
  );
  it.each([
    [{ title: 'T', arxivId: '1912.10077v3', doi: '10.1/X' }, 'arxiv:1912.10077'],
    [{ title: 'T', doi: '10.1000/ABC' }, 'doi:10.1000/abc'],
    [{ title: 'T', arxivId: 'math.GT/0309136' }, 'arxiv:math.gt/0309136'],
  ])('%o is %s', (record, id) => expect(recordId(record)).toBe(id));
  it('without ids, title, first author and year say who it is', () => {
    const one = recordId({ title: 'A Title', authors: ['Ada Lovelace'], year: 1843 });
    expect(one).toMatch(/^title:[0-9a-f]{16}$/);
    expect(recordId({ title: 'A title.', authors: ['Lovelace, Ada'], year: 1843 })).toBe(one);
    expect(recordId({ title: 'A title', authors: ['Grace Hopper'], year: 1843 })).not.toBe(one);
  });
});
