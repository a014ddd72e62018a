// One pack as the worker reads it: its title index's front in memory, all else piece by piece when somebody asks.
// A piece that is damaged or gone answers nothing and is told to `onDamage`, once a question: one bad block must not
// cost a page its other marks.
import * as z from 'zod/mini';
import { earlierPackFormat, packFormat, packFormatWithoutVenues } from '../../packs/build.ts';
import { earlierKeysOf } from '../../paper/names/earlier-key.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import { openChunk, openResidentIndex, type ResidentIndex } from '../../packs/tables/title-index.ts';
import { PackPeople, type PackFacts, type PaperRecord } from '../../paper/record.ts';
import type { Kind, Shelf, TableSizes } from '../../packs/shelf.ts';
import { chunkOf, ordinalsOf } from '../../packs/tables/hashed.ts';
import { readAbstracts } from '../../packs/tables/extras.ts';
import { readLine, readLines, RECORDS_A_BLOCK } from '../../packs/tables/records.ts';
import { PAPERS_A_CHUNK, referencesAt } from '../../packs/tables/references.ts';
import { findWords, readTops, topicWordOf, wordChunks, type WordRow } from '../../packs/tables/words.ts';
import type { Person } from '../../paper/schema.ts';
import type { TitleIndex } from '../../match/title-lookup.ts';
import { ordinalsByTitle, type PaperSource, type SourceInfo } from './paper-source.ts';

/** Blocks kept unpacked, of each pack: some 2 MB. */
const blocksKept = 64;
/** Chunks of words read where a word may be mistyped. */
const wordChunksThorough = 64;
/** Chunks of words read for half a word, which may begin thousands; for a letter or two the first must do. */
const wordChunksRead = (start: string): number => (start.length < 3 ? 6 : 24);

/** Papers of a pack of an earlier version whose names one question compares; each may cost a block. */
const MAX_NAMES_COMPARED = 400;

type WordKind = 'words' | 'abstractwords';

export interface PackSourceParts {
  /** As the pack was made; today's where it was made in memory. */
  format?: string;
  facts: PackFacts;
  sizes: TableSizes;
  shelf: Shelf;
  /** A table of this pack could not be read. */
  onDamage?: (pack: string, error: unknown) => void;
}

export class PackSource implements PaperSource {
  readonly facts: PackFacts;
  readonly info: SourceInfo;
  readonly titles: TitleIndex;
  readonly #sizes: TableSizes;
  readonly #shelf: Shelf;
  /** Its authors are under the keys of an earlier version, which join names that are two: records have to tell. */
  readonly #hasEarlierNames: boolean;
  readonly #damaged: (error: unknown) => void;
  readonly #blocks = new Map<number, Promise<readonly string[]>>();
  readonly #tops = new Map<WordKind, Promise<readonly string[]>>();
  #people: Promise<Person[]> | null = null;

  /** Reads the front; throws `TitleIndexError` where it is damaged. */
  static async open(parts: PackSourceParts): Promise<PackSource> {
    const [bytes] = await parts.shelf.get('front', [0]);
    if (bytes === undefined || bytes === null) throw new Error(`the title index of ${parts.facts.id} is gone`);
    // It was checked when it was stored; at three million titles one more pass would be felt at every wake.
    return new PackSource(parts, openResidentIndex(bytes, { contents: false }));
  }

  private constructor({ format = packFormat, facts, sizes, shelf, onDamage }: PackSourceParts, front: ResidentIndex) {
    this.#hasEarlierNames = format === earlierPackFormat;
    const hasVenues = format !== earlierPackFormat && format !== packFormatWithoutVenues;
    const { id, name, sources } = facts;
    this.facts = facts;
    this.info = { id, name, sources, sizes, ...(hasVenues ? {} : { hasVenues: false }) };
    this.titles = { front, chunks: (numbers) => this.pieces('titles', numbers, openChunk) };
    this.#sizes = sizes;
    this.#shelf = shelf;
    this.#damaged = (error) => onDamage?.(facts.id, error);
  }

