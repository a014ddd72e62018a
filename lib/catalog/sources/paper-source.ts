// A place that papers come from: a pack, the reading list, what pages said; later one that asks the network. Look-up,
// search and related works know no more of a source than this.
import { KIND } from '../../packs/tables/title-entries.ts';
import { CHUNK_ENTRIES, entriesOfKey, titleEntries } from '../../packs/tables/title-index.ts';
import type { WordRow } from '../../packs/tables/words.ts';
import type { TitleIndex } from '../../match/title-lookup.ts';
import type { Speaker } from '../../paper/by-site.ts';
import type { PaperRecord } from '../../paper/record.ts';
import type { Person, Source } from '../../paper/schema.ts';

/** What a source says of itself. */
export interface SourceInfo {
  /** No two sources of one look-up have the same. */
  readonly id: string;
  readonly name: string;
  /** Provenance of its facts; the first is the default for records that name none. */
  readonly sources: readonly Source[];
  /** Papers, and people that it says more of than a name; absent where that is not known. */
  readonly sizes: { readonly papers?: number; readonly people?: number };
  /** Its words have no venues and no years: a pack of an earlier format. */
  readonly hasVenues?: false;
  /** Slow: callers that can do without it skip it (`Lookup.papersInParts`). */
  readonly late?: true;
}

/**
 * Papers are named by ordinals: numbers that mean something to their source alone, and only while it is open. A source
 * that can't read a part of its tables answers without it; it doesn't throw.
 */
export interface PaperSource {
  readonly info: SourceInfo;
  /** Papers by `arxiv:…`, `doi:…` or a record's id; keys that no paper has are left out. */
  byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Papers by the key of an author's name. */
  byNames(keys: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Papers with one of these titles, whole; by hash, so callers must verify against the record. */
  byTitles(titles: readonly string[]): Promise<readonly number[]>;
  /** Those of the papers that are there. */
  records(ordinals: Iterable<number>): Promise<ReadonlyMap<number, PaperRecord>>;
  /** Sources that a record names and `info` does not, once it was read. */
  named?(ordinal: number): readonly Source[];
  /** Who says a record, once it was read; a pack where this is missing. */
  speaker?(ordinal: number): Speaker;
  /** What finds its titles in text. */
  readonly titles?: TitleIndex;
  /**
   * Words of titles ("optimization") and names ("@reddi"), venues ("$neurips") and years ("$2016"), with the papers that
   * have them.
   * @param exact that word; else all that begin so, as far as is quick to read
   * @param thorough reads more of the words that begin so
   */
  words?(start: string, exact: boolean, thorough?: boolean): Promise<readonly WordRow[]>;
  /**
   * Words of abstracts that the paper's title has not, at most 48 of each: what is in title or abstract is in `words` or
   * here.
   */
  abstractWords?(start: string, exact: boolean): Promise<readonly WordRow[]>;
  /** Topics as the sources say them, in small letters, each with its papers. */
  topics?(start: string, exact: boolean): Promise<readonly WordRow[]>;
  /** Papers of this source that each of the papers cites, as far as is known; papers that cite none are left out. */
  references?(ordinals: Iterable<number>): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Papers of this source that cite each of them. */
  citedBy?(ordinals: Iterable<number>): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Abstracts of those of the papers that have one. */
  abstracts?(ordinals: Iterable<number>): Promise<ReadonlyMap<number, string>>;
  /** People that it says more of than a name. */
  people?(): Promise<readonly Person[]>;
}

/** `byTitles` by a title index. */
export async function ordinalsByTitle(index: TitleIndex, titles: readonly string[]): Promise<number[]> {
  const wanted: { entry: number; check: number; length: number }[] = [];
  for (const { key, check, length } of titleEntries(titles)) {
    if ((check & 3) !== KIND.whole) continue;
    const entries: number[] = [];
    entriesOfKey(index.front, key, entries);
    for (const entry of entries) wanted.push({ entry, check, length });
  }
  if (wanted.length === 0) return [];
  const numbers = [...new Set(wanted.map(({ entry }) => Math.floor(entry / CHUNK_ENTRIES)))];
  const read = await index.chunks(
    numbers,
    wanted.map(({ entry }) => entry),
  );
  const byNumber = new Map(numbers.map((number, at) => [number, read[at] ?? null] as const));
  const ordinals = wanted.flatMap(({ entry, check, length }) => {
    const chunk = byNumber.get(Math.floor(entry / CHUNK_ENTRIES)) ?? null;
    const place = entry % CHUNK_ENTRIES;
    if (chunk === null || chunk.checks[place] !== check || chunk.lengths[place] !== length) return [];
    const ordinal = chunk.ordinals[place];
    return ordinal === undefined ? [] : [ordinal];
  });
  return [...new Set(ordinals)];
}
