import { describe, expect, it } from 'vitest';
import { expand } from '../../../lib/paper/expand.ts';
import { mergePapers, mergeRecords } from '../../../lib/paper/merge.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { cleanPublication, pagesOf } from '../../../lib/paper/publication.ts';
import { isOneVenue } from '../../../lib/paper/venue.ts';

describe('where a paper was printed', () => {
  it.each([
    ['volume', '12', '12'],
    ['volume', 12, '12'],
    ['volume', 'Vol. 12', '12'],
    ['volume', ' XII ', 'XII'],
    ['volume', 'abs/1706.03762', null],
    ['volume', 'ahead-of-print', null],
    ['volume', '0', null],
    ['volume', '-', null],
    ['volume', 'x'.repeat(300), null],
    ['issue', 'No. 3', '3'],
    ['issue', '3–4', '3-4'],
    ['issue', 'Supplement 1', 'Supplement 1'],
    ['issue', 'November', 'November'],
    ['issue', null, null],
    ['pages', '864--873', '864-873'],
    ['pages', 'pp. 864 – 873.', '864-873'],
    ['pages', '5:1-5:20', '5:1-5:20'],
    ['pages', 'e0123456', 'e0123456'],
    ['pages', '123-+', '123'],
    ['pages', 'iv–xii', 'iv-xii'],
    ['pages', '1-3, 7-9', '1-3, 7-9'],
    ['pages', '12 pages', null],
    ['pages', 'n/a-n/a', null],
    ['pages', '', null],
    ['publisher', 'Elsevier &amp; Sons, ', 'Elsevier & Sons'],
    ['publisher', 'https://publisher.example', null],
    ['publisher', '12', null],
  ] as const)('%s %j is %j', (name, value, expected) => {
    expect(cleanPublication[name](value)).toBe(expected);
  });

  it.each([
    ['24', '38', '24-38'],
    ['24', '24', '24'],
    ['24-38', '38', '24-38'],
    ['e1', undefined, 'e1'],
    [undefined, '38', null],
  ])('pages %j and %j are %j', (first, last, expected) => {
    expect(pagesOf(first, last)).toBe(expected);
  });

  it.each([
    ['NeurIPS 2020', 'Advances in Neural Information Processing Systems 33', true],
    ['Nature', 'nature', true],
    ['Nature', 'Nature Physics', false],
    ['EMNLP 2022', 'Findings of EMNLP 2022', false],
    ['ICML 2020', 'ICML 2020 Workshop on Tests', false],
    ['arXiv', 'Physical Review D', false],
  ])('%j and %j are one venue: %j', (one, other, expected) => {
    expect(isOneVenue(one, other)).toBe(expected);
  });
});

describe('of several sources', () => {
  const record = (facts: Partial<PaperRecord>): PaperRecord => ({ id: 'doi:10.1000/a', title: 'On Tests', ...facts });

  it('each fact keeps its own', () => {
    const { publication } = mergePapers([
      expand(record({ venue: 'Nature', volume: '12', publisher: 'Springer' }), 'one'),
      expand(record({ venue: 'Nature', volume: '12', pages: '1-9', publisher: 'Springer Nature' }), 'two'),
    ]);
    expect(publication).toEqual({
      volume: { value: '12', sources: ['one', 'two'], certainty: 'stated' },
      pages: { value: '1-9', sources: ['two'], certainty: 'stated' },
      publisher: { value: 'Springer', sources: ['one'], certainty: 'stated' },
    });
  });

  it('pages of the journal are not those of the conference', () => {
    const [conference, journal] = [
      record({ venue: 'ICML 2020', pages: '1-9' }),
      record({ venue: 'JMLR', volume: '21' }),
    ];
    expect(mergePapers([expand(conference, 'one'), expand(journal, 'two')]).publication).toEqual({
      pages: { value: '1-9', sources: ['one'], certainty: 'stated' },
    });
    expect(mergeRecords(conference, journal)).toEqual(conference);
    expect(mergeRecords(record({}), journal)).toEqual(journal);
  });
});
