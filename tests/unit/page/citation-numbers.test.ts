// Numbered citations in running text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationAt, numberOfEntry, numbersIn } from '../../../lib/page/citations/numbers.ts';

describe('numbers of a bracket', () => {
  it.each([
    ['12', [12]],
    ['3, 7–9', [3, 7, 8, 9]],
    ['3,7-9, 8', [3, 7, 8, 9]],
    ['1; 2', [1, 2]],
    // Years, lengths, words: no list of entries.
    ['1990–2020', []],
    ['9–7', []],
    ['0.5, 1', []],
    ['a, b', []],
    ['', []],
    ['12345', []],
  ])('“%s”', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([
    ['as shown [12] before', 11, { start: 9, end: 13, numbers: [12] }],
    ['as shown [12] before', 9, { start: 9, end: 13, numbers: [12] }],
    ['as shown [12] before', 14, null],
    ['as shown [12] before', 3, null],
    ['an interval [0, 1] of length', 14, { start: 12, end: 18, numbers: [0, 1] }],
    ['see [Lee 2019] there', 7, null],
  ])('in “%s” at %i', (text, at, found) => {
    expect(citationAt(text, at)).toEqual(found);
  });

  it.each([
    ['[12] A. Author. Title.', 12],
    [' 3. A. Author', 3],
    ['7) A. Author', 7],
    ['2020 was a year', null],
    ['3.5 metres', null],
    ['A. Author', null],
  ])('of an entry “%s”', (text, number) => {
    expect(numberOfEntry(text)).toBe(number);
  });

  it('takes any text without failing, and never names more than it may', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(300), (text, at) => {
        const found = citationAt(text, at);
        if (found !== null) expect(text.slice(found.start, found.end)).toMatch(/^\[.*\]$/su);
        expect(numbersIn(text).length).toBeLessThanOrEqual(30);
      }),
    );
  });
});
