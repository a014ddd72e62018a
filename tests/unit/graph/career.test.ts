// Ties of a person to institutions and advisors: as packs state them, in parts. A line of text alone ties nobody.
import { expect, it } from 'vitest';
import { tiesOf } from '../../../lib/graph/career.ts';
import { Person } from '../../../lib/paper/schema.ts';

const said = { sources: ['page', 'record'], certainty: 'stated' as const };
const plain = {
  id: 'ann',
  name: 'Ann Example',
  variants: [],
  position: { value: 'Professor at Example University', ...said },
  pastPositions: [],
  degree: null,
  areas: [],
  biography: null,
  homepage: null,
  sources: ['page'],
  notes: [],
};
const found = (person: unknown) =>
  tiesOf(Person.parse(person), (id) => (id === 'page' ? 'A page' : 'The record')).map(
    ({ kind, name, from, to, saidBy }) => [kind, name, from, to, saidBy.join()],
  );

it('has position, past position, degree and advisor, with years and who says so', () => {
  const career = [
    { kind: 'position', value: 'Professor at Example University', institution: 'Example University', ...said },
    { kind: 'past', value: 'TTI Chicago, 2014–2018', institution: 'TTI Chicago', from: 2014, to: 2018, ...said },
    { kind: 'degree', value: 'PhD, The Old School, 2013', institution: 'The Old School', to: 2013, ...said },
    { kind: 'advisor', value: 'René Vidal', institution: 'The Old School', person: 'René Vidal', to: 2013, ...said },
  ];
  expect(found({ ...plain, career })).toEqual([
    ['works-at', 'Example University', null, null, 'A page,The record'],
    ['was-at', 'TTI Chicago', 2014, 2018, 'A page,The record'],
    ['degree', 'Old School', null, 2013, 'A page,The record'],
    ['advisor', 'René Vidal', null, 2013, 'A page,The record'],
  ]);
});

it.each([
  ['of an earlier version has lines without parts', plain],
  ['has a fact of a later version', { ...plain, career: [{ kind: 'award', value: 'A prize', ...said }] }],
  ['has a year that is none', { ...plain, career: [{ kind: 'past', value: 'x', institution: 'X', from: 9, ...said }] }],
])('a pack that %s is read, and ties nobody', (_, person) => {
  expect(found(person)).toEqual([]);
});
