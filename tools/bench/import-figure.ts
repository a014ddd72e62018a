// Rows a second into a catalog: ours, from the file to the pack that is seen; Dexie's, of the same rows as objects.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { importPack } from '../browser/packs.ts';
import type { Session, Tab } from '../browser/session.ts';
import { bundle } from './bundle.ts';
import { measured, type Measured } from './figures.ts';
import { recordsFor } from './records.ts';
import { html, script, serve } from './server.ts';
import { writeSnapshot } from './snapshot.ts';
import { interleaved, median } from './statistics.ts';

/** Imports through the options page and takes the pack out again. Answers milliseconds. */
async function ours(session: Session, file: string, name: string): Promise<number> {
  const { id, milliseconds } = await importPack(session, file, { name });
  await ask(session, 'packs.remove', { id });
  return milliseconds;
}

const theirs = (tab: Tab): Promise<number> =>
  tab
    .evaluate(() =>
      (
        globalThis as unknown as { importRows: (address: string) => Promise<{ milliseconds: number; rows: number }> }
      ).importRows('/rows.jsonl'),
    )
    .then(({ milliseconds }) => milliseconds);

export async function importFigure(
  session: Session,
  { rows, repeats, shared }: { rows: number; repeats: number; shared: string | null },
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-rows-'));
  const file = join(folder, 'rows.jsonl');
  writeSnapshot(file, rows, shared);
  const objects = [...recordsFor(rows, shared)].map((record) => JSON.stringify(record)).join('\n');
  const dexie = await bundle(join(import.meta.dirname, 'import-in-page.ts'));
  const server = await serve((path) => {
    if (path === '/rows.jsonl') return { type: 'application/jsonl', body: objects };
    if (path === '/dexie.js') return script(dexie);
    return path === '/' ? html('<!doctype html><title>Rows</title><script src="/dexie.js"></script>') : undefined;
  });
  const alone = await openBrowser('chromium', { extension: null, site: null });
  try {
    const tab = await alone.open(`${server.origin}/`);
    let time = 0;
    const taken = await interleaved(repeats, {
      ours: () => ours(session, file, `Rows ${time++}`),
      theirs: () => theirs(tab),
    });
    const [our, their] = [median(taken.ours), median(taken.theirs)];
    const rate = (took: number): string => `${Math.round((rows / took) * 1000)} rows a second`;
    return measured('import', their / our, [
      `${rows} rows: ours ${rate(our)} (from JSON lines, through the options page, until the pack is seen), Dexie ${rate(their)}`,
    ]);
  } finally {
    await alone.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
