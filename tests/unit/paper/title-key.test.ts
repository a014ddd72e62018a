import { expect, it } from 'vitest';
import { readerTitleKey, storedTitleKey, typedTitleKey } from '../../../lib/paper/title-key.ts';
import { sameTitle, titlesResemble } from '../../../lib/paper/same-title.ts';
import { canonical } from '../../../lib/text/tokens.ts';

/** For which keys two titles are one, and which of the looser comparisons of whole titles hold. */
type Verdicts = readonly [
  index: boolean,
  reader: boolean,
  typed: boolean,
  stored: boolean,
  same: boolean,
  resemble: boolean,
];
const ALL = [true, true, true, true, true, true] as const;

it.each<readonly [one: string, other: string, verdicts: Verdicts]>([
  ['Deep Nets: A Study', 'deep nets – a study', ALL],
  ['Deep “Nets”', "Deep 'Nets'", ALL],
  ['Eﬃcient Nets', 'Efficient Nets', ALL],
  // Words run together or apart: what is typed keeps them apart.
  ['Image Net at Scale', 'ImageNet at Scale', [true, true, false, true, true, true]],
  // Spelling and accents: an id that is stored tells them apart.
  ['Robust Optimisation', 'Robust Optimization', [true, true, true, false, true, true]],
  ['Erdős Graphs', 'Erdos Graphs', [true, true, true, false, true, true]],
  ['Modelling Colour', 'Modeling Color', [true, false, false, false, true, true]],
  // Greek and maths: only the index reads them as words.
  ['The α-Divergence', 'The $\\alpha$-Divergence', [true, false, false, false, true, true]],
  ['The α-Divergence', 'The Alpha Divergence', [true, false, false, false, true, true]],
  ['Cats & Dogs', 'Cats and Dogs', [true, false, false, false, true, true]],
  // "Was is" is no spelling of "was iz" to a reader; what is typed may end anywhere.
  ['What is It', 'What iz It', [true, false, true, false, true, true]],
  // Not one title, but perhaps one paper.
  ['Gradient Descent', 'Gradient Descent: Convergence Rates', [false, false, false, false, true, true]],
  ['On the Speed of Deep Nets', 'On the Width of Wide Nets', [false, false, false, false, false, true]],
  ['Deep Nets', 'Deeper Nets', [false, false, false, false, false, true]],
  ['Honest Herons', 'Deep Nets', [false, false, false, false, false, false]],
])('“%s” and “%s”', (one, other, [index, reader, typed, stored, same, resemble]) => {
  const oneFor = (key: (title: string) => string): boolean => key(one) === key(other);
  expect({
    index: oneFor(canonical),
    reader: oneFor(readerTitleKey),
    typed: oneFor(typedTitleKey),
    stored: oneFor(storedTitleKey),
    same: sameTitle(one, other),
    resemble: titlesResemble(one, other),
  }).toEqual({ index, reader, typed, stored, same, resemble });
  expect(sameTitle(other, one)).toBe(same);
});

it.each([
  ['deep ne', true],
  ['Deep nets a', true],
  ['nets', false],
  ['optimis', false],
])('“%s” begins “Deep Nets: A Study”: %s', (typed, begins) => {
  expect(typedTitleKey('Deep Nets: A Study').startsWith(typedTitleKey(typed))).toBe(begins);
});
