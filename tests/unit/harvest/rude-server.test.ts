// A server that is slow and rude, and a harvest that is stopped anywhere: nothing lost, nothing doubled, nothing unlogged.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedPacks } from '../../../lib/catalog/lookup.ts';
import { fieldsStatus } from '../../../lib/harvest/views.ts';
import { Harvest } from '../../../lib/harvest/harvest.ts';
import { sentRequests } from '../../../lib/harvest/sent-log.ts';
import { planMerge, seriesPacks, seriesTotal } from '../../../lib/harvest/series.ts';
import { categoriesOfSets } from '../../../lib/harvest/sets.ts';
import { withoutFields, type HarvestState } from '../../../lib/harvest/state.ts';
import { changeHarvest, readHarvest } from '../../../lib/harvest/store.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { standInForArxiv, type Fault, type StandIn } from '../../../tools/stand-in/arxiv.ts';
import { makePapers } from '../../../tools/stand-in/papers.ts';
import { inShort } from '../short-form.ts';
import { choose, harvestAll, makeTools, mergeAll, recordsOf, Time, TODAY } from './run.ts';

const sets = ['cs:cs:LG', 'cs:cs:CL'];
const papers = makePapers({
  today: TODAY,
  days: 30,
  aDay: 4,
  categories: (number) => (number % 2 === 0 ? ['cs.LG', 'cs.CL'] : number % 3 === 0 ? ['cs.LG'] : ['cs.CL']),
});
const wanted = papers
  .filter((paper) => paper.created >= '2025-11-30')
  .map(({ id }) => `arxiv:${id}`)
  .toSorted();

let database: CatalogDatabase;
let arxiv: StandIn;
let time: Time;
beforeEach(async () => {
  database = new CatalogDatabase();
  arxiv = await standInForArxiv({ papers, pageSize: 25 });
  time = new Time();
});
afterEach(async () => {
  await arxiv.close();
  await database.delete();
});
const tools = (more = {}) =>
  makeTools(`${arxiv.origin}/oai`, time, { limits: { milliseconds: 20_000, bytes: 4_000_000 }, ...more });
const idsNow = async (): Promise<string[]> =>
  [...new Set((await recordsOf(database)).flat().map(({ id }) => id))].toSorted();

describe('a rude server', () => {
  const rude: readonly [name: string, fault: Fault, code: string][] = [
    ['503 with HTML', { kind: 'status', status: 503 }, 'harvest-status'],
    ['429', { kind: 'status', status: 429, retryAfter: '120' }, 'harvest-status'],
    ['403', { kind: 'status', status: 403 }, 'harvest-status'],
    ['HTML', { kind: 'html' }, 'harvest-html'],
    ['an answer that ends early', { kind: 'cut', how: 'words' }, 'harvest-cut'],
    ['a connection that ends early', { kind: 'cut', how: 'connection' }, 'harvest-silent'],
    ['a byte now and then', { kind: 'drip', milliseconds: 20 }, 'harvest-silent'],
    ['no answer', { kind: 'silent' }, 'harvest-silent'],
    ['a redirect to http', { kind: 'redirect', to: 'http://elsewhere.example/oai' }, 'harvest-redirect'],
    // Twice what an answer may have; the server writes all of it, however early the reader leaves.
    ['more records than anybody sends', { kind: 'records', count: inShort(8_000, 100_000) }, 'harvest-large'],
    ['endless entities', { kind: 'entities' }, 'harvest-damaged'],
    ['records of another set', { kind: 'other-set' }, 'harvest-other-set'],
    ['an expired token', { kind: 'token', how: 'expired' }, 'harvest-token'],
    ['the same page again', { kind: 'token', how: 'repeated' }, 'harvest-token'],
    ['an endless token', { kind: 'token', how: 'endless' }, 'harvest-token'],
  ];
  // All the records of the soak take a busy machine longer than other tests may.
  it.each(rude)('%s: a sentence, and the next try goes on', { timeout: 90_000 }, async (_, fault, code) => {
    await choose(database, sets);
    // At the beginning of lists and where they go on.
    arxiv.next(null, fault, fault, null, ...Array.from({ length: fault.kind === 'token' ? 12 : 1 }, () => fault));
    const seen = new Set<string>();
    await harvestAll(
      database,
      tools({
        ...(fault.kind === 'drip' || fault.kind === 'silent'
          ? { limits: { milliseconds: 400, bytes: 4_000_000 } }
          : {}),
        onChange: () => {
          void readHarvest(database).then(({ problem }) => seen.add(problem?.code ?? ''));
        },
      }),
    );
    expect(await idsNow()).toEqual(wanted);
    expect([...seen]).toContain(code);
    expect(await fieldsStatus(database, time.now)).toMatchObject({
      state: 'done',
      problem: null,
      papers: wanted.length,
    });
    const { rows } = await sentRequests(database, { limit: 500, before: null, since: 0 });
    expect(rows).toHaveLength(arxiv.asked().length);
    expect(rows.filter(({ answer }) => answer !== 200).length).toBeGreaterThan(0);
  });

  it('that refuses for good is asked less and less, and nothing is lost', async () => {
    await choose(database, sets);
    await new Harvest(database, tools()).step();
    arxiv.next(...Array.from({ length: 12 }, (): Fault => ({ kind: 'status', status: 503 })));
    await harvestAll(database, tools());
    // Doubling from half a minute to six hours.
    expect(time.slept).toBeGreaterThan(12 * 3_600_000);
    expect(await idsNow()).toEqual(wanted);
  });
});

