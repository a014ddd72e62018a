import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, nameKeys } from '../../../../lib/paper/names/name-key.ts';
import { sameName } from '../../../../lib/paper/names/same-name.ts';
import { joinedNames } from '../../../../tools/names/joined.ts';
import { inShort } from '../../short-form.ts';

describe('one person', () => {
  it.each([
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
    ['Dias, III, Hal', 'Hal Dias III'],
    ['Rui da Silva Junior', 'Rui da Silva Jr.'],
    ['Ludwig van Beethoven', 'Beethoven, Ludwig van'],
    ['Jean de La Fontaine', 'de La Fontaine, Jean'],
    ["Bart 't Hart", "'t Hart, B."],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['Gatica G.N.', 'Gabriel N. Gatica'],
    ['García Márquez G.', 'García Márquez, Gabriel'],
    ['Serre J-P', 'Jean-Pierre Serre'],
    ['LIU Shuaiqi', 'Shuaiqi Liu'],
    ['Yang LI', 'Yang Li'],
    ['Dr. med. Anna Weiss', 'Anna Weiss'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Đorđe Petrović', 'Dorde Petrovic'],
    ['杨, 育伟', '杨育伟'],
    ['the LHCb Collaboration', 'LHCb Collaboration'],
    ['Thanh Van Nguyen', 'Thanh V. Nguyen'],
  ])('%s = %s', (one, other) => {
    expect(sameName(one, other)).toBe(true);
    expect(sameName(other, one)).toBe(true);
    expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('two people', () => {
  it.each([
    ['John Smith', 'Jane Smith'],
    ['Sanjiv Kumar', 'Sanjiv Kale'],
    ['Reddi', 'Sashank Reddi'],
    ['Felix X. Yu', 'Felix Z. Yu'],
    ['', 'Sashank Reddi'],
    ['Ling Zhao', 'Ling Shao'],
    ['Zheng Li', 'Sheng Li'],
    ['Wei Zhu', 'Wei Shu'],
    ['Ana Souza', 'Ana Sousa'],
    ['Jan van der Berg', 'Jan Berg'],
    ['Ana da Silva', 'Ana Silva'],
    ['Bin Xue', 'Bin Xu'],
    ['LHCb Collaboration', 'L. Collaboration'],
    ['Nguyễn Văn An', 'An Nguyen Van'],
  ])('%s, %s', (one, other) => {
    expect(sameName(one, other)).toBe(false);
    expect(sameName(other, one)).toBe(false);
  });
});

it.each([
  ['Tony (Xiaohui) Xu', 'Tony Xu'],
  ['Tony (Xiaohui) Xu', 'Xiaohui Xu'],
  ['Anna Bärwald', 'Anna Baerwald'],
])('%s may be %s', (one, other) => expect(sameName(one, other)).toBe(true));

const word = fc.constantFrom(
  'Ada',
  'J.',
  'JP',
  'LI',
  'van',
  'Müller',
  'Mueller',
  'Zhao',
  'y',
  'Jr.',
  'Łoś',
  ',',
  '(Bo)',
);
const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
);

it('whatever two names are, both orders give one answer, and who can be one person has a key in common', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      const isSame = sameName(one, other);
      expect(isSame).toBe(sameName(other, one));
      if (isSame) expect(nameKeys(one).some((key) => nameKeys(other).includes(key))).toBe(true);
    }),
    { numRuns: inShort(1000, 3000) },
  );
});

it('family names of real lists that differ in z and s have two keys and are two people', (context) => {
  const lists = '../shared/titles/paperlists.jsonl.gz';
  if (!existsSync(lists)) return context.skip('../shared/titles is not here');
  const names =
    gunzipSync(readFileSync(lists))
      .toString()
      .match(/"[^"\\]{4,60}"(?=[,\]])/gu) ?? [];
  const part = names.slice(0, Math.ceil(names.length / inShort(4, 1)));
  const [letters] = joinedNames(new Set(part.map((text) => text.slice(1, -1))));
  expect(letters?.what).toBe('z and s');
  expect(letters?.before).toBeGreaterThan(10);
  expect([letters?.oneKey, letters?.oneName]).toEqual([[], []]);
});
