// The reading list as a source of papers, with the stores of a browser.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { LibrarySource } from '../../../../lib/catalog/sources/library-source.ts';
import { hashOfId, ListIndex } from '../../../../lib/catalog/sources/list-index.ts';
import { LibraryDatabase } from '../../../../lib/library/database.ts';
import { removeEntry, setStatus } from '../../../../lib/library/entries.ts';
import { Library } from '../../../../lib/library/library.ts';
import type { KeptPaper } from '../../../../lib/library/schema.ts';
import { findPapers } from '../../../../lib/match/find-mentions.ts';
import type { Block } from '../../../../lib/messages/page-protocol.ts';
import { authorKey } from '../../../../lib/paper/names/name-key.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { packOfRecords, record } from '../../../fixtures/packs.ts';
import { memoryFiles, queue } from '../../../fixtures/memory-files.ts';
import { watch } from '../../../fixtures/rows-written.ts';
import { answersOf, records } from '../../../fixtures/sources.ts';

let library: Library;
let source: LibrarySource;
let traffic: ReturnType<typeof watch>;
let files = memoryFiles();
const lock = queue();
const make = (name: string): LibraryDatabase => {
  const database = new LibraryDatabase(name);
  traffic = watch(database);
  return database;
};
async function open(): Promise<void> {
  library = new Library({ files, lock, make });
  source = new LibrarySource(library, 'Your list');
  await source.load();
  await source.settled;
}
/** The same list in a worker that was just woken. */
async function wake(): Promise<void> {
  library.close();
  await open();
}
/** Nothing was ever saved. */
async function begin(): Promise<void> {
  library.close();
  await Dexie.delete(library.name);
  files = memoryFiles();
}
beforeEach(open);
afterEach(begin);

/** Does something to the store past the library. */
const store = async (): Promise<LibraryDatabase> => (await library.store()) as LibraryDatabase;

const kept = (one: PaperRecord): KeptPaper => ({
  id: one.id,
  aliases: [],
  record: one,
  from: {},
  abstract: null,
  pdf: null,
  site: null,
});
const set = (one: PaperRecord, status: 'to-read' | 'reading' | 'read', now: number): Promise<unknown> =>
  setStatus(library, { ids: [one.id], paper: kept(one), status, now });
const save = (one: PaperRecord): Promise<unknown> => set(one, 'to-read', 1);
const remove = (one: PaperRecord): Promise<unknown> => removeEntry(library, [one.id], 2);
const marked = async (title: string): Promise<string[]> => {
  const block: Block = { kind: 'title', text: title, spans: [] };
  const { mentions } = await findPapers([block], new Lookup([source]).findSource());
  return mentions.flatMap(({ papers }) => papers);
};

const ships = record({
  title: 'Sailing Ships on Graphs: Considered as Random Walks',
  authors: ['Ada Example', 'Wei Wang'],
  year: 2021,
  doi: '10.1000/ships',
});
const trains = record({ title: 'Fast Trains on Lattices', authors: ['Wei Wang'], year: 2022, arxivId: '2201.00001' });