  /** A piece as `read` understands it; null, and damage, where it does not. */
  async pieces<T>(kind: Kind, numbers: readonly number[], read: (bytes: Uint8Array) => T): Promise<(T | null)[]> {
    const pieces = await this.#shelf.get(kind, numbers);
    return pieces.map((bytes, at) => {
      try {
        if (bytes === null) throw new Error(`piece ${numbers[at] ?? 0} of ${kind} is gone`);
        return read(bytes);
      } catch (error) {
        this.#damaged(error);
        return null;
      }
    });
  }

  /** Records by ordinal; those that are not there are left out. */
  async records(ordinals: Iterable<number>): Promise<Map<number, PaperRecord>> {
    const wanted = new Map<number, Set<number>>();
    for (const ordinal of ordinals) {
      const number = Math.floor(ordinal / RECORDS_A_BLOCK);
      const places = wanted.get(number);
      if (places === undefined) wanted.set(number, new Set([ordinal % RECORDS_A_BLOCK]));
      else places.add(ordinal % RECORDS_A_BLOCK);
    }
    const found = new Map<number, PaperRecord>();
    const numbers = [...wanted.keys()];
    // A page may name thousands of papers; their blocks are not all unpacked at once.
    for (let from = 0; from < numbers.length; from += blocksKept)
      await Promise.all(
        numbers.slice(from, from + blocksKept).map(async (number) => {
          const lines = await this.#block(number);
          for (const place of wanted.get(number) ?? []) {
            const line = lines[place];
            const record = line === undefined ? null : readLine(line);
            if (record !== null) found.set(number * RECORDS_A_BLOCK + place, record);
          }
        }),
      );
    return found;
  }

