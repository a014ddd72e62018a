import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPapers } from '../../../../lib/paper/same-paper.ts';
import { mergePapers } from '../../../../lib/paper/merge.ts';
import { paperKeys } from '../../../../lib/paper/keys.ts';
import { groupWorks } from '../../../../lib/catalog/people/same-person.ts';
import { titleOf, type Paper } from '../../../../lib/paper/schema.ts';
import { near } from '../../../../lib/catalog/search/terms.ts';
import { authorKey } from '../../../../lib/paper/names/name-key.ts';
import { paper } from '../../../fixtures/papers.ts';

const self = new Set([authorKey('Wei Wang')]);
const work = (title: string, ...others: string[]): Paper => paper({ title, authors: ['Wei Wang', ...others] });
const titles = (papers: readonly Paper[]): string[] => papers.map(titleOf).toSorted();

describe('people of one name', () => {
  it('works with a colleague in common are one person’s, and so on; who has most comes first', () => {
    const groups = groupWorks(self, [
      work('Alone'),
      work('With Ada', 'Ada A'),
      work('With both', 'Ada A', 'Ben B'),
      work('With Ben', 'Ben B'),
      work('With Cem', 'Cem C'),
      work('With Cem again', 'Cem C'),
    ]);
    expect(groups.map(titles)).toEqual([
      ['With Ada', 'With Ben', 'With both'],
      ['With Cem', 'With Cem again'],
      ['Alone'],
    ]);
  });

  it('every work is one person’s, and the order of works makes no difference', () => {
    const names = fc.array(fc.constantFrom('Ada A', 'Ben B', 'Cem C', 'Dan D', 'Eve E'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (all) => {
        const works = all.map((others, at) => work(`Work ${at}`, ...others));
        const plain = (some: readonly Paper[]): string[] =>
          groupWorks(self, some)
            .map((group) => titles(group).join())
            .toSorted();
        expect(titles(groupWorks(self, works).flat())).toEqual(titles(works));
        expect(plain(works.toReversed())).toEqual(plain(works));
      }),
    );
  });
});

describe('records of one paper', () => {
  it('groups are the same whichever pack comes first, and lose no record', () => {
    const some = fc.record({
      title: fc.constantFrom('One Title', 'Another Title', 'one title!'),
      arxivId: fc.constantFrom('2001.00001', '2001.00002', null),
      doi: fc.constantFrom('10.1000/a', '10.1000/b', null),
      authors: fc.constantFrom(['Ada A'], ['Ben B'], ['Ada A', 'Ben B'], []),
      year: fc.constantFrom(2000, 2001, 2010),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (facts) => {
        const records = facts.map((one, at) => ({
          at,
          paper: { ...paper({ ...one, authors: [...one.authors] }), id: `record-${at}` },
        }));
        const groups = groupPapers(records);
        expect(
          groups
            .flat()
            .map(({ at }) => at)
            .toSorted((a, b) => a - b),
        ).toEqual(records.map(({ at }) => at));
        for (const group of groups) {
          const [first, ...others] = group.map((one) => one.paper);
          if (first === undefined) throw new Error('an empty group');
          const joined = mergePapers([first, ...others]);
          expect(joined.id).toBe(first.id);
          for (const one of group)
            for (const { value } of one.paper.titles)
              expect(joined.titles.map((title) => title.value)).toContain(value);
        }
        // Two records with one identifier are never apart.
        for (const one of records)
          for (const other of records) {
            const keys = new Set(paperKeys(one.paper));
            if (!paperKeys(other.paper).some((key) => keys.has(key))) continue;
            expect(groups.find((group) => group.includes(one))).toBe(groups.find((group) => group.includes(other)));
          }
      }),
    );
  });
});

type Kind = Paper['type'];
it.each<[Kind, string | null, Kind, string | null, Kind]>([
  ['preprint', null, null, 'ICML 2020', null],
  ['preprint', null, 'conference', 'ICML 2020', 'conference'],
  ['preprint', null, null, null, 'preprint'],
  ['preprint', 'arXiv', 'conference', 'ICML 2020', 'preprint'],
  ['journal', 'Annals of Tests', 'conference', 'ICML 2020', 'journal'],
  [null, null, 'journal', 'Annals of Tests', 'journal'],
])('%s at %s, and %s at %s: what it is then', (type, venue, otherType, otherVenue, wanted) => {
  const at = (kind: Kind, place: string | null): Paper => ({
    ...paper({ title: 'One Title' }),
    type: kind,
    venues: place === null ? [] : [{ value: place, sources: ['somebody'], certainty: 'stated' }],
  });
  expect(mergePapers([at(type, venue), at(otherType, otherVenue)]).type).toBe(wanted);
  // What the person says themself counts first; without one the order makes no difference.
  if (wanted === null || wanted === otherType)
    expect(mergePapers([at(otherType, otherVenue), at(type, venue)]).type).toBe(wanted);
});

it.each([
  ['neural', 'nueral', 1, true],
  ['network', 'netwrok', 1, true],
  ['neural', 'nural', 1, true],
  ['neural', 'natural', 1, false],
  ['transformer', 'transfomre', 2, true],
  ['graph', 'graphs', 0, false],
])('%s and %s within %i letters: %s', (one, other, errors, wanted) => {
  expect(near(one, other, errors)).toBe(wanted);
  expect(near(other, one, errors)).toBe(wanted);
});