describe('the reading list', () => {
  it('answers as a pack of its papers does, whatever was saved and removed in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.infiniteStream(fc.boolean()), async (all, isRemoved) => {
        await begin();
        await open();
        const left: PaperRecord[] = [];
        for (const one of all) await save(one);
        for (const one of all)
          if (isRemoved.next().value === true) await remove(one);
          else left.push(one);
        const pack = await packOfRecords('list', left);
        const expected = await answersOf(pack, all);
        expect(await answersOf(source, all)).toEqual(expected);
        await wake();
        expect(await answersOf(source, all)).toEqual(expected);
        expect(source.info.sizes.papers).toBe(left.length);
      }),
      { numRuns: 25 },
    );
  });

  it('is found by words as one types, and by names', async () => {
    await save(ships);
    await save(trains);
    const idsOf = async (start: string, exact: boolean): Promise<unknown[]> => {
      const rows = await source.words(start, exact);
      return Promise.all(
        rows.map(async (row) => [
          row.word,
          [...(await source.records(row.ordinals())).values()].map(({ id }) => id).toSorted(),
        ]),
      );
    };
    expect(await idsOf('train', true)).toEqual([['train', [trains.id]]]);
    expect(await idsOf('sa', false)).toEqual([['sailing', [ships.id]]]);
    expect(await idsOf('@wan', false)).toEqual([['@wang', [trains.id, ships.id]]]);
    expect(await idsOf('ships', true)).toEqual([]);
    expect((await source.byNames([authorKey('Ada Example')])).size).toBe(1);
  });

  it('knows of a save, a removal and its undoing at the next question', async () => {
    expect(await marked(ships.title)).toEqual([]);
    await save(ships);
    expect(await marked(ships.title)).toEqual([ships.id]);
    await remove(ships);
    expect(await marked(ships.title)).toEqual([]);
    expect((await source.byKeys([ships.id])).size).toBe(0);
    await save(ships);
    expect(await marked(ships.title)).toEqual([ships.id]);
  });

  it('gives what it says only where no other source has the paper', async () => {
    await save({ ...ships, year: 2019 });
    const pack = await packOfRecords('pack', [ships]);
    const years = async (lookup: Lookup): Promise<unknown> =>
      (await lookup.papers([ships.id])).get(ships.id)?.paper.years.map(({ value, sources }) => [value, sources]);
    expect(await years(new Lookup([pack, source]))).toEqual([[2021, ['pack']]]);
    expect(await years(new Lookup([source]))).toEqual([[2019, ['reading-list']]]);
  });
});

describe('what is written and read', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      record({
        title: `Paper Number ${at} of a List That Is Long Enough: With a Subtitle`,
        authors: [`Ada Example${at % 300}`, 'Wei Wang'],
        arxivId: `2001.${String(at).padStart(5, '0')}`,
        doi: `10.1000/${at}`,
      }),
    );
  const fill = async (all: readonly PaperRecord[]): Promise<void> => {
    const now = { status: 'to-read', addedAt: 1, changedAt: 1, readAt: null } as const;
    const { works, derived } = await store();
    await works.bulkPut(all.map((one) => ({ ...kept(one), ...now })));
    await derived.clear();
    await wake();
  };

  it('saving into ten thousand entries writes three rows, and so does a removal beside what undoing needs', async () => {
    await fill(many(10_000));
    await wake();
    await set(trains, 'reading', 1);
    traffic.written.length = 0;
    await save(ships);
    expect(traffic.written.toSorted()).toEqual(['derived put', 'stamp put', 'works put']);
    traffic.written.length = 0;
    await set(ships, 'read', 2);
    expect(traffic.written.toSorted()).toEqual(['stamp put', 'works put']);
    traffic.written.length = 0;
    await remove(ships);
    expect(traffic.written.toSorted()).toEqual(['derived put', 'removedWorks put', 'stamp put', 'works delete']);
    expect(await marked(trains.title)).toEqual([trains.id]);
  });

  it('a woken worker reads no entry, and few bytes a paper', async () => {
    await fill(many(1_000));
    library.close();
    library = new Library({ files, lock, make });
    source = new LibrarySource(library, 'Your list');
    await source.load();
    expect([...traffic.read.keys()]).toEqual(['derived']);
    // The other says that all entries have their terms, in a byte.
    expect(traffic.read.get('derived')?.rows).toBe(2);
    // Of each two identifiers, its title, that title's ending, and the title without its subtitle.
    expect(traffic.read.get('derived')?.bytes).toBeLessThan(23 * 1_000);
  });
});

