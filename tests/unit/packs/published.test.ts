// Packs that somebody publishes: downloaded, summed, seen only when whole, and each fault said in a sentence.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPack } from '../../../lib/packs/build.ts';
import { writePackFile } from '../../../lib/packs/file.ts';
import { planPublishedMerge } from '../../../lib/packs/import/published-merge.ts';
import { runImport } from '../../../lib/packs/import/run-import.ts';
import { importsIn } from '../../../lib/packs/jobs.ts';
import { openSource } from '../../../lib/packs/open-source.ts';
import type { Fetch } from '../../../lib/packs/remote/address.ts';
import { fetchSeries } from '../../../lib/packs/remote/open-published.ts';
import { addPublished, offersOf } from '../../../lib/packs/remote/series-plan.ts';
import type { PublishedPack, PublishedSeries } from '../../../lib/packs/remote/series.ts';
import { bytesOf } from '../../../lib/packs/piece-row.ts';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { readRecords } from '../../../lib/packs/tables/records.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';
import { facts, makeRecords } from './rows.ts';

const ADDRESS = 'https://packs.example/arxiv/series.json';
const records = makeRecords(900);
const changed = records.slice(0, 3).map((record) => ({ ...record, title: `${record.title} Revisited` }));

const fileOf = async (some: typeof records): Promise<Uint8Array<ArrayBuffer>> =>
  writePackFile(await buildPack(facts, some));
const whole = await fileOf(records.slice(0, 800));
const added = await fileOf([...changed, ...records.slice(800)]);

const packOf = (number: number, after: number | null, bytes: Uint8Array, papers: number): PublishedPack => ({
  number,
  after,
  file: `field-${number}.byline`,
  papers,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  licence: 'CC0',
  date: '2026-11-30',
});
const first = packOf(1, null, whole, 800);
const second = packOf(2, 1, added, 103);
const seriesOf = (number: number, ...packs: PublishedPack[]): PublishedSeries => ({
  format: 1,
  name: 'arXiv',
  number,
  date: '2026-11-30',
  fields: [{ id: 'field', name: 'A field', packs }],
});

/** A static host. `asked`: each range that was asked for. */
class Host {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>([
    ['field-1.byline', whole],
    ['field-2.byline', added],
  ]);
  series: PublishedSeries = seriesOf(2, first, second);
  asked: string[] = [];
  /** Instead of an answer; null is a good one. */
  instead: (name: string, from: number) => Response | Error | null = () => null;

