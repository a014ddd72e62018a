import { describe, expect, it } from 'vitest';
import { expand } from '../../../lib/paper/expand.ts';
import { mergePapers, mergeRecords } from '../../../lib/paper/merge.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import {
  cleanIssue,
  cleanPages,
  cleanPublisher,
  cleanVolume,
  isOneVenue,
  pagesOf,
} from '../../../lib/paper/publication.ts';

describe('where a paper was printed', () => {
  it.each([
    [cleanVolume, '12', '12'],
    [cleanVolume, 12, '12'],
    [cleanVolume, 'Vol. 12', '12'],
    [cleanVolume, ' XII ', 'XII'],
    [cleanVolume, 'abs/1706.03762', null],
    [cleanVolume, 'ahead-of-print', null],
    [cleanVolume, '0', null],
    [cleanVolume, '-', null],
    [cleanVolume, 'x'.repeat(100), null],
    [cleanIssue, 'No. 3', '3'],
    [cleanIssue, '3–4', '3-4'],
    [cleanIssue, 'Supplement 1', 'Supplement 1'],
    [cleanIssue, 'November', 'November'],
    [cleanIssue, null, null],
    [cleanPages, '864--873', '864-873'],
    [cleanPages, 'pp. 864 – 873.', '864-873'],
    [cleanPages, '5:1-5:20', '5:1-5:20'],
    [cleanPages, 'e0123456', 'e0123456'],
    [cleanPages, '123-+', '123'],
    [cleanPages, 'iv–xii', 'iv-xii'],
    [cleanPages, '1-3, 7-9', '1-3, 7-9'],
    [cleanPages, '12 pages', null],
    [cleanPages, 'n/a-n/a', null],
    [cleanPages, '', null],
    [cleanPublisher, 'Elsevier &amp; Sons, ', 'Elsevier & Sons'],
    [cleanPublisher, 'https://publisher.example', null],
    [cleanPublisher, '12', null],
  ] as const)('%o reads %j as %j', (clean, value, expected) => {
    expect(clean(value)).toBe(expected);
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
