import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesOfFields, feedOf, withCurrent } from '../../../lib/harvest/current.ts';
import { dayOf } from '../../../lib/harvest/days.ts';
import { Harvest } from '../../../lib/harvest/harvest.ts';
import type { FeedEntry } from '../../../lib/harvest/rss-answer.ts';
import { sentRequests } from '../../../lib/harvest/sent-log.ts';
import { noHarvest, withFields } from '../../../lib/harvest/state.ts';
import { changeHarvest, readHarvest } from '../../../lib/harvest/store.ts';
import { fieldsStatus, harvestDue } from '../../../lib/harvest/views.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { standInForArxiv, type StandIn } from '../../../tools/stand-in/arxiv.ts';
import { makePapers, type MadeUpPaper } from '../../../tools/stand-in/papers.ts';
import { choose, harvestAll, makeTools, recordsOf, Time, TODAY } from './run.ts';

const papersOf = (today: string, days: number): MadeUpPaper[] =>
  makePapers({ today, days, aDay: 5, categories: (number) => (number % 2 === 0 ? ['cs.LG'] : ['cs.LG', 'cs.CL']) });
const sets = ['cs:cs:LG', 'cs:cs:CL'];

let database: CatalogDatabase;
let arxiv: StandIn;
let time: Time;
beforeEach(async () => {
  database = new CatalogDatabase();
  arxiv = await standInForArxiv({ papers: papersOf(TODAY, 5) });
  time = new Time();
  await choose(database, sets);
  await harvestAll(database, makeTools(`${arxiv.origin}/oai`, time));
});
afterEach(async () => {
  await arxiv.close();
  await database.delete();
});
const tools = () => makeTools(`${arxiv.origin}/oai`, time);
const keepCurrent = (): Promise<boolean> =>
  changeHarvest(database, (state) => withCurrent(state, sets, true, { now: time.now, chance: 0.5 }));
const held = async (): Promise<string[]> =>
  [...new Set((await recordsOf(database)).flat().map(({ id }) => id))].toSorted();

describe('fields that are kept current', () => {
  it('ask for one feed a day, for all of them, and their new papers are there', async () => {
    const before = arxiv.asked().length;
    await keepCurrent();
    await harvestAll(database, tools());
    expect(arxiv.asked()).toHaveLength(before);
    const due = await harvestDue(database, time.now);
    expect(dayOf(due ?? 0)).toBe('2026-12-01');
    arxiv.serve(papersOf('2026-12-01', 6));
    time.now = due ?? 0;
    await harvestAll(database, tools());
    expect(arxiv.asked().slice(before)).toEqual(['/atom/cs.LG+cs.CL']);
    const fresh = papersOf('2026-12-01', 6).filter(({ datestamp }) => datestamp === '2026-12-01');
    expect(await held()).toEqual(expect.arrayContaining(fresh.map(({ id }) => `arxiv:${id}`)));
    const { rows } = await sentRequests(database, { limit: 1, before: null, since: 0 });
    expect(rows).toMatchObject([{ what: { kind: 'feed', name: 'cs.LG+cs.CL' }, answer: 200 }]);
    expect(await fieldsStatus(database, time.now)).toMatchObject({ state: 'done' });
    expect(dayOf((await readHarvest(database)).feedAt ?? 0)).toBe('2026-12-02');
  });

  it('that missed a working day ask for the days since', async () => {
    await keepCurrent();
    const before = arxiv.asked().length;
    time.now = Date.parse('2026-12-03T12:00:00Z');
    arxiv.serve(papersOf('2026-12-03', 8));
    await harvestAll(database, tools());
    const asked = arxiv.asked().slice(before);
    expect(asked.some((url) => url.startsWith('/atom/'))).toBe(false);
    expect(asked.every((url) => url.includes(`from=${TODAY}`) && url.includes('until=2026-12-03'))).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('wait after a refusal, and ask again', async () => {
    await keepCurrent();
    time.now = (await harvestDue(database, time.now)) ?? 0;
    arxiv.next({ kind: 'html' });
    const harvest = new Harvest(database, tools());
    await harvest.step();
    expect((await readHarvest(database)).problem?.code).toBe('harvest-html');
    expect(await harvest.step()).toHaveProperty('wait');
    await harvestAll(database, tools());
    expect((await readHarvest(database)).problem).toBeNull();
  });

  it('ask for nothing once the switch is off', async () => {
    await keepCurrent();
    await changeHarvest(database, (state) => withCurrent(state, sets, false, { now: time.now, chance: 0.5 }));
    expect(await harvestDue(database, time.now)).toBeNull();
  });
});

describe('which feed', () => {
  const state = withFields(noHarvest, sets, '12-months', '2026-11-27');
  const { fields } = withCurrent(state, ['cs:cs:LG'], true, { now: Date.parse('2026-11-27'), chance: 0 });

  it('is of the fields that are switched on; a weekend is no missed day', () => {
    expect(feedOf(fields, '2026-11-30')).toEqual({ kind: 'feed', categories: ['cs.LG'] });
    expect(feedOf(fields, '2026-12-01')).toEqual({ kind: 'days' });
  });

  it('never comes on a weekend', () => {
    const { feedAt } = withCurrent(state, ['cs:cs:LG'], true, { now: Date.parse('2026-11-27'), chance: 0 });
    expect(dayOf(feedAt ?? 0)).toBe('2026-11-30');
  });

  it('brings no paper from before the span, nor of a field that is off', () => {
    const entry = (id: string, announced: FeedEntry['announced'], category = 'cs.LG'): FeedEntry => ({
      id,
      announced,
      title: 'A',
      creator: '',
      categories: [category],
      abstract: '',
      doi: '',
      journalRef: '',
    });
    const kept = entriesOfFields(
      [
        entry('2611.00001', 'new'),
        entry('2301.00001', 'replace'),
        entry('2606.00001', 'replace'),
        entry('hep-th/9901001', 'replace'),
        entry('2611.00002', 'new', 'cs.CL'),
      ],
      fields,
    );
    expect(kept.map(({ id }) => id)).toEqual(['2611.00001', '2606.00001']);
  });
});
