import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Intent, PILL_MS, PREFETCH_MS, SWITCH_MS } from '../../../../lib/page/act/intent.ts';

type Word = string;
let said: Word[];
let intent: Intent<string>;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  intent = new Intent<string>(
    { hover: 'rest', delay: 500 },
    {
      prefetch: (mark) => said.push(`prefetch ${mark}`),
      show: (mark, { pinned, focus }) => said.push(`show ${mark}${pinned ? ' pinned' : ''}${focus ? ' focus' : ''}`),
      leave: () => said.push('leave'),
      stay: () => said.push('stay'),
      now: () => Date.now(),
      later: (act, ms) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    },
  );
  return () => vi.useRealTimers();
});

const on = (mark: string | null, { pill = false, held = false } = {}): void => intent.move(mark, { pill, held });

describe('a pointer that comes and rests', () => {
  it('prefetches, then shows after the delay', () => {
    on('a');
    vi.advanceTimersByTime(PREFETCH_MS);
    expect(said).toEqual(['prefetch a']);
    vi.advanceTimersByTime(349);
    expect(said).toEqual(['prefetch a']);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['prefetch a', 'show a']);
  });

  it('shows nothing when it only passes', () => {
    on('a');
    vi.advanceTimersByTime(100);
    on(null);
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([]);
  });

  it('waits for one that still moves, and opens when it stops', () => {
    on('a');
    for (let step = 0; step < 60; step++) {
      vi.advanceTimersByTime(10);
      on('a');
    }
    expect(said).toEqual(['prefetch a']);
    vi.advanceTimersByTime(100);
    expect(said).toEqual(['prefetch a', 'show a']);
  });

  it('turns one card into the next before the first would close', () => {
    on('a');
    vi.advanceTimersByTime(500);
    said.length = 0;
    on('b');
    vi.advanceTimersByTime(SWITCH_MS);
    expect(said.filter((word) => !word.startsWith('prefetch'))).toEqual(['leave', 'show b']);
    // The card waits 300 ms for the pointer to come back.
    expect(SWITCH_MS).toBeLessThan(300);
  });

  it('starts over on another mark', () => {
    on('a');
    vi.advanceTimersByTime(400);
    on('b');
    vi.advanceTimersByTime(499);
    expect(said.filter((word) => word.startsWith('show'))).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(said.at(-1)).toBe('show b');
  });

  it('opens sooner on a pill', () => {
    on('a', { pill: true });
    vi.advanceTimersByTime(PILL_MS);
    expect(said.at(-1)).toBe('show a');
  });
});

describe('what is not intent', () => {
  it('a page that scrolls under the pointer', () => {
    on('a');
    vi.advanceTimersByTime(200);
    intent.scrolled();
    vi.advanceTimersByTime(2000);
    expect(said).toEqual(['prefetch a']);
  });

  it('a pointer that left the window', () => {
    on('a');
    intent.out();
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([]);
  });

  it('resting without the key, where the reader asked for one', () => {
    intent.settings = { hover: 'modifier', delay: 500 };
    on('a');
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([]);
    on('a', { held: true });
    vi.advanceTimersByTime(600);
    expect(said.at(-1)).toBe('show a');
  });

  it('resting at all, where the reader wants clicks only', () => {
    intent.settings = { hover: 'click', delay: 500 };
    on('a', { pill: true, held: true });
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([]);
    intent.choose('a', { focus: false });
    expect(said).toEqual(['show a pinned']);
  });
});

describe('an open card', () => {
  beforeEach(() => {
    on('a');
    vi.advanceTimersByTime(600);
    said.length = 0;
  });

  it('is left when the pointer leaves its mark, and stays when it comes back', () => {
    on(null);
    on('a');
    expect(said).toEqual(['leave', 'stay']);
  });

  it('is not opened again by moving on its mark', () => {
    on('a');
    vi.advanceTimersByTime(2000);
    expect(said).toEqual([]);
  });

  it('stays when pinned', () => {
    intent.choose('a', { focus: false });
    on(null);
    expect(said).toEqual(['show a pinned']);
  });

  it('can be opened again once it closed', () => {
    intent.closed();
    on(null);
    on('a');
    vi.advanceTimersByTime(600);
    expect(said.at(-1)).toBe('show a');
  });
});
