// One pack as the worker reads it: its title index's front in memory, all else piece by piece when somebody asks.
// A piece that is damaged or gone answers nothing and is told to `onDamage`, once a question: one bad block must not
// cost a page its other marks.
import * as z from 'zod/mini';
import { KIND } from '../../packs/tables/title-entries.ts';
import {
  CHUNK_ENTRIES,
  entriesOf,
  openChunk,
  openFront,
  titleEntries,
  type Front,
  type TitleChunk,
} from '../../packs/tables/title-index.ts';
import { PackPeople, type PackFacts, type PaperRecord } from '../../paper/record.ts';
import type { Kind, Shelf, TableSizes } from '../../packs/shelf.ts';
import { chunkOf, ordinalsOf } from '../../packs/tables/hashed.ts';
import { readLine, readLines, RECORDS_A_BLOCK } from '../../packs/tables/records.ts';
import { findWords, readTops, wordChunks, type WordRow } from '../../packs/tables/words.ts';
import type { Person } from '../../paper/schema.ts';

/** Blocks kept unpacked, of each pack: some 2 MB. */
const blocksKept = 64;
/** Chunks of words read for half a word, which may begin thousands; for a letter or two the first must do. */
const wordChunksRead = (start: string): number => (start.length < 3 ? 6 : 24);

export interface PackReaderParts {
  facts: PackFacts;
  sizes: TableSizes;
  shelf: Shelf;
  /** A table of this pack could not be read. */
  onDamage?: (pack: string, error: unknown) => void;
}

export class PackReader {
  readonly facts: PackFacts;
  readonly sizes: TableSizes;
  readonly shelf: Shelf;
  readonly front: Front;
  readonly #damaged: (error: unknown) => void;
  readonly #blocks = new Map<number, Promise<readonly string[]>>();
  #tops: Promise<readonly string[]> | null = null;
  #people: Promise<Person[]> | null = null;

  /** Reads the front; throws `SegmentError` where it is damaged. */
  static async open(parts: PackReaderParts): Promise<PackReader> {
    const [bytes] = await parts.shelf.get('front', [0]);
    if (bytes === undefined || bytes === null) throw new Error(`the title index of ${parts.facts.id} is gone`);
    // It was checked when it was stored; at three million titles one more pass would be felt at every wake.
    return new PackReader(parts, openFront(bytes, { contents: false }));
  }

  private constructor({ facts, sizes, shelf, onDamage }: PackReaderParts, front: Front) {
    this.facts = facts;
    this.sizes = sizes;
    this.shelf = shelf;
    this.front = front;
    this.#damaged = (error) => onDamage?.(facts.id, error);
  }

  /** A piece as `read` understands it; null, and damage, where it does not. */
  async pieces<T>(kind: Kind, numbers: readonly number[], read: (bytes: Uint8Array) => T): Promise<(T | null)[]> {
    const pieces = await this.shelf.get(kind, numbers);
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

  chunks(numbers: readonly number[]): Promise<(TitleChunk | null)[]> {
    return this.pieces('titles', numbers, openChunk);
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

  /** Papers by `arxiv:…`, `doi:…` or a record's id. */
  byKeys(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    return this.#hashed('ids', this.sizes.idChunks, keys);
  }

  /** Papers by an author's name key. */
  byNames(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    return this.#hashed('names', this.sizes.nameChunks, keys);
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

  /** Papers with one of these titles, whole, by the title index; a hash stands for each. */
  async byTitles(titles: readonly string[]): Promise<number[]> {
    const wanted: { entry: number; check: number; length: number }[] = [];
    for (const { key, check, length } of titleEntries(titles)) {
      if ((check & 3) !== KIND.whole) continue;
      const entries: number[] = [];
      entriesOf(this.front, key, entries);
      for (const entry of entries) wanted.push({ entry, check, length });
    }
    if (wanted.length === 0) return [];
    const numbers = [...new Set(wanted.map(({ entry }) => Math.floor(entry / CHUNK_ENTRIES)))];
    const chunks = await this.chunks(numbers);
    const byNumber = new Map(numbers.map((number, at) => [number, chunks[at] ?? null] as const));
    const ordinals = wanted.flatMap(({ entry, check, length }) => {
      const chunk = byNumber.get(Math.floor(entry / CHUNK_ENTRIES)) ?? null;
      const place = entry % CHUNK_ENTRIES;
      if (chunk === null || chunk.checks[place] !== check || chunk.lengths[place] !== length) return [];
      const ordinal = chunk.ordinals[place];
      return ordinal === undefined ? [] : [ordinal];
    });
    return [...new Set(ordinals)];
  }

  /** Words of titles ("optimization") and of names ("@reddi") with the papers that have them. */
  async words(start: string, exact: boolean, chunks = wordChunksRead(start)): Promise<WordRow[]> {
    this.#tops ??= this.pieces('wordtops', [0], readTops).then(([tops]) => tops ?? []);
    const numbers = wordChunks(await this.#tops, start);
    const read = numbers.slice(0, exact ? 1 : chunks);
    const found = await this.pieces('words', read, (chunk) => findWords(chunk, start, exact));
    return found.flatMap((rows) => rows ?? []);
  }

  /** Of whom the pack says more than a name. */
  people(): Promise<Person[]> {
    if (this.sizes.people === 0) return Promise.resolve([]);
    this.#people ??= this.pieces('people', [0], (bytes) =>
      z.parse(PackPeople, JSON.parse(new TextDecoder().decode(bytes))),
    ).then(([people]) => people ?? []);
    return this.#people;
  }
}
