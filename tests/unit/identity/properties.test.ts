import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFor } from '../../../lib/identity/answers.ts';
import { identifyNow } from '../../../lib/identity/identify.ts';
import { kindOf } from '../../../lib/identity/ids.ts';
import type { Signature } from '../../../lib/identity/signature.ts';
import { persons, signature } from './signatures.ts';

const names = fc.constantFrom('Wei Wang', 'W. Wang', 'Wei J. Wang', 'Wen Wang', 'Wang, Wei');
const ids = fc.constantFrom('orcid:1', 'orcid:2', 'dblp:1', 'dblp:2');
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

/** Works as sources have them. */
const usual = fc.record({
  name: names,
  ids: some(ids),
  coauthors: some(fc.constantFrom('Ada A', 'Ben B', 'Cem C', 'Y. Liu')),
  words: some(fc.constantFrom('graph', 'soil', 'attention')),
  year: fc.option(fc.integer({ min: 1990, max: 2025 })),
});
const works = fc
  .array(usual, { maxLength: 14 })
  .map((all) =>
    all.map(({ name, ...more }, at) => signature(`p${at % 12}`, name, { place: Math.floor(at / 12), ...more })),
  );

/** Works as nobody would write them. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    'et al.',
    'The CMS Collaboration',
    '王伟',
    'Мария Иванова',
    'محمد',
    'Plato',
    'x'.repeat(10_000),
    '__proto__',
    'a:',
  ),
);
const odd = fc.record({
  place: fc.nat(3),
  name: text,
  ids: some(text),
  coauthors: fc.oneof(some(text), fc.constant(Array.from({ length: 500 }, (_, at) => `Ada Number${at}`))),
  words: some(text),
  topics: some(text),
  venue: fc.option(text),
  affiliation: fc.option(text),
  year: fc.option(fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Infinity, -1, 99_999))),
});

describe('whatever is given', () => {
  it('the order of works makes no difference', () => {
    fc.assert(
      fc.property(works, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (all, numbers) => {
        const shuffled = [...all.entries()]
          .toSorted(([a], [b]) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
          .map(([, one]) => one);
        expect(persons(shuffled)).toEqual(persons(all));
      }),
    );
  });

  it('nobody has two ids of one kind, unless one work has both; nobody is on a paper twice', () => {
    fc.assert(
      fc.property(works, (all) => {
        const single = all.map((one): Signature => {
          const kinds = new Map(one.ids.map((id) => [kindOf(id), id]));
          return { ...one, ids: [...kinds.values()] };
        });
        const { persons: found, signatures } = identifyNow(single);
        for (const { ids: own, works: its } of found) {
          expect(new Set(own.map(kindOf)).size).toBe(own.length);
          const papers = its.map((work) => signatures[work]?.paper);
          expect(new Set(papers).size).toBe(papers.length);
        }
      }),
    );
  });

  it('every work is one person’s, and is answered once', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 8 }), fc.nat(7), (all, asked) => {
        const given = all.map(({ name, ...more }, at) => signature(`p${at % 5}`, name, more));
        const identities = identifyNow(given);
        const numbers = identities.signatures.map((_, at) => at);
        expect(identities.persons.flatMap(({ works: its }) => its).toSorted((a, b) => a - b)).toEqual(numbers);
        const { theirs, maybe, others } = answersFor(identities, numbers.slice(asked, asked + 1));
        expect([...theirs, ...maybe, ...others].map(({ work }) => work).toSorted((a, b) => a - b)).toEqual(numbers);
      }),
    );
  });
});
