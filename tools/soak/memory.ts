// What the extension's process takes of memory: its resident set, the way the system counts it, with all that is in it
// (pages, worker, importer, the browser's own code). Where Linux keeps the highest mark of a process, that counts;
// elsewhere the highest of all looks does.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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

/** The highest that a process ever took; 0 where the system does not say. */
function highest(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

export class Memory {
  /** At most, by kind of process, bytes: the largest of a kind. */
  readonly most = new Map<string, number>();
  /** At most while something went on, in the order of first looks. */
  readonly during = new Map<string, number>();

  /** The extension's process now, bytes; 0 where there is none. */
  look(what: string): number {
    let now = 0;
    for (const one of descendants()) {
      const kind = kindOf(one);
      const ours = kind === 'extension';
      if (ours) now = Math.max(now, one.bytes);
      this.most.set(kind, Math.max(this.most.get(kind) ?? 0, one.bytes, ours ? highest(one.pid) : 0));
    }
    this.during.set(what, Math.max(this.during.get(what) ?? 0, now));
    return now;
  }

  get peak(): number {
    return this.most.get('extension') ?? 0;
  }
}
