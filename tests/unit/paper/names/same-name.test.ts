import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../../../lib/paper/names/name-key.ts';
import { sameName } from '../../../../lib/paper/names/same-name.ts';

describe('one person', () => {
  test.each([
    ['Sashank J. Reddi', 'Sashank Reddi'],
    ['Reddi, Sashank', 'Sashank Reddi'],
    ['Reddi, S. J.', 'Sashank J. Reddi'],
    ['S. Reddi', 'Sashank J. Reddi'],
    ['Reddi SJ', 'Sashank J Reddi'],
    ['J.-Y. Sohn', 'Jy-yong Sohn'],
    ['Jakub Konečný', 'Jakub Konecny'],
    ['van der Maaten, L.', 'Laurens van der Maaten'],
    ['SASHANK REDDI', 'Sashank Reddi'],
    ['Shashank Rajput*', 'Shashank Rajput'],
    ['Robert Smith Jr.', 'Robert Smith'],
  ])('%s = %s', (one, other) => {
    expect(sameName(one, other)).toBe(true);
    expect(sameName(other, one)).toBe(true);
    expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('two people', () => {
  test.each([
    ['John Smith', 'Jane Smith'],
    ['Sanjiv Kumar', 'Sanjiv Kale'],
    ['Reddi', 'Sashank Reddi'],
    ['Felix X. Yu', 'Felix Z. Yu'],
    ['', 'Sashank Reddi'],
  ])('%s, %s', (one, other) => {
    expect(sameName(one, other)).toBe(false);
    expect(sameName(other, one)).toBe(false);
  });
});

test('whatever two names are, both orders give one answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(sameName(one, other)).toBe(sameName(other, one));
    }),
  );
});
