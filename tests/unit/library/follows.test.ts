import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colleagueKey, Follows, type Author } from '../../../lib/library/followed.ts';
import { allFollows, follow, unfollow } from '../../../lib/library/follows.ts';
import { isUnusual } from '../../../lib/paper/names/unusual.ts';
import { NewerLibrary } from '../../../lib/library/faults.ts';
import type { Library } from '../../../lib/library/library.ts';
import type { Follow } from '../../../lib/library/schema.ts';
import { nameKey } from '../../../lib/paper/names/name-key.ts';
import { behind, place, stored, type Place } from './libraries.ts';

const srinadh: Follow = {
  id: 'srinadh-bhojanapalli',
  name: 'Srinadh Bhojanapalli',
  variants: [],
  certain: true,
  colleagues: ['Sanjiv Kumar', 'Sashank J. Reddi'].map(nameKey),
  paper: null,
  since: 100,
};
const wei: Follow = {
  id: 'n-wang-wei',
  name: 'Wei Wang',
  variants: [],
  certain: false,
  colleagues: ['Ada Example'].map(nameKey),
  paper: 'arxiv:1',
  since: 200,
};
const by = (...names: string[]): Author[] => names.map((name) => ({ name, person: null }));

describe('followed people', () => {
  let here: Place;
  let library: Library;
  beforeEach(() => {
    here = place();
    ({ library } = here);
  });
  afterEach(() => here.end());

  it('is kept whole, the latest first, and undone by the same', async () => {
    await follow(library, srinadh);
    await follow(library, wei);
    await follow(library, { ...srinadh, since: 900 });
    const all = await allFollows(here.restart());
    library = here.library;
    expect(all.follows).toEqual([wei, srinadh]);
    expect(await unfollow(library, wei.id)).toEqual(wei);
    expect(await unfollow(library, wei.id)).toBeNull();
    expect((await allFollows(library)).follows.map(({ id }) => id)).toEqual([srinadh.id]);
  });

  it('with an odd name or id hides nobody else, is counted and kept', async () => {
    const odd = { ...srinadh, name: null };
    await follow(library, wei);
    await library.change(() => Promise.resolve({ change: { puts: [['follows', odd]], deletes: [] }, answer: null }));
    expect(await allFollows(library)).toEqual({ follows: [wei], unread: [odd] });
    await follow(library, { ...wei, id: 'another' });
    expect((await stored(library.name))['follows']).toContainEqual(odd);
  });

  it('is not changed where a later version wrote the list', async () => {
    await follow(library, wei);
    await behind(library.name, (raw) => raw.table('stamp').put({ key: 'schema', version: 99 }));
    await expect(follow(library, srinadh)).rejects.toThrow(NewerLibrary);
    expect((await allFollows(library)).follows).toEqual([wei]);
  });
});

it('who was followed by an earlier version is followed under the id of today, and can be unfollowed', async () => {
  const here = place();
  const { library } = here;
  // The id of Ling Zhao and of Ling Shao.
  const zhao: Follow = { ...wei, id: 'n-shao-ling', name: 'Ling Zhao', colleagues: ['sheng l'], paper: null };
  await library.change(() => Promise.resolve({ change: { puts: [['follows', zhao]], deletes: [] }, answer: null }));
  expect((await allFollows(library)).follows.map(({ id }) => id)).toEqual(['n-zhao-ling']);
  const follows = new Follows([zhao]);
  expect([follows.includes('n-zhao-ling'), follows.includes('n-shao-ling')]).toEqual([true, false]);
  expect(follows.among('x', by('Ling Zhao'))?.name).toBe('Ling Zhao');
  expect(follows.among('x', by('Ling Shao'))).toBeNull();
  await follow(library, { ...zhao, id: 'n-zhao-ling' });
  expect((await stored(library.name))['follows']).toHaveLength(1);
  expect((await unfollow(library, 'n-zhao-ling'))?.name).toBe('Ling Zhao');
  expect((await stored(library.name))['follows']).toEqual([]);
  await here.end();
});

