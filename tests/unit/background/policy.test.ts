// What an institution's policy does in the worker: what is refused, what ends, what open tabs hear.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { followPolicy } from '../../../lib/background/handlers/settings.ts';
import { importsDatabase } from '../../../lib/background/importer-host.ts';
import { addAddress, jobViews } from '../../../lib/packs/jobs.ts';
import { testedWorker } from './worker.ts';

const { send, value } = testedWorker();
const page = { id: 'byline', url: 'https://arxiv.org/abs/2002.07028', tab: { id: 7, incognito: false }, frameId: 0 };
const refused = (code: string) => ({ ok: false, error: { code } });

it('keeps what it sets from being changed, and nothing else', async () => {
  fake.setPolicy({ hover: 'click', sitesOff: ['arxiv.org'] });
  expect(await value('settings.managed', {})).toEqual({ fixed: ['hover'], sitesOff: ['arxiv.org'], network: true });
  expect(await send('settings.set', { hover: 'rest' })).toMatchObject(refused('managed-setting'));
  expect(await send('site.switch', { host: 'arxiv.org', on: true })).toMatchObject(refused('managed-site'));
  expect(await value('settings.set', { delay: 300 })).toMatchObject({ hover: 'click', delay: 300 });
  expect(await value('site.switch', { host: 'openreview.net', on: false })).toMatchObject({
    sitesOff: ['arxiv.org', 'openreview.net'],
  });
});

it('switches a site off for its pages and in the popup', async () => {
  fake.tabs = [{ id: 7, url: page.url, active: true }];
  fake.setPolicy({ sitesOff: ['arxiv.org'] });
  expect((await value('page.handshake', { url: page.url }, page)).on).toBe(false);
  expect(await value('popup.tab', { tab: 7 })).toMatchObject({ state: 'off', managed: true });
});

it('without the network, nothing is fetched: no pack can be ordered, and what was ordered ends', async () => {
  followPolicy();
  const job = await addAddress(
    await importsDatabase(),
    { kind: 'address', name: 'a.example', entry: 'x', size: null },
    {},
  );
  fake.setPolicy({ network: false });
  await vi.waitFor(async () =>
    expect(await jobViews(await importsDatabase())).toMatchObject([
      { id: job, state: 'failed', problem: { code: 'managed-network' } },
    ]),
  );
  expect(await send('packs.install', { offer: 'arxiv', temporary: [] })).toMatchObject(refused('managed-network'));
  await value('packs.cancel', { job });
});

it('a change of it reaches open tabs', async () => {
  followPolicy();
  const heard: unknown[] = [];
  fake.tabs = [{ id: 1, url: page.url, script: (message: unknown) => (heard.push(message), {}) }];
  fake.setPolicy({ sitesOff: ['arxiv.org'] });
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ name: 'page.settings', request: { on: false } }));
});

it('is no part of the reader’s own copy', async () => {
  await value('settings.set', { hover: 'modifier' });
  fake.setPolicy({ hover: 'click', sitesOff: ['arxiv.org'] });
  const { settings } = JSON.parse((await value('data.copy', {})).text) as { settings: unknown };
  expect(settings).toMatchObject({ hover: 'modifier', sitesOff: [] });
});
