// Works of a page, for tests of what is counted and filtered.
import fc from 'fast-check';
import type { ExploreWork } from '../../../../lib/views/explore/schema.ts';

let made = 0;
export function work(facts: Partial<ExploreWork> = {}): ExploreWork {
  made += 1;
  const title = facts.title ?? `Work ${made}`;
  return {
    id: `arxiv:0001.${made}`,
    title,
    titleParts: [title],
    authors: (facts.by ?? []).map((at) => `Author ${at}`),
    year: 2020,
    venue: null,
    type: null,
    hasCode: false,
    status: null,
    by: [],
    topics: [],
    categories: [],
    sources: ['a'],
    differs: [],
    ...facts,
  };
}

/** Any works, hostile titles and absurd years among them. */
export const anyWork: fc.Arbitrary<ExploreWork> = fc
  .record({
    title: fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom('=1+1', '] (x)', '"', 'a,b', ' a', '<b>'),
    ),
    year: fc.option(fc.integer({ min: 1500, max: 2200 })),
    venue: fc.option(fc.constantFrom('ICLR 2020', 'ICLR', 'NeurIPS 2019', '2020', ' ')),
    hasCode: fc.boolean(),
    status: fc.option(fc.constantFrom('to-read', 'reading', 'read')),
    by: fc.array(fc.nat(6), { maxLength: 8 }),
    moreAuthors: fc.boolean(),
    topics: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
    categories: fc.array(fc.constantFrom('cs.LG', 'math.CO'), { maxLength: 2 }),
    listed: fc.option(fc.constant({ category: 'LG', on: '2022-06-14' }), { nil: undefined }),
    sources: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 2 }),
  })
  .map(({ listed, ...facts }) => work(listed === undefined ? facts : { ...facts, listed }));
