// Unfollowing somebody in the popup, and undoing it.
import { fake } from '../../fixtures/fake-browser.ts';
import { beforeEach, expect, it } from 'vitest';
import { follow } from '../../../lib/library/follows.ts';
import { testedWorker } from './worker.ts';

const { stores, send, value } = testedWorker();
const page = { id: 'byline', url: 'https://arxiv.org/abs/2002.07028', tab: { id: 7, incognito: false }, frameId: 0 };
const followed = {
  id: 'n-of-no-pack',
  name: 'Ada Example',
  variants: ['A. Example'],
  certain: false,
  colleagues: ['bo example'],
  paper: 'arxiv:2002.07028',
  since: 1,
};
const all = async () => [...(await stores().library.rows()).follows.values()];

beforeEach(async () => {
  await stores().library.erase();
  await follow(stores().library, followed);
});

it('somebody followed no more comes back as they were, also when no pack knows them any more', async () => {
  expect(await value('library.unfollow', { id: followed.id })).toEqual({ gone: followed });
  expect(await all()).toEqual([]);
  expect(await value('stored.summary', {})).toMatchObject({ follows: 0 });
  expect(await value('library.unfollow', { id: followed.id })).toEqual({ gone: null });
  await value('library.refollow', { person: followed });
  // With a stamp that says when.
  expect(await all()).toMatchObject([followed]);
  expect(await value('stored.summary', {})).toMatchObject({ follows: 1 });
});

it('open pages hear of both', async () => {
  const heard: unknown[] = [];
  fake.tabs = [{ id: 7, url: page.url, script: (message) => void heard.push(message) }];
  await value('library.unfollow', { id: followed.id });
  await value('library.refollow', { person: followed });
  await expect.poll(() => heard).toEqual(Array.from({ length: 2 }, () => ({ name: 'page.follows', request: {} })));
});

it('over a private window neither is done, and no page script may ask for it', async () => {
  const person = { ...followed, id: 'somebody-else' };
  expect(await send('library.refollow', { person }, page)).toMatchObject({ error: { code: 'not-allowed' } });
  fake.frontIncognito = true;
  expect(await send('library.unfollow', { id: followed.id })).toMatchObject({ error: { code: 'private-follow' } });
  expect(await send('library.refollow', { person })).toMatchObject({ error: { code: 'private-follow' } });
  expect(await all()).toEqual([followed]);
});

it('a row says which of its authors is followed', async () => {
  const id = 'arxiv:2002.07028';
  const { authors } = await value('card.paper', { id });
  const at = authors.findIndex(({ name }) => name === 'Sashank J. Reddi');
  const rows = async () => (await value('card.rows', { ids: [id] })).rows.map((row) => row.followed);
  expect(await rows()).toEqual([undefined]);
  await value('library.follow', { id: authors[at]?.person ?? '', follow: true, paper: id });
  expect(await rows()).toEqual([{ at, sure: true }]);
});
