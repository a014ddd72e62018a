import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handshake } from '../../../lib/page/handshake.ts';
import { WorkerRefused, type Worker } from '../../../lib/page/runtime.ts';

const begun = {
  on: true,
  settings: { hover: 'rest', delay: 500, modifier: 'alt', sitesOff: [], cite: 'bibtex' },
  adapter: null,
};

/** A worker that answers each question with the next of these; then the last again and again. */
function worker(answers: readonly unknown[], alive = true): Worker & { asked: () => number } {
  let asked = 0;
  return {
    ask: () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as never);
    },
    listen: () => {},
    alive: () => alive,
    asked: () => asked,
  };
}
const atOnce = (): Promise<void> => Promise.resolve();

beforeEach(() => {
  vi.stubGlobal('location', { href: 'https://arxiv.org/abs/1912.10077' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the first question', () => {
  it('is asked again while nobody is there to answer', async () => {
    const slow = worker([new Error('no receiver'), new Error('no receiver'), begun]);
    expect(await handshake(slow, atOnce)).toEqual(begun);
  });

  it.each([
    ['a worker that refuses', worker([new WorkerRefused()]), 1],
    ['an extension that is gone', worker([new Error('invalidated')], false), 1],
    ['nobody, for good', worker([new Error('no receiver')]), 7],
  ])('ends with %s', async (_what, its, times) => {
    expect(await handshake(its, atOnce)).toBeNull();
    expect(its.asked()).toBe(times);
  });
});
