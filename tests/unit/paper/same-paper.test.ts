import { describe, expect, it } from 'vitest';
import { factsOfRecord, type PaperFacts } from '../../../lib/paper/paper-facts.ts';
import {
  identifiersAgree,
  identifiersContradict,
  isAnother,
  sameAsCited,
  sameAsSaid,
  sameInPacks,
  sameReading,
  withoutOthersIds,
} from '../../../lib/paper/same-paper.ts';

const known: PaperFacts = {
  id: 'record-known',
  titles: ['Deep learning of things'],
  authors: ['Ada Example', 'Cem Third'],
  arxivId: '2001.00001',
  doi: null,
  code: false,
  year: 2020,
};
const journal: PaperFacts = { ...known, arxivId: null, doi: '10.1000/ab' };
const said: PaperFacts = { ...known, id: 'record-said', titles: ['Deep Learning of Things'], arxivId: null };

/** What each rule says of a pair: in packs, page beside pack, reference beside pack, one page read twice; and whether
 *  it is certainly another paper. */
type Verdicts = readonly [packs: boolean, said: boolean, cited: boolean, reading: boolean, another: boolean];
const YES = [true, true, true, true, false] as const;

it.each<readonly [what: string, one: PaperFacts, other: PaperFacts, verdicts: Verdicts]>([
  ['one title in other capitals, one author', said, known, YES],
  ['one title in British spelling', { ...said, titles: ['Optimisation'] }, { ...known, titles: ['Optimization'] }, YES],
  ['one title, maths as TeX', { ...said, titles: ['An $O(n)$ bound'] }, { ...known, titles: ['An O(n) Bound'] }, YES],
  [
    'an author shortened to an initial: dumps do not, pages do',
    { ...said, authors: ['A. Example'] },
    known,
    [false, true, true, true, false],
  ],
  ['no authors on one side', { ...said, authors: [] }, known, [false, true, true, true, false]],
  ['no author in common', { ...said, authors: ['Dora Fourth'] }, known, [false, false, false, true, false]],
  ['the journal version two years later', { ...said, year: 2022 }, known, YES],
  ['three years later', { ...said, year: 2023 }, known, [false, false, false, true, false]],
  [
    'a year is unknown',
    { ...said, year: 2023 },
    factsOfRecord({ id: 'x', title: 'Deep learning of things', authors: ['Ada Example'] }),
    YES,
  ],
  [
    'one arXiv id in two versions, another title',
    { ...said, titles: ['Things, Deeply Learned'], arxivId: '2001.00001v3' },
    known,
    [true, true, true, false, false],
  ],
  ['two arXiv ids under one title', { ...said, arxivId: '2001.00002' }, known, [false, false, false, true, false]],
  [
    'two arXiv ids, one DOI: a pack joins by any key, a page’s own arXiv id counts first',
    { ...said, arxivId: '2001.00002', doi: '10.1000/ab' },
    { ...known, doi: '10.1000/ab' },
    [true, false, false, true, false],
  ],
  [
    'one DOI in other letters, another title',
    { ...said, titles: ['X and Deep Things'], doi: '10.1000/AB' },
    journal,
    [true, true, true, false, false],
  ],
  ['preprint and journal, two DOIs', { ...said, doi: '10.1000/other' }, journal, YES],
  [
    'two DOIs, and the page names no authors',
    { ...said, doi: '10.1000/other', authors: [] },
    journal,
    [false, false, false, true, false],
  ],
  [
    'arXiv’s DOI beside a journal’s, and the page names no authors',
    { ...said, doi: '10.48550/arxiv.2001.00001', authors: [] },
    journal,
    [false, true, true, true, false],
  ],
  [
    'a misspelt title: only where it was found to be that title',
    { ...said, titles: ['Deep Lerning of Things'] },
    known,
    [false, false, true, false, false],
  ],
  [
    'another title and other people under one arXiv id',
    { ...said, titles: ['Honest Herons'], authors: ['Hal Heron'], arxivId: '2001.00001' },
    known,
    [true, true, true, false, true],
  ],
  [
    'other people in another script: nobody can tell',
    { ...said, titles: ['Honest Herons'], authors: ['山田太郎'], arxivId: '2001.00001' },
    known,
    [true, true, true, false, false],
  ],
])('%s', (_, one, other, [packs, page, cited, reading, another]) => {
  expect({
    packs: sameInPacks(one, other),
    page: sameAsSaid(one, other),
    cited: sameAsCited(one, other),
    reading: sameReading(one, other),
    another: isAnother(one, other),
  }).toEqual({ packs, page, cited, reading, another });
  expect(sameInPacks(other, one)).toBe(packs);
  expect(isAnother(other, one)).toBe(another);
});

describe('an identifier of another paper', () => {
  const heron = { id: 'arxiv:2001.00001', title: 'Honest Herons', authors: ['Hal Heron'], arxivId: '2001.00001v2' };
  it.each([
    ['goes, where title and all authors are others', heron, undefined],
    ['stays, where the title is much the same', { ...heron, title: 'Things of Deep Learning' }, '2001.00001v2'],
    ['stays, where an author is the same', { ...heron, authors: ['Example, A.'] }, '2001.00001v2'],
    ['stays, where the page names nobody', { ...heron, authors: [] }, '2001.00001v2'],
    ['stays, where the names are in another script', { ...heron, authors: ['山田太郎'] }, '2001.00001v2'],
    ['stays, where it is not that paper’s', { ...heron, arxivId: '2001.00009' }, '2001.00009'],
  ])('%s', (_, record, left) => {
    const kept = withoutOthersIds(record, known);
    expect(kept.arxivId).toBe(left);
    expect(kept.id.startsWith('title:')).toBe(left === undefined);
  });
});

describe('identifiers that two sources of a page name', () => {
  const doi = (...dois: string[]): { arxiv: null; dois: string[] } => ({ arxiv: null, dois });
  const arxiv = (id: string): { arxiv: string; dois: string[] } => ({ arxiv: id, dois: [] });
  it.each([
    [doi('10.1/a'), doi('10.1/a'), true, false],
    [doi('10.1/a/full', '10.1/a'), doi('10.1/a'), true, false],
    [doi('10.1/a/778'), doi('10.1/a'), true, false],
    [doi('10.1/a'), doi('10.1/b'), false, true],
    [doi('10.1/book'), doi('10.1/book_5'), false, true],
    [arxiv('2101.00001'), doi('10.1/b'), false, false],
    [arxiv('2101.00001'), arxiv('2101.00002'), false, true],
    [doi(), doi(), false, false],
  ])('%j %j', (one, other, same, different) => {
    expect([identifiersAgree(one, other), identifiersContradict(one, other)]).toEqual([same, different]);
  });
});
