import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSeriesMerge } from '../../../lib/packs/jobs.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { writePackFile } from '../../../lib/packs/file.ts';
import { bringPack, holdsPack } from '../../../lib/packs/import/copy-pack-file.ts';
import { cancelImport, removePack } from '../../../lib/packs/import/remove.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';
import { PaperRecord } from '../../../lib/paper/record.ts';
import { facts, fileOf, goOn, importFile, linkRows, makeRecords, piecesOf, startFile } from './rows.ts';

let database: CatalogDatabase;
beforeEach(() => {
  database = new CatalogDatabase();
});
afterEach(async () => {
  await database.delete();
});

const records = makeRecords(1500);
const rows = linkRows(records);
/** As arXiv's snapshot: every third paper has an abstract, and some papers come again, with another one. */
const arxivRows = [...records, ...records.slice(0, 200)].map((record, at) => ({
  id: record.arxivId ?? '',
  title: record.title,
  authors: record.authors?.join(' and '),
  categories: 'cs.LG',
  abstract: at % 3 === 1 ? `  We show ${at}\n  things of ${record.title}. ` : null,
}));
const arxivFile = (): File => new File([arxivRows.map((row) => JSON.stringify(row)).join('\n')], 'arxiv.json');
/** As OpenAlex: works with topics and words of abstracts cite each other, and some come again with another. */
const cited = records.slice(0, 500);
const works = [...cited, ...cited.slice(0, 100)].map((record, at) => ({
  id: `https://openalex.org/W${at % cited.length}`,
  display_name: record.title,
  publication_year: record.year,
  authorships: (record.authors ?? []).map((name, place) => ({
    author: { id: `https://openalex.org/A${at}${place}`, display_name: name },
  })),
  topics: [{ display_name: `Topic ${at % 7}` }],
  referenced_works: [at * 3, at * 5 + 1].map((number) => `https://openalex.org/W${number % 700}`),
  abstract_inverted_index: at % 3 === 0 ? { fold: [0], lanterns: [at % 2], [`ember${at}`]: [2] } : null,
}));
const worksFile = (): File => new File([works.map((row) => JSON.stringify(row)).join('\n')], 'works.json');
const small = { rowsAtOnce: 200, bytesAtOnce: 0 };

/** Hundreds of transactions. */
const slow = { timeout: 120_000 };

const files = [
  ['links', () => fileOf(rows), { rows: rows.length, papers: records.length }],
  ['abstracts', arxivFile, { rows: arxivRows.length, papers: records.length }],
  ['references', worksFile, { rows: works.length, papers: cited.length }],
] as const;

describe('packs of a series', () => {
  it('become one with all that is beside their records, and what one cites in another is known then', async () => {
    const rowsOf = (from: number, to: number) =>
      records.slice(from, to).map((record, at) => ({
        record: PaperRecord.parse({
          ...record,
          otherIds: [`openalex:w${from + at}`],
          topics: [`Topic ${(from + at) % 3}`],
        }),
        ...(at % 2 === 0 ? { abstract: `We fold lanterns ${from + at}.` } : { words: ['ember'] }),
        // The last paper of the other half.
        references: [`openalex:w${from === 0 ? 299 : 149}`],
      }));
    const series = { id: 'a', repeated: 0 };
    for (const [at, half] of [rowsOf(0, 150), rowsOf(150, 300)].entries()) {
      await bringPack(database, new Blob([writePackFile(await buildPack({ ...facts, id: `p${at}` }, half))]).stream());
      await database.packs.update(`p${at}`, { series: { ...series, from: at, to: at } });
    }
    await addSeriesMerge(
      database,
      {
        kind: 'series',
        name: 'One',
        size: null,
        series: { ...series, from: 0, to: 1 },
        packs: ['p1', 'p0'],
        keep: null,
      },
      { ...facts, id: 'one' },
    );
    const [job] = await database.imports.toArray();
    await goOn(database, job?.id ?? '', small);
    const row = await database.packs.get('one');
    const merged = await piecesOf(database, 'one');
    const whole = await buildPack({ ...facts, id: 'one' }, [...rowsOf(150, 300), ...rowsOf(0, 150)]);
    expect(row?.sizes).toEqual(whole.sizes);
    expect(row?.sizes.references).toBe(300);
    expect(new Map(merged.map(({ kind, number, bytes }) => [`${kind} ${number}`, bytes]))).toEqual(
      new Map(whole.pieces.map(({ kind, number, bytes }) => [`${kind} ${number}`, bytes])),
    );
  });
});

