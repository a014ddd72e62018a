// How a card says that its paper was matched.
import { expect, it } from 'vitest';
import { subjectOf } from '../../../../lib/page/act/card-loader.ts';

const mark = { subject: { kind: 'papers', papers: ['arxiv:1904.00962'], via: 'title', confidence: 0.9 } } as const;

it('the page’s own paper is matched by what the page says of itself, which is surer than its title', () => {
  expect(subjectOf(mark, [{ paper: 'arxiv:1904.00962', via: 'url' }])).toMatchObject({ via: 'url', confidence: 1 });
});

it('any other paper by what was found in the text', () => {
  expect(subjectOf(mark, [{ paper: 'arxiv:1912.10077', via: 'url' }])).toMatchObject({ via: 'title', confidence: 0.9 });
});
