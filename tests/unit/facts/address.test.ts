// Where a paper's page and its PDF are, from the address of either.
import { describe, expect, it } from 'vitest';
import { placesOf, samePaperByAddress } from '../../../lib/facts/address.ts';
import { pageAddress } from '../../../lib/facts/page-context.ts';
import { findArxivId, findDoi, identifiersOfPageAddress } from '../../../lib/paper/identifiers.ts';
import type { SiteAdapter } from '../../../lib/sites/adapter.ts';

const site: SiteAdapter = {
  id: 'journal',
  name: 'Journal of Tests',
  confirmed: false,
  hosts: ['*.journal.example'],
  pages: [],
  addresses: [
    {
      match: '^https://(www[.])?journal[.]example/(?:paper|pdf)/([a-z0-9]+)(?:[.]pdf)?$',
      page: 'https://journal.example/paper/{2}',
      pdf: 'https://journal.example/pdf/{2}.pdf',
    },
  ],
};

describe('page and PDF', () => {
  const rule = {
    page: 'https://journal.example/paper/a1',
    pdf: 'https://journal.example/pdf/a1.pdf',
    site: 'Journal of Tests',
  };
  it.each([
    'https://journal.example/pdf/a1.pdf',
    'https://journal.example/paper/a1',
    'http://www.journal.example/pdf/a1.pdf#page=3',
  ])('by the site’s rule: %s', (url) => {
    expect(placesOf(url, [site])).toEqual(rule);
  });

  it.each([
    ['https://x.example/doi/pdf/10.1234/garden.7', 'https://doi.org/10.1234/garden.7'],
    ['https://www.x.example/content/10.1234/garden.7.full.pdf', 'https://doi.org/10.1234/garden.7'],
    ['https://alphaxiv.org/pdf/2101.00001v2', 'https://doi.org/10.48550/arxiv.2101.00001'],
  ])('by an identifier: %s', (url, page) => {
    expect(placesOf(url, [site])).toMatchObject({ page, pdf: url });
  });

  it.each([
    'https://journal.example/about',
    'https://x.example/a.pdf',
    'https://x.example/doi/10.1234/garden.7',
    'file:///a.pdf',
    'about:blank',
    '',
  ])('not %s', (url) => {
    expect(placesOf(url, [site])).toBeNull();
  });
});

describe('which paper an address is about', () => {
  it.each([
    ['https://x.example/article?id=10.1234/garden.7', null, ['10.1234/garden.7']],
    ['https://x.example/search?q=10.1234/garden.7', null, []],
    ['https://x.example/doi/10.1234/garden.7/full', null, ['10.1234/garden.7/full', '10.1234/garden.7']],
    ['https://arxiv.org/abs/2101.00001v3', '2101.00001', []],
    ['https://doi.org/10.48550/arXiv.2101.00001', '2101.00001', []],
    ['https://x.example/2101.00001', null, []],
    ['https://x.example/10.1101/000000v1', null, []],
  ])('%s', (url, arxiv, dois) => {
    expect(identifiersOfPageAddress(url)).toEqual({ arxiv, dois });
  });
});

it.each([
  ['arXiv:2101.00001v2', '2101.00001'],
  ['https://arxiv.org/pdf/2101.00001.pdf', '2101.00001'],
  ['10.48550/arXiv.2101.00001', '2101.00001'],
  ['see arXiv:math/0309136 for it', 'math/0309136'],
  ['2101.00001.', '2101.00001'],
  ['math', null],
])('the id in %j', (text, id) => {
  expect(findArxivId(text)).toBe(id);
});

it('a DOI in a sentence ends before its punctuation', () => {
  expect(findDoi('Annals 3 (2021), https://doi.org/10.1234/garden.7).')).toBe('10.1234/garden.7');
});

it.each([
  ['https://journal.example/paper/a1', 'https://journal.example/pdf/a1.pdf', true],
  ['https://journal.example/paper/a1', 'https://journal.example/paper/a2', false],
  ['https://www.alphaxiv.org/abs/2101.00001', 'https://www.alphaxiv.org/abs/2101.00001v2', true],
  ['https://x.example/abs/2101.00001', 'https://x.example/abs/2101.00002', false],
  ['https://x.example/paper/one', 'https://x.example/paper/one/figures?page=2', true],
  ['https://x.example/paper/one', 'https://x.example/paper/oneself', false],
  ['https://x.example/p?id=1', 'https://x.example/p?id=1&tab=code', true],
  ['https://x.example/p?id=1', 'https://x.example/p?id=2', false],
  ['https://x.example/', 'https://x.example/paper/one', false],
  ['https://x.example/paper/one', 'https://y.example/paper/one', false],
  ['about:blank', 'nonsense', false],
])('%s and %s are one paper’s: %s', (one, other, same) => {
  const [first, second] = [pageAddress(one, [site]), pageAddress(other, [site])];
  expect(samePaperByAddress(first, second)).toBe(same);
  expect(samePaperByAddress(second, first)).toBe(same);
});
