import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, fold } from '../../../lib/text/tokens.ts';

describe('spellings that read alike', () => {
  it.each([
    ['case', 'LIFT: Language', 'lift language'],
    ['ligatures', 'image classiﬁcation, eﬀects, eﬃcient', 'image classification effects efficient'],
    ['diacritics', 'Über Poincaré', 'Uber Poincare'],
    ['diacritics apart from their letters', 'Poincare\u0301', 'Poincaré'],
    ['letters that only look accented', 'Łojasiewicz Ørsted straße', 'lojasiewicz orsted strasse'],
    ['dashes', 'sequence–to—sequence‐models−x', 'sequence-to-sequence models x'],
    ['apostrophes', 'Teacher’s pet', "Teacher's pet"],
    ['a lost apostrophe', 'Teachers pet', "Teacher's pet"],
    ['quotes', '“BERT” and ‘GPT’', 'BERT and GPT'],
    ['hyphens lost', 'overparameterization of pretraining', 'Over-parameterization of pre-training'],
    ['spaces in formulas', 'O (n) connections', 'O(n) connections'],
    ['formulas', '$O(n)$ connections', 'O(n) connections'],
    ['styled formulas', String.raw`$\mathcal{O}(n)$ connections`, 'O(n) connections'],
    ['mathematical letters', '𝒪(𝑛) connections', 'O(n) connections'],
    ['Greek letters, spoken', String.raw`$\alpha$-divergence`, 'α-divergence'],
    ['Greek letters, by name', 'alpha-divergence', 'α-divergence'],
    ['variants of Greek letters', String.raw`$\varepsilon$-greedy`, 'epsilon-greedy'],
    ['script l', String.raw`$\ell_p$ norms`, 'ℓp norms'],
    ['accents of TeX', String.raw`Schr\"odinger and Erd\H{o}s and {\'e}tale`, 'Schrödinger and Erdős and étale'],
    ['braces', '{B}ayesian {GAN}s', 'Bayesian GANs'],
    ['styled words', String.raw`\emph{Deep} \textbf{Nets}`, 'Deep Nets'],
    ['ampersands', String.raw`Q&A, Q\&A, Q&amp;A`, 'QandA QandA QandA'],
    ['soft hyphens', 'opti\u00admisation', 'optimisation'],
    ['line-end hyphens', 'distribu-\n  tionally robust', 'distributionally robust'],
    ['line-end hyphens that stay', 'sequence-\nto-sequence', 'sequence-to-sequence'],
    ['spaces that do not break', 'Label\u00a0Shift', 'Label Shift'],
    ['-ise and -ize', 'optimisation analysed generalising', 'optimization analyzed generalizing'],
    ['-our and -or', 'behavioural colour neighbourhoods', 'behavioral color neighborhoods'],
    ['-re and -er', 'centre fibre metres', 'center fiber meters'],
    ['-ence and -ense', 'defence licences', 'defense licenses'],
    ['doubled l', 'modelling labelled signalling', 'modeling labeled signaling'],
    ['-ogue and -og', 'catalogue dialogues', 'catalog dialogs'],
    ['ae and e', 'anaemia paediatric oestrogen', 'anemia pediatric estrogen'],
    ['single words', 'grey programme', 'gray program'],
    ['wide letters', 'ＢＥＲＴ', 'BERT'],
  ])('%s', (_what, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  it.each([
    ['plural', 'Adaptive Federated Optimization', 'Adaptive Federated Optimizations'],
    ['another word', 'Machine Learning Tasks', 'ML Tasks'],
    ['another digit', '76 minutes', '67 minutes'],
  ])('%s differs', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

it('a hyphen at a line end has two readings', () => {
  const reading = (text: string, joined: boolean): string => {
    const { chars, length } = fold(text, undefined, joined);
    return String.fromCharCode(...chars.subarray(0, length));
  };
  expect(reading('model-\nling', true)).toBe(canonical('modeling'));
  expect(reading('data-\nefficient', false)).toBe(canonical('data-efficient'));
});

const words = (text: string): string[] => {
  const folded = fold(text);
  return Array.from({ length: folded.words }, (_, i) => text.slice(folded.start[i], folded.end[i]));
};

it('words keep their place in the text', () => {
  expect(words("It's an (O(n)) “re-\nsult” – naïve? 中文 x²")).toEqual([
    "It's",
    'an',
    'O',
    'n',
    're',
    'sult',
    'naïve',
    '中文',
    'x²',
  ]);
});

it('any text folds, and its words stand in order inside it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const folded = fold(text);
      let last = 0;
      for (let i = 0; i < folded.words; i += 1) {
        const start = folded.start[i] ?? -1;
        const end = folded.end[i] ?? -1;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(folded.from[i + 1]).toBeGreaterThanOrEqual(folded.from[i] ?? 0);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(folded.from[folded.words]).toBe(folded.length);
    }),
    { numRuns: 500 },
  );
});

/** What the spelling rules, the signs between words and TeX are about, next to each other. */
const pieces = fc.constantFrom(
  ...'a e i o u r l m n c y b t g s z E Y gre gramm ogue ence our ell tre 0 9 5 . .. /'.split(' '),
  ...'- { } $ & &amp; ’ “ ” … – \\ \\alpha \\"o \\mathcal \\& é ﬁ α 中 𝒪 ß ＆'.split(' '),
  ...'\n|\t| |  |-\n|- |\'|"|\\mathcal |e\u0301|\u00ad|\u200b|\ud800|\udc00|\u{e0100}|\u00a0'.split('|'),
);

it('plain stretches, which are read in one go, fold as they do letter by letter', () => {
  // Longer than what is read in one go: then the same rules are asked for every letter.
  const behind = `\n${' '.repeat(1 << 14)}`;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const [fast, slow] = [fold(text), fold(text + behind)].map((folded) => ({
          ...folded,
          chars: [...folded.chars.subarray(0, folded.length)],
          from: [...folded.from.subarray(0, folded.words + 1)],
          start: [...folded.start.subarray(0, folded.words)],
          end: [...folded.end.subarray(0, folded.words)],
          setOff: [...folded.setOff.subarray(0, folded.words)],
        }));
        expect(fast).toEqual(slow);
      },
    ),
    { numRuns: 1000 },
  );
});

it('a text of nothing but signs that are spoken has room', () => {
  const spoken = 'and'.repeat(16_000);
  expect(canonical('&'.repeat(16_000))).toBe(spoken);
  expect(canonical('&'.repeat(16_000) + ' '.repeat(1000))).toBe(spoken);
});

it('working space used again gives the same words', () => {
  const space = fold('a much longer text than the next one, with letters left over');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const again = fold(text, space);
      expect([...again.chars.subarray(0, again.length)]).toEqual([...fold(text).chars.subarray(0, again.length)]);
    }),
  );
});