describe('importing some fields of a snapshot', () => {
  it('leaves rows of others out before they are looked at: they are neither papers nor skipped', async () => {
    const some = ['cs.LG stat.ML', 'hep-th', 'cs.CV', 'math.AG cs.LG'].map((categories, at) => ({
      id: `2601.0000${at}`,
      // Without a title a row is skipped, and said so; not of a field that is left out.
      title: at === 1 ? null : `Tracing Sparse Orchards, Part ${at}`,
      authors: 'Oda Marrowby',
      categories,
      abstract: null,
    }));
    const job = await startFile(database, new File([some.map((row) => JSON.stringify(row)).join('\n')], 'arxiv.json'));
    await database.imports.update(job, {
      source: { kind: 'address', name: 'host.example', entry: 'arxiv', size: null, keep: ['cs.LG'] },
    });
    await goOn(database, job);
    expect(await database.imports.get(job)).toMatchObject({ state: 'done', rows: 2, papers: 2, refused: 0 });
  });
});

const left = async () => ({
  packs: await database.packs.count(),
  pieces: await database.pieces.count(),
  runs: await database.runs.count(),
  files: await database.files.count(),
});
const nothing = { packs: 0, pieces: 0, runs: 0, files: 0 };

describe('importing a dump', () => {
  it('everything is in, and nothing but the pack is left', async () => {
    const job = await importFile(database, fileOf(rows));
    const pack = await database.packs.get('made-up');
    expect(pack?.sizes.papers).toBe(records.length);
    const row = await database.imports.get(job);
    expect(row).toMatchObject({ state: 'done', rows: rows.length, papers: records.length, refused: 0 });
    expect(row?.joined).toBe(rows.length - records.length);
    expect(await left()).toMatchObject({ packs: 1, runs: 0, files: 0 });
  });

  it.each([
    [undefined, 'conf'],
    ['Conferences', 'Conferences'],
  ])(
    'of a table that says nothing of itself: where the reader calls it %s, its facts are from “%s”',
    async (name, from) => {
      const csv = new File(['title,authors,year\nHarbours for wandering lanterns,Ada Quill,2021\n'], 'conf.csv');
      await importFile(database, csv, {}, name === undefined ? {} : { name });
      const [pack] = await database.packs.toArray();
      expect(pack).toMatchObject({ name: from, madeFrom: 'conf.csv' });
      expect(pack?.sources).toMatchObject([{ name: from, what: 'conf.csv' }]);
    },
  );

  it.each(files)('small and large batches make the same tables of %s', slow, async (_, file) => {
    await importFile(database, file());
    const once = await piecesOf(database, 'made-up');
    await importFile(database, file(), small);
    expect(await piecesOf(database, 'made-up')).toEqual(once);
  });

  it.each(files)('%s stopped at every transaction loses nothing and doubles nothing', slow, async (_, file, made) => {
    await importFile(database, file(), small);
    const undisturbed = await piecesOf(database, 'made-up');
    const sizes = (await database.packs.get('made-up'))?.sizes;
    await removePack(database, 'made-up');
    const job = await startFile(database, file());
    let stops = 0;
    for (let done = false; !done && stops < 400;) {
      const killed = new AbortController();
      // The next one lives for one transaction more, and dies in the one after it, before that is through.
      let writes = 0;
      const die = (): void => {
        writes += 1;
        if (writes > 2) throw new DOMException('stopped', 'AbortError');
      };
      database.imports.hook('updating', die);
      database.imports.hook('creating', die);
      try {
        await goOn(database, job, { ...small, signal: killed.signal });
        done = true;
      } catch {
        stops += 1;
        expect(await database.packs.count()).toBe(0);
      }
      database.close();
      database = new CatalogDatabase();
    }
    expect(stops).toBeGreaterThan(80);
    expect(await piecesOf(database, 'made-up')).toEqual(undisturbed);
    const after = (await database.packs.get('made-up'))?.sizes;
    expect(after).toEqual(sizes);
    expect(await database.imports.get(job)).toMatchObject({ ...made, state: 'done' });
    expect(await left()).toMatchObject({ packs: 1, runs: 0, files: 0 });
  });

  it('stopped by its signal between transactions, it goes on with the next', async () => {
    const job = await startFile(database, fileOf(rows));
    for (let round = 0; round < 100; round += 1) {
      const stop = new AbortController();
      const shares: number[] = [];
      const onProgress = ({ progress }: { progress: number }): void => {
        shares.push(progress);
        if (shares.length === 2) stop.abort();
      };
      const ended = await goOn(database, job, { ...small, signal: stop.signal, onProgress }).then(
        () => true,
        () => false,
      );
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      if (ended) break;
    }
    expect((await database.packs.get('made-up'))?.sizes.papers).toBe(records.length);
  });

  it('cancelled in the middle, nothing of it is left, and its importer writes nothing more', async () => {
    const job = await startFile(database, fileOf(rows), {});
    const calledOff = goOn(database, job, {
      ...small,
      onProgress: ({ rows: sofar }) => {
        if (sofar >= 600) void database.imports.delete(job);
      },
    });
    await expect(calledOff).rejects.toThrow('cancelled');
    await cancelImport(database, job);
    expect({ ...(await left()), imports: await database.imports.count() }).toEqual({ ...nothing, imports: 0 });
  });

  it('two that run one import do not double its rows', async () => {
    const job = await startFile(database, fileOf(rows));
    const ends = await Promise.allSettled([goOn(database, job, small), goOn(database, job, small)]);
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    if (ends.every(({ status }) => status === 'rejected')) await goOn(database, job, small);
    expect((await database.packs.get('made-up'))?.sizes.papers).toBe(records.length);
  });

  it('another version takes the place of the first one; it stays in sight until then', async () => {
    await importFile(database, fileOf(linkRows(makeRecords(300, 5))));
    const job = await startFile(database, fileOf(rows));
    await goOn(database, job, {
      ...small,
      onProgress: () => {
        void database.packs.get('made-up').then((pack) => expect(pack?.sizes.papers).toBe(300));
      },
    });
    expect((await database.packs.get('made-up'))?.sizes.papers).toBe(records.length);
    const stores = new Set((await database.pieces.toCollection().primaryKeys()).map(([store]) => store));
    expect(stores.size).toBe(1);
  });

  it('removed, no row is left', async () => {
    await importFile(database, fileOf(rows));
    await removePack(database, 'made-up');
    expect(await left()).toEqual(nothing);
  });

  it('rows that can not be used are counted, and the first 200 listed', async () => {
    const mixed = rows
      .slice(0, 250)
      .flatMap((row) => [row, { ...row, paper_url: null, paper_title: '', repo_url: null }]);
    const job = await importFile(database, fileOf(mixed), small);
    const row = await database.imports.get(job);
    expect(row?.refused).toBe(250);
    expect(row?.refusals).toHaveLength(200);
    expect(row?.refusals[0]).toEqual({ at: { code: 'entry', args: [2] }, reason: { code: 'no-title', args: [] } });
  });

  it.each([
    ['a text', new File(['hello there'], 'hello.txt')],
    ['nothing', new File([], 'empty')],
    ['a dump that ends too early', new File([JSON.stringify(rows).slice(0, 100_000)], 'cut.json')],
  ])('%s is refused, and leaves only why', async (_, file) => {
    const job = await startFile(database, file, {});
    const refused = await goOn(database, job, small).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnreadableFile);
    expect(await database.imports.get(job)).toMatchObject({
      state: 'failed',
      problem: (refused as UnreadableFile).failure,
    });
    expect(await left()).toEqual(nothing);
  });
});

