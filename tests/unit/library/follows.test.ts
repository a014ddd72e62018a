import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryDatabase, libraryVersion } from '../../../lib/library/database.ts';
import { Follows, type Author } from '../../../lib/library/followed.ts';
import { allFollows, follow, unfollow } from '../../../lib/library/follows.ts';
import { isUnusual } from '../../../lib/paper/names/unusual.ts';
import { NewerLibrary } from '../../../lib/library/entries.ts';
import { Follow } from '../../../lib/library/schema.ts';
import { nameKey } from '../../../lib/paper/names/name-key.ts';

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

describe('whom the reader follows', () => {
  let library: LibraryDatabase;
  beforeEach(() => {
    library = new LibraryDatabase();
  });
  afterEach(async () => {
    await library.delete();
  });

  test('is kept whole, the latest first, and undone by the same', async () => {
    await follow(library, srinadh);
    await follow(library, wei);
    await follow(library, { ...srinadh, since: 900 });
    const all = await allFollows(library);
    expect(all.map((one) => Follow.parse(one))).toEqual([wei, srinadh]);
    expect(await unfollow(library, wei.id)).toEqual(wei);
    expect(await unfollow(library, wei.id)).toBeNull();
    expect((await allFollows(library)).map(({ id }) => id)).toEqual([srinadh.id]);
  });

  test('comes to a list that an earlier version wrote, and the list stays', async () => {
    await library.delete();
    const old = new Dexie('byline-library');
    old.version(1).stores({ entries: 'id, changedAt', removed: 'id, removedAt', stamp: 'key' });
    await old.table('entries').put({ id: 'a1', title: 'On a1', status: 'to-read', changedAt: 5 });
    await old.table('stamp').put({ key: 'schema', version: 1 });
    old.close();
    library = new LibraryDatabase();
    await follow(library, srinadh);
    expect((await library.entries.toArray()).map(({ id }) => id)).toEqual(['a1']);
    expect(await library.stamp.get('schema')).toEqual({ key: 'schema', version: libraryVersion });
  });

  test('is not changed where a later version wrote the list', async () => {
    await library.stamp.put({ key: 'schema', version: 99 });
    await expect(follow(library, srinadh)).rejects.toThrow(NewerLibrary);
    expect(await allFollows(library)).toEqual([]);
  });
});

describe('whose paper it is', () => {
  const follows = new Follows([srinadh, wei]);

  test.each<[string, Author[], boolean | null]>([
    ['known by id, whatever the spelling', [{ name: 'S. Bhojanapalli', person: srinadh.id }], true],
    ['unusual name beside a co-author', by('Srinadh Bhojanapalli', 'Sanjiv Kumar'), true],
    ['unusual name among strangers', by('Srinadh Bhojanapalli', 'Somebody Else'), false],
    ['initials beside a co-author', by('S. Bhojanapalli', 'Sanjiv Kumar'), false],
    ['common name beside a co-author', by('Wei Wang', 'Ada Example'), false],
    ['somebody whom the catalog knows to be another', [{ name: 'Srinadh Bhojanapalli', person: 'another' }], null],
    ['nobody of that name', by('Sanjiv Kumar', 'Wen Wang'), null],
  ])('%s', (_, authors, sure) => {
    expect(follows.among('arxiv:2', authors)?.sure ?? null).toBe(sure);
  });

  test('the paper on which a common name was followed is theirs', () => {
    expect(follows.among('arxiv:1', by('Wei Wang'))).toEqual({ name: 'Wei Wang', sure: true });
  });

  test('the surest author is named first', () => {
    const authors = [...by('Wei Wang'), { name: 'Srinadh Bhojanapalli', person: srinadh.id }];
    expect(follows.among('arxiv:2', authors)).toEqual({ name: 'Srinadh Bhojanapalli', sure: true });
  });

  test.each<[string, Author, ReturnType<Follows['whoIs']>]>([
    ['the one followed', { name: 'S. Bhojanapalli', person: srinadh.id }, { name: srinadh.name, sure: true }],
    ['one of the same name', { name: 'Wei Wang', person: null }, { name: wei.name, sure: false }],
    ['their co-author', { name: 'Ada Example', person: null }, null],
  ])('%s is told apart in a byline', (_, author, who) => {
    expect(follows.whoIs('arxiv:2', author, [author, ...by('Ada Example')])).toEqual(who);
  });

  test('a look at names alone misses nobody', () => {
    expect(follows.mayName(['Bhojanapalli, S.', 'X. Y'])).toBe(true);
    expect(follows.mayName(['Sanjiv Kumar'])).toBe(false);
  });
});

test.each([
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
