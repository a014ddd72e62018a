// Two people that who is who keeps apart are one once the reader says so, wherever they are shown; and works of one person
// are another's. Until it is taken back.
import '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { libraryChanged } from '../../../lib/background/library-changed.ts';
import { readingPages, testedWorker } from './worker.ts';

const { stores, value } = testedWorker();
const newPaper = readingPages(value);
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).toSorted();
const view = (id: string, paper?: string) => value('card.person', { id, ...(paper === undefined ? {} : { paper }) });
const page = (id: string, paper?: string) => value('explore.person', { id, ...(paper === undefined ? {} : { paper }) });
const byline = async (paper: string) => (await value('card.paper', { id: paper })).authors;

beforeEach(async () => {
  await stores().library.erase();
  libraryChanged(stores());
});

/** Two of one name, who have nothing in common. */
async function twoOfOneName() {
  const first = await newPaper(1, 'Quiet Rivers Warm Up', ['Wei Wang', 'Ada Quillfeather']);
  const second = await newPaper(2, 'Quiet Rivers Cool Down', ['Wei Wang', 'Ada Quillfeather']);
  const other = await newPaper(3, 'Parsing Grammars by Machine', ['Wei Wang', 'Bo Underhill']);
  const id = (await byline(first))[0]?.person ?? '';
  return { first, second, other, id };
}

it('“same person” puts the works of both on one page, from either’s address, and taking it back parts them again', async () => {
  const { first, second, other, id } = await twoOfOneName();
  const before = await page(id, first);
  expect(ids(before.works)).toEqual([first, second].toSorted());
  const [namesake] = before.namesakes;
  expect(namesake).toMatchObject({ paper: other, name: 'Wei Wang', works: 1 });
  expect(namesake?.lines.length).toBeGreaterThan(0);
  const { ids: said } = await value('person.decide', { person: id, near: first, papers: [other], decision: 'same' });
  libraryChanged(stores());
  for (const near of [first, second, other]) {
    expect(ids((await view(id, near)).works)).toEqual([first, second, other].toSorted());
    const after = await page(id, near);
    expect(after.namesakes).toEqual([]);
    expect(after.people.map(({ name }) => name).toSorted()).toEqual(['Ada Quillfeather', 'Bo Underhill', 'Wei Wang']);
  }
  await value('person.undecide', { ids: said });
  expect(await page(id, first)).toEqual(before);
});

it('a name on a page is who a pack knows, once the reader says so: their page, with that work on it', async () => {
  const paper = await newPaper(4, 'Small Ponds Freeze First', ['Sanjiv Kumar', 'Quillon Vandersteen']);
  const name = (await byline(paper))[0]?.person ?? '';
  expect(name).not.toBe('sanjiv-kumar');
  const before = await page('sanjiv-kumar');
  expect(before.namesakes.map((one) => one.paper)).toContain(paper);
  await value('person.decide', { person: 'sanjiv-kumar', papers: [paper], decision: 'same' });
  const both = ids([...before.works, { id: paper }]);
  for (const after of [await page('sanjiv-kumar'), await page(name, paper)]) {
    expect(after.person.id).toBe('sanjiv-kumar');
    expect(ids(after.works)).toEqual(both);
    expect(after.people.filter((one) => one.name === 'Sanjiv Kumar')).toHaveLength(1);
  }
});

it('works that are split off are one other person’s, also where a pack says whose they are', async () => {
  const before = await page('srinadh-bhojanapalli');
  const [one = '', two = ''] = before.works.map(({ id }) => id);
  const rest = ids(before.works).filter((id) => id !== one && id !== two);
  const { ids: said } = await value('person.decide', {
    person: 'srinadh-bhojanapalli',
    papers: [one, two],
    decision: 'not-theirs',
  });
  expect(ids((await page('srinadh-bhojanapalli')).works)).toEqual(rest);
  // From a paper of theirs, the name leads to the other person.
  const [own] = (await byline(one)).filter(({ name }) => name.endsWith('Bhojanapalli'));
  const other = await page(own?.person ?? '', one);
  expect(ids(other.works)).toEqual([one, two].toSorted());
  expect(other.people.filter(({ name }) => name.endsWith('Bhojanapalli'))).toHaveLength(1);
  expect(other.namesakes.some(({ works }) => works === rest.length)).toBe(true);
  await value('person.undecide', { ids: said });
  expect(await page('srinadh-bhojanapalli')).toEqual(before);
});

