// Store and mirror are damaged in turn while nothing runs; at the next start all is there again, and the reader is told.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeEntry } from '../../../lib/library/entries.ts';
import { libraryVersion } from '../../../lib/library/database.ts';
import { decide } from '../../../lib/library/decisions.ts';
import { follow } from '../../../lib/library/follows.ts';
import { Library } from '../../../lib/library/library.ts';
import { Mirror } from '../../../lib/library/mirror.ts';
import { queue, type MemoryFiles } from '../../fixtures/memory-files.ts';
import { behind, place, save, stored, type Place } from './libraries.ts';

const papers = 20;

let here: Place;
beforeEach(async () => {
  here = place();
  const { library } = here;
  for (let at = 0; at < papers / 2; at += 1) await save(library, `p${at}`, 'to-read', at);
  // A snapshot in the middle, so that the mirror has both kinds of file.
  await behind(library.name, (raw) => raw.table('stamp').delete('last'));
  here.restart();
  await here.library.checked();
  await here.library.dismissNotice();
  for (let at = papers / 2; at < papers; at += 1) await save(here.library, `p${at}`, 'to-read', at);
  for (const id of ['gone1', 'gone2']) {
    await save(here.library, id, 'read', 50);
    await removeEntry(here.library, [id], 60);
  }
  await follow(here.library, {
    id: 'wei-wang',
    name: 'Wei Wang',
    variants: [],
    certain: false,
    colleagues: [],
    paper: null,
    since: 9,
  });
  const of = [{ paper: 'p1', person: 'wei-wang' }];
  await decide(here.library, [{ kind: 'same', works: of, at: 1 }]);
});
afterEach(() => here.end());

const rowsOf = async (library: Library): Promise<unknown> => {
  const { works, removedWorks, follows, decisions } = await library.rows();
  return [works, removedWorks, follows, decisions].map((rows) =>
    [...rows.values()].toSorted((a, b) => a.id.localeCompare(b.id)),
  );
};
const damaged = (text: string): string => `${text.slice(0, text.length / 2)}\u0000${text.slice(text.length / 2 + 1)}`;

const drop = (name: string, store: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, libraryVersion * 10 + 1);
    request.onupgradeneeded = () => request.result.deleteObjectStore(store);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });

type Damage = (name: string, files: MemoryFiles) => Promise<unknown>;
const told = { papers, people: 1, lost: 0 };
const damages: readonly (readonly [what: string, damage: Damage, notice: typeof told | null])[] = [
  ['the whole store is empty', (name) => Dexie.delete(name), told],
  ['the list’s table is empty', (name) => behind(name, (raw) => raw.table('works').clear()), { ...told, people: 0 }],
  ['the list’s table is missing', (name) => drop(name, 'works'), { ...told, people: 0 }],
  ['the table of followed people is missing', (name) => drop(name, 'follows'), { ...told, papers: 0 }],
  ['what was decided about people is missing', (name) => drop(name, 'decisions'), { papers: 0, people: 0, lost: 0 }],
  ['what was taken off is missing', (name) => drop(name, 'removedWorks'), { papers: 0, people: 0, lost: 0 }],
  [
    'three rows are missing',
    (name) => behind(name, (raw) => raw.table('works').bulkDelete(['p1', 'p5', 'p19'])),
    { papers: 3, people: 0, lost: 0 },
  ],
  ['the stamp is missing, and nothing else', (name) => drop(name, 'stamp'), null],
  [
    'the store is as it was seven changes ago',
    (name) =>
      behind(name, async (raw) => {
        const last = (await raw.table('stamp').get('last')) as { seq: number };
        await raw.table('removedWorks').clear();
        await raw.table('follows').clear();
        await raw.table('works').bulkDelete(['p18', 'p19']);
        const counts = { works: papers - 2, removedWorks: 0, follows: 0, decisions: 0 };
        await raw.table('stamp').put({ key: 'last', seq: last.seq - 7, counts });
      }),
    { papers: 2, people: 1, lost: 0 },
  ],
  ['the mirror is missing', (_, { held }) => Promise.resolve(held.clear()), null],
  [
    'the mirror’s snapshot is missing',
    (_, { held }) =>
      Promise.resolve([...held.keys()].filter((key) => key.startsWith('snap')).map((key) => held.delete(key))),
    null,
  ],
  ['a change of the mirror is missing', (_, { held }) => Promise.resolve(held.delete([...held.keys()][3] ?? '')), null],
];

