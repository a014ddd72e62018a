// Damaged packs: bits turned, bytes cut off, doubled, exchanged, written over. Whatever was done to a file, it is either
// refused in one sentence and nothing of it is in the catalog, or it was not damaged where it counts and is in whole.
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogDatabase } from '../../lib/packs/store.ts';
import { buildPack } from '../../lib/packs/build.ts';
import { writePackFile } from '../../lib/packs/file.ts';
import { runImport } from '../../lib/packs/import/run-import.ts';
import { addAddress } from '../../lib/packs/jobs.ts';
import { bytesOfBlob } from '../../lib/packs/readers/bytes.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { UnreadableFile } from '../../lib/packs/unreadable-file.ts';
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

const pack = async (): Promise<Bytes> => writePackFile(await buildPack(packFacts(papers), recordsFor(papers, null)));

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
function* damaged(whole: Bytes, count: number): Generator<{ kind: string; bytes: Bytes; unharmed: boolean }> {
  const { next: random } = chance(41);
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
): Promise<{ refused: string | null; crash: string | null }> {
  const source = { kind: 'address', name: 'damaged.byline', entry: 'damaged', size: bytes.length } as const;
  const id = await addAddress(database, source, {});
  try {
    await runImport(database, id, {
      open: () => Promise.resolve(bytesOfBlob(new Blob([bytes]), 'damaged.byline')),
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

export async function damageInNode(): Promise<Outcome> {
  const whole = await pack();
  const database = new CatalogDatabase('soak');
  const wrong: string[] = [];
  let [refused, untouched] = [0, 0];
  for (const { kind, bytes, unharmed } of damaged(whole, 1000)) {
    const said = await tried(database, bytes);
    const [packs, pieces] = [await database.packs.count(), await database.pieces.count()];
    if (said.crash !== null) wrong.push(`${kind}: ${said.crash}`);
    else if (said.refused === null) {
      untouched += 1;
      if (!unharmed) wrong.push(`${kind}: taken in`);
    } else {
      refused += 1;
      if (!oneSentence(said.refused)) wrong.push(`${kind}: not one sentence: ${said.refused}`);
      if (packs + pieces > 0) wrong.push(`${kind}: left ${packs} packs and ${pieces} pieces`);
    }
    await Promise.all([database.packs.clear(), database.pieces.clear()]);
  }
  database.close();
  return {
    holds: wrong.length === 0,
    notes: [`${refused} refused, ${untouched} not damaged by chance and taken in`, ...wrong.slice(0, 20)],
  };
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
