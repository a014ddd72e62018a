// The reading list as a source: what was saved is found on pages also where no pack has it. One row of bytes beside the
// entries says which may be meant (`list-index.ts`); names and words are looked up in the store's own index; the entry
// itself says what is right. So nothing is rebuilt when the list changes, and a woken worker reads that one row.
import { idsByTerms, type Deriver, type DerivedRow, type RowChange, type StoredRow } from '../../library/derived.ts';
import { entryOf } from '../../library/entries.ts';
import { paperOfEntry } from '../../library/entry-from-paper.ts';
import type { Library } from '../../library/library.ts';
import type { Row } from '../../library/rows.ts';
import type { TitleIndex } from '../../match/title-lookup.ts';
import { CHUNK_ENTRIES, type TitleChunk } from '../../packs/tables/title-index.ts';
import { wordsOfRecord, type WordRow } from '../../packs/tables/words.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { Speaker } from '../../paper/by-site.ts';
import type { PaperRecord } from '../../paper/record.ts';
import type { Source } from '../../paper/schema.ts';
import { entriesOfTitles, hashOfId, keysOf, ListIndex, type PaperKeys } from './list-index.ts';
import { ordinalsByTitle, type PaperSource, type SourceInfo } from './paper-source.ts';

/** Keys of the derived rows: what is read at every wake; and that all entries have their terms. */
const INDEX = 'list-index';
const TERMS = 'list-terms';
/** Raised when other terms are derived from the same entry. */
const TERMS_VERSION = 4;
/** Entries given their terms in one transaction: what else is asked meanwhile waits for no more. */
const TERMS_A_STEP = 250;
/** Changes that the index takes one by one: each copies it. */
const FEW_CHANGES = 16;
/** Maximum records kept for the next question. */
const recordsKept = 500;
/** Maximum rows read of words that begin with what was typed. */
const wordRowsRead = 400;
const wordRowsThorough = 2000;

/** A name as a term: words of titles and names have no such letter. */
const nameTerm = (key: string): string => `=${key}`;

function termsOf(row: Row): string[] {
  const record = entryOf(row)?.record ?? null;
  if (record === null) return [];
  const names = (record.authors ?? []).map(authorKey).filter((key) => key !== '');
  return [...new Set([...names.map(nameTerm), ...wordsOfRecord(record)])];
}

const keysOfRow = (row: Row): PaperKeys => keysOf(row.id, entryOf(row)?.record ?? null);

/** The row after some changes; null where it has to be rebuilt. */
function changedRow(row: Uint8Array<ArrayBuffer>, changes: readonly RowChange[]): Uint8Array<ArrayBuffer> | null {
  const index = ListIndex.open(row);
  const [gone, come]: [PaperKeys[], PaperKeys[]] = [[], []];
  for (const { before, after } of changes) {
    const was = before === undefined ? null : keysOfRow(before);
    const is = after === undefined ? null : keysOfRow(after);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (was !== null) gone.push(was);
    if (is !== null) come.push(is);
  }
  let now = index;
  if (gone.length + come.length > FEW_CHANGES) now = index?.changed(gone, come) ?? null;
  else {
    for (const keys of gone) now = now?.without(keys) ?? null;
    for (const keys of come) now = now?.with(keys) ?? null;
  }
  return now === index && now !== null ? row : (now?.bytes ?? null);
}

/** An entry as a record, and who said what is in it. */
interface Told {
  record: PaperRecord;
  sources: readonly Source[];
  /** Where it was saved; null where packs said it. */
  site: string | null;
}

const nothing: ListIndex = ListIndex.of([]);

export class LibrarySource implements PaperSource {
  readonly #library: Library;
  readonly #name: string;
  /** Null until it is read, and where it has to be rebuilt. */
  #index: ListIndex | null = null;
  /** The last that there was. */
  #last = nothing;
  #loading: Promise<ListIndex> | null = null;
  /** Done when all is right that no question waits for: all entries have the terms that names and words are looked up by. */
  settled: Promise<void> = Promise.resolve();
  /** Ids of the list by their hashes, those with one hash in order. */
  #ids: Promise<Map<number, string[]>> | null = null;
  readonly #records = new Map<string, Told>();
  // Ordinals are given as papers are met; they last as long as the worker.
  readonly #met: string[] = [];
  readonly #ordinals = new Map<string, number>();

