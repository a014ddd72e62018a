// Whom a byline names, and what stands among names without being one.
import { expect, it } from 'vitest';
import { authorsFrom } from '../../../../lib/paper/names/byline-names.ts';

it.each<[what: string, texts: string[], names: string[]]>([
  [
    'affiliations behind the last name, cut at their commas',
    ['S. Mao (1)', 'H. Witt (2)', 'L. Koopmans (1) ((1) Bank Observatory', '(2) Astronomisches Institut Neustadt)'],
    ['S. Mao', 'H. Witt', 'L. Koopmans'],
  ],
  [
    'the same in one text',
    ['S. Mao (1), H. Witt (2), L. Koopmans (1) ((1) Bank Observatory, (2) Astronomisches Institut Neustadt)'],
    ['S. Mao', 'H. Witt', 'L. Koopmans'],
  ],
  ['brackets in one name', ['Ada Example (Example Labs)', 'Bo Berg [2]'], ['Ada Example', 'Bo Berg']],
  ['a bracket that never closes costs nobody else', ['Ada (Lab', 'Bo Berg', 'Cy Dahl'], ['Ada', 'Bo Berg', 'Cy Dahl']],
  ['a bracket that only closes', ['Ada Example', 'Bo Berg', 'Cy Dahl 2)'], ['Ada Example', 'Bo Berg', 'Cy Dahl']],
  ['initials at the family name, as some journals print them', ['MoeJ', 'Berg,B.'], ['J. Moe', 'B. Berg']],
  ['figures for footnotes', ['Ada Lovelace1,2, Bo Berg2*'], ['Ada Lovelace', 'Bo Berg']],
])('%s', (_, texts, names) => {
  expect(authorsFrom(texts)).toEqual(names);
});

it('ten thousand names with open brackets are read in no time, five hundred of them', () => {
  const texts = Array.from({ length: 10_000 }, (_, at) => `Ada Example${'('.repeat(at % 3)} Nr${at}`);
  expect(authorsFrom(texts).length).toBeLessThanOrEqual(500);
});
