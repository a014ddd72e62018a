// Which IndexedDB is used where the browser's default one can't be opened.
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as IndexedDb from '../../../lib/browser/indexed-db.ts';

/** The module as a new context has it: it looks once, for as long as its context lives. Never `vi.resetModules`, which has
 *  every later file load its modules again. */
let contexts = 0;
const newContext = async (): Promise<typeof IndexedDb> => {
  contexts += 1;
  const path = `../../../lib/browser/indexed-db.ts?context=${contexts}`;
  return (await import(path)) as typeof IndexedDb; // The same file, whatever the query.
};

const standard = new IDBFactory();
const spare = new IDBFactory();
let names: string[] = [];

beforeEach(() => {
  names = [];
  vi.stubGlobal('indexedDB', standard);
  vi.stubGlobal('navigator', {
    storageBuckets: {
      open: (name: string) => {
        names.push(name);
        return Promise.resolve({ indexedDB: spare });
      },
      keys: () => Promise.resolve(names),
      delete: (name: string) => {
        names = names.filter((one) => one !== name);
        return Promise.resolve();
      },
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const failing = (times: number): void => {
  const list = vi.spyOn(standard, 'databases');
  for (let left = times; left > 0; left -= 1)
    list.mockRejectedValueOnce(new DOMException('Internal error opening backing store.', 'UnknownError'));
};

it.each([
  ['opens', 0, false],
  // What is damaged Chromium removes when it is asked first.
  ['opens at the second try', 1, false],
  ['never opens', 9, true],
])('%s', async (_, times, isSpare) => {
  failing(times);
  const { usesSpare, workingIndexedDb } = await newContext();
  expect(await workingIndexedDb()).toBe(isSpare ? spare : standard);
  expect(await usesSpare()).toBe(isSpare);
});

it('the spare goes when it is not needed any more, and no sooner', async () => {
  failing(9);
  const needed = await newContext();
  await needed.workingIndexedDb();
  await needed.dropSpare();
  expect(names).toHaveLength(1);
  vi.restoreAllMocks();
  const healed = await newContext();
  await healed.dropSpare();
  expect(names).toEqual([]);
});

it('a browser without buckets has the default one alone', async () => {
  vi.stubGlobal('navigator', {});
  failing(9);
  const { dropSpare, workingIndexedDb } = await newContext();
  expect(await workingIndexedDb()).toBe(standard);
  await dropSpare();
});
