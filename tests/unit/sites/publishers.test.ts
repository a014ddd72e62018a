import { expect, it } from 'vitest';
import { sites } from '../../../lib/sites/index.ts';
import { ownPlaces, publishers } from '../../../lib/sites/publishers.ts';

it('every publisher in the table is a site that Byline reads', () => {
  const known = new Set(sites.map(({ id }) => id));
  expect(
    Object.values(publishers)
      .flat()
      .filter((id) => !known.has(id)),
  ).toEqual([]);
});

it.each([
  ['a preprint', { arxivId: '2001.00001' }, ['arxiv']],
  ['an article', { doi: '10.1109/tpami.2020.1' }, ['ieee']],
  ['both', { arxivId: '2001.00001', doi: '10.1038/s41586-020-1' }, ['arxiv', 'nature']],
  ['an unknown publisher', { doi: '10.99999/x' }, []],
  ['a DOI whose prefix is a name of objects', { doi: 'constructor' }, []],
  ['neither', { arxivId: null, doi: null }, []],
])('%s has its own places', (_, paper, places) => {
  expect(ownPlaces(paper)).toEqual(places);
});
