import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstractParts, titleParts } from '../../../lib/text/title-parts.ts';

const shown = (title: string): string[] =>
  titleParts(title).map((part) => (typeof part === 'string' ? part : `<${part.tex}>`));

describe('titles in pieces', () => {
  it.each([
    ['no formula', ['no formula']],
    ['$O(n)$ Connections are Expressive', ['<O(n)>', ' Connections are Expressive']],
    ['Approximate Top-$k$ Estimation', ['Approximate Top-', '<k>', ' Estimation']],
    [String.raw`\(x^2\) rules`, ['<x^2>', ' rules']],
    ['From 50$ to 60$ a piece', ['From 50$ to 60$ a piece']],
    ['An empty $$ $$ formula', ['An empty $$ $$ formula']],
    [String.raw`{B}ayes and Schr\"odinger, 5\% more -- \emph{really}`, ['Bayes and Schrödinger, 5% more – really']],
    [`$${'x'.repeat(600)}$`, [`$${'x'.repeat(600)}$`]],
  ])('%s', (title, parts) => {
    expect(shown(title).map((part) => part.normalize('NFC'))).toEqual(parts);
  });

  it('no more than twenty formulas', () => {
    expect(shown(`${'$x$ '.repeat(20)}$y$`)).toEqual([
      ...Array.from({ length: 19 }, () => ['<x>', ' ']).flat(),
      '<x>',
      ' $y$',
    ]);
  });

  it('a formula keeps how the title writes it', () => {
    expect(titleParts('$$ x $$')).toEqual([{ tex: 'x', raw: '$$ x $$' }]);
  });
});

it('an abstract has its formulas, also beyond the length of a title, and prices stay prices', () => {
  const long = 'We say much of little. '.repeat(40);
  expect(abstractParts(`${long}The mass $m_W$ costs $5 and $6.`)).toEqual([
    `${long}The mass `,
    { tex: 'm_W', raw: '$m_W$' },
    ' costs $5 and $6.',
  ]);
});

/** Titles of the signs that TeX is made of. */
const texTitles = fc
  .array(
    fc.oneof(
      fc.constantFrom('$', '\\', '{', '}', '^', '_', '\\frac', '\\sqrt', '\\alpha', '&', '\\\\', '%', '#', ' '),
      fc.string(),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

it('any title gives parts, and no formula is lost', () => {
  fc.assert(
    fc.property(texTitles, (title) => {
      const parts = titleParts(title);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) if (typeof part !== 'string') expect(title).toContain(part.raw);
    }),
    { numRuns: 500 },
  );
});
