// Damaged files: bits turned, bytes cut off, doubled, exchanged, written over. Whatever was done to a file, it is either
// refused in one sentence and nothing of it is in the catalog, or what can be read of it is in, whole and soon. A pack
// file has sums: damaged, it is refused; with sums that are right and contents that are not, it is refused or harmless.
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogDatabase } from '../../lib/packs/store.ts';
import { loadPackFile, writePackFile } from '../../lib/packs/file.ts';
import { runImport } from '../../lib/packs/import/run-import.ts';
import { addAddress } from '../../lib/packs/jobs.ts';
import { bytesOfBlob } from '../../lib/packs/readers/bytes.ts';
import { PackSource } from '../../lib/catalog/sources/pack-source.ts';
import { buildPack, memoryShelf, type BuiltPack } from '../../lib/packs/build.ts';
import { readLines } from '../../lib/packs/tables/records.ts';
import { bytesOf } from '../../lib/packs/piece-row.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { UnreadableFile } from '../../lib/packs/unreadable-file.ts';
import { files, links, parquet } from '../../tests/unit/packs/readers/fixtures.ts';
import { firstVersion } from '../../tests/unit/packs/readers/parquet-v1.ts';
import { packFacts, recordsFor } from '../bench/records.ts';
import { chance } from '../chance.ts';
import { catalogReady } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { needBuild } from '../build.ts';
import { overOf, startImport } from './start-import.ts';
import { storedIn } from './store.ts';
import type { Outcome } from './outcome.ts';

const papers = 300;
type Bytes = Uint8Array<ArrayBuffer>;

/** Milliseconds that a damaged file may take; most take a few. */
const LONGEST = 5_000;

const built = (): Promise<BuiltPack> => buildPack(packFacts(papers), recordsFor(papers, null));
const pack = async (): Promise<Bytes> => writePackFile(await built());

/** A small file of each format, and of both versions of Parquet. */
const formats: Readonly<Record<string, () => Uint8Array>> = {
  ...files,
  'Parquet, first version': () => firstVersion(parquet(links, { codec: 'UNCOMPRESSED' })),
  'Parquet, first version, Snappy': () => firstVersion(parquet(links, { codec: 'UNCOMPRESSED' }), 'SNAPPY'),
};

const damages: Readonly<Record<string, (bytes: Bytes, random: () => number) => Bytes>> = {
  'a bit turned': (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return bytes;
  },
  'cut off': (bytes, random) => bytes.slice(0, Math.floor(random() * bytes.length)),
  'a stretch missing': (bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    const rest = bytes.slice(Math.min(bytes.length, from + 1 + Math.floor(random() * 500)));
    const joined = new Uint8Array(from + rest.length);
    joined.set(bytes.subarray(0, from));
    joined.set(rest, from);
    return joined;
  },
  'a stretch exchanged': (bytes, random) => {
    const [from, to] = [random(), random()].map((share) => Math.floor(share * (bytes.length - 64)));
    bytes.copyWithin(to ?? 0, from ?? 0, (from ?? 0) + 64);
    return bytes;
  },
  'a stretch of chance': (bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    for (let at = from; at < Math.min(bytes.length, from + 40); at += 1) bytes[at] = Math.floor(random() * 256);
    return bytes;
  },
  'something after the end': (bytes, random) => {
    const longer = new Uint8Array(bytes.length + 1 + Math.floor(random() * 100));
    longer.set(bytes);
    return longer;
  },
};
const kinds = Object.keys(damages);

const same = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** One damaged file after the other, with the name of its damage. */
function* damaged(
  whole: Bytes,
  count: number,
  seed = 41,
): Generator<{ kind: string; bytes: Bytes; unharmed: boolean }> {
  const { next: random } = chance(seed);
  for (let at = 0; at < count; at += 1) {
    const kind = kinds[at % kinds.length] ?? '';
    const bytes = damages[kind]?.(whole.slice(), random) ?? whole;
    yield { kind, bytes, unharmed: same(bytes, whole) };
  }
}

/** What the import said, and whether the store has more than before it. */
async function tried(
  database: CatalogDatabase,
  bytes: Bytes,
  name = 'damaged.byline',
): Promise<{ refused: string | null; crash: string | null }> {
  const source = { kind: 'address', name, entry: 'damaged', size: bytes.length } as const;
  const id = await addAddress(database, source, {});
  try {
    await runImport(database, id, {
      open: () => Promise.resolve(bytesOfBlob(new Blob([bytes]), name)),
    });
    return { refused: null, crash: null };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: failureText(error.failure), crash: null };
    return { refused: null, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    await database.imports.delete(id);
  }
}

const oneSentence = (text: string): boolean => text.trim() !== '' && text.length < 300 && !text.includes('\n');

/** What of a pack is not as its row says; null where it is whole. */
async function missingOf(database: CatalogDatabase): Promise<string | null> {
  const [row, ...more] = await database.packs.toArray();
  if (row === undefined || more.length > 0) return `${more.length} packs too many`;
  const blocks = await database.pieces
    .where(':id')
    .between([row.store, 'records'], [row.store, 'records', '\uffff'])
    .toArray();
  let found = 0;
  for (const block of blocks) found += readLines((await bytesOf(block)) ?? new Uint8Array(0)).length;
  return found === row.sizes.papers ? null : `${found} of ${row.sizes.papers} papers`;
}

