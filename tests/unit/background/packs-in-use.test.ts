// Packs beside the bundled one, as pages, cards and the popup see them; with the stores of a browser.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryFiles, memoryLibrary } from '../../fixtures/memory-files.ts';
import { allHandlers } from '../../../lib/background/handlers/index.ts';
import { openStores, type Stores } from '../../../lib/background/stores.ts';
import { useSecondCopies } from '../../../lib/browser/second-copy.ts';
import { dismissLostPacks, lostPacks } from '../../../lib/catalog/lost-packs.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { CatalogKeeper } from '../../../lib/catalog/service.ts';
import type { MessageName, Reply, Request } from '../../../lib/messages/contract.ts';
import { answer, type Handlers } from '../../../lib/messages/server.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { writePackFile } from '../../../lib/packs/file.ts';
import { bringPack, holdsPack } from '../../../lib/packs/import/copy-pack-file.ts';
import { scheduleRemoval, removeDue, removePack } from '../../../lib/packs/import/remove.ts';
import { namePerson } from '../../../lib/paper/names/person-id.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { buildBundledPack } from '../../../tools/bundle-files.ts';
import { packFacts, record } from '../../fixtures/packs.ts';

const { file, id: bundledId, version } = await buildBundledPack('.');
const page = { id: 'byline', url: 'https://example.org/', tab: { id: 7, incognito: false }, frameId: 0 };
const popup = { id: 'byline', url: 'chrome-extension://byline/popup.html' };

let stores: Stores;
let handlers: Handlers;

async function value<N extends MessageName>(name: N, request: Request<N>, sender: object = page) {
  const reply = (await answer({ name, request }, sender, handlers)) as Reply<N>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value;
}
const blocks = (text: string, byline?: string) =>
  value('page.blocks', {
    url: page.url,
    meta: [],
    blocks: [
      { kind: 'title', text, spans: [], row: 0 },
      ...(byline === undefined ? [] : [{ kind: 'byline' as const, text: byline, spans: [], row: 0 }]),
    ],
  });

const stream = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> =>
  new Response(bytes).body ?? new ReadableStream();
async function add(id: string, records: readonly PaperRecord[]): Promise<void> {
  const { database } = await stores.keeper.ready(5_000);
  await bringPack(database, stream(writePackFile(await buildPack(packFacts(id), records))));
  await stores.keeper.refresh();
}
async function remove(id: string): Promise<void> {
  await removePack((await stores.keeper.ready(5_000)).database, id);
  await stores.keeper.refresh();
}

const dumped = record({
  title: 'Sailing Ships on Graphs Considered as Random Walks',
  authors: ['Ada Example', 'Wei Wang'],
  year: 2021,
  doi: '10.1000/ships',
  code: [{ url: 'https://github.com/ada/ships', official: true }],
});
const namesake = record({ title: 'Something Else Entirely by a Namesake', authors: ['Wei Wang'], year: 2010 });

beforeAll(() => {
  vi.stubGlobal('fetch', async () => new Response(file));
  stores = openStores({ id: bundledId, version }, memoryLibrary());
  handlers = allHandlers(stores);
});
beforeEach(async () => {
  fake.reset();
  await stores.library.erase();
});
afterAll(async () => {
  (await stores.keeper.ready(1_000)).database.close();
  await stores.library.erase();
  stores.library.close();
});

