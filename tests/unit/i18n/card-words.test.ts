// The card has words of its own along with its code: all that it may show, and not those of our pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cardWords } from '../../../tools/card-words.ts';
import { readSource } from '../../../tools/imports.ts';

const root = join(import.meta.dirname, '../../..');
const messages = JSON.parse(readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8')) as Record<
  string,
  { message: string }
>;

/** All files of ours that the card's script is made of. */
function filesOfCard(): string[] {
  const found = new Set(['entrypoints/card.content/index.ts']);
  for (const path of found)
    if (/\.tsx?$/u.test(path))
      for (const { target, ours, typeOnly } of readSource(path).imports) if (ours && !typeOnly) found.add(target);
  return [...found].filter((path) => /\.tsx?$/u.test(path));
}

it('every word that the card’s code names is there, and half of all are not', () => {
  const words = cardWords(messages, root);
  const code = filesOfCard().map((path) => readFileSync(join(root, path), 'utf8'));
  expect(code.length).toBeGreaterThan(50);
  const named = new Set(code.flatMap((text) => [...text.matchAll(/['"`](\w+)['"`]/gu)].map(([, name]) => name ?? '')));
  const needed = Object.keys(messages).filter((key) => named.has(key.replace(/_(?:one|other)$/u, '')));
  expect(needed.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
  expect(Object.keys(words).length).toBeLessThan(Object.keys(messages).length / 2);
});
