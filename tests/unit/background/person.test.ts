// The reader says whose a work is: it holds on the page, in the card and in the graph until it is taken back.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { libraryChanged } from '../../../lib/background/library-changed.ts';
import type { Request } from '../../../lib/messages/contract.ts';
import { readingPages, testedWorker } from './worker.ts';

const { stores, send, value } = testedWorker();
const page = { id: 'byline', url: 'https://arxiv.org/abs/2002.07028', tab: { id: 7, incognito: false }, frameId: 0 };
const srinadh = 'srinadh-bhojanapalli';

const view = (id: string, paper?: string) => value('card.person', { id, ...(paper === undefined ? {} : { paper }) });
const newPaper = readingPages(value);
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
beforeEach(async () => {
  await stores().library.erase();
  libraryChanged(stores());
});

it('“not theirs” takes a work away also where a pack says otherwise; undone it is back, said again it holds', async () => {
  const before = await view(srinadh);
  const paper = before.works[0]?.id ?? '';
  const say = () => value('person.decide', { person: srinadh, papers: [paper], decision: 'not-theirs' }, page);
  const { ids: said } = await say();
  for (const read of [view(srinadh), value('explore.person', { id: srinadh })]) {
    const after = await read;
    expect(ids(after.works)).toEqual(ids(before.works).slice(1));
    const answer = after.answers.find((one) => one.paper === paper);
    expect(answer).toMatchObject({ answer: 'another' });
    expect(answer?.lines[0]?.kind).toBe('decision');
    // Of the others nothing was said.
    expect(after.answers.filter(({ lines }) => lines.some(({ kind }) => kind === 'decision'))).toHaveLength(1);
  }
  await value('person.undecide', { ids: said }, page);
  expect(await view(srinadh)).toEqual(before);
  await say();
  // As after a restart: read from the store.
  libraryChanged(stores());
  expect(ids((await view(srinadh)).works)).not.toContain(paper);
  await value('person.decide', { person: srinadh, papers: [paper], decision: 'theirs' });
  expect(ids((await view(srinadh)).works).toSorted()).toEqual(ids(before.works).toSorted());
});

it('a copy brings what was said to another browser', async () => {
  const [first] = (await view(srinadh)).works;
  await value('person.decide', { person: srinadh, papers: [first?.id ?? ''], decision: 'not-theirs' });
  const { text } = await value('data.copy', {});
  await stores().library.erase();
  libraryChanged(stores());
  expect(ids((await view(srinadh)).works)).toContain(first?.id);
  expect((await value('data.preview', { text })).merge.decisions.added).toBe(1);
  await value('data.restore', { text, how: 'merge' });
  expect(ids((await view(srinadh)).works)).not.toContain(first?.id);
});

it('of somebody known by name alone it holds from each of their other works', async () => {
  const authors = ['Quillon Vandersteen', 'Ada Quillfeather'];
  const first = await newPaper(1, 'Quiet Rivers Warm Up', authors);
  const taken = await newPaper(2, 'Loud Brooks Cool Down', authors);
  const other = await newPaper(3, 'Deep Lakes Stay Calm', authors);
  const id = (await value('card.paper', { id: first })).authors[0]?.person ?? '';
  const papers = [first, taken, other];
  expect(ids((await view(id, first)).works).toSorted()).toEqual(papers.toSorted());
  await value('person.decide', { person: id, near: first, papers: [taken], decision: 'not-theirs' });
  for (const near of [first, other])
    expect(ids((await view(id, near)).works).toSorted()).toEqual([first, other].toSorted());
  // Who wrote that work has none of the others.
  expect(ids((await view(id, taken)).works)).toEqual([taken]);
});

it('“theirs” gives a work of the name to somebody whom packs know, and taking that back gives it away again', async () => {
  const paper = await newPaper(4, 'Small Ponds Freeze First', ['Sanjiv Kumar', 'Quillon Vandersteen']);
  const isTheirs = async (): Promise<boolean> => ids((await view('sanjiv-kumar')).works).includes(paper);
  expect(await isTheirs()).toBe(false);
  const { ids: said } = await value('person.decide', { person: 'sanjiv-kumar', papers: [paper], decision: 'theirs' });
  expect(await isTheirs()).toBe(true);
  await value('person.undecide', { ids: said });
  expect(await isTheirs()).toBe(false);
});

it('in a private window nothing is kept, and a work of somebody of another name is refused', async () => {
  const request = {
    person: srinadh,
    papers: ['arxiv:1904.00962'],
    decision: 'not-theirs',
  } satisfies Request<'person.decide'>;
  const privatePage = { ...page, tab: { id: 8, incognito: true } };
  expect(await send('person.decide', request, privatePage)).toMatchObject({ error: { code: 'private-decide' } });
  expect(await send('person.undecide', { ids: ['x'] }, privatePage)).toMatchObject({
    error: { code: 'private-decide' },
  });
  expect(await send('person.decide', { ...request, papers: ['arxiv:9999.99999'] })).toMatchObject({
    error: { code: 'paper-gone' },
  });
  expect((await stores().library.rows()).decisions.size).toBe(0);
  expect(fake.tabs).toEqual([]);
});