describe('a pack beside the bundled one', () => {
  it('its papers are marked with code and names, from the moment that it is in until it is out', async () => {
    expect((await blocks(dumped.title)).mentions).toEqual([]);
    await add('dump', [dumped, namesake]);
    const found = await blocks(dumped.title, 'Ada Example and Wei Wang');
    expect(found.mentions).toMatchObject([{ papers: [dumped.id] }]);
    expect(found.papers).toMatchObject([{ id: dumped.id, doi: '10.1000/ships', code: true }]);
    expect(found.people.map(({ name, person, paper }) => [name, person, paper])).toEqual([
      ['Ada Example', namePerson('Ada Example'), dumped.id],
      ['Wei Wang', namePerson('Wei Wang'), dumped.id],
    ]);
    await remove('dump');
    expect((await blocks(dumped.title)).mentions).toEqual([]);
  });

  it('its cards: a paper with sources and no made-up facts, and every author', async () => {
    await add('dump', [dumped, namesake]);
    const view = await value('card.paper', { id: dumped.id });
    expect(view).toMatchObject({ title: dumped.title, type: null, venues: [], venueShort: '', status: null });
    expect(view.sources.map(({ id }) => id)).toEqual(['dump']);
    expect(view.authors).toMatchObject([{ known: false }, { known: true }]);
    for (const { person, name } of view.authors) {
      const profile = await value('card.person', { id: person, paper: dumped.id });
      expect(profile.person.name).toBe(name);
      expect(profile.works.map(({ id }) => id)).toEqual([dumped.id]);
    }
    const wei = await value('card.person', { id: namePerson('Wei Wang'), paper: dumped.id });
    expect(wei.underName).toMatchObject({ total: 1, rows: [{ id: namesake.id }] });
    await remove('dump');
  });

  it('the popup searches it as one types, and its people', async () => {
    await add('dump', [dumped, namesake]);
    const limits = { page: 5, list: 5, papers: 5, people: 5 };
    const ask = (query: string) => value('catalog.search', { query, page: [], limits }, popup);
    for (const query of [
      'sailing sh',
      'ships graph',
      'saling ships',
      '10.1000/ships',
      'example ships',
      'wei wang sail',
    ])
      expect((await ask(query)).papers.rows[0]?.id, query).toBe(dumped.id);
    // Nothing ties the two works: two people of one name, each with what their profile opens with.
    const { rows } = (await ask('wei wan')).people;
    expect(rows).toMatchObject([
      { id: namePerson('Wei Wang'), paper: dumped.id, works: 1, with: ['Ada Example'] },
      { id: namePerson('Wei Wang'), paper: namesake.id, works: 1, with: [] },
    ]);
    await remove('dump');
    expect((await ask('sailing sh')).papers.rows).toEqual([]);
  });
});

describe('the reading list as a source', () => {
  it('what was saved is still found after its pack was taken out', async () => {
    await add('dump', [dumped]);
    await value('library.set', { id: dumped.id, status: 'to-read' });
    expect((await blocks(dumped.title)).papers).toMatchObject([{ code: true, status: 'to-read' }]);
    expect((await value('card.paper', { id: dumped.id })).sources.map(({ id }) => id)).toEqual(['dump']);
    await remove('dump');
    expect((await blocks(dumped.title)).papers).toMatchObject([{ id: dumped.id, code: true, status: 'to-read' }]);
    // Who said it is still known, and so is all that was said.
    expect(await value('card.paper', { id: dumped.id })).toMatchObject({
      sources: [{ name: 'dump' }],
      doi: '10.1000/ships',
      code: [{ url: 'https://github.com/ada/ships', official: true }],
    });
    await value('library.set', { id: dumped.id, status: null });
    expect((await blocks(dumped.title)).mentions).toEqual([]);
  });

  it('a paper saved by its title alone is the one that another pack knows by its id', async () => {
    const bare = record({ title: dumped.title, authors: ['Ada Example'], year: 2021 });
    await add('bare', [bare]);
    await value('library.set', { id: bare.id, status: 'read' });
    await remove('bare');
    await add('dump', [dumped]);
    expect((await blocks(dumped.title)).papers).toMatchObject([{ id: dumped.id, status: 'read' }]);
    expect(await value('card.paper', { id: dumped.id })).toMatchObject({ status: 'read' });
    expect(await value('library.set', { id: dumped.id, status: 'reading' })).toMatchObject({ before: 'read' });
    expect((await stores.library.rows()).works.size).toBe(1);
    await remove('dump');
  });
});

