import { expect, it } from 'vitest';
import { WordTable } from '../../../lib/packs/import/word-table.ts';

it('each word is made once, found wherever it stands and however it is written', () => {
  const made: string[] = [];
  const table = new WordTable((word) => made.push(word) - 1);
  const words = Array.from({ length: 20_000 }, (_, at) => `word${at.toString(36)}`);
  for (const word of words) table.get(`(${word})`, 1, word.length + 1);
  expect(made).toEqual(words);
  for (const [number, word] of words.entries()) {
    const text = `${word.toUpperCase()} ${word}x`;
    expect(table.get(text, 0, word.length)).toBe(number);
    expect(table.get(text, word.length + 1, word.length * 2 + 1)).toBe(number);
  }
  expect(made).toHaveLength(words.length);
});

it('only letters have two cases', () => {
  const made: string[] = [];
  const table = new WordTable((word) => made.push(word) - 1);
  for (const text of ['@a', '`a', '[a', '{a', 'A1', 'a1', 'Q']) table.get(text, 0, text.length);
  expect(made).toEqual(['@a', '`a', '[a', '{a', 'a1', 'q']);
});
