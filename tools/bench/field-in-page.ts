// Runs in a page: the harvest that the importer runs, with the browser's own store, against the stand-in. Nothing waits its
// turn: what the server and the pace take is no cost of ours.
import { Lookup } from '../../lib/catalog/lookup.ts';
import { PackSource } from '../../lib/catalog/sources/pack-source.ts';
import { PieceReader } from '../../lib/catalog/sources/pieces.ts';
import { Harvest } from '../../lib/harvest/harvest.ts';
import { seriesPacks, seriesTotal } from '../../lib/harvest/series.ts';
import { withFields } from '../../lib/harvest/state.ts';
import { changeHarvest } from '../../lib/harvest/store.ts';
import { findMentions } from '../../lib/match/find-mentions.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { bringPack } from '../../lib/packs/import/copy-pack-file.ts';
import { runImport } from '../../lib/packs/import/run-import.ts';
import { importsIn } from '../../lib/packs/jobs.ts';
import { bytesOf } from '../../lib/packs/piece-row.ts';
import { CatalogDatabase, type PackRow } from '../../lib/packs/store.ts';

export interface FieldRun {
  /** Milliseconds from the choice: to the first mention of one of its papers; until all is there and merged. */
  first: number;
  whole: number;
  papers: number;
  packs: number;
}

async function lookupOf(database: CatalogDatabase, rows: readonly PackRow[]): Promise<Lookup> {
  const reader = new PieceReader(async (keys) => {
    const stored = await database.pieces.bulkGet(keys.map(([store, kind, number]) => [store, kind, number]));
    return Promise.all(stored.map(bytesOf));
  });
  return new Lookup(
    await Promise.all(
      rows.map(({ store, sizes, format, ...facts }) =>
        PackSource.open({ format, facts, sizes, shelf: reader.shelf(store) }),
      ),
    ),
  );
}

/** Harvests `set` to the end, with the merges that it asks for. `titles`: blocks with titles of the newest papers. */
async function harvest(
  database: CatalogDatabase,
  oai: string,
  today: string,
  titles: readonly Block[],
): Promise<FieldRun> {
  let first = 0;
  let clock = Date.parse(`${today}T12:00:00Z`);
  const began = performance.now();
  const harvester = new Harvest(database, {
    address: oai,
    feeds: new URL('/atom/', oai).href,
    chance: () => 0.5,
    now: () => clock,
    sleep: (milliseconds) => {
      clock += milliseconds;
      return Promise.resolve();
    },
    alone: (run) => run(),
    findCode: () => [],
    // Merges are planned only where somebody hears of packs.
    onPack: () => undefined,
  });
  await changeHarvest(database, (state) => withFields(state, ['cs:cs:LG'], '12-months', today));
  for (;;) {
    const step = await harvester.step();
    if (step === 'idle') break;
    if (step !== 'worked') {
      clock = Math.max(clock, step.wait);
      continue;
    }
    if (first === 0) {
      const rows = await seriesPacks(database);
      if (rows.length > 0 && (await findMentions(titles, (await lookupOf(database, rows)).findSource())).length > 0)
        first = performance.now() - began;
    }
    for (const { id } of await importsIn(database, 'running'))
      await runImport(database, id, {
        open: () => Promise.reject(new Error('no file')),
        room: () => Promise.resolve(Infinity),
      });
  }
  const whole = performance.now() - began;
  const packs = await seriesPacks(database);
  return { first, whole, papers: seriesTotal(packs).papers, packs: packs.length };
}

/** A field into an empty store. */
async function field(oai: string, today: string, titles: readonly Block[]): Promise<FieldRun> {
  const database = new CatalogDatabase(`field-${Math.random()}`);
  const run = await harvest(database, oai, today, titles);
  await database.delete();
  return run;
}

/** The same into a store that has a large pack of the series. */
async function delta(base: string, oai: string, today: string, titles: readonly Block[]): Promise<FieldRun> {
  const database = new CatalogDatabase(`delta-${Math.random()}`);
  const { body } = await fetch(base);
  if (body === null) throw new Error('no pack');
  const { id } = await bringPack(database, body);
  await database.packs.update(id, { series: { id: 'arxiv', from: 0, to: 0, repeated: 0 } });
  const run = await harvest(database, oai, today, titles);
  await database.delete();
  return run;
}

/** Median milliseconds to find what is in the blocks, in all these packs; the first answers warm the caches. */
async function series(packs: readonly string[], blocks: readonly Block[], repeats: number): Promise<number> {
  const database = new CatalogDatabase(`series-${Math.random()}`);
  const rows: PackRow[] = [];
  for (const address of packs) {
    const { body } = await fetch(address);
    if (body !== null) rows.push(await bringPack(database, body));
  }
  const lookup = await lookupOf(database, rows);
  const taken: number[] = [];
  for (let round = 0; round < repeats + 10; round += 1) {
    const began = performance.now();
    await findMentions(blocks, lookup.findSource());
    if (round >= 10) taken.push(performance.now() - began);
  }
  database.close();
  await database.delete();
  return taken.toSorted((one, other) => one - other)[Math.floor(taken.length / 2)] ?? 0;
}

Object.assign(globalThis, { field, delta, series });
