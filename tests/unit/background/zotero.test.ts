// Zotero on this machine, as the worker reads it, marks papers of it, and sends papers to it.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { importsDatabase } from '../../../lib/background/importer-host.ts';
import { zoteroParts } from '../../../lib/background/on-demand/zotero-parts.ts';
import { zoteroWorld } from '../../../lib/background/zotero.ts';
import { LOCAL_APPS } from '../../../lib/sites/local-apps.ts';
import { ZOTERO } from '../../../lib/zotero/client.ts';
import { copyWith, paperId, titleOf } from '../../../tools/browser/library.ts';
import { startZotero, type ZoteroStandIn } from '../../../tools/stand-in/zotero.ts';

const { stores, send, value } = testedWorker();
const real = globalThis.fetch;
let zotero: ZoteroStandIn;

beforeAll(async () => {
  stores().keeper.start();
  zotero = await startZotero(0, [{ itemType: 'preprint', title: titleOf(1) }]);
  await value('data.restore', { text: copyWith(3), how: 'replace' });
  const pack = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    address.startsWith(ZOTERO) ? real(address.replace(ZOTERO, zotero.address), init) : pack(address, init),
  );
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await zotero.close();
});
beforeEach(async () => {
  fake.origins.push(LOCAL_APPS);
  zotero.mood('well');
  await (await importsDatabase()).sent.clear();
});

const asked = async (): Promise<unknown[]> =>
  (await value('sent.log', { limit: 50 })).rows.map(({ what, answer }) => [what.name, answer]);
const marked = async (): Promise<string[]> =>
  (await value('list.rows', { limit: null })).rows.flatMap(({ id, inZotero }) => (inZotero === true ? [id] : []));

it('off, nothing is read and nothing marked', async () => {
  expect(await value('zotero.state', {})).toEqual({ on: false, readAt: null, items: 0, problem: null });
  await value('zotero.read', {});
  expect(await asked()).toEqual([]);
  expect(await marked()).toEqual([]);
});

it('on, what it has is marked on the list, in rows and on the card; off, all of it is forgotten', async () => {
  await value('zotero.set', { on: true });
  expect(await marked()).toEqual([]);
  expect(await value('zotero.read', {})).toMatchObject({ on: true, items: 1, problem: null });
  expect(await marked()).toEqual([paperId(1)]);
  expect((await value('card.rows', { ids: [paperId(1), paperId(2)] })).rows.map(({ inZotero }) => inZotero)).toEqual([
    true,
    undefined,
  ]);
  expect(await value('card.paper', { id: paperId(1) })).toMatchObject({ inZotero: true });
  expect(await asked()).toEqual([['library', 200]]);
  await value('zotero.set', { on: false });
  expect(await marked()).toEqual([]);
  expect(fake.origins).not.toContain(LOCAL_APPS);
  expect(await (await importsDatabase()).harvest.get('zotero')).toBeUndefined();
});

it('what is sent is in the log, and marked where marks are on', async () => {
  await value('zotero.set', { on: true });
  await value('zotero.read', {});
  expect(await value('zotero.send', { ids: [paperId(0), paperId(2)] })).toEqual({ sent: 2 });
  expect(zotero.items().map(({ title }) => title)).toEqual([titleOf(0), titleOf(2)]);
  expect(await asked()).toEqual([
    ['items', 201],
    ['library', 200],
  ]);
  expect(await marked()).toHaveLength(3);
});

it('a reading that fails is said, and the marks of the one before stay', async () => {
  await value('zotero.set', { on: true });
  await value('zotero.read', {});
  zotero.mood('off');
  expect(await value('zotero.read', {})).toMatchObject({ items: 1, problem: 'zotero-off' });
  expect(await marked()).toEqual([paperId(1)]);
  expect(await send('zotero.send', { ids: [paperId(0)] })).toMatchObject({ ok: true });
});

it('reads again when a day is over, whatever came of the last time', async () => {
  const isDue = async (after: number): Promise<boolean> =>
    zoteroParts.isZoteroDue(await zoteroWorld(), Date.now() + after);
  const day = 86_400_000;
  expect(await isDue(day)).toBe(false);
  await value('zotero.set', { on: true });
  expect(await isDue(0)).toBe(true);
  zotero.mood('silent');
  expect(await value('zotero.read', {})).toMatchObject({ readAt: null, problem: 'zotero-closed' });
  expect(await isDue(day - 60_000)).toBe(false);
  expect(await isDue(day)).toBe(true);
});

it('asks nothing without the browser’s permission, or where the institution allows no requests', async () => {
  fake.origins = [];
  expect(await send('zotero.set', { on: true })).toMatchObject({ ok: false, error: { code: 'zotero-not-allowed' } });
  const ids = [paperId(0)];
  expect(await send('zotero.send', { ids })).toMatchObject({ ok: false, error: { code: 'zotero-not-allowed' } });
  fake.origins = [LOCAL_APPS];
  fake.setPolicy({ network: false });
  for (const reply of [await send('zotero.send', { ids }), await send('zotero.read', {})])
    expect(reply).toMatchObject({ ok: false, error: { code: 'managed-network' } });
  expect(await asked()).toEqual([]);
});
