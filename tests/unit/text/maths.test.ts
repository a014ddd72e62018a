import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, safeMath } from '../../../components/ui/maths.ts';
import { readMathML, typeset, type MathNode } from '../../../lib/text/maths.ts';
import { titleParts } from '../../../lib/text/title-parts.ts';

/** A title's pieces as the interface shows them. */
const piecesFor = (title: string) => piecesOf(titleParts(title), title, typeset);

const tags = (node: MathNode | string): string =>
  typeof node === 'string' ? node : `${node.tag}(${node.children.map(tags).join(' ')})`;

describe('formulas', () => {
  it.each([
    ['$x_1$', 'math(msub(mi(x) mn(1)))'],
    // Chrome draws no `mathvariant`: letters of other alphabets have to be characters of their own.
    [String.raw`$\mathcal{O}$`, 'math(mi(𝒪))'],
    [String.raw`$\mathbb{R}^n$`, 'math(msup(mi(ℝ) mi(n)))'],
    [String.raw`$\mathbf{x}$`, 'math(mi(𝐱))'],
    [String.raw`$\overline{MS}$`, 'math(menclose(mrow(mi(M) mi(S))))'],
  ])('%s becomes %s', (title, tree) => {
    expect(piecesFor(title).map(tags)).toEqual([tree]);
  });

  it('what is not TeX stays as it is written', () => {
    const title = String.raw`Unknown $\nosuchcommand{x}$ and $x$`;
    expect(piecesFor(title).map(tags)).toEqual(['Unknown ', String.raw`$\nosuchcommand{x}$`, ' and ', 'math(mi(x))']);
  });

  it("another source's TeX that can not be typeset gives way to the preferred reading", () => {
    expect(piecesOf(titleParts(String.raw`On $\foo$ and $x$`), 'On foo and x', typeset)).toEqual(['On foo and x']);
  });

  it('until the typesetter is there, formulas are their TeX', () => {
    expect(piecesOf(titleParts('Top-$k$'), 'Top-$k$', null)).toEqual(['Top-', 'k']);
  });
});

describe('what must not get through', () => {
  it.each([
    String.raw`$\href{javascript:alert(1)}{x}$`,
    String.raw`$\url{https://x.example}$`,
    String.raw`$\includegraphics{https://x.example/a.png}$`,
    String.raw`$\htmlStyle{background:red}{x}$`,
    String.raw`$\def\a{\a\a}\a$`,
    `$${'{'.repeat(149)}x${'}'.repeat(149)}$`,
    `$${'^{x_'.repeat(59)}1${'}'.repeat(59)}$`,
    `$${'x'.repeat(600)}$`,
  ])('%s', (title) => {
    expect(JSON.stringify(piecesFor(title))).not.toMatch(/"(?:href|src|style|class|xlink:href|onclick)"/);
  });

  it.each([
    '<math><script>x</script></math>',
    '<math><mi>x</mrow></math>',
    '<math><mi>x</mi>',
    '<math><mi onclick=x>x</mi></math>',
    '<math><!-- x --></math>',
    'no maths',
  ])('MathML reader refuses %s', (source) => {
    expect(() => readMathML(source)).toThrow(Error);
  });

  it('attributes outside the list are dropped', () => {
    expect(readMathML('<math href="x"><mi mathvariant="bold" onclick="x" class="y">a</mi></math>')).toEqual({
      tag: 'math',
      attributes: {},
      children: [{ tag: 'mi', attributes: { mathvariant: 'bold' }, children: ['a'] }],
    });
  });
});

it('whatever the title, what is shown passes the last gate as it is', () => {
  const tex = fc.array(
    fc.oneof(
      fc.constantFrom('$', '\\', '{', '}', '^', '_', '\\frac', '\\sqrt', '\\alpha', '&', '\\\\', '%', '#', ' '),
      fc.string(),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(tex, (pieces) => {
      const title = pieces.join('');
      for (const part of [title, `$${title.replaceAll('$', '').trim()}$`])
        for (const piece of piecesFor(part)) if (typeof piece !== 'string') expect(safeMath(piece)).toEqual(piece);
    }),
    { numRuns: 500 },
  );
});