  /** A block's lines; only those that are asked for are parsed. */
  #block(number: number): Promise<readonly string[]> {
    const kept = this.#blocks.get(number);
    this.#blocks.delete(number);
    const block = kept ?? this.pieces('records', [number], readLines).then(([lines]) => lines ?? []);
    this.#blocks.set(number, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > blocksKept && oldest !== undefined) this.#blocks.delete(oldest);
    return block;
  }

  byKeys(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    return this.#hashed('ids', this.#sizes.idChunks, keys);
  }

  byNames(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    const chunks = this.#sizes.nameChunks;
    return this.#hasEarlierNames ? this.#byEarlierNames(chunks, keys) : this.#hashed('names', chunks, keys);
  }

  /** The same in a pack of an earlier version, where each name found is compared: of many papers the newest only. */
  async #byEarlierNames(chunks: number, keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    const earlier = new Map(keys.map((key) => [key, earlierKeysOf(key)] as const));
    const found = await this.#hashed('names', chunks, [...new Set([...earlier.values()].flat())]);
    const each = Math.max(20, Math.floor(MAX_NAMES_COMPARED / Math.max(1, found.size)));
    const wanted = new Map([...found].map(([key, ordinals]) => [key, ordinals.slice(-each)] as const));
    const records = await this.records(new Set([...wanted.values()].flat()));
    const answer = new Map<string, readonly number[]>();
    for (const [key, stored] of earlier) {
      const candidates = new Set(stored.flatMap((one) => wanted.get(one) ?? []));
      const ordinals = [...candidates]
        .filter((ordinal) => records.get(ordinal)?.authors?.some((name) => authorKey(name) === key) === true)
        .toSorted((a, b) => a - b);
      if (ordinals.length > 0) answer.set(key, ordinals);
    }
    return answer;
  }

  async #hashed(
    kind: 'ids' | 'names',
    chunks: number,
    keys: readonly string[],
  ): Promise<Map<string, readonly number[]>> {
    if (chunks === 0 || keys.length === 0) return new Map();
    const groups = new Map<number, string[]>();
    for (const key of new Set(keys)) {
      const number = chunkOf(key, chunks);
      const group = groups.get(number);
      if (group === undefined) groups.set(number, [key]);
      else group.push(key);
    }
    const numbers = [...groups.keys()];
    const found = await this.pieces(kind, numbers, (bytes) => bytes);
    const answer = new Map<string, readonly number[]>();
    for (const [at, number] of numbers.entries()) {
      const bytes = found[at] ?? null;
      if (bytes === null) continue;
      for (const key of groups.get(number) ?? []) {
        const ordinals = ordinalsOf(bytes, key);
        if (ordinals.length > 0) answer.set(key, ordinals);
      }
    }
    return answer;
  }

  byTitles(titles: readonly string[]): Promise<number[]> {
    return ordinalsByTitle(this.titles, titles);
  }

  words(start: string, exact: boolean, thorough = false): Promise<WordRow[]> {
    return this.#words('words', start, exact, thorough);
  }

  async abstractWords(start: string, exact: boolean): Promise<WordRow[]> {
    return (this.#sizes.abstractWordChunks ?? 0) === 0 ? [] : this.#words('abstractwords', start, exact);
  }

  async topics(start: string, exact: boolean): Promise<WordRow[]> {
    const rows = await this.words(topicWordOf(start), exact);
    return rows.map((row) => ({ ...row, word: row.word.slice(1) }));
  }

  async #words(kind: WordKind, start: string, exact: boolean, thorough = false): Promise<WordRow[]> {
    const tops =
      this.#tops.get(kind) ??
      this.pieces(kind === 'words' ? 'wordtops' : 'abstracttops', [0], readTops).then(([read]) => read ?? []);
    this.#tops.set(kind, tops);
    const numbers = wordChunks(await tops, start);
    const read = numbers.slice(0, exact ? 1 : thorough ? wordChunksThorough : wordChunksRead(start));
    const found = await this.pieces(kind, read, (chunk) => findWords(chunk, start, exact));
    const rows = found.flatMap((some) => some ?? []);
    const last = rows.at(-1);
    return exact || last === undefined || read.length === numbers.length
      ? rows
      : [...rows.slice(0, -1), { ...last, isCut: true }];
  }

  references(ordinals: Iterable<number>): Promise<Map<number, readonly number[]>> {
    return this.#linked('cites', ordinals);
  }

  citedBy(ordinals: Iterable<number>): Promise<Map<number, readonly number[]>> {
    return this.#linked('citedby', ordinals);
  }

  async #linked(kind: 'cites' | 'citedby', ordinals: Iterable<number>): Promise<Map<number, readonly number[]>> {
    const found = new Map<number, readonly number[]>();
    if ((this.#sizes.references ?? 0) === 0) return found;
    const wanted = [...new Set(ordinals)].filter((ordinal) => ordinal < this.#sizes.papers);
    const numbers = [...new Set(wanted.map((ordinal) => Math.floor(ordinal / PAPERS_A_CHUNK)))];
    const chunks = await this.pieces(kind, numbers, (bytes) => bytes);
    for (const ordinal of wanted) {
      const chunk = chunks[numbers.indexOf(Math.floor(ordinal / PAPERS_A_CHUNK))] ?? null;
      const papers = chunk === null ? [] : referencesAt(chunk, ordinal % PAPERS_A_CHUNK);
      if (papers.length > 0) found.set(ordinal, papers);
    }
    return found;
  }

  async abstracts(ordinals: Iterable<number>): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    if ((this.#sizes.abstracts ?? 0) === 0) return found;
    const wanted = [...new Set(ordinals)];
    const numbers = [...new Set(wanted.map((ordinal) => Math.floor(ordinal / RECORDS_A_BLOCK)))];
    const blocks = await this.pieces('abstracts', numbers, readAbstracts);
    for (const ordinal of wanted) {
      const block = blocks[numbers.indexOf(Math.floor(ordinal / RECORDS_A_BLOCK))] ?? null;
      const text = block?.[ordinal % RECORDS_A_BLOCK] ?? '';
      if (text !== '') found.set(ordinal, text);
    }
    return found;
  }

  people(): Promise<Person[]> {
    if (this.#sizes.people === 0) return Promise.resolve([]);
    this.#people ??= this.pieces('people', [0], (bytes) =>
      z.parse(PackPeople, JSON.parse(new TextDecoder().decode(bytes))),
    ).then(([people]) => people ?? []);
    return this.#people;
  }
}
