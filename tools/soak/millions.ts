// Three million rows: does the import end, and what does the extension's process take at its highest?
import { failureText } from '../../lib/i18n/failures.ts';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedBeside } from '../bench/options.ts';
import { writeSnapshot } from '../bench/snapshot.ts';
import { catalogReady } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { needBuild } from '../build.ts';
import { Memory } from './memory.ts';
import { importerGone, overOf, startImport, type Job } from './start-import.ts';
import { storedIn } from './store.ts';
import type { Outcome } from './outcome.ts';

const limit = 500 * 2 ** 20;

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const listOf = (amounts: ReadonlyMap<string, number>): string =>
  [...amounts].map(([what, bytes]) => `${what} ${inMegabytes(bytes)}`).join(', ');

/** Where an import is, in twentieths of all that there is to do. */
const placeOf = (job: Job | undefined): string =>
  job === undefined ? '?' : `${job.state} ${Math.floor((job.progress ?? 0) * 20) * 5}%`;

export async function millions(rows = 3_000_000): Promise<Outcome> {
  const extension = await needBuild('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'byline-soak-'));
  const file = join(folder, 'rows.jsonl');
  writeSnapshot(file, rows, sharedBeside());
  const { size } = statSync(file);
  const session = await openBrowser('chromium', { extension, site: () => null });
  const memory = new Memory();
  try {
    await catalogReady(session);
    const before = memory.look('before');
    const began = performance.now();
    const started = await startImport(session, file);
    if ('refused' in started) throw new Error(started.refused);
    const job = await overOf(session, started.job, 7_200_000, (now) => memory.look(placeOf(now)));
    const seconds = (performance.now() - began) / 1000;
    await importerGone(session);
    memory.look('swept');
    const { packs, left } = await storedIn(session);
    const papers = Math.max(...packs.map((pack) => pack.papers));
    const { peak } = memory;
    return {
      holds: job.state === 'done' && left === 0 && peak > 0 && peak <= limit,
      notes: [
        `${rows} rows (${inMegabytes(size)}): ${job.state} after ${seconds.toFixed(0)} s, ${Math.round(rows / seconds)} rows a second; ${papers} papers, ${job.refused} refused, left behind ${left}`,
        `extension's process, resident: ${inMegabytes(before)} before, ${inMegabytes(peak)} at most`,
        `by how far it was: ${listOf(memory.during)}`,
        `at most, by process: ${listOf(memory.most)}`,
        ...(job.problem === null ? [] : [failureText(job.problem)]),
      ],
    };
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
