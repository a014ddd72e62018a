import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../lib/match/find-mentions.ts';
import { quotedSpans } from '../../../lib/match/quoted.ts';
import { indexOf } from './index-of.ts';

const quoted = (text: string): string[] => quotedSpans(text).map(({ start, end }) => text.slice(start, end));

describe('text between quotation marks', () => {
  it.each([
    ['see “A Field Guide to Trees,” 2021', ['A Field Guide to Trees,']],
    [
      'see "A Field Guide to Trees" and "Another Guide to Trees".',
      ['A Field Guide to Trees', 'Another Guide to Trees'],
    ],
    [
      '„Ein Feldführer zu Bäumen“ und «Guide des arbres en ville»',
      ['Ein Feldführer zu Bäumen', 'Guide des arbres en ville'],
    ],
    ['‘The author’s guide to trees’ is one', ['The author’s guide to trees']],
    ['a 5" pipe and a 6" pipe of iron and steel', []],
    ['“short” “and never closed by anything', []],
  ])('is found in %s', (text, stretches) => {
    expect(quoted(text)).toEqual(stretches);
  });

  it('lies inside the text and begins after its mark', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '“', '”', '‘', '’', ' ', 'word', '.', '„', '«', '»')), (parts) => {
        const text = parts.join('');
        for (const { start, end } of quotedSpans(text)) {
          expect(start).toBeGreaterThan(0);
          expect(end).toBeLessThan(text.length);
          expect('"“„«‘').toContain(text.charAt(start - 1));
        }
      }),
    );
  });
});

describe('titles in quotation marks', () => {
  const source = indexOf([
    { id: 'a', titles: ['Compact matrix factorization with dependent subspaces'] },
    { id: 'twin', titles: ['Gravitational waves from cosmological first order phase transitions'] },
    {
      id: 'other twin',
      titles: ['Gravitational Waves from Cosmological First Order Phase Transitions'],
    },
    {
      id: 'b',
      titles: ['Planet gaps in the dust layer of young disks: hydrodynamic simulations of settling'],
    },
  ]);
  const papersIn = async (text: string): Promise<string[][]> =>
    (await findMentions([{ text, kind: 'text', spans: [] }], source)).map(({ papers }) => papers);

  it.each([
    ['whole', 'They say in “Compact Matrix Factorization With Dependent Subspaces” that', [['a']]],
    ['mistyped', 'They say in “Compact Matrix Factorization With Dependnet Subspaces” that', [['a']]],
    ['of a longer one', 'They say in “Compact Matrix Factorization With Dependent Subspaces for Drums” that', []],
    [
      'at the end of a longer one',
      'They say in “Robust Compact Matrix Factorization With Dependent Subspaces” that',
      [],
    ],
  ])('%s', async (_, text, papers) => {
    expect(await papersIn(text)).toEqual(papers);
  });

  it('are found cut short after a main part that alone would be none', async () => {
    expect(await papersIn('Planet gaps in the dust layer of young disks: hydrodynamic simul…')).toEqual([['b']]);
  });

  it('name all records of a title that is cut short', async () => {
    expect(await papersIn('Gravitational waves from cosmological first order ph…')).toEqual([['twin', 'other twin']]);
  });
});