describe('damaged answers', () => {
  const many = inShort(200, 1_000);
  it('leave the catalog as it is, and the good ones after them make it whole', async () => {
    await choose(database, sets);
    let damaged = 0;
    let isGood = true;
    const damage = (text: string, at: number): string =>
      damaged % 2 === 0 ? text.slice(0, at) : `${text.slice(0, at)}<${text.slice(at)}`;
    const codes = new Set<string>();
    await harvestAll(
      database,
      tools({
        fetch: async (url: string, init: RequestInit) => {
          // A hundred damaged ones before each good one, until there were many.
          isGood = damaged >= many || (!isGood && damaged % 100 === 0);
          const response = await fetch(url, init);
          if (isGood) return response;
          const text = await response.text();
          damaged += 1;
          return new Response(damage(text, (damaged * 7_919) % (text.length - 20)));
        },
        onChange: () => {
          void readHarvest(database).then(({ problem }) => codes.add(problem?.code ?? ''));
        },
      }),
    );
    expect(damaged).toBe(many);
    expect(await idsNow()).toEqual(wanted);
    expect([...codes]).toEqual(expect.arrayContaining(['harvest-cut', 'harvest-damaged']));
  });
});

/** Stops whatever asks for the n-th time. */
class Stop extends Error {}

describe('a harvest that is stopped', () => {
  it('anywhere, any number of times, ends in the same catalog', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), async (stops) => {
        database = new CatalogDatabase(`stopped-${Math.random()}`);
        const before = arxiv.asked().length;
        await choose(database, sets);
        for (const after of stops) {
          let left = after;
          const stopping =
            <A extends unknown[], T>(run: (...given: A) => Promise<T>) =>
            async (...given: A): Promise<T> => {
              left -= 1;
              // Before it or after it, by turns.
              if (left < 0 && after % 2 === 0) throw new Stop();
              const done = await run(...given);
              if (left < 0) throw new Stop();
              return done;
            };
          const plain = tools();
          await new Harvest(database, {
            ...plain,
            papersAtOnce: 40,
            fetch: stopping((url: string, init: RequestInit) => fetch(url, init)),
            sleep: stopping(plain.sleep),
            alone: (run) => stopping(run)(),
          })
            .run(new AbortController().signal, Infinity)
            .catch((error: unknown) => {
              if (!(error instanceof Stop)) throw error;
            });
        }
        await harvestAll(database, tools({ papersAtOnce: 40 }));
        await mergeAll(database);
        const { papers: total } = seriesTotal(await seriesPacks(database));
        expect(await idsNow()).toEqual(wanted);
        expect(total).toBe(wanted.length);
        expect(await database.harvested.count()).toBe(0);
        const { total: logged } = await sentRequests(database, { limit: 1, before: null, since: 0 });
        expect(logged).toBeGreaterThanOrEqual(arxiv.asked().length - before);
        await database.delete();
      }),
      { numRuns: inShort(5, 12) },
    );
  });
});

