// Institutions and advisors in the lines that sources print.
import { expect, it } from 'vitest';
import { careerOf } from '../../../lib/graph/career.ts';
import type { Person } from '../../../lib/paper/schema.ts';

const claim = (value: string) => ({ value, sources: ['page'], certainty: 'stated' as const });
const person = (more: Partial<Person>): Person => ({
  id: 'ann',
  name: 'Ann Example',
  variants: [],
  position: null,
  pastPositions: [],
  degree: null,
  areas: [],
  biography: null,
  homepage: null,
  sources: ['page'],
  notes: [],
  ...more,
});
const found = (more: Partial<Person>): string[] =>
  careerOf(person(more), () => 'A page').map(({ kind, name, from, to }) =>
    [kind, name, ...(from === null ? [] : [from]), ...(to === null ? [] : [to])].join(' | '),
  );

it.each([
  ['Research scientist at Google, New York', ['works-at | Google']],
  ['Professor at the University of Texas at Austin', ['works-at | University of Texas at Austin']],
  ['University of Wisconsin–Madison', ['works-at | University of Wisconsin–Madison']],
  ['Works on many things', []],
  ['', []],
])('position: %s', (text, ties) => {
  expect(found({ position: claim(text) })).toEqual(ties);
});

it.each([
  [
    'PhD, The University of Texas at Austin, advised by Sujay Sanghavi',
    ['degree | University of Texas at Austin', 'advisor | Sujay Sanghavi'],
  ],
  [
    'PhD in engineering, Johns Hopkins University, 2018, advised by René Vidal; BS and MS, Peking University',
    ['degree | Johns Hopkins University | 2018', 'advisor | René Vidal | 2018', 'degree | Peking University'],
  ],
  ['PhD', []],
])('degree: %s', (text, ties) => {
  expect(found({ degree: claim(text) })).toEqual(ties);
});

it('years of a past position, and who says it', () => {
  const past = person({ pastPositions: [claim('Research assistant professor at TTI Chicago, 2014–2018')] });
  expect(careerOf(past, () => 'A page')).toEqual([
    { kind: 'was-at', name: 'TTI Chicago', from: 2014, to: 2018, saidBy: ['A page'] },
  ]);
});