/** Damages to one file through the import. `taken`: whether a file that was damaged may be read at all. */
async function damageTo(
  name: string,
  whole: Bytes,
  { count, taken, seed }: { count: number; taken: boolean; seed: number },
): Promise<{ note: string; wrong: string[] }> {
  const database = new CatalogDatabase(`soak ${name}`);
  const wrong: string[] = [];
  let [refused, read, longest] = [0, 0, 0];
  for (const { kind, bytes, unharmed } of damaged(whole, count, seed)) {
    const began = performance.now();
    const said = await tried(database, bytes, name);
    const took = performance.now() - began;
    longest = Math.max(longest, took);
    if (took > LONGEST) wrong.push(`${name}, ${kind}: took ${took.toFixed(0)} ms`);
    if (said.crash !== null) wrong.push(`${name}, ${kind}: ${said.crash}`);
    else if (said.refused === null) {
      read += 1;
      if (!unharmed && !taken) wrong.push(`${name}, ${kind}: taken in`);
      const missing = await missingOf(database);
      if (missing !== null) wrong.push(`${name}, ${kind}: ${missing}`);
    } else {
      refused += 1;
      if (!oneSentence(said.refused)) wrong.push(`${name}, ${kind}: not one sentence: ${said.refused}`);
      const [packs, pieces] = [await database.packs.count(), await database.pieces.count()];
      if (packs + pieces > 0) wrong.push(`${name}, ${kind}: left ${packs} packs and ${pieces} pieces`);
    }
    await Promise.all([database.packs.clear(), database.pieces.clear(), database.runs.clear()]);
  }
  await database.delete();
  return { note: `${name}: ${refused} refused, ${read} read, ${longest.toFixed(0)} ms at most`, wrong };
}

/** A pack that says one thing and holds another, with sums that are right. */
function lying(whole: BuiltPack, random: () => number): BuiltPack {
  const pick = (below: number): number => Math.floor(random() * below);
  const number = (): number => [0, 1, 2, pick(1000), 2 ** 16, 2 ** 24, 2 ** 28][pick(7)] ?? 0;
  const size = Object.keys(whole.sizes)[pick(5)] ?? 'papers';
  if (random() < 0.2) return { ...whole, sizes: { ...whole.sizes, [size]: number() } };
  const at = pick(whole.pieces.length);
  const pieces = whole.pieces.map((piece, place) => {
    if (place !== at) return piece;
    const bytes = piece.bytes.slice();
    const [kind = ''] = [kinds[pick(kinds.length)]];
    if (random() < 0.5) return { ...piece, bytes: damages[kind]?.(bytes, random) ?? bytes };
    // A count, most likely: they come first.
    for (let changed = 0; changed < 4; changed += 1)
      bytes[pick(Math.min(bytes.length, 24))] = random() < 0.5 ? 255 : pick(256);
    return { ...piece, bytes };
  });
  return { ...whole, pieces };
}

/** Asks a pack all that the worker asks; what is damaged answers nothing. */
async function question(lie: BuiltPack): Promise<void> {
  const source = await PackSource.open({ facts: lie.facts, sizes: lie.sizes, shelf: memoryShelf(lie) });
  for (const start of ['a', 'le', '@s']) for (const row of await source.words(start, false, true)) row.ordinals(1000);
  await source.byNames(['reddi s', 'lovelace a']);
  await source.byKeys(['arxiv:1706.03762']);
  await source.byTitles(['Attention is all you need in a world of titles']);
  await source.records([0, 1, 63, 64, 299, 2 ** 24]);
  await source.people();
}

async function lies(count: number): Promise<{ note: string; wrong: string[] }> {
  const whole = await built();
  const { next: random } = chance(43);
  const wrong: string[] = [];
  let [refused, read, longest] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    try {
      const lie = await loadPackFile(new Blob([writePackFile(lying(whole, random))]).stream());
      read += 1;
      await question(lie);
    } catch (error) {
      if (error instanceof UnreadableFile) refused += 1;
      else wrong.push(`a lying pack: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    longest = Math.max(longest, performance.now() - began);
  }
  if (longest > LONGEST) wrong.push(`a lying pack took ${longest.toFixed(0)} ms`);
  return { note: `packs that lie: ${refused} refused, ${read} read, ${longest.toFixed(0)} ms at most`, wrong };
}

/** `count` damages to a file of each format, and as many packs whose sums are right and whose contents are not. */
export async function damageInNode(count = 2000): Promise<Outcome> {
  const trials = [await damageTo('damaged.byline', await pack(), { count, taken: false, seed: 41 })];
  for (const [name, make] of Object.entries(formats))
    trials.push(await damageTo(name, Uint8Array.from(make()), { count, taken: true, seed: 42 }));
  trials.push(await lies(count));
  const wrong = trials.flatMap((trial) => trial.wrong);
  return { holds: wrong.length === 0, notes: [...trials.map(({ note }) => note), ...wrong.slice(0, 20)] };
}

export async function damageInBrowser(): Promise<Outcome> {
  const whole = await pack();
  const folder = mkdtempSync(join(tmpdir(), 'byline-soak-'));
  const session = await openBrowser('chromium', { extension: await needBuild('chromium'), site: () => null });
  const wrong: string[] = [];
  let refused = 0;
  try {
    await catalogReady(session);
    const before = JSON.stringify(await storedIn(session));
    for (const [at, { kind, bytes, unharmed }] of [...damaged(whole, 50)].entries()) {
      if (unharmed) continue;
      const file = join(folder, `${at}.byline`);
      writeFileSync(file, bytes);
      const started = await startImport(session, file);
      const job = 'refused' in started ? null : await overOf(session, started.job, 60_000);
      if (job?.state === 'done') wrong.push(`${kind}: taken in`);
      else refused += 1;
      const after = JSON.stringify({ ...(await storedIn(session)) });
      if (after !== before) wrong.push(`${kind}: the store changed: ${after.slice(0, 300)}`);
    }
    const errors = await session.errors();
    return {
      holds: wrong.length === 0 && errors.length === 0,
      notes: [`${refused} refused`, ...wrong.slice(0, 10), ...errors.slice(0, 10)],
    };
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
