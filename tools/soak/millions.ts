// Three million rows: does the import end, and what does the extension's process take at its highest?
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedBeside } from '../bench/options.ts';
import { writeSnapshot } from '../bench/snapshot.ts';
import { catalogReady } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import { needBuild } from '../build.ts';
import { overOf, startImport } from './start-import.ts';
import { storedIn } from './store.ts';
import type { Outcome } from './trials.ts';

const limit = 500 * 2 ** 20;

interface Process {
  pid: number;
  parent: number;
  bytes: number;
  command: string;
}

/** All processes that this one has started, and theirs. Where there is no `ps`, none. */
function descendants(): Process[] {
  let listing: string;
  try {
    listing = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  } catch {
    return [];
  }
  const all = listing.split('\n').flatMap((line): Process[] => {
    const parts = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/u.exec(line);
    if (parts === null) return [];
    const [, pid, parent, kilobytes, command = ''] = parts;
    return [{ pid: Number(pid), parent: Number(parent), bytes: Number(kilobytes) * 1024, command }];
  });
  const ours = new Set([process.pid]);
  for (let before = 0; before !== ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter(({ pid }) => ours.has(pid) && pid !== process.pid);
}

const kindOf = ({ command }: Process): string =>
  command.includes('--extension-process')
    ? 'extension'
    : (/--utility-sub-type=([\w.]+)/u.exec(command)?.[1] ?? /--type=([\w-]+)/u.exec(command)?.[1] ?? 'browser');

export async function millions(rows = 3_000_000): Promise<Outcome> {
  const extension = await needBuild('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'byline-soak-'));
  const file = join(folder, 'rows.jsonl');
  writeSnapshot(file, rows, sharedBeside());
  const megabytes = Math.round(statSync(file).size / 2 ** 20);
  const session = await openBrowser('chromium', { extension, site: () => null });
  const most = new Map<string, number>();
  const look = (): void => {
    for (const one of descendants()) {
      const kind = kindOf(one);
      most.set(kind, Math.max(most.get(kind) ?? 0, one.bytes));
    }
  };
  try {
    await catalogReady(session);
    look();
    const before = most.get('extension') ?? 0;
    const began = performance.now();
    const started = await startImport(session, file);
    if ('refused' in started) throw new Error(started.refused);
    const job = await overOf(session, started.job, 7_200_000, look);
    const seconds = (performance.now() - began) / 1000;
    const { packs, left } = await storedIn(session);
    const papers = Math.max(...packs.map((pack) => pack.papers));
    const peak = most.get('extension') ?? 0;
    const peaks = [...most].map(([kind, bytes]) => `${kind} ${Math.round(bytes / 2 ** 20)} MB`);
    return {
      holds: job.state === 'done' && left === 0 && peak > 0 && peak <= limit,
      notes: [
        `${rows} rows (${megabytes} MB): ${job.state} after ${seconds.toFixed(0)} s, ${Math.round(rows / seconds)} rows a second; ${papers} papers, ${job.refused} refused, left behind ${left}`,
        `extension's process: ${Math.round(before / 2 ** 20)} MB before, ${Math.round(peak / 2 ** 20)} MB at most`,
        `at most, by process: ${peaks.join(', ')}`,
        ...(job.problem === null ? [] : [job.problem]),
      ],
    };
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