describe('a damage while nothing runs', () => {
  it.each(damages)('%s', async (_, damage, notice) => {
    const { library, files } = here;
    const before = await rowsOf(library);
    library.close();
    await damage(library.name, files);
    const again = here.restart();
    let recovered = 0;
    again.onRecovered = () => (recovered += 1);
    await again.checked();
    expect(await rowsOf(again)).toEqual(before);
    expect(await again.notice()).toEqual(notice);
    if (notice !== null) expect(recovered).toBe(1);
    // Both places are whole again.
    const mirrored = await new Mirror(files).read();
    expect(mirrored.whole).toBe(true);
    expect(mirrored.rows.works.size).toBe(papers);
    // Told once.
    await again.dismissNotice();
    const third = here.restart();
    await third.checked();
    expect(await third.notice()).toBeNull();
  });

  it('every file of the mirror in turn is written again when it is damaged', async () => {
    const { library, files } = here;
    for (const name of Array.from(files.held.keys())) {
      const before = await rowsOf(library);
      files.held.set(name, damaged(files.held.get(name) ?? ''));
      await library.checkMirror();
      expect(await rowsOf(library)).toEqual(before);
      expect(await library.notice()).toBeNull();
      expect((await new Mirror(files).read()).whole).toBe(true);
      await save(library, `more-${name.slice(-9, -5)}`);
    }
  });

  it('where both are damaged, what can be read of the mirror comes back, and what is lost is said', async () => {
    const { library, files } = here;
    library.close();
    const snapshot = [...files.held.keys()].find((name) => name.startsWith('snapshot')) ?? '';
    const lines = (files.held.get(snapshot) ?? '').split('\n');
    files.held.set(snapshot, lines.filter((line) => !line.includes('"p3"')).join('\n'));
    await behind(library.name, (raw) => raw.table('works').clear());
    const again = here.restart();
    await again.checked();
    expect((await again.rows()).works.size).toBe(papers - 1);
    expect(await again.notice()).toMatchObject({ papers: papers - 1, lost: 1 });
  });

  it('a store that can’t be opened is rebuilt from the mirror', async () => {
    const { library } = here;
    const before = await rowsOf(library);
    library.close();
    const open = indexedDB.open.bind(indexedDB);
    const remove = indexedDB.deleteDatabase.bind(indexedDB);
    let broken = true;
    indexedDB.deleteDatabase = (name) => {
      if (name === library.name) broken = false;
      return remove(name);
    };
    indexedDB.open = (...given) => {
      if (given[0] !== library.name || !broken) return open(...given);
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    };
    try {
      const again = here.restart();
      await again.checked();
      expect(await rowsOf(again)).toEqual(before);
      expect(await again.notice()).toMatchObject(told);
    } finally {
      indexedDB.open = open;
      indexedDB.deleteDatabase = remove;
    }
  });

  it('a spare store is filled from the mirror, and the first one has all of it when it opens again', async () => {
    const { library, files } = here;
    const before = await rowsOf(library);
    library.close();
    const factory = new IDBFactory();
    const place = () => Promise.resolve(factory);
    const spare = new Library({ name: library.name, files, lock: queue(), place, snapshotAfter: 3 });
    await spare.checked();
    expect(await rowsOf(spare)).toEqual(before);
    expect(await spare.notice()).toMatchObject(told);
    await spare.dismissNotice();
    for (const id of ['new1', 'new2', 'new3']) await save(spare, id, 'read', 80);
    await removeEntry(spare, ['p3'], 90);
    const after = await rowsOf(spare);
    spare.close();
    const again = here.restart();
    await again.checked();
    expect(await rowsOf(again)).toEqual(after);
    expect(await again.notice()).toMatchObject({ lost: 0 });
  });

  it('a store that loses its rows while the worker runs is given them back with the next change', async () => {
    await behind(here.library.name, (raw) => Promise.all(raw.tables.map((table) => table.clear())));
    await save(here.library, 'new');
    const { works } = await here.library.rows();
    expect(works.size).toBe(papers + 1);
  });

  it('the store’s later state is mirrored again, and nothing that was taken off comes back', async () => {
    const old = new Map(here.files.held);
    await removeEntry(here.library, ['p3'], 70);
    await save(here.library, 'new');
    const before = await rowsOf(here.library);
    here.files.held.clear();
    for (const [name, text] of old) here.files.held.set(name, text);
    const again = here.restart();
    await again.checked();
    expect(await rowsOf(again)).toEqual(before);
    expect(await again.notice()).toBeNull();
  });

  it('a library that is erased is gone from both places, and starts empty', async () => {
    await here.library.erase();
    expect(here.files.held.size).toBe(0);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(here.library.name);
    await save(here.library, 'new');
    expect((await stored(here.library.name))['works']).toHaveLength(1);
    expect(await here.library.notice()).toBeNull();
  });
});
