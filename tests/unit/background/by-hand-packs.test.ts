// What the reader said of who is who, with packs that come and go: said, undone, said again, there after a restart and after
// the pack went in which it was said. And ids of packs that tell apart whom the reader may put together.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { memoryLibrary } from '../../fixtures/memory-files.ts';
import { packFacts, record } from '../../fixtures/packs.ts';
import { allHandlers } from '../../../lib/background/handlers/index.ts';
import { openStores, type Stores } from '../../../lib/background/stores.ts';
import type { MessageName, Reply, Request } from '../../../lib/messages/contract.ts';
import { answer, type Handlers } from '../../../lib/messages/server.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { writePackFile } from '../../../lib/packs/file.ts';
import { bringPack } from '../../../lib/packs/import/copy-pack-file.ts';
import { removePack } from '../../../lib/packs/import/remove.ts';
import { namePerson } from '../../../lib/paper/names/person-id.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { buildBundledPack } from '../../../tools/bundle-files.ts';
import { popup } from './worker.ts';

const { file, id: bundledId, version } = await buildBundledPack('.');
const files = memoryLibrary();
let stores: Stores;
let handlers: Handlers;
const start = (): void => {
  stores = openStores({ id: bundledId, version }, files);
  handlers = allHandlers(stores);
};
async function stop(): Promise<void> {
  (await stores.keeper.ready(5_000)).database.close();
  stores.library.close();
}

async function value<N extends MessageName>(name: N, request: Request<N>) {
  const reply = (await answer({ name, request }, popup, handlers)) as Reply<N>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value;
}
async function add(id: string, records: readonly PaperRecord[]): Promise<void> {
  const { database } = await stores.keeper.ready(5_000);
  const body = new Response(writePackFile(await buildPack(packFacts(id), records))).body;
  if (body === null) throw new Error('no bytes');
  await bringPack(database, body);
  await stores.keeper.refresh();
}
async function remove(id: string): Promise<void> {
  await removePack((await stores.keeper.ready(5_000)).database, id);
  await stores.keeper.refresh();
}
const person = namePerson('Quillon Vandersteen');
const works = async (near: string): Promise<string[]> =>
  (await value('card.person', { id: person, paper: near })).works.map(({ title }) => title).toSorted();

beforeAll(() => {
  vi.stubGlobal('fetch', async () => new Response(file));
  start();
});
beforeEach(() => fake.reset());
afterAll(async () => {
  await stores.library.erase();
  await stop();
});

const authors = ['Quillon Vandersteen', 'Ada Quillfeather'];
const titles = ['Quiet Rivers Warm Up in Spring', 'Loud Brooks Cool Down at Night', 'Deep Lakes Stay Calm and Cold'];
const [one = '', two = '', three = ''] = titles;
/** The same papers in two packs, under other ids. */
const byDoi = titles.map((title, at) => record({ title, authors, year: 2021, doi: `10.1000/water${at}` }));
const byArxiv = titles.map((title, at) => record({ title, authors, year: 2021, arxivId: `2101.0000${at + 1}` }));

it('what was said holds after a restart, in another pack once its own went, and when that comes back', async () => {
  await add('first', byDoi);
  await add('second', byArxiv);
  const [near = '', taken = ''] = byDoi.map(({ id }) => id);
  const say = () => value('person.decide', { person, near, papers: [taken], decision: 'not-theirs' });
  expect(await works(near)).toEqual([...titles].toSorted());
  const { ids } = await say();
  expect(await works(near)).toEqual([one, three].toSorted());
  await value('person.undecide', { ids });
  expect(await works(near)).toEqual([...titles].toSorted());
  await say();
  await stop();
  start();
  expect(await works(near)).toEqual([one, three].toSorted());
  await remove('first');
  const [nearThere = '', takenThere = ''] = byArxiv.map(({ id }) => id);
  expect(nearThere).not.toBe(near);
  expect(await works(nearThere)).toEqual([one, three].toSorted());
  expect(await works(takenThere)).toEqual([two]);
  await remove('second');
  await add('first', byDoi);
  expect(await works(near)).toEqual([one, three].toSorted());
  await remove('first');
});

it('two ids of one kind are two people, and said to differ, until the reader makes them one', async () => {
  const orcids = ['orcid:0000-0002-1825-0097', 'orcid:0000-0001-5109-3700'];
  const records = titles.map((title, at) =>
    record({
      title,
      authors,
      year: 2021,
      arxivId: `2102.0000${at + 1}`,
      authorIds: [orcids[at === 0 ? 0 : 1] ?? null, null],
    }),
  );
  const [first, second] = records;
  await add('ids', records);
  const near = first?.id ?? '';
  const read = () => value('explore.person', { id: person, paper: near });
  const before = await read();
  expect(before.works.map(({ title }) => title)).toEqual([one]);
  expect(before.namesakes).toMatchObject([
    { works: 2, otherIds: [{ kind: 'orcid', here: orcids.slice(0, 1), there: orcids.slice(1) }] },
  ]);
  await value('person.decide', { person, near, papers: [second?.id ?? ''], decision: 'same' });
  const after = await read();
  expect(after.works).toHaveLength(3);
  expect([after.ids, after.namesakes]).toEqual([orcids.toSorted(), []]);
  await remove('ids');
});
