import { describe, expect, it } from 'vitest';
import { asJson, figureNames, measured } from '../../../tools/bench/figures.ts';
import { readOptions } from '../../../tools/bench/options.ts';
import { interleaved, median } from '../../../tools/bench/statistics.ts';
import { madePapers, madeTitles, papersFor } from '../../../tools/bench/titles.ts';
import { inShort } from '../short-form.ts';

const taken = <T>(values: Iterable<T>, count: number): T[] => {
  const first: T[] = [];
  for (const value of values) {
    if (first.length === count) break;
    first.push(value);
  }
  return first;
};

describe('figures', () => {
  it.each([
    { name: 'cold', value: 5, holds: true },
    { name: 'cold', value: 5.01, holds: false },
    { name: 'shift', value: 0, holds: true },
    { name: 'import', value: 5, holds: true },
    { name: 'import', value: 4.9, holds: false },
  ] as const)('$name of $value: $holds', ({ name, value, holds }) => {
    expect(measured(name, value, []).figure.holds).toBe(holds);
  });

  it('hold by what was measured, not by what is printed', () => {
    expect(measured('cold', 5.0000001, []).figure).toMatchObject({ value: 5, holds: false });
  });

  it('are written as name, value, goal and whether it holds, and nothing else', () => {
    expect(JSON.parse(asJson([measured('match', 7.123456, ['a note'])]))).toEqual({
      figures: [{ name: 'match', value: 7.123, goal: 8, holds: true }],
    });
  });
});

describe('measuring', () => {
  it.each([
    { values: [3], middle: 3 },
    { values: [9, 1, 2], middle: 2 },
    { values: [4, 1, 3, 2], middle: 2.5 },
  ])('median of $values is $middle', ({ values, middle }) => {
    expect(median(values)).toBe(middle);
  });

  it('takes both sides in turn, and in each round the other first', async () => {
    const order: string[] = [];
    const side = (name: string, value: number) => () => {
      order.push(name);
      return Promise.resolve(value);
    };
    expect(await interleaved(3, { ours: side('ours', 1), theirs: side('theirs', 2) })).toEqual({
      ours: [1, 1, 1],
      theirs: [2, 2, 2],
    });
    expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
  });
});

describe('made papers', () => {
  const base = madeTitles(2000, 1);

  it('are the same for the same seed and others for another', () => {
    expect(taken(madePapers(base, 5), 50)).toEqual(taken(madePapers(base, 5), 50));
    expect(taken(madePapers(base, 5), 50)).not.toEqual(taken(madePapers(base, 6), 50));
  });

  it('have titles as long as real ones, hardly one twice', () => {
    const titles = taken(madePapers(base, 5), 20_000).map(({ title }) => title);
    const words = titles.map((title) => title.split(' ').length);
    expect(median(words)).toBeGreaterThanOrEqual(7);
    expect(median(words)).toBeLessThanOrEqual(12);
    expect(new Set(titles).size).toBeGreaterThan(19_800);
    expect(titles.every((title) => title.trim() !== '')).toBe(true);
  });

  it('have arXiv ids of the real form, each once', () => {
    const ids = taken(madePapers(base, 5), inShort(40_000, 200_000)).flatMap(({ arxivId }) => arxivId ?? []);
    expect(ids.every((id) => /^\d{2}(?:0[1-9]|1[0-2])\.\d{5}$/u.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are exactly as many as asked, without real ones too', () => {
    expect([...papersFor(1234, null)]).toHaveLength(1234);
  });
});

describe('options', () => {
  it('ask for every figure unless some are named', () => {
    expect(readOptions([]).only).toEqual(figureNames);
    expect(readOptions(['--only', 'cold', '--only', 'wake', '--quick'])).toMatchObject({
      only: ['cold', 'wake'],
      repeats: 3,
      titles: 239_000,
    });
  });

  it.each([
    { words: ['--only', 'speed'], says: /no figure speed/ },
    { words: ['--fast'], says: /no option --fast/ },
    { words: ['--titles', 'many'], says: /whole number/ },
    { words: ['--json'], says: /needs a value/ },
  ])('$words is one clear sentence', ({ words, says }) => {
    expect(() => readOptions(words)).toThrow(says);
  });
});
