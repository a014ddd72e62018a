// What tests of the harvest share: a database, a clock that sleeps at once, the stand-in.
import type { CatalogDatabase } from '../../../lib/packs/store.ts';
import { Harvest, type HarvestTools } from '../../../lib/harvest/harvest.ts';
import { seriesPacks } from '../../../lib/harvest/series.ts';
import { withFields } from '../../../lib/harvest/state.ts';
import { changeHarvest } from '../../../lib/harvest/store.ts';
import type { FieldSpan } from '../../../lib/harvest/sets.ts';
import { runImport } from '../../../lib/packs/import/run-import.ts';
import { importsIn } from '../../../lib/packs/jobs.ts';
import { bytesOf } from '../../../lib/packs/piece-row.ts';
import { readAbstracts } from '../../../lib/packs/tables/extras.ts';
import { readRecords, RECORDS_A_BLOCK } from '../../../lib/packs/tables/records.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';

export const TODAY = '2026-11-30';

/** A clock that stands still but for sleep. */
export class Time {
  now = Date.parse(`${TODAY}T12:00:00Z`);
  slept = 0;
  sleep = (milliseconds: number): Promise<void> => {
    this.now += milliseconds;
    this.slept += milliseconds;
    return Promise.resolve();
  };
}

export const makeTools = (address: string, time: Time, more: Partial<HarvestTools> = {}): HarvestTools => ({
  address,
  feeds: new URL('/atom/', address).href,
  chance: () => 0.5,
  fetch: (url, init) => fetch(url, init),
  now: () => time.now,
  sleep: time.sleep,
  alone: (run) => run(),
  findCode: () => [],
  ...more,
});

export const choose = (
  database: CatalogDatabase,
  sets: readonly string[],
  { span = '12-months', today = TODAY }: { span?: FieldSpan; today?: string } = {},
): Promise<boolean> => changeHarvest(database, (state) => withFields(state, sets, span, today));

/** Harvests to the end, waits included. */
export async function harvestAll(database: CatalogDatabase, tools: HarvestTools): Promise<void> {
  await new Harvest(database, tools).run(new AbortController().signal, Infinity);
}

/** Runs the merges that are on the list. */
export async function mergeAll(database: CatalogDatabase): Promise<void> {
  for (const { id } of await importsIn(database, 'running'))
    await runImport(database, id, {
      open: () => Promise.reject(new Error('no file')),
      room: () => Promise.resolve(Infinity),
    });
}

/** Abstracts of all papers of the series, by id; of a paper in several packs, the newest. */
export async function abstractsOf(database: CatalogDatabase): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const { store, sizes } of await seriesPacks(database))
    for (let block = 0; block * RECORDS_A_BLOCK < sizes.papers; block += 1) {
      const records = await bytesOf(await database.pieces.get([store, 'records', block]));
      const abstracts = await bytesOf(await database.pieces.get([store, 'abstracts', block]));
      if (records === null || abstracts === null) continue;
      const texts = readAbstracts(abstracts);
      for (const [place, record] of readRecords(records).entries())
        if (record !== null) all.set(record.id, texts[place] ?? '');
    }
  return all;
}

/** All records of the series by pack, the oldest pack first. */
export async function recordsOf(database: CatalogDatabase): Promise<PaperRecord[][]> {
  const all: PaperRecord[][] = [];
  for (const { store, sizes } of await seriesPacks(database)) {
    const records: PaperRecord[] = [];
    for (let block = 0; block * RECORDS_A_BLOCK < sizes.papers; block += 1) {
      const bytes = await bytesOf(await database.pieces.get([store, 'records', block]));
      if (bytes !== null) records.push(...readRecords(bytes).filter((one) => one !== null));
    }
    all.push(records);
  }
  return all;
}