describe('the pack that earlier versions made of the reading list', () => {
  it('goes when the catalog opens, and nothing else does; the list’s papers are marked as before', async () => {
    const listed = record({
      title: 'A Paper That Is on the List and in No Pack',
      authors: ['Ada Example'],
      year: 2022,
    });
    await add('dump', [dumped]);
    await add('saved', [listed]);
    await value('library.set', { id: listed.id, status: 'reading' });
    await remove('saved');
    const { database } = await stores.keeper.ready(1_000);
    const kept = async () => ({
      packs: (await database.packs.toArray()).filter(({ id }) => id !== 'own'),
      pieces: (await database.pieces.toArray()).length,
    });
    const before = await kept();
    await bringPack(database, stream(writePackFile(await buildPack(packFacts('own'), [listed, dumped]))));
    expect((await kept()).pieces).toBeGreaterThan(before.pieces);
    const marksBefore = await blocks(listed.title);

    const next = openStores({ id: bundledId, version });
    const { lookup, packs } = await next.keeper.ready(5_000);
    expect(packs.map(({ facts }) => facts.id)).toEqual([bundledId, 'dump']);
    expect(lookup.paperSources.map(({ info }) => info.id)).toEqual([bundledId, 'dump', 'reading-list']);
    expect(await database.packs.get('own')).toBeUndefined();
    expect(await kept()).toEqual(before);
    handlers = allHandlers(next);
    expect((await blocks(listed.title)).papers).toMatchObject([{ id: listed.id, status: 'reading' }]);
    expect(await blocks(listed.title)).toEqual(marksBefore);
    handlers = allHandlers(stores);
    (await next.keeper.ready(1_000)).database.close();
    next.library.close();
    await remove('dump');
  });
});

describe('a removed pack', () => {
  const seen = async (): Promise<boolean> => (await blocks(dumped.title)).mentions.length > 0;
  const listed = async (): Promise<string[]> => (await value('packs.list', {}, popup)).packs.map(({ id }) => id);

  it('is out of sight at once, and back when it is called back', async () => {
    await add('dump', [dumped]);
    await value('packs.remove', { id: 'dump', undoMs: 60_000 }, popup);
    expect([await seen(), await listed()]).toEqual([false, [bundledId]]);
    await value('packs.restore', { id: 'dump' }, popup);
    expect([await seen(), await listed()]).toEqual([true, [bundledId, 'dump']]);
    await remove('dump');
  });

  it('is gone when its moment comes, with all that it had, also where its page was closed', async () => {
    await add('dump', [dumped]);
    const { database } = await stores.keeper.ready(1_000);
    const store = (await database.packs.get('dump'))?.store ?? 0;
    await value('packs.remove', { id: 'dump', undoMs: 30 }, popup);
    await vi.waitFor(async () => {
      expect(await database.packs.get('dump')).toBeUndefined();
      expect(await database.pieces.where(':id').between([store], [store, '\uffff']).count()).toBe(0);
    });
    const late = await answer({ name: 'packs.restore', request: { id: 'dump' } }, popup, handlers);
    expect(late).toMatchObject({ ok: false, error: { code: 'pack-gone' } });
  });

  it('goes at the next start of a worker that was stopped before; not before its moment', async () => {
    await add('dump', [dumped]);
    const { database } = await stores.keeper.ready(1_000);
    await scheduleRemoval(database, 'dump', 5_000);
    expect(await removeDue(database, 4_999)).toEqual({ removed: false, next: 5_000 });
    expect(await database.packs.get('dump')).toBeDefined();
    expect(await removeDue(database, 5_000)).toEqual({ removed: true, next: null });
    expect(await database.packs.get('dump')).toBeUndefined();
  });

  it('stays when it is imported again meanwhile', async () => {
    await add('dump', [dumped]);
    const { database } = await stores.keeper.ready(1_000);
    await scheduleRemoval(database, 'dump', 5_000);
    await add('dump', [dumped]);
    expect(await removeDue(database, 9_000)).toEqual({ removed: false, next: null });
    expect(await seen()).toBe(true);
    await remove('dump');
  });
});

describe('the rebuilt catalog', () => {
  it('keeps the packs that the reader added, and the reading list', async () => {
    await add('dump', [dumped]);
    await value('library.set', { id: dumped.id, status: 'to-read' });
    const { papers, lost } = await value('catalog.rebuild', {}, popup);
    expect(lost).toEqual([]);
    expect(papers).toBeGreaterThan(48);
    expect((await blocks(dumped.title)).papers).toMatchObject([{ code: true, status: 'to-read' }]);
    await remove('dump');
    expect((await blocks(dumped.title)).papers).toMatchObject([{ id: dumped.id, status: 'to-read' }]);
  });

  it('names what went with a store that was broken, and nothing goes where it was not the store', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let fault: 'store' | 'file' | null = null;
    const keeper = new CatalogKeeper(
      {
        id: bundledId,
        held: (database) => holdsPack(database, bundledId, version),
        bring: async (database) => {
          const now = fault;
          fault = null;
          if (now === 'store') database.table('nothing like it');
          if (now === 'file') throw new TypeError('The file of the pack can’t be read.');
          await bringPack(database, stream(file));
        },
      },
      null,
      () => new CatalogDatabase('broken'),
    );
    const { database } = await keeper.ready(5_000);
    await bringPack(database, stream(writePackFile(await buildPack(packFacts('dump'), [dumped]))));
    await keeper.refresh();
    fault = 'file';
    await expect(keeper.rebuild()).rejects.toThrow('can’t be read');
    expect((await keeper.ready(5_000)).lookup.paperSources.map(({ info }) => info.id)).toEqual([bundledId, 'dump']);
    fault = 'store';
    const { catalog, lost } = await keeper.rebuild();
    expect(lost).toEqual([packFacts('dump').name]);
    expect(catalog.lookup.paperSources.map(({ info }) => info.id)).toEqual([bundledId]);
    await catalog.database.delete();
    warned.mockRestore();
  });
});