describe('a pack file', async () => {
  const file = writePackFile(await buildPack(facts, records));

  it('is copied, in small steps or at once, and held in its version', async () => {
    const bring = new Blob([file]);
    await bringPack(database, bring.stream());
    const once = await piecesOf(database, 'made-up');
    expect(await holdsPack(database, 'made-up', '1')).toBe(true);
    expect(await holdsPack(database, 'made-up', '2')).toBe(false);
    const job = await importFile(database, new File([file], 'x.byline'), small, {});
    expect(await piecesOf(database, 'made-up')).toEqual(once);
    expect(await database.imports.get(job)).toMatchObject({ state: 'done', papers: records.length });
    await bringPack(database, bring.stream());
    expect(await piecesOf(database, 'made-up')).toEqual(once);
    expect(await left()).toMatchObject({ packs: 1, pieces: once.length, runs: 0, files: 0 });
  });

  it('goes on after every stop', async () => {
    const job = await startFile(database, new File([file], 'x.byline'), {});
    let stops = 0;
    for (; stops < 500; stops += 1) {
      const stop = new AbortController();
      let told = 0;
      const onProgress = (): void => {
        told += 1;
        if (told === 2) stop.abort();
      };
      const options = { bytesAtOnce: 10_000, signal: stop.signal, onProgress };
      if (
        await goOn(database, job, options).then(
          () => true,
          () => false,
        )
      )
        break;
      expect(await database.packs.count()).toBe(0);
    }
    expect(stops).toBeGreaterThan(3);
    const copied = await piecesOf(database, 'made-up');
    await bringPack(database, new Blob([file]).stream());
    expect(copied).toEqual(await piecesOf(database, 'made-up'));
  });
});
