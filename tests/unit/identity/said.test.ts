// What the reader said of a work holds, whatever was said before and in whatever order it is read again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { notTheirs, theirs, type Bearer } from '../../../lib/identity/decisions.ts';
import { saidOf } from '../../../lib/identity/said.ts';

const bearer = (paper: string): Bearer[] => [{ paper, person: 'n-wang-wei' }];
const person = ['a', 'b', 'c'].flatMap(bearer);

it('the last word about a work and a person is what holds', () => {
  const words = fc.array(fc.record({ work: fc.constantFrom('x', 'y', 'a'), is: fc.boolean() }), { maxLength: 8 });
  fc.assert(
    fc.property(words, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (said, order) => {
      const decisions = said.map(({ work, is }, at) => {
        const others = person.filter(({ paper }) => paper !== work);
        return is ? theirs(bearer(work), others, at) : notTheirs(bearer(work), others, at);
      });
      const read = [...decisions.entries()]
        .toSorted(([a], [b]) => (order[a] ?? 0) - (order[b] ?? 0))
        .map(([, one]) => JSON.parse(JSON.stringify(one)) as typeof one);
      // A work of which nothing was said that way, so that the person is there whatever was said of others.
      const answer = saidOf(read, [...bearer('b'), ...bearer('c')]);
      for (const work of ['x', 'y', 'a']) {
        const last = said.findLast((one) => one.work === work);
        if (work !== 'a' || last !== undefined) expect(answer(bearer(work))?.theirs).toBe(last?.is);
      }
    }),
  );
});

it('says nothing of a person who shares no work with it', () => {
  expect(saidOf([notTheirs(bearer('x'), person, 1)], bearer('z'))(bearer('x'))).toBeNull();
});
