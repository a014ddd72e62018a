// Requests to Zotero are in the log of what was asked, and an institution can forbid them.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeAll, expect, it } from 'vitest';

const { stores, send, value } = testedWorker();
beforeAll(() => stores().keeper.start());

it('writes a request down before it goes out, and what became of it', async () => {
  const { id } = await value('sent.note', { zotero: 'items' });
  const open = (await value('sent.log', { limit: 5 })).rows[0];
  expect(open).toMatchObject({ id, host: '127.0.0.1:23119', what: { kind: 'zotero', name: 'items' }, answer: null });
  await value('sent.over', { id, bytes: 12, answer: 201 });
  expect((await value('sent.log', { limit: 5 })).rows[0]).toMatchObject({ id, bytes: 12, answer: 201 });
});

it('refuses where the institution allows no requests', async () => {
  fake.setPolicy({ network: false });
  const { total } = await value('sent.log', { limit: 1 });
  expect(await send('sent.note', { zotero: 'library' })).toMatchObject({
    ok: false,
    error: { code: 'managed-network' },
  });
  expect((await value('sent.log', { limit: 1 })).total).toBe(total);
});
