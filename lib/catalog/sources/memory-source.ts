// A few papers as a source: what pages said, or what a late source answered. Plain maps; nothing is packed.
import { mergeRecords } from '../../paper/merge.ts';
import { buildTitleIndex, openChunk, openResidentIndex } from '../../packs/tables/title-index.ts';
import type { TitleIndex } from '../../match/title-lookup.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { PageSpeaker, Speaker } from '../../paper/by-site.ts';
import { paperKeys } from '../../paper/keys.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { ordinalsByTitle, type PaperSource, type SourceInfo } from './paper-source.ts';

const pick = (from: ReadonlyMap<string, number[]>, keys: readonly string[]): Map<string, readonly number[]> =>
  new Map(
    keys.flatMap((key) => {
      const ordinals = from.get(key);
      return ordinals === undefined ? [] : [[key, ordinals] as const];
    }),
  );

export class MemorySource implements PaperSource {
  readonly info: SourceInfo;
  readonly #records: PaperRecord[] = [];
  readonly #byKey = new Map<string, number[]>();
  #byName: Map<string, number[]> | null = null;
  #titles: TitleIndex | null = null;

  readonly #speakers: readonly PageSpeaker[];

  /**
   * Records with an identifier in common are one paper, as in a pack.
   * @param speakers the pages that say them, one a record; pages may have an identifier by mistake, so that their records
   *   stay apart
   */
  constructor(
    info: Pick<SourceInfo, 'id' | 'name' | 'sources'>,
    records: Iterable<PaperRecord>,
    speakers: readonly PageSpeaker[] = [],
  ) {
    this.#speakers = speakers;
    for (const record of records) {
      const speaker = speakers[this.#records.length];
      const keys = [...paperKeys(record), ...(speaker?.also ?? [])];
      const [known] = speaker === undefined ? keys.flatMap((key) => this.#byKey.get(key) ?? []) : [];
      const before = known === undefined ? undefined : this.#records[known];
      const ordinal = known ?? this.#records.length;
      this.#records[ordinal] = before === undefined ? record : mergeRecords(before, record);
      for (const key of keys) {
        const others = this.#byKey.get(key) ?? [];
        if (others.length === 0 || speaker !== undefined) this.#byKey.set(key, [...others, ordinal]);
      }
    }
    this.info = { ...info, sizes: { papers: this.#records.length, people: 0 } };
  }

  speaker(ordinal: number): Speaker {
    return this.#speakers[ordinal] ?? { kind: 'pack' };
  }

  byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    return Promise.resolve(pick(this.#byKey, keys));
  }

  byNames(keys: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    if (this.#byName === null) {
      this.#byName = new Map();
      for (const [ordinal, { authors = [] }] of this.#records.entries())
        for (const key of new Set(authors.map(authorKey)))
          if (key !== '') this.#byName.set(key, [...(this.#byName.get(key) ?? []), ordinal]);
    }
    return Promise.resolve(pick(this.#byName, keys));
  }

  byTitles(titles: readonly string[]): Promise<number[]> {
    return ordinalsByTitle(this.titles, titles);
  }

  records(ordinals: Iterable<number>): Promise<Map<number, PaperRecord>> {
    const found = [...ordinals].flatMap((ordinal) => {
      const record = this.#records[ordinal];
      return record === undefined ? [] : [[ordinal, record] as const];
    });
    return Promise.resolve(new Map(found));
  }

  get titles(): TitleIndex {
    if (this.#titles === null) {
      const { front, chunks } = buildTitleIndex(
        this.#records.map(({ title, otherTitles = [] }, paper) => ({ paper, titles: [title, ...otherTitles] })),
      );
      const opened = chunks.map(openChunk);
      const read = (number: number) => opened[number] ?? null;
      this.#titles = { front: openResidentIndex(front), chunks: (numbers) => Promise.resolve(numbers.map(read)) };
    }
    return this.#titles;
  }
}