  fetch: Fetch = (url, init) => {
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d+)/.exec(new Headers(init.headers).get('range') ?? '') ?? [];
    this.asked.push(`${name} ${from}`);
    const instead = this.instead(name, Number(from));
    if (instead instanceof Error) return Promise.reject(instead);
    if (instead !== null) return Promise.resolve(instead);
    if (name === 'series.json') return Promise.resolve(Response.json(this.series));
    const bytes = this.files.get(name);
    if (bytes === undefined) return Promise.resolve(new Response(null, { status: 404 }));
    const part = bytes.slice(Number(from), Math.min(bytes.length, Number(to) + 1));
    const headers = { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` };
    return Promise.resolve(new Response(part, { status: 206, headers }));
  };
}

let database: CatalogDatabase;
let host: Host;
beforeEach(() => {
  database = new CatalogDatabase();
  host = new Host();
});
afterEach(async () => {
  await database.delete();
});

/** Looks at the series and fetches what it offers, to the end or to the failure; answers its code. */
async function download(): Promise<string | null> {
  const noWait = { wait: () => Promise.resolve() };
  try {
    const series = await fetchSeries(ADDRESS, host.fetch, noWait);
    const [offer] = offersOf(series, ADDRESS, await database.packs.toArray());
    if (offer === undefined) throw new Error('no offer');
    await addPublished(database, series, ADDRESS, offer);
    await runAll();
    return null;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.failure.code;
    throw error;
  }
}

async function runAll(): Promise<void> {
  const open = openSource(database, new AbortController().signal, host.fetch);
  for (;;) {
    const [next] = await importsIn(database, 'running');
    if (next === undefined && !(await planPublishedMerge(database))) return;
    if (next !== undefined)
      await runImport(database, next.id, { open, room: () => Promise.resolve(Infinity), bytesAtOnce: 1 });
  }
}

async function titles(): Promise<string[]> {
  const all: string[] = [];
  for (const { store, sizes } of await database.packs.toArray())
    for (let block = 0; block * 64 < sizes.papers; block += 1) {
      const bytes = await bytesOf(await database.pieces.get([store, 'records', block]));
      if (bytes !== null) all.push(...readRecords(bytes).map((record) => record?.title ?? ''));
    }
  return all.toSorted();
}
const after = [...changed, ...records.slice(3)].map(({ title }) => title).toSorted();

describe('packs that somebody publishes', () => {
  it('come whole, and what was published later becomes part of them: the newest record of a paper counts', async () => {
    host.series = seriesOf(1, first);
    expect(await download()).toBeNull();
    const [pack] = await database.packs.toArray();
    expect(pack).toMatchObject({ name: 'arXiv: A field', sizes: { papers: 800 }, published: { address: ADDRESS } });
    host.series = seriesOf(2, first, second);
    host.asked = [];
    expect(await download()).toBeNull();
    expect(host.asked.filter((name) => name.startsWith('field-1'))).toEqual([]);
    expect(await database.packs.toArray()).toMatchObject([{ id: pack?.id, series: { from: 1, to: 2 } }]);
    expect(await titles()).toEqual(after);
    const [offer] = offersOf(host.series, ADDRESS, await database.packs.toArray());
    expect(offer).toMatchObject({ isHere: true, packs: [] });
  });

  it('a whole one that is published later takes their place', async () => {
    await download();
    const again = packOf(3, null, await fileOf(records.slice(0, 10)), 10);
    host.files.set(again.file, await fileOf(records.slice(0, 10)));
    host.series = seriesOf(3, again);
    expect(await download()).toBeNull();
    expect(await titles()).toEqual(
      records
        .slice(0, 10)
        .map(({ title }) => title)
        .toSorted(),
    );
  });

  it('a download that broke off is not seen, and goes on where it was', async () => {
    host.series = seriesOf(1, first);
    // The connection is gone once the first part was written.
    host.instead = (name, from) => (name === 'field-1.byline' && from > 0 ? new Response(null, { status: 404 }) : null);
    const half = 70_000;
    expect(whole.length).toBeGreaterThan(half);
    expect(await download()).toBe('host-status');
    expect(await database.packs.count()).toBe(0);
    const kept = await database.pieces.count();
    expect(kept).toBeGreaterThan(0);
    host.instead = () => null;
    host.asked = [];
    expect(await download()).toBeNull();
    const [, , resumed = ''] = host.asked;
    expect(Number(resumed.split(' ')[1])).toBeGreaterThan(0);
    expect(await titles()).toEqual(
      records
        .slice(0, 800)
        .map(({ title }) => title)
        .toSorted(),
    );
    expect(await database.imports.toArray()).toMatchObject([{ state: 'done' }]);
  });

  const otherBytes = whole.slice();
  const damaged = whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte));
  it.each<[string, string, (one: Host) => void]>([
    [
      'another sum',
      'series-sum',
      ({ series }) => Object.assign(series, seriesOf(2, { ...first, sha256: '0'.repeat(64) })),
    ],
    ['another length', 'series-length', ({ series }) => Object.assign(series, seriesOf(2, { ...first, bytes: 5 }))],
    ['a cut file', 'series-length', ({ files }) => files.set(first.file, otherBytes.slice(0, -1_000))],
    ['a damaged file', 'pack-damaged', ({ files }) => files.set(first.file, damaged)],
    ['a delta without its pack', 'series-order', ({ series }) => Object.assign(series, seriesOf(2, { ...second }))],
    [
      'a delta of another one',
      'series-order',
      ({ series }) => Object.assign(series, seriesOf(2, first, { ...second, after: 7 })),
    ],
    ['no description', 'series-none', (one) => Object.assign(one, { instead: () => new Response('<html>') })],
    ['a description of another format', 'series-none', ({ series }) => Object.assign(series, { format: 2 })],
    [
      'an endless description',
      'series-none',
      (one) => Object.assign(one, { instead: () => new Response(' '.repeat(2 ** 21)) }),
    ],
    [
      'a redirect',
      'host-redirect',
      (one) => Object.assign(one, { instead: () => new Response(null, { status: 302 }) }),
    ],
    ['no answer', 'host-silent', (one) => Object.assign(one, { instead: () => new Error('offline') })],
    ['a missing file', 'host-status', ({ files }) => files.delete(first.file)],
  ])('%s is %s; what was there stays, and the next try succeeds', async (_, code, spoil) => {
    const [before] = [await database.packs.toArray()];
    spoil(host);
    expect(await download()).toBe(code);
    expect(await database.packs.toArray()).toEqual(before);
    host = new Host();
    expect(await download()).toBeNull();
    expect(await titles()).toEqual(after);
  });

  it('an older state than the one that is here is refused', async () => {
    await download();
    host.series = seriesOf(1, first);
    expect(await download()).toBe('series-older');
    expect(await titles()).toEqual(after);
  });

  it('http is never asked', async () => {
    await expect(fetchSeries('http://packs.example/series.json', host.fetch)).rejects.toMatchObject({
      failure: { code: 'address-insecure' },
    });
    expect(host.asked).toEqual([]);
  });
});
