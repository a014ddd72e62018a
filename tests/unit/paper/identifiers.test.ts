import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivId, arxivIdOfDoi, identifiersIn, identifiersOf } from '../../../lib/paper/identifiers.ts';

describe('arXiv ids in addresses', () => {
  it.each([
    ['https://arxiv.org/abs/2210.12945', '2210.12945'],
    ['https://arxiv.org/abs/2210.12945v3', '2210.12945'],
    ['http://export.arxiv.org/pdf/1904.00962.pdf', '1904.00962'],
    ['https://arxiv.org/abs/2305.05065.pdf', '2305.05065'],
    ['https://arxiv.org/html/2310.05351v2#S3', '2310.05351'],
    ['https://arxiv.org/format/2002.07028', '2002.07028'],
    ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136'],
    ['https://arxiv.org/pdf/astro-ph/9710163v1', 'astro-ph/9710163'],
    ['https://ar5iv.labs.arxiv.org/html/astro-ph/9710163', 'astro-ph/9710163'],
    ['https://ar5iv.org/abs/1307.8133', '1307.8133'],
    ['https://www.alphaxiv.org/overview/2210.12945', '2210.12945'],
    ['https://scirate.com/arxiv/2210.12945', '2210.12945'],
    ['https://huggingface.co/papers/2401.05561', '2401.05561'],
    ['https://www.semanticscholar.org/arxiv/2210.12945', '2210.12945'],
    ['https://api.semanticscholar.org/graph/v1/paper/arXiv:2210.12945', '2210.12945'],
    ['https://www.catalyzex.com/paper/arxiv:2003.00295/code', '2003.00295'],
    ['https://ui.adsabs.harvard.edu/abs/arXiv%3A2210.12945/abstract', '2210.12945'],
    ['https://doi.org/10.48550/arXiv.2403.08100', '2403.08100'],
    ['https://doi.org/10.48550/ARXIV.MATH/0309136', 'math/0309136'],
  ])('%s', (address, id) => {
    expect(identifiersOf(address)).toEqual({ arxiv: id, dois: [] });
  });
});

describe('DOIs in addresses', () => {
  it.each([
    ['https://doi.org/10.1371/journal.pone.0213978', '10.1371/journal.pone.0213978'],
    ['http://dx.doi.org/10.1145%2F3292500.3330701', '10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['https://link.springer.com/article/10.1007/s10994-013-5412-1?from=x', '10.1007/s10994-013-5412-1'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978', '10.1371/journal.pone.0213978'],
    ['https://www.biorxiv.org/content/10.1101/2024.12.01.625444v2.full.pdf', '10.1101/2024.12.01.625444'],
    ['https://www.frontiersin.org/articles/10.3389/fnins.2019.00095/full', '10.3389/fnins.2019.00095'],
    ['https://iopscience.iop.org/article/10.1088/1361-6633/aab406/pdf', '10.1088/1361-6633/aab406'],
    ['https://www.nature.com/articles/d41586-020-02610-z', '10.1038/d41586-020-02610-z'],
    ['https://www.nature.com/articles/nature14539.pdf', '10.1038/nature14539'],
  ])('%s', (address, doi) => {
    const { arxiv, dois } = identifiersOf(address);
    expect(arxiv).toBeNull();
    expect(dois).toContain(doi);
  });
});

it.each([
  'https://example.org/abs/2210.12945',
  'https://notarxiv.org/abs/2210.12945',
  'https://arxiv.org/list/cs.LG/recent',
  'https://arxiv.org/abs/2299.12945',
  'https://github.com/x/y/releases/tag/2210.1294',
  'https://huggingface.co/datasets/x/2024-01',
  'javascript:void(0)',
  '#top',
  'https://arxiv.org/abs/%E0%A4%A',
])('no identifier in %s', (address) => {
  expect(identifiersOf(address)).toEqual({ arxiv: null, dois: [] });
});

describe('identifiers written in a text', () => {
  it.each([
    ['(arXiv:2210.12945)', ['arXiv:2210.12945']],
    ['arXiv preprint arXiv:2102.09718, 2021', ['arXiv:2102.09718']],
    ['see arXiv 1904.00962v5.', ['arXiv 1904.00962v5']],
    ['[2301.13196] Looped Transformers', ['2301.13196']],
    ['URL https://arxiv.org/abs/2210.06313.', ['arxiv.org/abs/2210.06313']],
    ['eprint  = {2002.07028}', ['eprint  = {2002.07028']],
    ['arXiv:hep-th/9711200 [hep-th]', ['arXiv:hep-th/9711200']],
    ['doi: 10.1145/3292500.3330701.', ['10.1145/3292500.3330701']],
    ['https://doi.org/10.48550/arXiv.2403.08100)', ['10.48550/arXiv.2403.08100']],
    ['version 2210.12945 of the firmware', []],
    ['10.5 of 2021/2022', []],
  ])('%s', (text, found) => {
    expect(identifiersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

it('one form for one paper', () => {
  expect(['2210.12945v2', 'arXiv:2210.12945', ' arxiv: 2210.12945 '].map(parseArxivId)).toEqual(
    Array(3).fill('2210.12945'),
  );
  expect(parseArxivId('2213.12945')).toBeNull();
  expect(arxivIdOfDoi('10.48550/arXiv.2210.12945v2')).toBe('2210.12945');
  expect(arxivIdOfDoi('10.1145/3292500')).toBeNull();
});

it('no address or text is too strange', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.string()), (text) => {
      identifiersOf(text);
      for (const { start, end } of identifiersIn(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
