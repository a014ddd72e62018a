import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decision, merge, notTheirs, splitOff, thisIsMe, type Bearer } from '../../../lib/identity/decisions.ts';
import { identifyNow } from '../../../lib/identity/identify.ts';
import { namePerson } from '../../../lib/paper/names/person-id.ts';
import { persons, signature } from './signatures.ts';

const bearer = (paper: string, name = 'Wei Wang'): Bearer => ({ paper, person: namePerson(name) });
const together = ['a1', 'b1', 'c1'].map((paper) => signature(paper, 'Wei Wang', { coauthors: ['Ada Quillfeather'] }));

describe('decisions of the reader', () => {
  it('merging joins what ids and names tell apart', () => {
    const signatures = [
      signature('a1', 'Wei Wang', { ids: ['orcid:1'] }),
      signature('b1', 'Wen Wang', { ids: ['orcid:2'] }),
    ];
    expect(persons(signatures)).toEqual(['a1', 'b1']);
    const decisions = [merge([bearer('a1')], [bearer('b1', 'Wen Wang')], 1)];
    expect(persons(signatures, { decisions })).toEqual(['a1 b1']);
  });

  it('“not theirs” takes a work away, and a later merge brings it back', () => {
    const decisions = [
      notTheirs(
        [bearer('c1')],
        together.map(({ paper }) => bearer(paper)),
        1,
      ),
    ];
    expect(persons(together, { decisions })).toEqual(['a1 b1', 'c1']);
    const later = [...decisions, merge([bearer('a1'), bearer('b1')], [bearer('c1')], 2)];
    expect(persons(together, { decisions: later })).toEqual(['a1 b1 c1']);
  });

  it('splitting off makes one other person of the works', () => {
    const decisions = splitOff(
      [bearer('b1'), bearer('c1')],
      together.map(({ paper }) => bearer(paper)),
      1,
    );
    expect(persons(together, { decisions })).toEqual(['a1', 'b1 c1']);
  });

  it('“this is me” marks the person', () => {
    const { persons: found } = identifyNow(
      [...together, signature('d1', 'Wei Wang', { ids: ['orcid:9'], year: 1980 })],
      {
        decisions: [thisIsMe([bearer('a1')], 1)],
      },
    );
    expect(found.filter(({ me }) => me).map(({ works }) => works.length)).toEqual([3]);
  });

  it('a decision about a paper under another of its ids counts', () => {
    const signatures = [
      signature('a1', 'Wei Wang', { also: ['doi:10.1/a'], year: 1990, words: ['soil'] }),
      signature('b1', 'Wei Wang', { words: ['graph'] }),
    ];
    expect(persons(signatures, { decisions: [merge([bearer('doi:10.1/a')], [bearer('b1')], 1)] })).toEqual(['a1 b1']);
  });

  it('always hold, where they do not contradict each other', () => {
    const papers = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'];
    const groups = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(groups, fc.array(fc.constantFrom('Ada A', 'Ben B'), { maxLength: 2 }), (group, coauthors) => {
        const signatures = papers.map((paper) => signature(paper, 'Wei Wang', { coauthors }));
        const of = (number: number): Bearer[] =>
          papers.filter((_, at) => group[at] === number).map((one) => bearer(one));
        const decisions = [0, 1, 2].flatMap((number) => {
          const own = of(number);
          const rest = papers.filter((_, at) => group[at] !== number).map((one) => bearer(one));
          return own.length === 0 || rest.length === 0 ? [] : [...splitOff(own, [...own, ...rest], number + 1)];
        });
        const { personOf } = identifyNow(signatures, { decisions });
        if (decisions.length === 0) return;
        for (const [a, one] of group.entries())
          for (const [b, other] of group.entries()) expect(personOf[a] === personOf[b]).toBe(one === other);
      }),
    );
  });

  it('are plain data', () => {
    const decisions = [...splitOff([bearer('b1')], [bearer('a1')], 5), thisIsMe([bearer('c1')], 6)];
    expect(decisions.map((one) => Decision.parse(JSON.parse(JSON.stringify(one))))).toEqual(decisions);
  });
});
