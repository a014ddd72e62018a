// What the options page does with all that is the reader's.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeEach, expect, it } from 'vitest';
import { follow } from '../../../lib/library/follows.ts';
import { defaults } from '../../../lib/settings/schema.ts';
import { getSettings } from '../../../lib/settings/store.ts';

const { stores, send, value } = testedWorker();
const papers = ['arxiv:2002.07028', 'arxiv:2301.13196'] as const;
const wei = { id: 'wei-wang', name: 'Wei Wang', variants: [], certain: false, colleagues: [], paper: null, since: 5 };

beforeEach(async () => {
  await stores().library.erase();
  for (const id of papers) await value('library.set', { id, status: 'to-read' });
  await follow(stores().library, wei);
  await value('settings.set', { delay: 700 });
});
const listed = async (): Promise<string[]> =>
  (await value('library.recent', { limit: 9 })).rows.map(({ id }) => id).toSorted();

it('a copy brings back list, follows and settings after everything was erased', async () => {
  const { text } = await value('data.copy', {});
  const before = await stores().library.rows();
  await value('data.erase', { confirmed: true });
  expect(await listed()).toEqual([]);
  expect([fake.stored.size, fake.session.size]).toEqual([0, 0]);
  expect(await value('library.follows', {})).toEqual({ people: [] });
  expect(await value('data.preview', { text })).toMatchObject({
    papers: 2,
    people: 1,
    replace: { works: { added: 2 } },
  });
  await value('data.restore', { text, how: 'replace' });
  expect(await stores().library.rows()).toEqual(before);
  expect((await getSettings()).delay).toBe(700);
});

it('what is no copy is refused in one sentence and changes nothing', async () => {
  for (const text of ['', '{}', '{"byline": "copy", "format": 7}']) {
    const reply = await send('data.restore', { text, how: 'replace' });
    expect(reply.ok ? '' : reply.error.code).toMatch(/^copy-/);
  }
  expect(await listed()).toEqual([...papers]);
});

it('settings that can’t be read are the defaults, the reader is told, and nothing else fails', async () => {
  fake.storageReadFault = new Error('An unexpected error occurred');
  expect(await value('settings.get', {})).toEqual(defaults);
  expect(await value('library.notice', {})).toEqual({ notice: null, settings: 'unread', lostPacks: [] });
  expect(await listed()).toEqual([...papers]);
  const { text } = await value('data.copy', {});
  expect(await send('settings.set', { hover: 'click' })).toMatchObject({ error: { code: 'settings-not-written' } });
  fake.storageReadFault = null;
  expect(await value('library.notice', {})).toEqual({ notice: null, settings: null, lostPacks: [] });
  // A copy without settings leaves those that there are.
  await value('data.restore', { text, how: 'replace' });
  expect((await value('settings.get', {})).hover).toBe('click');
});

it('a private window changes nothing of it', async () => {
  const { text } = await value('data.copy', {});
  fake.frontIncognito = true;
  for (const reply of [
    await send('data.restore', { text, how: 'replace' }),
    await send('data.erase', { confirmed: true }),
  ])
    expect(reply).toMatchObject({ ok: false, error: { code: 'private-settings' } });
  fake.frontIncognito = false;
  expect(await listed()).toEqual([...papers]);
});

it('rows that this version can’t read are counted and shown as text', async () => {
  const odd = { id: 'odd', title: 7 };
  await stores().library.change(() =>
    Promise.resolve({ change: { puts: [['works', odd]], deletes: [] }, answer: null }),
  );
  expect(await value('library.unread', {})).toEqual({ total: 1, rows: [JSON.stringify(odd)] });
  expect(await value('stored.summary', {})).toMatchObject({ entries: 3 });
});
