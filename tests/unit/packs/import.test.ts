import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CatalogDatabase } from '../../../lib/catalog/database.ts';
import { CatalogKeeper, CatalogNotReady } from '../../../lib/catalog/keeper.ts';
import { openIndex, papersOf, worksOf } from '../../../lib/catalog/lookup.ts';
import { findMentions } from '../../../lib/detect/find.ts';
import { LibraryDatabase } from '../../../lib/library/database.ts';
import { setStatus } from '../../../lib/library/entries.ts';
import { holdsPack, importPack } from '../../../lib/packs/import.ts';
import { pack, paper } from '../../fixtures/papers.ts';

const first = pack([
  paper({
    title: 'Low-Rank Bottleneck in Multi-head Attention Models',
    authors: ['Ann A', 'Ben B'],
    arxivId: '2002.07028',
    doi: '10.1000/ABC',
  }),
  paper({ title: 'A Field Guide to Federated Optimization of Everything', authors: ['Ben B'] }),
]);
const second = pack([paper({ title: 'Disentangling Sampling and Labeling Bias for Learning', authors: ['Cem C'] })], {
  version: '2',
});

let database: CatalogDatabase;
beforeEach(() => {
  database = new CatalogDatabase();
});
afterEach(async () => {
  await database.delete();
});

const titlesFound = async (text: string): Promise<string[]> => {
  const index = await openIndex(database);
  return findMentions([{ text, kind: 'heading', spans: [] }], index).flatMap((mention) => mention.papers);
};

describe('importing a pack', () => {
  test('its papers are found by title, arXiv id and DOI, and its people by their works', async () => {
    expect(await importPack(database, first)).toBe(2);
    const index = await openIndex(database);
    expect(await titlesFound('Low-rank bottleneck in multi-head attention models')).toEqual(['arxiv:2002.07028']);
    expect(index.byArxiv('2002.07028')).toBe('arxiv:2002.07028');
    expect(index.byDoi('10.1000/abc')).toBe('arxiv:2002.07028');
    expect((await worksOf(database, 'ben-b')).length).toBe(2);
  });

  test('another version takes the place of the first one, wholly', async () => {
    await importPack(database, first);
    await importPack(database, second);
    expect(await titlesFound('Low-rank bottleneck in multi-head attention models')).toEqual([]);
    expect(await titlesFound('Disentangling Sampling and Labeling Bias for Learning')).toHaveLength(1);
    expect(await worksOf(database, 'ben-b')).toEqual([]);
    expect(await holdsPack(database, 'small', '1')).toBe(false);
    expect(await holdsPack(database, 'small', '2')).toBe(true);
  });

  test('packs of different names stand side by side', async () => {
    await importPack(database, first);
    await importPack(database, { ...second, id: 'other' });
    expect(
      (
        await papersOf(
          database,
          [...first.papers, ...second.papers].map((one) => one.id),
        )
      ).size,
    ).toBe(3);
  });

  test.each([
    ['a bad record', { ...first, papers: [{ ...first.papers[0], id: '<script>' }] }],
    ['another format', { ...first, format: 2 }],
    ['no pack at all', 'hello'],
  ])('%s leaves the catalog as it was', async (_, broken) => {
    await importPack(database, second);
    await expect(importPack(database, broken)).rejects.toThrow();
    expect(await holdsPack(database, 'small', '2')).toBe(true);
    expect(await titlesFound('Disentangling Sampling and Labeling Bias for Learning')).toHaveLength(1);
  });

  test.each(['papers', 'people', 'index', 'packs'] as const)(
    'interrupted while writing %s, nothing of it is visible',
    async (table) => {
      await importPack(database, first);
      database.close();
      database = new CatalogDatabase();
      const stop = (): never => {
        throw new DOMException('stopped', 'AbortError');
      };
      database[table].hook('creating', stop);
      database[table].hook('updating', stop);
      await expect(importPack(database, { ...second, papers: [...second.papers, ...first.papers] })).rejects.toThrow();
      database.close();
      database = new CatalogDatabase();
      expect(await holdsPack(database, 'small', '1')).toBe(true);
      expect(await database.papers.count()).toBe(2);
      expect(await database.people.count()).toBe(2);
      expect(await titlesFound('Disentangling Sampling and Labeling Bias for Learning')).toEqual([]);
    },
  );
});

describe('keeping the catalog ready', () => {
  const keeper = (
    wanted: { version: string; content: unknown },
    brought: string[] = [],
    schedule: (run: () => void) => void = () => undefined,
  ) =>
    new CatalogKeeper(
      {
        held: (store) => holdsPack(store, 'small', wanted.version),
        bring: async (store) => {
          brought.push(wanted.version);
          await importPack(store, wanted.content);
        },
      },
      () => new CatalogDatabase(),
      schedule,
    );

  test('imports at the first run and not again; again when the version changed', async () => {
    const brought: string[] = [];
    const firstRun = keeper({ version: '1', content: first }, brought);
    const [one, other] = await Promise.all([firstRun.ready(5_000), firstRun.ready(5_000)]);
    expect(one).toBe(other);
    one.database.close();
    (await keeper({ version: '1', content: first }, brought).ready(5_000)).database.close();
    const updated = await keeper({ version: '2', content: second }, brought).ready(5_000);
    expect(brought).toEqual(['1', '2']);
    expect(updated.index.papers).toBe(1);
    updated.database.close();
  });

  test('the reading list is not touched by an update nor by a rebuild', async () => {
    const library = new LibraryDatabase();
    const facts = { id: 'x1', title: 'X', authors: [], year: null, venue: null, arxivId: null, doi: null };
    await setStatus(library, facts, 'read', 5);
    const kept = await library.entries.toArray();
    (await keeper({ version: '1', content: first }).ready(5_000)).database.close();
    const later = keeper({ version: '2', content: second });
    await later.ready(5_000);
    const rebuilt = await later.rebuild();
    expect(rebuilt.index.papers).toBe(1);
    expect(await library.entries.toArray()).toEqual(kept);
    rebuilt.database.close();
    await library.delete();
  });

  test('a failure is told at once, kept as the problem, and tried again', async () => {
    const again: (() => void)[] = [];
    const wanted: { version: string; content: unknown } = { version: '1', content: 'damaged' };
    const failing = keeper(wanted, [], (run) => again.push(run));
    await expect(failing.ready(5_000)).rejects.toThrow(CatalogNotReady);
    expect(failing.problem).not.toBeNull();
    wanted.content = first;
    again[0]?.();
    const catalog = await failing.ready(5_000);
    expect(catalog.index.papers).toBe(2);
    expect(failing.problem).toBeNull();
    catalog.database.close();
  });

  test('nobody waits for ever', async () => {
    const stuck = new CatalogKeeper(
      { held: async () => false, bring: () => new Promise(() => undefined) },
      () => new CatalogDatabase(),
      () => undefined,
    );
    await expect(stuck.ready(20)).rejects.toThrow(CatalogNotReady);
    expect(stuck.problem).toBeNull();
  });

  test('a damaged title index is built anew', async () => {
    const healthy = await keeper({ version: '1', content: first }).ready(5_000);
    await healthy.database.index.update('small', { segment: new ArrayBuffer(8) });
    healthy.database.close();
    const brought: string[] = [];
    const mended = await keeper({ version: '1', content: first }, brought).ready(5_000);
    expect(brought).toEqual(['1']);
    expect(mended.index.papers).toBe(2);
    mended.database.close();
  });
});
