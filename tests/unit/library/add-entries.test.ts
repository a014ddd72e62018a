import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntries, onList, takeBackEntries } from '../../../lib/library/add-entries.ts';
import { allEntries, entriesOf, setStatus } from '../../../lib/library/entries.ts';
import { paper, place, save, type Place } from './libraries.ts';

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => here.end());

describe('papers of a file', () => {
  it('go on the list where they are not there under any id, each once; what is there stays as it is', async () => {
    await setStatus(here.library, {
      ids: ['a1'],
      paper: paper('a1', { aliases: ['doi:10.1/a'] }),
      status: 'read',
      now: 1,
    });
    const papers = [
      paper('doi:10.1/a'),
      paper('b1', { aliases: ['doi:10.1/b'] }),
      paper('doi:10.1/b'),
      paper('c1', { aliases: ['a1'] }),
      paper('d1'),
    ];
    expect(
      await onList(
        here.library,
        papers.map(({ id, aliases }) => [id, ...aliases]),
      ),
    ).toEqual([true, false, false, true, false]);
    expect(await addEntries(here.library, papers, 2)).toEqual(['b1', 'd1']);
    const { entries } = await allEntries(here.restart());
    expect(entries.map(({ id, status, addedAt }) => [id, status, addedAt])).toEqual([
      ['a1', 'read', 1],
      ['b1', 'to-read', 2],
      ['d1', 'to-read', 2],
    ]);
    expect(await addEntries(here.library, papers, 3)).toEqual([]);
  });

  it('are taken back, but for those that the reader changed since', async () => {
    const papers = Array.from({ length: 600 }, (_, at) => paper(`p${at}`));
    const added = await addEntries(here.library, papers, 5);
    expect(added).toHaveLength(600);
    await save(here.library, 'p7', 'read', 6);
    await save(here.library, 'other', 'to-read', 5);
    expect(await takeBackEntries(here.library, added, 5)).toBe(599);
    const { entries } = await allEntries(here.restart());
    expect(entries.map(({ id }) => id)).toEqual(['other', 'p7']);
    expect((await entriesOf(here.library, ['p7'])).get('p7')?.status).toBe('read');
  });
});