describe('a store that the browser emptied', () => {
  it('is filled as at the first start, and the packs that went with it are named until the reader has seen it', async () => {
    useSecondCopies(memoryFiles());
    const keeperOf = (): CatalogKeeper =>
      new CatalogKeeper(
        {
          id: bundledId,
          held: (database) => holdsPack(database, bundledId, version),
          bring: async (database) => {
            await bringPack(database, stream(file));
          },
        },
        null,
        () => new CatalogDatabase('emptied'),
      );
    const told = async (keeper: CatalogKeeper): Promise<string[]> => {
      const { database } = await keeper.ready(5_000);
      await keeper.noted();
      return lostPacks(database);
    };
    const bring = async (keeper: CatalogKeeper, ...ids: readonly string[]): Promise<void> => {
      const { database } = await keeper.ready(5_000);
      for (const id of ids)
        await bringPack(database, stream(writePackFile(await buildPack({ ...packFacts(id), name: id }, [dumped]))));
      await keeper.refresh();
    };
    try {
      let keeper = keeperOf();
      expect(await told(keeper)).toEqual([]);
      await bring(keeper, 'dump', 'field', 'gone');
      await removePack((await keeper.ready(5_000)).database, 'gone');
      await keeper.refresh();
      expect(await told(keeper)).toEqual([]);

      await (await keeper.ready(5_000)).database.delete();
      keeper = keeperOf();
      expect(await told(keeper)).toEqual(['dump', 'field']);
      // Another start, and one of them is there again.
      (await keeper.ready(5_000)).database.close();
      keeper = keeperOf();
      await bring(keeper, 'dump');
      expect(await told(keeper)).toEqual(['field']);
      const { database } = await keeper.ready(5_000);
      await dismissLostPacks(database);
      expect(await told(keeper)).toEqual([]);
      await database.delete();
      expect(await told(keeperOf())).toEqual(['dump']);
      await new CatalogDatabase('emptied').delete();
    } finally {
      useSecondCopies(null);
    }
  });
});

describe('damage', () => {
  it('a damaged pack is named; the others go on, and the bundled one mends itself', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await add('dump', [dumped]);
    const { database } = await stores.keeper.ready(1_000);
    const row = await database.packs.get('dump');
    await database.pieces.delete([row?.store ?? 0, 'front', 0]);
    const again = openStores({ id: bundledId, version }, memoryLibrary());
    const others = allHandlers(again);
    const summary = await answer({ name: 'stored.summary', request: {} }, popup, others);
    const problem = { code: 'packs-damaged', args: ['dump'] };
    expect(summary).toMatchObject({ ok: true, value: { catalog: { ready: true, problem } } });
    const list = (await answer({ name: 'packs.list', request: {} }, popup, others)) as Reply<'packs.list'>;
    expect(list.ok && list.value.packs.map(({ id, damaged }) => [id, damaged])).toEqual([
      [bundledId, false],
      ['dump', true],
    ]);
    const bundled = await database.packs.get(bundledId);
    await database.pieces.delete([bundled?.store ?? 0, 'front', 0]);
    const third = openStores({ id: bundledId, version }, memoryLibrary());
    expect((await third.keeper.ready(5_000)).lookup.total).toBeGreaterThanOrEqual(48);
    for (const one of [again, third]) (await one.keeper.ready(1_000)).database.close();
    await remove('dump');
    warned.mockRestore();
  });
});
