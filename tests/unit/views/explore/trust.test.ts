import { expect, it } from 'vitest';
import type { Person, TextClaim } from '../../../../lib/paper/schema.ts';
import { trustOf } from '../../../../lib/views/explore/trust.ts';
import { work } from './works.ts';

const claim = (value: string, certainty: TextClaim['certainty'], ...sources: string[]): TextClaim => ({
  value,
  certainty,
  sources,
});
const person: Person = {
  id: 'ada',
  name: 'Ada',
  variants: [],
  position: claim('professor', 'stated', 'a', 'b'),
  pastPositions: [claim('student', 'stated', 'a'), claim('postdoc', 'confirmed', 'record')],
  degree: claim('PhD', 'not confirmed', 'a', 'b'),
  areas: [claim('rivers', 'stated', 'a'), claim('lakes', 'stated', 'a')],
  biography: null,
  homepage: null,
  sources: ['a'],
  notes: [],
};

it('says of each fact whether several say so, one alone, or nobody confirms it', () => {
  const { facts } = trustOf({ person, works: [] });
  expect(facts.map(({ value, standing }) => [value, standing])).toEqual([
    ['professor', 'agreed'],
    ['student', 'single'],
    ['postdoc', 'agreed'],
    ['PhD', 'open'],
    ['rivers; lakes', 'single'],
  ]);
});

it('says how many works have one source alone, and about which the sources disagree', () => {
  const odd = work({ sources: ['a', 'b'], differs: ['year'] });
  const { works } = trustOf({ person, works: [work(), work({ sources: ['a', 'b'] }), odd] });
  expect(works).toEqual({ several: 2, single: 1, differing: [odd] });
});