  /** @param name what the reader calls the list */
  constructor(library: Library, name: string) {
    this.#library = library;
    this.#name = name;
    const deriver: Deriver = {
      key: INDEX,
      terms: termsOf,
      changed: changedRow,
      written: (row, changes) => {
        this.#use(row === null ? null : ListIndex.open(row));
        this.#loading = null;
        if (this.#index === null) void this.load();
        // Without changes named the whole list may be another: it was recovered, or erased.
        const all = row === null && changes.length === 0;
        if (all) this.#records.clear();
        this.#ids = all ? null : (this.#ids?.then((ids) => withChanges(ids, changes)) ?? null);
        for (const { before, after } of changes)
          for (const entry of [before, after]) if (entry !== undefined) this.#records.delete(entry.id);
      },
    };
    library.deriver = deriver;
  }

  get info(): SourceInfo {
    const name = this.#name;
    return {
      id: 'reading-list',
      name,
      sources: [{ id: 'reading-list', name, what: name, kind: 'document' }],
      sizes: { people: 0, ...(this.#index === null ? {} : { papers: this.#index.size }) },
    };
  }

  /** Reads what is to be in memory before titles are looked for. Never throws: a list that can't be read is empty. */
  async load(): Promise<ListIndex> {
    if (this.#index !== null) return this.#index;
    const loading = (this.#loading ??= this.#read());
    try {
      const index = await loading;
      // The list may have changed meanwhile.
      if (this.#loading === loading) this.#use(index);
      return this.#index ?? index;
    } catch (error) {
      console.warn('Byline: the reading list could not be read', error);
      if (this.#loading === loading) this.#loading = null;
      return nothing;
    }
  }

  #use(index: ListIndex | null): void {
    this.#index = index;
    this.#last = index ?? this.#last;
  }

  async #read(): Promise<ListIndex> {
    const [row, terms] = await (await this.#library.table<DerivedRow>('derived')).bulkGet([INDEX, TERMS]);
    const index = (row === undefined ? null : ListIndex.open(row.bytes)) ?? (await this.#rebuild());
    this.settled = this.#settle(index, terms?.bytes[0] === TERMS_VERSION);
    return index;
  }

  /** What no question waits for: whether the index is of this list, and terms that are missing. */
  async #settle({ size }: ListIndex, hasTerms: boolean): Promise<void> {
    try {
      if ((await (await this.#library.table('works')).count()) !== size) this.#use(await this.#rebuild());
      if (!hasTerms) await this.#fillTerms();
    } catch (error) {
      console.warn('Byline: the reading list could not be made ready for search', error);
    }
  }

  /** From all entries; what can't be written is made again by the next worker. */
  async #rebuild(): Promise<ListIndex> {
    const made = async (works: { toArray(): PromiseLike<Row[]> }): Promise<ListIndex> =>
      ListIndex.of((await works.toArray()).map(keysOfRow));
    try {
      return await this.#library.derive(async ({ works, derived, mayWrite }) => {
        const index = await made(works);
        if (mayWrite) await derived.put({ key: INDEX, bytes: index.bytes });
        return index;
      });
    } catch (error) {
      console.warn('Byline: what the reading list is found by could not be written', error);
      return made(await this.#library.table('works'));
    }
  }

  /** Gives terms to entries that an earlier version wrote; one that was stopped begins again with the next worker. */
  async #fillTerms(): Promise<void> {
    let after = '';
    for (let isDone = false; !isDone;)
      isDone = await this.#library.derive(async ({ works, derived, mayWrite }) => {
        if (!mayWrite) return true;
        const some: StoredRow[] = await works.where('id').above(after).limit(TERMS_A_STEP).toArray();
        const given = some.flatMap((row) => {
          const terms = termsOf(row);
          return JSON.stringify(terms) === JSON.stringify(row.terms) ? [] : [{ ...row, terms }];
        });
        await works.bulkPut(given);
        after = some.at(-1)?.id ?? after;
        if (some.length === TERMS_A_STEP) return false;
        await derived.put({ key: TERMS, bytes: Uint8Array.of(TERMS_VERSION) });
        return true;
      });
  }

  #ordinalOf(id: string): number {
    const known = this.#ordinals.get(id);
    if (known !== undefined) return known;
    this.#ordinals.set(id, this.#met.length);
    return this.#met.push(id) - 1;
  }

  /** Ids of papers of the index; null for one that is gone meanwhile. */
  async #idsAt(index: ListIndex, papers: readonly number[]): Promise<(string | null)[]> {
    if (papers.length === 0) return [];
    this.#ids ??= this.#readIds();
    const ids = await this.#ids;
    return papers.map((paper) => {
      const { hash, before } = index.ownHash(paper);
      return ids.get(hash)?.[before] ?? null;
    });
  }

  async #readIds(): Promise<Map<number, string[]>> {
    const ids = new Map<number, string[]>();
    try {
      for (const id of await (await this.#library.table('works')).toCollection().primaryKeys()) addId(ids, id);
    } catch (error) {
      console.warn('Byline: the reading list could not be read', error);
      this.#ids = null;
    }
    return ids;
  }

  async byKeys(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    const index = await this.load();
    const found = keys.flatMap((key) => {
      const papers = index.byId(key);
      return papers.length === 0 ? [] : [[key, papers] as const];
    });
    const ids = await this.#idsAt(
      index,
      found.flatMap(([, papers]) => papers),
    );
    let at = 0;
    return new Map(
      found.map(([key, papers]) => {
        const own = ids.slice(at, (at += papers.length));
        return [key, own.flatMap((id) => (id === null ? [] : [this.#ordinalOf(id)]))] as const;
      }),
    );
  }

  async byNames(keys: readonly string[]): Promise<Map<string, readonly number[]>> {
    const found = await this.#byTerms(keys.map(nameTerm));
    return new Map([...found].map(([term, ordinals]) => [term.slice(1), ordinals]));
  }

  /** Papers by whole terms, all in one transaction. */
  async #byTerms(terms: readonly string[]): Promise<Map<string, readonly number[]>> {
    if (terms.length === 0 || (await this.load()).size === 0) return new Map();
    const found = await this.#try(new Map<string, string[]>(), async () =>
      idsByTerms(await this.#library.store(), terms),
    );
    return new Map([...found].map(([term, ids]) => [term, ids.map((id) => this.#ordinalOf(id))]));
  }

  async #try<T>(otherwise: T, read: () => PromiseLike<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      console.warn('Byline: the reading list could not be read', error);
      return otherwise;
    }
  }

  async byTitles(titles: readonly string[]): Promise<number[]> {
    return ordinalsByTitle(this.#titlesOf(await this.load()), titles);
  }

  /** As the list is when this is asked for; empty until `load` is done. */
  get titles(): TitleIndex {
    return this.#titlesOf(this.#last);
  }

  #titlesOf(index: ListIndex): TitleIndex {
    return { front: index.front, chunks: (numbers, entries) => this.#chunks(index, numbers, entries) };
  }

  /** Chunks that say something of those entries alone, by reading their papers. */
  async #chunks(index: ListIndex, numbers: readonly number[], entries: readonly number[]): Promise<TitleChunk[]> {
    const chunks = numbers.map((): TitleChunk => ({
      entries: CHUNK_ENTRIES,
      checks: new Uint32Array(CHUNK_ENTRIES),
      ordinals: new Uint32Array(CHUNK_ENTRIES),
      lengths: new Uint16Array(CHUNK_ENTRIES),
    }));
    const wanted = [...new Set(entries)].map((entry) => ({ entry, ...index.titleAt(entry) }));
    const ids = await this.#idsAt(
      index,
      wanted.map(({ paper }) => paper),
    );
    const ordinals = ids.map((id) => (id === null ? null : this.#ordinalOf(id)));
    const records = await this.records(ordinals.filter((ordinal) => ordinal !== null));
    for (const [at, { entry, which, key }] of wanted.entries()) {
      const chunk = chunks[numbers.indexOf(Math.floor(entry / CHUNK_ENTRIES))];
      const ordinal = ordinals[at] ?? null;
      const record = ordinal === null ? undefined : records.get(ordinal);
      if (chunk === undefined || ordinal === null || record === undefined) continue;
      const title = entriesOfTitles(record)[which];
      if (title?.key !== key) continue;
      const place = entry % CHUNK_ENTRIES;
      chunk.checks[place] = title.check;
      chunk.lengths[place] = title.length;
      chunk.ordinals[place] = ordinal;
    }
    return chunks;
  }

  async records(ordinals: Iterable<number>): Promise<Map<number, PaperRecord>> {
    const wanted = [...new Set(ordinals)].flatMap((ordinal) => {
      const id = this.#met[ordinal];
      return id === undefined ? [] : [{ ordinal, id }];
    });
    const unread = wanted.filter(({ id }) => !this.#records.has(id)).map(({ id }) => id);
    const rows = async (): Promise<(Row | undefined)[]> => (await this.#library.table('works')).bulkGet(unread);
    const read = unread.length === 0 ? [] : await this.#try([], rows);
    const fresh = new Map(
      read.flatMap((row, at) => {
        const told = row === undefined ? null : this.#toldBy(row);
        return told === null ? [] : [[unread[at] ?? '', told] as const];
      }),
    );
    const found = wanted.flatMap(({ ordinal, id }) => {
      const told = fresh.get(id) ?? this.#records.get(id);
      return told === undefined ? [] : [{ ordinal, id, told }];
    });
    if (this.#records.size + fresh.size > recordsKept) this.#records.clear();
    // What was asked for is asked about next: who said it.
    for (const { id, told } of found) this.#records.set(id, told);
    return new Map(found.map(({ ordinal, told }) => [ordinal, told.record]));
  }

  /** The record says of each fact who said it when it was saved. */
  #toldBy(row: Row): Told | null {
    const entry = entryOf(row);
    const [by] = this.info.sources;
    if (entry === null || by === undefined) return null;
    if (Object.keys(entry.from).length === 0) return { record: entry.record, sources: [], site: entry.site };
    const { paper, sources } = paperOfEntry(entry, by);
    return { record: { ...entry.record, full: paper }, sources, site: entry.site };
  }

  speaker(ordinal: number): Speaker {
    return { kind: 'saved', site: this.#records.get(this.#met[ordinal] ?? '')?.site ?? null };
  }

  named(ordinal: number): readonly Source[] {
    return this.#records.get(this.#met[ordinal] ?? '')?.sources ?? [];
  }

  async words(start: string, exact: boolean, thorough = false): Promise<WordRow[]> {
    if (exact) return [...(await this.#byTerms([start]))].map(([word, ordinals]) => wordRow(word, ordinals));
    if ((await this.load()).size === 0) return [];
    const most = thorough ? wordRowsThorough : wordRowsRead;
    const found = await this.#try<StoredRow[]>([], async () =>
      (await this.#library.table('works')).where('terms').startsWith(start).limit(most).toArray(),
    );
    const words = new Map<string, Set<number>>();
    for (const { id, terms } of found)
      for (const word of Array.isArray(terms) ? terms : []) {
        if (typeof word !== 'string' || !word.startsWith(start)) continue;
        const papers = words.get(word);
        if (papers === undefined) words.set(word, new Set([this.#ordinalOf(id)]));
        else papers.add(this.#ordinalOf(id));
      }
    const rows = [...words].map(([word, ordinals]) => wordRow(word, [...ordinals]));
    const last = rows.at(-1);
    return last === undefined || found.length < most ? rows : [...rows.slice(0, -1), { ...last, isCut: true }];
  }
}

function addId(ids: Map<number, string[]>, id: string): void {
  const hash = hashOfId(id);
  const same = ids.get(hash);
  if (same === undefined) ids.set(hash, [id]);
  else if (!same.includes(id)) ids.set(hash, [...same, id].toSorted());
}

function withChanges(ids: Map<number, string[]>, changes: readonly RowChange[]): Map<number, string[]> {
  for (const { before, after } of changes) {
    if (after !== undefined) addId(ids, after.id);
    else if (before !== undefined) {
      const hash = hashOfId(before.id);
      ids.set(
        hash,
        (ids.get(hash) ?? []).filter((id) => id !== before.id),
      );
    }
  }
  return ids;
}

function wordRow(word: string, ordinals: readonly number[]): WordRow {
  const sorted = ordinals.toSorted((a, b) => a - b);
  return { word, count: sorted.length, ordinals: (limit) => sorted.slice(0, limit) };
}
