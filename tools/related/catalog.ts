// Papers as a catalog that is asked like the reader's: a pack in memory, and the words of abstracts as a table of the
// form of a pack's words.
import { Lookup } from '../../lib/catalog/lookup.ts';
import { PackSource } from '../../lib/catalog/sources/pack-source.ts';
import type { PaperSource } from '../../lib/catalog/sources/paper-source.ts';
import { buildPack, memoryShelf } from '../../lib/packs/build.ts';
import { findWords, wordChunks, writeWord, type WordRow } from '../../lib/packs/tables/words.ts';
import { ByteWriter } from '../../lib/packs/tables/varint.ts';
import { contentWords } from '../../lib/text/content-words.ts';
import type { PaperRecord } from '../../lib/paper/record.ts';

export interface MadePaper {
  title: string;
  authors?: readonly string[] | undefined;
  year?: number | undefined;
  /** Content words of the abstract. */
  words?: readonly string[] | undefined;
}

/** Each paper is `p0`, `p1` … by its place. */
export async function titlesOf(papers: readonly MadePaper[]): Promise<PaperSource> {
  const pack = await buildPack(
    {
      id: 'measured',
      name: 'Measured',
      version: '1',
      licence: 'none',
      attribution: 'for measurements',
      madeFrom: 'lists of titles',
      madeOn: '2026-01-01',
      sources: [{ id: 'measured', name: 'Measured', what: 'lists of titles', kind: 'derived' }],
    },
    papers.map(({ title, authors = [], year }, at): PaperRecord => ({
      id: `p${at}`,
      title: title.slice(0, 2000) || '?',
      ...(authors.length === 0 ? {} : { authors: authors.slice(0, 500) }),
      ...(year === undefined ? {} : { year }),
    })),
  );
  return PackSource.open({ format: pack.format, facts: pack.facts, sizes: pack.sizes, shelf: memoryShelf(pack) });
}

/** The same papers with the words of their abstracts. */
export function withAbstracts(source: PaperSource, papers: readonly MadePaper[]): PaperSource {
  const { tops, chunks } = wordTable(packedWords(papers));
  return {
    ...asked(source),
    abstractWords: (word) => {
      const chunk = chunks[wordChunks(tops, word)[0] ?? -1];
      return Promise.resolve(chunk === undefined ? [] : findWords(chunk, word, true));
    },
  };
}

/** What related works ask of a source, as a plain object. */
const asked = (source: PaperSource): PaperSource => ({
  info: source.info,
  byKeys: (keys) => source.byKeys(keys),
  byNames: (keys) => source.byNames(keys),
  byTitles: (titles) => source.byTitles(titles),
  records: (ordinals) => source.records(ordinals),
  words: (start, exact, thorough) => source.words?.(start, exact, thorough) ?? Promise.resolve([]),
});

/** Words of an abstract that a pack keeps. */
const MAX_WORDS = 48;

/** The words that a pack keeps of each abstract: the rarest, of those that the title has not. */
function packedWords(papers: readonly MadePaper[]): string[][] {
  const counts = new Map<string, number>();
  for (const { words = [] } of papers) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return papers.map(({ title, words = [] }) => {
    const inTitle = contentWords(title);
    return [...new Set(words)]
      .filter((word) => !inTitle.has(word))
      .toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1))
      .slice(0, MAX_WORDS);
  });
}

/** Bytes of a pack's chunk of words. */
const CHUNK = 32 * 1024;

/** Chunks of words, and the first word of each, as a pack has them. */
function wordTable(words: readonly (readonly string[])[]): { tops: string[]; chunks: Uint8Array[] } {
  const papers = new Map<string, number[]>();
  for (const [ordinal, some] of words.entries())
    for (const word of new Set(some)) {
      const having = papers.get(word);
      if (having === undefined) papers.set(word, [ordinal]);
      else having.push(ordinal);
    }
  const [writer, scratch] = [new ByteWriter(), new ByteWriter()];
  const [tops, chunks]: [string[], Uint8Array[]] = [[], []];
  for (const [word, ordinals] of [...papers].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (writer.length >= CHUNK) chunks.push(writer.take());
    if (writer.length === 0) tops.push(word);
    writeWord(writer, scratch, word, ordinals);
  }
  chunks.push(writer.take());
  return { tops, chunks };
}

/** The catalog as if each paper were there several times over: for the time that a larger one takes. */
export function severalTimes(source: PaperSource, times: number): PaperSource {
  const papers = source.info.sizes.papers ?? 0;
  const copies = Array.from({ length: times }, (_, copy) => copy * papers);
  const spread = (ordinals: readonly number[]): number[] =>
    copies.flatMap((from) => ordinals.map((ordinal) => from + ordinal));
  // Each word's papers as a pack has them, so that reading them takes what it takes there.
  const [writer, scratch] = [new ByteWriter(), new ByteWriter()];
  const kept = new Map<string, Uint8Array>();
  const rows = (table: string, some: readonly WordRow[]): WordRow[] =>
    some.flatMap((row) => {
      const key = `${table} ${row.word}`;
      let chunk = kept.get(key);
      if (chunk === undefined) {
        writeWord(writer, scratch, row.word, spread([...row.ordinals()]));
        kept.set(key, (chunk = writer.take()));
      }
      return findWords(chunk, row.word, true);
    });
  return {
    ...asked(source),
    info: { ...source.info, sizes: { ...source.info.sizes, papers: papers * times } },
    byNames: async (keys) => new Map([...(await source.byNames(keys))].map(([key, found]) => [key, spread(found)])),
    records: async (ordinals) => {
      const wanted = [...ordinals];
      const found = await source.records(new Set(wanted.map((ordinal) => ordinal % papers)));
      return new Map(
        wanted.flatMap((ordinal) => {
          const record = found.get(ordinal % papers);
          const copy = Math.floor(ordinal / papers);
          const id = copy === 0 ? record?.id : `${record?.id ?? ''}-${copy}`;
          return record === undefined || id === undefined ? [] : [[ordinal, { ...record, id }] as const];
        }),
      );
    },
    words: async (start, exact, thorough) => rows('words', (await source.words?.(start, exact, thorough)) ?? []),
    abstractWords: async (word, exact) => rows('abstracts', (await source.abstractWords?.(word, exact)) ?? []),
  };
}

export const lookupOf = (...sources: readonly PaperSource[]): Lookup => new Lookup(sources);
