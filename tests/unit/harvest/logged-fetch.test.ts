import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loggedFetch } from '../../../lib/harvest/logged-fetch.ts';
import { MAX_SENT, logSent, sentRequests } from '../../../lib/harvest/sent-log.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';

let database: CatalogDatabase;
beforeEach(() => {
  database = new CatalogDatabase();
});
afterEach(() => database.delete());

const url = 'https://huggingface.co/datasets/a/resolve/main/data/train-00000.parquet?x=1';
const rows = async () => (await sentRequests(database, { limit: 10, before: null, since: 0 })).rows;

it('a download is in the log before it goes out, and with its answer', async () => {
  let before: unknown;
  const fetch = loggedFetch(database, async () => {
    before = await rows();
    return new Response('abc', { status: 206, headers: { 'content-length': '3' } });
  });
  await fetch(url, {});
  const row = {
    host: 'huggingface.co',
    what: { kind: 'download', name: 'train-00000.parquet', from: null, until: null },
  };
  expect(before).toMatchObject([{ ...row, answer: null, bytes: 0 }]);
  expect(await rows()).toMatchObject([{ ...row, answer: 206, bytes: 3 }]);
});

it('one without an answer is in the log, too', async () => {
  const fetch = loggedFetch(database, () => Promise.reject(new TypeError('no network')));
  await expect(fetch(url, {})).rejects.toThrow('no network');
  expect(await rows()).toMatchObject([{ answer: 'host-silent' }]);
});

it('the log keeps the newest', async () => {
  const what = { kind: 'feed' as const, name: 'cs.LG', from: null, until: null };
  await database.sent.bulkAdd(
    Array.from({ length: MAX_SENT + 200 }, (_, at) => ({ at, host: 'a.example', what, bytes: 0, answer: 200 })),
  );
  await logSent(database, { at: 9_999, host: 'a.example', what });
  const { total, rows: newest } = await sentRequests(database, { limit: 1, before: null, since: 0 });
  expect(total).toBe(MAX_SENT + 1);
  expect(newest).toMatchObject([{ at: 9_999 }]);
});
