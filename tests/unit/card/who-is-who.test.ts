// What an author's card says of whose a work is: the evidence in words, and where a work goes after a press.
import { expect, it } from 'vitest';
import { isTold, lineWords } from '../../../components/card/author/line-words.ts';
import { underNameOf } from '../../../components/card/author/under-name.ts';
import { withAnswer } from '../../../components/card/author/with-answer.ts';
import { person } from '../../fixtures/card/samples.ts';
import type { PersonView } from '../../../lib/views/schema.ts';
import type { Line } from '../../../lib/identity/line.ts';

const lines: readonly (readonly [Line, string])[] = [
  [{ kind: 'decision', weight: 20 }, 'you said so'],
  [
    { kind: 'coauthors', names: ['Pieter Abbeel', 'Chelsea Finn', 'Ada Example'], more: 1, weight: 3 },
    'shares Pieter Abbeel, Chelsea Finn and 2 more',
  ],
  [{ kind: 'coauthors', names: ['Pieter Abbeel'], more: 0, weight: 3 }, 'shares Pieter Abbeel'],
  [{ kind: 'name', people: 'few', weight: 1 }, 'few have this name'],
  [{ kind: 'ids', ids: ['known:wei-wang'], weight: 20 }, 'a pack says who this author is'],
  [{ kind: 'ids', ids: ['orcid:1'], weight: 20 }, 'the same id: orcid:1'],
  [{ kind: 'other-id', of: 'orcid', weight: -20 }, 'a different id (orcid)'],
  [{ kind: 'years', apart: 12, weight: -1 }, '12 years from the nearest work of theirs'],
];

it.each(lines)('%j is told in words', (line, words) => {
  expect(lineWords(line)).toBe(words);
  expect(isTold(line)).toBe(true);
});

it('a year that is near speaks against nobody', () => {
  expect(isTold({ kind: 'years', apart: 0, weight: -0.2 })).toBe(false);
});

it('after a press a work is in its other list at once, and others stay where they are', () => {
  const view: PersonView = { ...person, answers: [...person.answers, { paper: 'w1', answer: 'theirs', lines: [] }] };
  const [first] = view.works;
  if (first === undefined) throw new Error('The sample has no works.');
  const before = underNameOf(view);
  const after = withAnswer(view, [first.id], 'not-theirs');
  expect(after.works).toEqual(view.works.slice(1));
  expect(underNameOf(after)).toEqual({ ...before, others: [...before.others, first] });
  const back = withAnswer(after, [first.id], 'theirs');
  expect(back.underName).toEqual(view.underName);
});
