// What packs have beside records: words of abstracts, topics, ids of authors, and what cites what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackSource } from '../../../lib/catalog/sources/pack-source.ts';
import { buildPack, memoryShelf, packFormatWithoutReferences, type BuiltPack } from '../../../lib/packs/build.ts';
import { loadPackFile, writePackFile } from '../../../lib/packs/file.ts';
import { AbstractWords } from '../../../lib/packs/import/abstract-words.ts';
import { extraLine, mergeExtras, readExtra, type PaperExtra } from '../../../lib/packs/tables/extras.ts';
import { encodeReferences, isReferences, referencesAt } from '../../../lib/packs/tables/references.ts';
import { titleWordsOf } from '../../../lib/packs/tables/words.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { plainLower } from '../../../lib/text/plain-lower.ts';
import { chance } from '../../../tools/chance.ts';
import { facts, makeRecords } from './rows.ts';

const nouns = `orchard lantern harbour meadow glacier compass tapestry quarry granary viaduct ember willow saddle anvil
  thicket causeway ledger mosaic barley kestrel`.split(/\s+/);
const topics = ['Image Classification', 'Dépendance Parsing', 'graphs'];

type Row = { record: PaperRecord } & PaperExtra;

/** Rows, some with an abstract, some with words only, some with neither; each cites some others, and some that are not there. */
function makeRows(count: number, seed: number): Row[] {
  const { next } = chance(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  return makeRecords(count, seed).map((record, at) => {
    const text = Array.from({ length: Math.floor(next() * 12) }, () => pick(nouns) ?? '').join(' ');
    const kind = next();
    return {
      record: {
        ...record,
        authorIds: (record.authors ?? []).map((_, place) => (next() < 0.5 ? `openalex:a${at}${place}` : null)),
        ...(next() < 0.5 ? { topics: [pick(topics) ?? ''] } : {}),
        otherIds: [`openalex:w${at}`],
      },
      ...(kind < 0.4 ? { abstract: `We fold ${text}, ${at}` } : {}),
      ...(kind > 0.7 ? { words: [...new Set(titleWordsOf(text))].sort() } : {}),
      references: Array.from({ length: Math.floor(next() * 6) }, () => `openalex:w${Math.floor(next() * count * 1.3)}`),
    };
  });
}

/** As a file and back, opened. */
async function opened(pack: BuiltPack): Promise<PackSource> {
  const again = await loadPackFile(new Blob([writePackFile(pack)]).stream());
  return PackSource.open({
    ...again,
    shelf: memoryShelf(again),
    onDamage: (_, error) => {
      throw error;
    },
  });
}

function wordsOf({ record, abstract = '', words = [] }: Row): readonly string[] {
  return abstract === '' ? words : new AbstractWords().choose(record.title, abstract);
}

describe('a pack with words of abstracts, topics and references', () => {
  const rows = makeRows(2500, 7);

  it('answers exactly what its rows said, as a file and back', async () => {
    const source = await opened(await buildPack(facts, rows));
    const all = rows.keys();
    expect([...(await source.records(all)).values()]).toEqual(rows.map(({ record }) => record));
    for (const word of [...nouns, 'fold', 'attention']) {
      const having = rows.flatMap((row, at) => (wordsOf(row).includes(word) ? [at] : []));
      const [row] = await source.abstractWords(word, true);
      expect([...(row?.ordinals() ?? [])]).toEqual(having);
    }
    for (const topic of topics) {
      const having = rows.flatMap(({ record }, at) => (record.topics?.includes(topic) === true ? [at] : []));
      const [row] = await source.topics(topic.toUpperCase(), true);
      expect(row).toMatchObject({ word: plainLower(topic), count: having.length });
      expect([...(row?.ordinals() ?? [])]).toEqual(having);
    }
    const cites = new Map(
      rows.map(({ references = [] }, at) => [
        at,
        [...new Set(references.map((key) => Number(key.slice('openalex:w'.length))))]
          .filter((cited) => cited < rows.length && cited !== at)
          .toSorted((one, other) => one - other),
      ]),
    );
    const citedBy = new Map([...rows.keys()].map((at): [number, number[]] => [at, []]));
    for (const [at, cited] of cites) for (const one of cited) citedBy.get(one)?.push(at);
    const known = (links: Map<number, number[]>) => new Map([...links].filter(([, some]) => some.length > 0));
    expect(await source.references(rows.keys())).toEqual(known(cites));
    expect(await source.citedBy(rows.keys())).toEqual(known(citedBy));
    const kept = new Map(rows.flatMap(({ abstract }, at) => (abstract === undefined ? [] : [[at, abstract]])));
    expect(await source.abstracts(rows.keys())).toEqual(kept);
  });

  it('is the same where what is beside a record comes with a later row of the paper', async () => {
    const near = await buildPack(
      facts,
      rows.flatMap((row) => [row.record, row]),
    );
    const far = await buildPack(facts, [...rows.map(({ record }) => record), ...rows]);
    expect(far.sizes).toEqual(near.sizes);
    expect(far.sizes.bytes).toBe(far.pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
    const bytes = ({ pieces }: BuiltPack) =>
      new Map(pieces.map((piece) => [`${piece.kind} ${piece.number}`, Buffer.from(piece.bytes).toString('latin1')]));
    expect(bytes(far)).toEqual(bytes(near));
  });
});

it('a pack without any of it has the pieces that it had, and one of an earlier format is read', async () => {
  const records = makeRecords(200);
  const pack = await buildPack(facts, records);
  const later = new Set(['abstractwords', 'abstracttops', 'cites', 'citedby']);
  expect(pack.pieces.filter(({ kind }) => later.has(kind))).toEqual([]);
  const withAbstracts = await buildPack(
    facts,
    records.map((record) => ({ record, abstract: 'We fold orchards.' })),
  );
  const { abstractWordChunks: _, ...sizes } = withAbstracts.sizes;
  const earlier = await opened({
    ...withAbstracts,
    format: packFormatWithoutReferences,
    sizes,
    pieces: withAbstracts.pieces.filter(({ kind }) => !later.has(kind)),
  });
  expect(await earlier.abstracts([5])).toEqual(new Map([[5, 'We fold orchards.']]));
  expect(await earlier.abstractWords('orchard', true)).toEqual([]);
  expect(await earlier.topics('graphs', true)).toEqual([]);
  expect([await earlier.references([5]), await earlier.citedBy([5])]).toEqual([new Map(), new Map()]);
});

describe('words of an abstract', () => {
  it('are those that title words are, without the title’s own', () => {
    const letters = fc.stringMatching(/^[a-zé0-9 .,()$\\–-]{0,200}$/);
    const chooser = new AbstractWords();
    fc.assert(
      fc.property(letters, letters, (title, abstract) => {
        const own = new Set(titleWordsOf(title));
        const chosen = chooser.choose(title, abstract);
        const possible = titleWordsOf(abstract).filter((word) => !own.has(word) && !/^\d+$/.test(word));
        expect(possible).toEqual(expect.arrayContaining(chosen));
        expect(chosen).toEqual(new AbstractWords().choose(title, abstract));
        expect(chosen.length).toBeLessThanOrEqual(48);
      }),
    );
  });

  it('where there are more than 48, those said often stay, then the longest', () => {
    const short = Array.from(
      { length: 60 },
      (_, at) => `q${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
    );
    const chosen = new AbstractWords().choose(
      'On Kestrels',
      `${short.join(' ')} qaa kestrel photosynthesis we propose in this paper`,
    );
    expect(chosen).toHaveLength(48);
    expect(chosen).toEqual(expect.arrayContaining(['qaa', 'photosynthesis']));
    expect(chosen).not.toContain('kestrel');
    expect(chosen).not.toContain('propose');
  });
});

it('a line has what was written, and two rows of a paper complete each other', () => {
  const text = fc.stringMatching(/^[a-z ,]{0,40}$/).map((some) => some.trim());
  const keys = fc.array(fc.stringMatching(/^[a-z0-9:.]{1,12}$/), { maxLength: 6 });
  fc.assert(
    fc.property(text, keys, keys, (abstract, words, references) => {
      const line = extraLine({ abstract, words, references });
      expect(readExtra(line)).toEqual({ abstract, words: abstract === '' ? words : [], references });
      expect(mergeExtras(line, line)).toBe(line);
      expect(readExtra(mergeExtras(extraLine({ references }), extraLine({ abstract, words })))).toEqual(
        readExtra(line),
      );
    }),
  );
});

it('chunks of references: what was written is read, and what is none is told', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1023), fc.nat(4000)), { maxLength: 60 }), fc.nat(255), (some, byte) => {
      const pairs = [...new Set(some.map(([place, paper]) => place * 2 ** 24 + paper))].toSorted((a, b) => a - b);
      const chunk = encodeReferences(pairs, 1024);
      expect(isReferences(chunk, 0, 5000)).toBe(true);
      for (const [place] of some)
        expect(referencesAt(chunk, place)).toEqual(
          pairs.filter((pair) => Math.floor(pair / 2 ** 24) === place).map((pair) => pair % 2 ** 24),
        );
      expect(isReferences(chunk.subarray(0, -1), 0, 5000)).toBe(false);
      expect(isReferences(Uint8Array.from([...chunk, byte]), 0, 5000)).toBe(false);
    }),
  );
});
