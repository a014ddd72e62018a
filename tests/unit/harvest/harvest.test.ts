import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriesPacks, seriesTotal } from '../../../lib/harvest/series.ts';
import { fieldsStatus } from '../../../lib/harvest/views.ts';
import { sentRequests } from '../../../lib/harvest/sent-log.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { standInForArxiv, type StandIn } from '../../../tools/stand-in/arxiv.ts';
import { makePapers } from '../../../tools/stand-in/papers.ts';
import { abstractsOf, choose, harvestAll, makeTools, mergeAll, recordsOf, Time, TODAY } from './run.ts';

const papers = makePapers({
  today: TODAY,
  days: 400,
  aDay: 6,
  categories: (number) => (number % 3 === 0 ? ['cs.LG', 'cs.CL'] : number % 3 === 1 ? ['cs.CL'] : ['hep-th']),
});
const since = '2025-11-30';
const wanted = (categories: readonly string[]): string[] =>
  papers
    .filter((paper) => paper.created >= since && paper.categories.some((one) => categories.includes(one)))
    .map(({ id }) => `arxiv:${id}`)
    .toSorted();

let database: CatalogDatabase;
let arxiv: StandIn;
let time: Time;
beforeEach(async () => {
  database = new CatalogDatabase();
  arxiv = await standInForArxiv({ papers, pageSize: 40 });
  time = new Time();
});
afterEach(async () => {
  await arxiv.close();
  await database.delete();
});
const tools = (more = {}) => makeTools(`${arxiv.origin}/oai`, time, more);

describe('a harvest', () => {
  it('brings every paper of the chosen fields and the span once, and no other', async () => {
    await choose(database, ['cs:cs:LG', 'cs:cs:CL']);
    await harvestAll(database, tools());
    // The first list is seen before the others of its days are read, and may have papers of them.
    const ids = new Set((await recordsOf(database)).flat().map(({ id }) => id));
    expect([...ids].toSorted()).toEqual(wanted(['cs.LG', 'cs.CL']));
    expect(seriesTotal(await seriesPacks(database)).papers).toBe(ids.size);
    expect(await fieldsStatus(database, time.now)).toMatchObject({
      state: 'done',
      papers: ids.size,
      problem: null,
    });
  });

  it('writes down each request before it goes out, line by line', async () => {
    await choose(database, ['cs:cs:LG']);
    const seen: number[] = [];
    await harvestAll(
      database,
      tools({
        fetch: async (url: string, init: RequestInit) => {
          seen.push(await database.sent.count());
          return fetch(url, init);
        },
      }),
    );
    expect(seen).toEqual(seen.map((_, at) => at + 1));
    const { rows, total } = await sentRequests(database, { limit: 500, before: null, since: 0 });
    expect(total).toBe(arxiv.asked().length);
    expect(rows.every(({ answer, bytes }) => answer === 200 && bytes > 0)).toBe(true);
  });

  it('shows what the first list brings before the lists of other fields are asked for', async () => {
    await choose(database, ['cs:cs:LG', 'cs:cs:CL', 'physics:hep-th']);
    const asked: number[] = [];
    await harvestAll(database, tools({ onPack: () => asked.push(arxiv.asked().length) }));
    expect(asked[0]).toBe(1);
  });

  it('asks for nothing where nothing is chosen', async () => {
    await harvestAll(database, tools());
    expect(arxiv.asked()).toEqual([]);
  });

  it('asks no more than once in three seconds', async () => {
    await choose(database, ['cs:cs:LG']);
    const at: number[] = [];
    await harvestAll(
      database,
      tools({
        fetch: (url: string, init: RequestInit) => {
          at.push(time.now);
          return fetch(url, init);
        },
      }),
    );
    expect(at.length).toBeGreaterThan(10);
    expect(at.slice(1).every((moment, place) => moment - (at[place] ?? 0) >= 3_000)).toBe(true);
  });

  it('merges when there are many packs: the same papers, each once', async () => {
    await choose(database, ['cs:cs:LG', 'cs:cs:CL']);
    await harvestAll(database, tools({ papersAtOnce: 50 }));
    expect((await seriesPacks(database)).length).toBeGreaterThan(12);
    await mergeAll(database);
    for (const { sizes } of await seriesPacks(database)) expect(sizes.abstracts).toBe(sizes.papers);
    const records = (await recordsOf(database)).flat();
    expect(new Set(records.map(({ id }) => id)).size).toBe(seriesTotal(await seriesPacks(database)).papers);
    expect([...new Set(records.map(({ id }) => id))].toSorted()).toEqual(wanted(['cs.LG', 'cs.CL']));
    // With their abstracts.
    const abstracts = await abstractsOf(database);
    const written = new Map(papers.map(({ id, abstract }) => [`arxiv:${id}`, abstract]));
    expect(records.every(({ id }) => abstracts.get(id) === written.get(id))).toBe(true);
  });
});
