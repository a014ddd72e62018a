import { describe, expect, it } from 'vitest';
import { roughly, secondsLeft, withSample, type ProgressSample } from '../../../components/options/packs/time-left.ts';

const samples = (...given: [seconds: number, progress: number][]): ProgressSample[] =>
  given.reduce<ProgressSample[]>((all, [seconds, progress]) => withSample(all, { time: seconds * 1000, progress }), []);

describe('the time left', () => {
  it('is not guessed at the first moment, nor where nothing moves', () => {
    expect(secondsLeft(samples([0, 0]))).toBeNull();
    expect(secondsLeft(samples([0, 0], [1, 0.2]))).toBeNull();
    expect(secondsLeft(samples([0, 0.2], [10, 0.2]))).toBeNull();
  });

  it('follows the speed of late', () => {
    expect(secondsLeft(samples([0, 0], [10, 0.5]))).toBe(10);
    // Slow at first, then fast: the beginning is forgotten.
    expect(secondsLeft(samples([0, 0], [100, 0.1], [110, 0.5], [119, 0.9]))).toBe(3);
  });

  it('starts over where the progress goes back', () => {
    expect(secondsLeft(samples([0, 0.5], [10, 0.9], [11, 0.1]))).toBeNull();
  });
});

describe('a time said roughly', () => {
  it.each([
    [1, 5, 'second'],
    [42, 45, 'second'],
    [58, 1, 'minute'],
    [200, 3, 'minute'],
    [3500, 1, 'hour'],
    [9000, 3, 'hour'],
  ])('%i s is %i %s', (seconds, amount, unit) => {
    expect(roughly(seconds)).toEqual({ amount, unit });
  });
});
