// Worker and importer are stopped 100 times in one import; in the end the catalog is, byte by byte, that of an import
// that nobody disturbed.
import { failureText } from '../../lib/i18n/failures.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSnapshot } from '../bench/snapshot.ts';
import { chance } from '../chance.ts';
import { sharedBeside } from '../bench/options.ts';
import { catalogReady, wait } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import type { Session } from '../browser/session.ts';
import { needBuild } from '../build.ts';
import {
  importerGone,
  importerRuns,
  isOver,
  listed,
  overOf,
  startImport,
  startImporter,
  stopImporter,
} from './start-import.ts';
import { storedIn } from './store.ts';
import type { Outcome } from './outcome.ts';

const stopsWanted = 100;

/** Waits for the worker to find by itself that its importer is gone. */
async function revived(session: Session): Promise<boolean> {
  for (let left = 90; left > 0; left -= 1) {
    await listed(session);
    if (await importerRuns(session)) return true;
    await wait(500);
  }
  return false;
}

async function disturb(session: Session, id: string): Promise<{ stopped: number; revivedItself: number }> {
  const { next: random } = chance(17);
  let stopped = 0;
  let revivedItself = 0;
  // So long it may work between two stops, milliseconds; shorter where it comes too far with too few stops.
  let pause = 120;
  while (stopped < stopsWanted) {
    await wait(random() * pause);
    if (await stopImporter(session)) stopped += 1;
    await session.stopWorker?.();
    if (stopped % 25 === 0) {
      if (await revived(session)) revivedItself += 1;
    } else await startImporter(session);
    const job = (await listed(session))?.jobs.find((one) => one.id === id);
    if (job !== undefined && isOver(job)) break;
    // Reading is the first half of the work, merging the other.
    const share = ((job?.progress ?? 0) + (job?.state === 'merging' ? 1 : 0)) / 2;
    pause = share > stopped / stopsWanted ? Math.max(15, pause * 0.6) : Math.min(2500, pause * 1.15);
  }
  return { stopped, revivedItself };
}

async function imported(
  session: Session,
  file: string,
  disturbed: boolean,
): Promise<{ note: string; stopped: number }> {
  await catalogReady(session);
  const began = await startImport(session, file);
  if ('refused' in began) throw new Error(began.refused);
  const { stopped, revivedItself } = disturbed ? await disturb(session, began.job) : { stopped: 0, revivedItself: 0 };
  const job = await overOf(session, began.job, 1_200_000);
  await importerGone(session);
  if (job.state === 'failed')
    throw new Error(job.problem === null ? 'The import failed and said nothing.' : failureText(job.problem));
  const { rows, papers, refused } = job;
  return {
    stopped,
    note: `stopped ${stopped} times, ${revivedItself} times found again by the worker itself; ${rows} rows, ${papers} papers, ${refused} refused`,
  };
}

export async function stops(rows = 240_000): Promise<Outcome> {
  const extension = await needBuild('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'byline-soak-'));
  const file = join(folder, 'rows.jsonl');
  writeSnapshot(file, rows, sharedBeside());
  const [calm, wild] = await Promise.all([
    openBrowser('chromium', { extension, site: () => null }),
    openBrowser('chromium', { extension, site: () => null }),
  ]);
  try {
    await imported(calm, file, false);
    const { note, stopped } = await imported(wild, file, true);
    const [expected, found] = await Promise.all([storedIn(calm), storedIn(wild)]);
    const different = expected.packs.flatMap((pack) => {
      const other = found.packs.find(({ id }) => id === pack.id);
      if (other === undefined) return [`${pack.id} is missing`];
      return Object.keys(pack.kinds)
        .filter((kind) => JSON.stringify(pack.kinds[kind]) !== JSON.stringify(other.kinds[kind]))
        .map((kind) => `${pack.id}: ${kind} differ`);
    });
    const papers = found.packs.map((pack) => `${pack.id} ${pack.papers}`).join(', ');
    return {
      // An import that ended before all its stops proves less than it should.
      holds:
        stopped >= stopsWanted &&
        different.length === 0 &&
        found.left === 0 &&
        expected.packs.length === found.packs.length,
      notes: [note, `papers: ${papers}; left behind: ${found.left}`, ...different],
    };
  } finally {
    await Promise.all([calm.close(), wild.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