describe('fields that come and go', () => {
  it('a removed field takes its papers with it, and leaves those of the other one', async () => {
    await choose(database, sets);
    await harvestAll(database, tools());
    await changeHarvest(database, (state) => withoutFields(state, ['cs:cs:LG']));
    expect(await planMerge(database, TODAY, categoriesOfSets(['cs:cs:CL']))).toBe(true);
    await mergeAll(database);
    const left = papers.filter((paper) => paper.created >= '2025-11-30' && paper.categories.includes('cs.CL'));
    expect(await idsNow()).toEqual(left.map(({ id }) => `arxiv:${id}`).toSorted());
    expect(await seriesPacks(database)).toHaveLength(1);
  });

  it('removed while it comes, it leaves nothing, and the other one is whole', async () => {
    await choose(database, sets);
    const harvest = new Harvest(database, tools());
    for (let turn = 0; turn < 6; turn += 1) await harvest.step();
    await changeHarvest(database, (state) => withoutFields(state, ['cs:cs:LG']));
    await planMerge(database, TODAY, categoriesOfSets(['cs:cs:CL']));
    await mergeAll(database);
    await harvestAll(database, tools());
    const left = papers.filter((paper) => paper.created >= '2025-11-30' && paper.categories.includes('cs.CL'));
    expect(await idsNow()).toEqual(left.map(({ id }) => `arxiv:${id}`).toSorted());
  });

  it('chosen again a day later it asks for the days since alone, and a newer record of a paper counts', async () => {
    await choose(database, sets);
    await harvestAll(database, tools());
    const before = arxiv.asked().length;
    const [changed] = papers.filter(({ datestamp, created }) => datestamp === TODAY && created === TODAY);
    const later = '2026-12-01';
    const title = 'A Title That Was Thought Over';
    arxiv.serve(papers.map((paper) => (paper === changed ? { ...paper, title, datestamp: later } : paper)));
    time.now += 24 * 3_600_000;
    await choose(database, sets, { today: later });
    await harvestAll(database, tools());
    const asked = arxiv.asked().slice(before);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((url) => url.includes(`from=${TODAY}`) && url.includes(`until=${later}`))).toBe(true);
    expect((await fieldsStatus(database, time.now)).papers).toBe(wanted.length);
    // Before they are merged, look-up asks the newest first.
    const order = (await storedPacks(database)).map(({ series }) => series?.to ?? 0);
    expect(order.length).toBeGreaterThan(1);
    expect(order).toEqual(order.toSorted((one, other) => other - one));
    await planMerge(database, TODAY, categoriesOfSets(sets));
    await mergeAll(database);
    const records = (await recordsOf(database)).flat();
    expect(records.map(({ id }) => id).toSorted()).toEqual(wanted);
    const one = records.find(({ id }) => id === `arxiv:${changed?.id ?? ''}`);
    expect(one).toMatchObject({ title });
    expect(one?.otherTitles).toBeUndefined();
  });

  it('pause on a full disk, with what is there, and go on when they are told to', async () => {
    await choose(database, sets);
    let packs = 0;
    const room = (): Promise<number> => Promise.resolve(packs < 2 ? 1e9 : 1e6);
    const onPack = (): void => {
      packs += 1;
    };
    await harvestAll(database, tools({ room, onPack }));
    const { state, problem, papers: there } = await fieldsStatus(database, time.now);
    expect({ state, code: problem?.code }).toEqual({ state: 'paused', code: 'disk-full' });
    expect(there).toBeGreaterThan(0);
    await changeHarvest(database, (now) => ({ ...now, paused: false }));
    await harvestAll(database, tools());
    expect(await idsNow()).toEqual(wanted);
    expect((await fieldsStatus(database, time.now)).problem).toBeNull();
  });

  it.each([
    ['paused', (state: HarvestState): HarvestState => ({ ...state, paused: true })],
    ['removed', (state: HarvestState): HarvestState => withoutFields(state, sets)],
  ])('%s while a request waits for its turn, it is not sent', async (_, how) => {
    await choose(database, sets);
    const harvest = new Harvest(database, tools());
    await harvest.step();
    await harvest.step();
    const asked = arxiv.asked().length;
    const sleep = async (milliseconds: number): Promise<void> => {
      await time.sleep(milliseconds);
      await changeHarvest(database, how);
    };
    await harvestAll(database, tools({ sleep }));
    expect(arxiv.asked()).toHaveLength(asked);
    expect(await database.sent.count()).toBe(asked);
  });

  it('a paused one asks for nothing', async () => {
    await choose(database, sets);
    await changeHarvest(database, (state) => ({ ...state, paused: true }));
    await harvestAll(database, tools());
    expect(arxiv.asked()).toEqual([]);
    expect((await fieldsStatus(database, time.now)).state).toBe('paused');
  });
});
