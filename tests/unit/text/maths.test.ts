import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMathML, titleParts } from '../../../lib/text/maths.ts';

const shown = (title: string): string[] =>
  titleParts(title).map((part) => (typeof part === 'string' ? part : `<${part.tex}>`));

describe('titles in pieces', () => {
  test.each([
    ['no formula', ['no formula']],
    ['$O(n)$ Connections are Expressive', ['<O(n)>', ' Connections are Expressive']],
    ['Approximate Top-$k$ Estimation', ['Approximate Top-', '<k>', ' Estimation']],
    [String.raw`\(x^2\) rules`, ['<x^2>', ' rules']],
    ['From 50$ to 60$ a piece', ['From 50$ to 60$ a piece']],
    [String.raw`Unknown $\nosuchcommand{x}$ here`, [String.raw`Unknown $\nosuchcommand{x}$ here`]],
    [String.raw`{B}ayes and Schr\"odinger, 5\% more -- \emph{really}`, ['Bayes and Schrödinger, 5% more – really']],
  ])('%s', (title, parts) => {
    expect(shown(title).map((part) => part.normalize('NFC'))).toEqual(parts);
  });

  test('a formula becomes a tree of MathML elements', () => {
    const [part] = titleParts('$x_1$');
    expect(part).toEqual({
      tex: 'x_1',
      math: {
        tag: 'math',
        attributes: {},
        children: [
          {
            tag: 'mrow',
            attributes: {},
            children: [
              {
                tag: 'msub',
                attributes: {},
                children: [
                  { tag: 'mi', attributes: {}, children: ['x'] },
                  { tag: 'mn', attributes: {}, children: ['1'] },
                ],
              },
            ],
          },
        ],
      },
    });
  });
});

describe('what must not get through', () => {
  test.each([
    String.raw`$\href{javascript:alert(1)}{x}$`,
    String.raw`$\url{https://x.example}$`,
    String.raw`$\includegraphics{https://x.example/a.png}$`,
    String.raw`$\htmlStyle{background:red}{x}$`,
    String.raw`$\def\a{\a\a}\a$`,
    `$${'{'.repeat(149)}x${'}'.repeat(149)}$`,
    `$${'^{x_'.repeat(59)}1${'}'.repeat(59)}$`,
    `$${'x'.repeat(600)}$`,
  ])('%s', (title) => {
    expect(JSON.stringify(titleParts(title))).not.toMatch(/"(?:href|src|style|class|xlink:href|onclick)"/);
  });

  test.each([
    '<math><script>x</script></math>',
    '<math><mi>x</mrow></math>',
    '<math><mi>x</mi>',
    '<math><mi onclick=x>x</mi></math>',
    '<math><!-- x --></math>',
    'no maths',
  ])('MathML reader refuses %s', (source) => {
    expect(() => readMathML(source)).toThrow(Error);
  });

  test('attributes outside the list are dropped', () => {
    expect(readMathML('<math href="x"><mi mathvariant="bold" onclick="x" class="y">a</mi></math>')).toEqual({
      tag: 'math',
      attributes: {},
      children: [{ tag: 'mi', attributes: { mathvariant: 'bold' }, children: ['a'] }],
    });
  });
});

test('any title gives parts, and plain ones say what the title says', () => {
  const tex = fc.array(
    fc.oneof(
      fc.constantFrom('$', '\\', '{', '}', '^', '_', '\\frac', '\\sqrt', '\\alpha', '&', '\\\\', '%', '#', ' '),
      fc.string(),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(tex, (pieces) => {
      expect(titleParts(pieces.join('')).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
