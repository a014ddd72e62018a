import { describe, expect, it } from 'vitest';
import { sameWork, withoutOthersIds } from '../../../lib/paper/same-work.ts';

const said = { id: 'title:0', title: 'Deep Learning of Things', authors: ['Ada Example', 'Ben Other'] };
const known = {
  id: 'arxiv:2001.00001',
  titles: ['Deep learning of things'],
  authors: ['A. Example', 'C. Third'],
  arxivId: '2001.00001',
  doi: null,
  code: false,
};

describe('one paper or two', () => {
  it.each([
    ['one title and an author in common, the name cut to initials', said, known, true],
    [
      'one arXiv id in two versions, under another title',
      { ...said, title: 'Renamed', arxivId: '2001.00001v3' },
      known,
      true,
    ],
    ['two arXiv ids under one title', { ...said, arxivId: '2001.00002' }, known, false],
    ['one title and no author in common', { ...said, authors: ['Dora Fourth'] }, known, false],
    ['one title, and the page names no authors', { ...said, authors: [] }, known, true],
    [
      'one DOI, written in other letters',
      { ...said, title: 'X', doi: '10.1000/AB' },
      { ...known, doi: '10.1000/ab' },
      true,
    ],
    [
      'the preprint and the journal version: two DOIs, one title, an author in common',
      { ...said, doi: '10.1000/journal' },
      { ...known, doi: '10.1000/proceedings' },
      true,
    ],
    [
      'two DOIs under one title, and the page names no authors',
      { ...said, authors: [], doi: '10.1000/journal' },
      { ...known, doi: '10.1000/proceedings' },
      false,
    ],
    ['one title and author, ten years apart', { ...said, year: 2012 }, { ...known, year: 2022 }, false],
    ['one title and author, the journal a year later', { ...said, year: 2021 }, { ...known, year: 2020 }, true],
    ['another title', { ...said, title: 'Deep Learning of Other Things' }, known, false],
  ] as const)('%s', (_what, page, pack, same) => {
    const record = { ...page, authors: [...page.authors] };
    expect(sameWork(record, { ...pack, titles: [...pack.titles], authors: [...pack.authors] })).toBe(same);
  });
});

describe('an identifier of another paper', () => {
  const heron = { id: 'arxiv:2001.00001', title: 'Honest Herons', authors: ['Hal Heron'], arxivId: '2001.00001v2' };
  it.each([
    ['goes, where title and all authors are others', heron, known, undefined],
    ['stays, where the title is much the same', { ...heron, title: 'Things of Deep Learning' }, known, '2001.00001v2'],
    ['stays, where an author is the same', { ...heron, authors: ['Example, A.'] }, known, '2001.00001v2'],
    ['stays, where the page names nobody', { ...heron, authors: [] }, known, '2001.00001v2'],
    ['stays, where the names are in another script', { ...heron, authors: ['山田太郎'] }, known, '2001.00001v2'],
    ['stays, where it is not that paper’s', { ...heron, arxivId: '2001.00009' }, known, '2001.00009'],
  ])('%s', (_, record, other, left) => {
    const kept = withoutOthersIds(record, other);
    expect(kept.arxivId).toBe(left);
    expect(kept.id.startsWith('title:')).toBe(left === undefined);
  });
});