it.each([
  ['kept by an earlier version', ['sheng l']],
  ['kept today', [colleagueKey('Li Zheng')]],
])('a colleague %s makes a name sure', (_, colleagues) => {
  const follows = new Follows([{ ...srinadh, id: 'n-bhojanapalli-srinadh', certain: false, colleagues }]);
  expect(follows.among('x', by('Srinadh Bhojanapalli', 'Li Zheng'))?.sure).toBe(true);
  expect(follows.among('x', by('Srinadh Bhojanapalli', 'Ada Example'))?.sure).toBe(false);
});

it('a colleague kept today is not somebody of a like name', () => {
  const follows = new Follows([{ ...srinadh, certain: false, colleagues: [colleagueKey('Li Sheng')] }]);
  expect(follows.among('x', by('Srinadh Bhojanapalli', 'Li Zheng'))?.sure).toBe(false);
});

it.each([
  ['Jörg Müller', 'Joerg Mueller'],
  ['Anna Bärwald', 'Anna Baerwald'],
  ['Yang Li', 'Yang LI'],
])('%s is found as %s and the other way', (one, other) => {
  for (const [kept, printed] of [
    [one, other],
    [other, one],
  ] as const)
    expect(new Follows([{ ...wei, name: kept }]).among('x', by(printed))?.name).toBe(kept);
});

describe('whose paper it is', () => {
  const follows = new Follows([srinadh, wei]);

  it.each<[string, Author[], boolean | null]>([
    ['known by id, whatever the spelling', [{ name: 'S. Bhojanapalli', person: srinadh.id }], true],
    ['unusual name beside a co-author', by('Srinadh Bhojanapalli', 'Sanjiv Kumar'), true],
    ['unusual name among strangers', by('Srinadh Bhojanapalli', 'Somebody Else'), false],
    ['initials beside a co-author', by('S. Bhojanapalli', 'Sanjiv Kumar'), false],
    ['common name beside a co-author', by('Wei Wang', 'Ada Example'), false],
    ['somebody the catalog knows to be another', [{ name: 'Srinadh Bhojanapalli', person: 'another' }], null],
    ['nobody of that name', by('Sanjiv Kumar', 'Wen Wang'), null],
  ])('%s', (_, authors, sure) => {
    expect(follows.among('arxiv:2', authors)?.sure ?? null).toBe(sure);
  });

  it('the paper on which a common name was followed is theirs', () => {
    expect(follows.among('arxiv:1', by('Wei Wang'))).toEqual({ name: 'Wei Wang', sure: true });
  });

  it('the surest author is named first', () => {
    const authors = [...by('Wei Wang'), { name: 'Srinadh Bhojanapalli', person: srinadh.id }];
    expect(follows.among('arxiv:2', authors)).toEqual({ name: 'Srinadh Bhojanapalli', sure: true });
  });

  it.each<[string, Author, ReturnType<Follows['whoIs']>]>([
    ['the one followed', { name: 'S. Bhojanapalli', person: srinadh.id }, { name: srinadh.name, sure: true }],
    ['one of the same name', { name: 'Wei Wang', person: null }, { name: wei.name, sure: false }],
    ['their co-author', { name: 'Ada Example', person: null }, null],
  ])('%s is told apart in a byline', (_, author, who) => {
    expect(follows.whoIs('arxiv:2', author, [author, ...by('Ada Example')])).toEqual(who);
  });

  it('a look at names alone misses nobody', () => {
    expect(follows.mayName(['Bhojanapalli, S.', 'X. Y'], 'arxiv:2')).toBe(true);
    expect(follows.mayName(['Sanjiv Kumar'], 'arxiv:2')).toBe(false);
  });
});

it.each([
  ['Srinadh Bhojanapalli', true],
  ['Bhojanapalli, Srinadh', true],
  ['Kilian Q. Weinberger', true],
  ['S. Bhojanapalli', false],
  ['Wei Wang', false],
  ['Srinadh Kumar', false],
  ['Qing Qu', false],
  ['Michael Thalberg', false],
  ['Michael Theodor Thalberg', true],
  ['王小明', false],
  ['Plato', false],
])('%s is an unusual name: %s', (name, unusual) => {
  expect(isUnusual(name)).toBe(unusual);
});
