// The reading list under everything that a browser, a crash or a disk does to it; the short forms of both are browser
// tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, catalogReady } from '../browser/byline.ts';
import { fillLibrary, paperId, savesThroughKills, savesThroughStops, statusesIn } from '../browser/library.ts';
import { openBrowser } from '../browser/open.ts';
import { copyProfile, damageFile, storedFiles, type Damage } from '../browser/profile-files.ts';
import type { Kind } from '../browser/session.ts';
import { needBuild } from '../build.ts';
import type { Outcome } from './outcome.ts';

const kinds: readonly Kind[] = ['chromium', 'firefox'];
const stops = 200;
const kills = 20;
const papers = 300;
const damages: readonly Damage[] = ['scribbled on', 'cut off', 'deleted'];

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-soak-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The worker is stopped between and under saves, the browser killed right after them. */
export async function saves(): Promise<Outcome> {
  const session = await openBrowser('chromium', { extension: await needBuild('chromium'), site: () => null });
  await catalogReady(session);
  const stopped = await savesThroughStops(session, stops);
  await session.close();
  const notes = [
    `${stops} stops: ${stopped.confirmed} saves confirmed, ${stopped.wrong.length} wrong`,
    ...stopped.wrong,
  ];
  let holds = stopped.wrong.length === 0;
  for (const kind of kinds) {
    const extension = await needBuild(kind);
    const { confirmed, wrong } = await inFolder((folder) =>
      savesThroughKills(kind, { extension, profile: join(folder, 'profile'), kills }),
    );
    holds &&= wrong.length === 0;
    notes.push(`${kills} kills of ${kind}: ${confirmed} saves confirmed, ${wrong.length} wrong`, ...wrong);
  }
  return { holds, notes };
}

/** Each file that a browser keeps for Byline is damaged in each way, alone, while the browser is closed. */
export async function damagedFiles(): Promise<Outcome> {
  const notes: string[] = [];
  let holds = true;
  for (const kind of kinds)
    await inFolder(async (folder) => {
      const [whole, tried] = [join(folder, 'whole'), join(folder, 'tried')];
      const extension = await needBuild(kind);
      const open = (profile: string) =>
        openBrowser(kind, { extension, site: () => null, profile, welcome: profile === tried });
      const first = await open(whole);
      await catalogReady(first);
      await fillLibrary(first, papers);
      for (let at = 0; at < 3; at += 1) await ask(first, 'library.set', { id: paperId(at), status: 'read' });
      await first.close();
      let [rounds, recovered] = [0, 0];
      for (const file of storedFiles(whole, kind))
        for (const damage of damages) {
          copyProfile(whole, tried);
          damageFile(tried, file, damage);
          const session = await open(tried);
          rounds += 1;
          try {
            const { notice } = await ask(session, 'library.notice', {});
            if (notice !== null) recovered += 1;
            const found = await statusesIn(session);
            const isWhole = found.size === papers && found.get(paperId(2)) === 'read';
            if (!isWhole || (notice?.lost ?? 0) > 0) {
              holds = false;
              notes.push(`${kind}: ${file} ${damage}: ${found.size} papers, ${JSON.stringify(notice)}`);
            }
          } catch (error) {
            holds = false;
            notes.push(`${kind}: ${file} ${damage}: ${String(error)}`);
          } finally {
            await session.close();
          }
        }
      notes.push(`${kind}: ${rounds} damages, ${recovered} of which had lost the list or a part of it`);
    });
  return { holds, notes };
}
