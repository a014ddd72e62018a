import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayIdle, startPulse, watchImporter } from '../../../lib/packs/importer-pulse.ts';

/** What of a worker its owner sees. */
class FakeWorker extends EventTarget {
  alive = true;
  terminate(): void {
    this.alive = false;
  }
  say = (data: unknown): boolean => this.dispatchEvent(new MessageEvent('message', { data }));
}

function watched() {
  const workers: FakeWorker[] = [];
  const hung: (string | null)[] = [];
  const over: (string | null)[] = [];
  const end = watchImporter({
    create: () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    hung: (job) => {
      hung.push(job);
      return Promise.resolve();
    },
    over: (fault) => over.push(fault),
  });
  return { workers, hung, over, end };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an importer', () => {
  it('that says now and then what it works on is left alone', async () => {
    const { workers, hung } = watched();
    const goesOnWith = startPulse((word) => workers[0]?.say(word));
    goesOnWith('one');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(hung).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it('that says nothing for 20 s is ended; its owner hears which import that was, and another importer starts', async () => {
    const { workers, hung } = watched();
    workers[0]?.say({ at: 'one' });
    await vi.advanceTimersByTimeAsync(10_000);
    workers[0]?.say({ at: 'two' });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(workers[0]?.alive).toBe(true);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(workers.map(({ alive }) => alive)).toEqual([false, true]);
    expect(hung).toEqual(['two']);
  });

  it('that has nothing left to do goes, and so does one that fell over', () => {
    const first = watched();
    sayIdle((word) => first.workers[0]?.say(word));
    expect(first.over).toEqual([null]);
    expect(first.workers.map(({ alive }) => alive)).toEqual([false]);
    const second = watched();
    second.workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'no memory' }));
    expect(second.over).toEqual(['no memory']);
    expect(second.workers.map(({ alive }) => alive)).toEqual([false]);
  });

  it('that its owner ended is not started again', async () => {
    const { workers, hung, end } = watched();
    workers[0]?.say({ at: 'one' });
    end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers.map(({ alive }) => alive)).toEqual([false]);
    expect(hung).toEqual([]);
  });
});