const found = async (query: string) =>
  (
    await value('catalog.search', { query, page: [], limits: { page: 1, list: 1, papers: 1, people: 50 } })
  ).people.rows.map(({ name, works }) => [name, works] as const);

it('the search of people has somebody who was merged once, and counts no work that is said not to be theirs', async () => {
  const { first, other, id } = await twoOfOneName();
  const before = await found('Wei Wang');
  expect(before.filter(([name]) => name === 'Wei Wang').map(([, works]) => works)).toEqual(
    expect.arrayContaining([1, 2]),
  );
  await value('person.decide', { person: id, near: first, papers: [other], decision: 'same' });
  const merged = await found('Wei Wang');
  expect(merged).toHaveLength(before.length - 1);
  expect(merged).toContainEqual(['Wei Wang', 3]);

  const known = await found('Srinadh Bhojanapalli');
  expect(known).toHaveLength(1);
  const works = ids((await page('srinadh-bhojanapalli')).works);
  await value('person.decide', { person: 'srinadh-bhojanapalli', papers: works.slice(0, 1), decision: 'not-theirs' });
  const [[name] = [''], ...rest] = known;
  expect(rest).toEqual([]);
  expect(await found('Srinadh Bhojanapalli')).toEqual([
    [name, works.length - 1],
    [name, 1],
  ]);
});

it('works by the same people are theirs as the reader says', async () => {
  const { first, other, id } = await twoOfOneName();
  const byPeople = async (): Promise<string[]> => {
    const { byAuthors, related } = await value('card.paper', { id: other });
    return ids([...byAuthors, ...related]);
  };
  await value('person.decide', { person: id, near: first, papers: [other], decision: 'same' });
  expect(await byPeople()).toContain(first);
  await value('person.decide', { person: id, near: other, papers: [first], decision: 'not-theirs' });
  expect(await byPeople()).not.toContain(first);
});

it('“this is me” marks works as the reader’s wherever they are listed, with their own links, until it is taken back', async () => {
  const srinadh = 'srinadh-bhojanapalli';
  const before = await page(srinadh);
  const [first] = before.works;
  const id = first?.id ?? '';
  expect([before.me, first?.yours]).toEqual([null, undefined]);
  await value('person.decide', { person: srinadh, papers: [], decision: 'me' });
  const [decision = ''] = (await page(srinadh)).me?.ids ?? [];
  const links = { homepage: 'https://example.org/~me', orcid: 'https://orcid.org/0000-0002-1825-0097' };
  await value('person.links', { id: decision, links });
  // As after a restart.
  libraryChanged(stores());
  const after = await page(srinadh);
  expect(after.me).toEqual({ ids: [decision], links });
  expect(after.works.every(({ yours }) => yours === true)).toBe(true);
  expect((await view(srinadh)).elsewhere[0]).toEqual({ name: 'ORCID', url: links.orcid });
  expect((await value('card.paper', { id })).yours).toBe(true);
  expect((await value('card.rows', { ids: [id] })).rows).toMatchObject([{ id, yours: true }]);
  const limits = { page: 1, list: 1, papers: 1, people: 1 };
  const asked = { query: first?.title ?? '', page: [], limits };
  expect((await value('catalog.search', asked)).papers.rows).toMatchObject([{ id, yours: true }]);
  const others = (await page('sanjiv-kumar')).works;
  expect(others.filter(({ yours }) => yours === true).length).toBeLessThan(others.length);
  // A copy has it all.
  const { text } = await value('data.copy', {});
  await value('person.undecide', { ids: [decision] });
  expect(await page(srinadh)).toEqual(before);
  expect((await value('card.paper', { id })).yours).toBeUndefined();
  await value('data.restore', { text, how: 'merge' });
  expect((await page(srinadh)).me).toEqual({ ids: [decision], links });
  const http = { id: decision, links: { homepage: 'http://example.org/' } };
  await expect(value('person.links', http)).rejects.toThrow();
  // A work that they say is not theirs is not the reader's either.
  await value('person.decide', { person: srinadh, papers: [id], decision: 'not-theirs' });
  expect((await value('card.paper', { id })).yours).toBeUndefined();
});
