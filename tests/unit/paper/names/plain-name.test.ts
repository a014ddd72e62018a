import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameWordsOf } from '../../../../lib/packs/tables/words.ts';
import { authorKey } from '../../../../lib/paper/names/name-key.ts';
import { plainName } from '../../../../lib/paper/names/plain-name.ts';

const readOf = (name: string): { key: string; words: string[] } | null => {
  const plain = plainName(name);
  if (plain === null) return null;
  const places = Array.from({ length: plain.words }, (_, at) => [plain.from[at], plain.to[at]]);
  return {
    key: String.fromCharCode(...plain.key.subarray(0, plain.keyLength)),
    words: places.map(([from, to]) => `@${name.slice(from, to).toLowerCase()}`),
  };
};
const wanted = (name: string): { key: string; words: string[] } => ({ key: authorKey(name), words: nameWordsOf(name) });

it.each([
  ['Ada Lovelace', 'lovelace ada'],
  ['Ada B. Lovelace', 'lovelace ada'],
  ['J.-P. Kneib', 'kneib j'],
  ['JP Kneib', 'kneib j'],
  ['Jean-Luc Picard-Jones', 'picardjones jean'],
  ['Zoltan Szabo', 'szabo zoltan'],
  ['Ling Zhao', 'zhao ling'],
  ['Ling Shao', 'shao ling'],
  ['Mz Smith', 'smith mz'],
  ["Mark O'Sullivan (St. Andrews)", 'osullivan mark'],
  ["Fr{\\'e}d{\\'e}rique Battin-Leclerc [1]", 'battinleclerc frederique'],
  ['V. G. Kurt (5) ((1) Ioffe Inst.', 'inst v'],
])('%s is read as %s', (name, key) => {
  expect(readOf(name)).toEqual({ key, words: nameWordsOf(name) });
  expect(authorKey(name)).toBe(key);
});

it.each([
  'Ada',
  'Lovelace, Ada',
  'Ludwig van Beethoven',
  'Robert Smith Jr.',
  '-Ada Lovelace',
  'Lovelace AB',
  'Ada L0velace',
  'Ada Lovelace*',
  'Zoë Smith',
  'D-R Smith',
  'LIU Shuaiqi',
  'DUPONT Jean',
  'Gatica Th.',
  'Jose Ortega y Gasset',
  'LHCb Collaboration',
  'World Organization of Names',
  'Joerg Mueller',
  'Ana da Silva Junior',
  `Ada ${'x'.repeat(41)}`,
  `${'Ada '.repeat(60)}Lovelace`,
  `${'a'.repeat(40)} ${'b'.repeat(40)}`,
])('%s is left to those who know more', (name) => expect(readOf(name)).toBeNull());

const word = fc.constantFrom(
  'Ada',
  'Berg',
  'Zhao',
  'Shao',
  'Ruiz',
  'Okafor',
  'Lars',
  'Kim',
  'Lovelace',
  'Wu',
  'B',
  'JP',
  'McAllester',
  'van',
  'Du',
  'Zu',
  'Mz',
  'Jr',
  'd',
  'r',
  'Z',
  'smith',
  'SZABO',
  '12',
  '3',
  'de',
  'y',
  'LI',
  'Th',
  'WANG',
  'ZHAO',
  'Mueller',
  'Junior',
  'Team',
  'of',
  'the',
  'Dr',
);
const joint = fc.constantFrom(
  ' ',
  ' ',
  '. ',
  '.',
  '-',
  '--',
  ' (',
  ') ',
  ' [',
  ']',
  "'",
  '{\\',
  '}',
  ', ',
  '*',
  '&',
  'ë',
  '\t',
);

it('names are read as by the rules, whatever is in them', () => {
  let plain = 0;
  const name = fc.oneof(
    fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 9 }).map((parts) => parts.flat().join('')),
    fc
      .array(fc.tuple(word, fc.constantFrom(' ', ' ', '. ', '-', "'", ' (', ') ')), { maxLength: 6 })
      .map((parts) => parts.flat().join('')),
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
  );
  fc.assert(
    fc.property(name, (text) => {
      const read = readOf(text);
      if (read === null) return;
      plain += 1;
      expect(read).toEqual(wanted(text));
    }),
    { numRuns: 8000 },
  );
  expect(plain).toBeGreaterThan(300);
});
