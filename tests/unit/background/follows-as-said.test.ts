// Marks of followed people are as the reader said who wrote what: on rows, cards and pages, until it is taken back.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { libraryChanged } from '../../../lib/background/library-changed.ts';
import { readingPages, testedWorker } from './worker.ts';

const { stores, value } = testedWorker();
const newPaper = readingPages(value);
const page = { id: 'byline', url: 'https://arxiv.org/list/cs.LG/new', tab: { id: 7, incognito: false }, frameId: 0 };

/** How a paper is marked: by whom, and how surely; the same on its row, its card and the page, or this fails. */
async function marked(id: string): Promise<boolean | null> {
  const [row] = (await value('card.rows', { ids: [id] })).rows;
  const card = (await value('card.paper', { id })).authors.flatMap(({ followed }) => followed ?? []);
  const [there] = (await value('page.followed', { ids: [id] }, page)).papers;
  const all = [row?.followed?.sure, card[0]?.sure, there?.followed.sure].map((sure) => sure ?? null);
  expect(new Set(all).size).toBe(1);
  return all[0] ?? null;
}
const byline = async (paper: string) => (await value('card.paper', { id: paper })).authors;
const person = async (paper: string, at = 0): Promise<string> => (await byline(paper))[at]?.person ?? '';
const isFollowed = async (id: string, paper: string): Promise<boolean> =>
  (await value('card.person', { id, paper })).followed;
const decide = async (near: string, paper: string, decision: 'theirs' | 'not-theirs' | 'same'): Promise<string[]> =>
  (await value('person.decide', { person: await person(near), near, papers: [paper], decision })).ids;

beforeEach(async () => {
  await stores().library.erase();
  libraryChanged(stores());
  fake.tabs = [];
});

it('a work said to be another’s is no longer marked, and is again once that is taken back', async () => {
  const first = await newPaper(1, 'Quiet Rivers Warm Up', ['Wei Wang', 'Ada Quillfeather']);
  const second = await newPaper(2, 'Quiet Rivers Cool Down', ['Wei Wang', 'Ada Quillfeather']);
  await value('library.follow', { id: await person(first), follow: true, paper: first });
  expect([await marked(first), await marked(second)]).toEqual([true, false]);
  const heard: unknown[] = [];
  fake.tabs = [{ id: 7, url: page.url, script: (message) => void heard.push(message) }];
  const ids = await decide(first, second, 'not-theirs');
  expect([await marked(first), await marked(second)]).toEqual([true, null]);
  expect(await isFollowed(await person(first), first)).toBe(true);
  expect(await isFollowed(await person(second), second)).toBe(false);
  await value('person.undecide', { ids });
  expect(await marked(second)).toBe(false);
  // Open pages look again each time.
  await expect.poll(() => heard).toEqual(Array.from({ length: 2 }, () => ({ name: 'page.follows', request: {} })));
});

it('a work said to be theirs is marked as certain, also under another spelling', async () => {
  const first = await newPaper(3, 'Small Ponds Freeze First', ['Wei Wang', 'Bo Underhill']);
  const other = await newPaper(4, 'Small Ponds Thaw Last', ['W. Wang', 'Cy Overbrook']);
  await value('library.follow', { id: await person(first), follow: true, paper: first });
  expect(await marked(other)).toBe(false);
  await decide(first, other, 'theirs');
  expect(await marked(other)).toBe(true);
});

it('of whom a pack knows: works that are taken from them are not marked, the others are', async () => {
  const id = 'srinadh-bhojanapalli';
  const works = (await value('card.person', { id })).works.map((work) => work.id);
  const [one = '', two = '', three = ''] = works;
  await value('library.follow', { id, follow: true });
  expect(await Promise.all([one, two, three].map(marked))).toEqual([true, true, true]);
  const { ids } = await value('person.decide', { person: id, papers: [one, two], decision: 'not-theirs' });
  expect(await Promise.all([one, two, three].map(marked))).toEqual([null, null, true]);
  // A restart knows it as well.
  libraryChanged(stores());
  expect(await Promise.all([one, two, three].map(marked))).toEqual([null, null, true]);
  await value('person.undecide', { ids });
  expect(await marked(one)).toBe(true);
});

it('two who were said to be one are followed as one, and unfollowed as one', async () => {
  const first = await newPaper(5, 'Deep Lakes Stay Calm', ['Wei Wang', 'Dag Nethercote']);
  const other = await newPaper(6, 'Parsing Grammars by Machine', ['Wei Wang', 'Eb Fairweather']);
  const third = await newPaper(7, 'Parsing Grammars by Hand', ['Wei Wang', 'Eb Fairweather']);
  await value('library.follow', { id: await person(first), follow: true, paper: first });
  expect([await marked(other), await marked(third)]).toEqual([false, false]);
  await decide(first, other, 'same');
  expect([await marked(first), await marked(other), await marked(third)]).toEqual([true, true, true]);
  expect(await isFollowed(await person(other), other)).toBe(true);
  await value('library.follow', { id: await person(other), follow: false, paper: other });
  expect((await value('library.follows', {})).people).toEqual([]);
  expect([await marked(first), await marked(other)]).toEqual([null, null]);
});

it('who is followed by name counts as the one whom a pack knows, once they were said to be one', async () => {
  const paper = await newPaper(8, 'Small Ponds Stay Warm', ['Sanjiv Kumar', 'Quillon Vandersteen']);
  await value('library.follow', { id: await person(paper), follow: true, paper });
  const works = (await value('card.person', { id: 'sanjiv-kumar' })).works.map(({ id }) => id);
  expect((await value('card.person', { id: 'sanjiv-kumar' })).followed).toBe(false);
  await value('person.decide', { person: 'sanjiv-kumar', papers: [paper], decision: 'same' });
  expect(await Promise.all([paper, ...works.slice(0, 2)].map(marked))).toEqual([true, true, true]);
  expect((await value('card.person', { id: 'sanjiv-kumar' })).followed).toBe(true);
  await value('library.follow', { id: 'sanjiv-kumar', follow: false });
  expect((await value('library.follows', {})).people).toEqual([]);
});