describe('what is missing or damaged', () => {
  const rowOf = async (): Promise<Uint8Array | undefined> => (await (await store()).derived.get('list-index'))?.bytes;

  it.each([
    ['gone', (_row: Uint8Array<ArrayBuffer>, { derived }: LibraryDatabase) => derived.clear()],
    [
      'cut off',
      (row: Uint8Array<ArrayBuffer>, { derived }: LibraryDatabase) =>
        derived.put({ key: 'list-index', bytes: row.slice(0, 40) }),
    ],
    [
      'damaged',
      (row: Uint8Array<ArrayBuffer>, { derived }: LibraryDatabase) =>
        derived.put({ key: 'list-index', bytes: row.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) }),
    ],
    [
      'no bytes',
      (_row: Uint8Array<ArrayBuffer>, database: LibraryDatabase) =>
        database.table('derived').put({ key: 'list-index', bytes: 'text' }),
    ],
    [
      'of another list',
      (_row: Uint8Array<ArrayBuffer>, { derived }: LibraryDatabase) =>
        derived.put({ key: 'list-index', bytes: ListIndex.of([]).bytes }),
    ],
  ])('a row that is %s is rebuilt', async (_, damage) => {
    await save(ships);
    await save(trains);
    const before = await rowOf();
    await damage(new Uint8Array(before ?? []), await store());
    await wake();
    expect(await marked(ships.title)).toEqual([ships.id]);
    expect(await rowOf()).toEqual(before);
  });

  it('a row that is lost while the worker lives is rebuilt with the next change', async () => {
    await save(ships);
    await (await store()).derived.clear();
    await save(trains);
    await source.load();
    expect([await marked(ships.title), await marked(trains.title)]).toEqual([[ships.id], [trains.id]]);
    expect(ListIndex.open(await rowOf())?.size).toBe(2);
  });

  it('a list of an earlier version is found by all that it has', async () => {
    await begin();
    const old = new Dexie(library.name);
    old.version(2).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key', follows: 'id, since' });
    const facts = ({
      id,
      title,
      authors = [],
      year = null,
      arxivId = null,
      doi = null,
    }: Partial<Record<string, unknown>>) => ({
      id,
      title,
      authors,
      year,
      venue: null,
      arxivId,
      doi,
      status: 'read',
      addedAt: 1,
      changedAt: 1,
      readAt: 1,
    });
    await old.table('entries').bulkPut([facts({ ...ships }), facts({ ...trains })]);
    old.close();
    await open();
    expect(await marked(ships.title)).toEqual([ships.id]);
    expect((await source.byNames([authorKey('Wei Wang')])).get(authorKey('Wei Wang'))).toHaveLength(2);
    expect(await (await store()).works.get(ships.id)).toMatchObject({ status: 'read', addedAt: 1 });
  });

  it('one damaged entry costs one paper', async () => {
    await save(ships);
    await save(trains);
    const { works, derived } = await store();
    await works.put({ id: ships.id, title: 7, changedAt: 1 });
    await derived.clear();
    await wake();
    expect(await marked(trains.title)).toEqual([trains.id]);
    expect(await source.records((await source.byKeys([ships.id])).get(ships.id) ?? [])).toEqual(new Map());
    await save(ships);
    expect(await marked(ships.title)).toEqual([ships.id]);
  });

  it('a list of a later version is read and not written', async () => {
    await save(ships);
    const { stamp, derived } = await store();
    await stamp.put({ key: 'schema', version: 99 });
    await derived.clear();
    await wake();
    expect(await marked(ships.title)).toEqual([ships.id]);
    expect(await (await store()).derived.count()).toBe(0);
  });

  it('a list that can’t be read is empty, and is read as soon as it can be', async () => {
    await save(ships);
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    library.close();
    library = new Library({ files, lock, make });
    const fault = vi.spyOn(library, 'table').mockImplementation(() => {
      throw new Error('no disk');
    });
    source = new LibrarySource(library, 'Your list');
    await source.load();
    expect([await marked(ships.title), (await source.byKeys([ships.id])).size]).toEqual([[], 0]);
    fault.mockRestore();
    await source.load();
    expect(await marked(ships.title)).toEqual([ships.id]);
    warned.mockRestore();
  });

  it('two papers whose ids have one hash are told apart', async () => {
    const first = record({ title: 'The First of Two Whose Hashes Meet by Chance', doi: '10.1000/22830' });
    const second = record({ title: 'Another One That Is Called Otherwise', doi: '10.1000/185651' });
    const papers = [first, second];
    expect(hashOfId(first.id)).toBe(hashOfId(second.id));
    for (const paper of papers) await save(paper);
    await source.load();
    for (const paper of papers) expect(await marked(paper.title)).toEqual([paper.id]);
    await wake();
    for (const paper of papers) expect(await marked(paper.title)).toEqual([paper.id]);
    await remove(first);
    await source.load();
    expect([await marked(first.title), await marked(second.title)]).toEqual([[], [second.id]]);
  });
});
