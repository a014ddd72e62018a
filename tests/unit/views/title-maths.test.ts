// The title on a card keeps its formula also where the preferred reading has lost the markup.
import { expect, it } from 'vitest';
import { titleWithMaths } from '../../../lib/views/title-maths.ts';
import { bundleSeeds } from '../../../tools/bundle-files.ts';
import { root } from '../../../tools/project.ts';

const { pack } = bundleSeeds(root);
const paper = (id: string) => {
  const found = pack.papers.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the bundled pack`);
  return found;
};

it.each([
  ['arxiv:2006.04862', 'O(n)'],
  ['arxiv:2402.09360', 'k'],
])('%s shows the formula %s', (id, tex) => {
  const formulas = titleWithMaths(paper(id)).flatMap((part) => (typeof part === 'string' ? [] : [part.tex]));
  expect(formulas).toEqual([tex]);
});

it('another title with a formula does not take the place of the preferred one', () => {
  const [first, ...rest] = paper('arxiv:1912.10077').titles;
  if (first === undefined) throw new Error('a paper has a title');
  const titles = [first, ...rest, { ...first, value: 'On $x$ and something else' }];
  expect(titleWithMaths({ ...paper('arxiv:1912.10077'), titles })).toEqual([first.value]);
});
