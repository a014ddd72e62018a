import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowCodes } from '../../../../lib/failures/failure.ts';
import { splitNames, cleanNames } from '../../../../lib/paper/names/author-list.ts';
import { cleanArxivId, cleanDoi, yearOfArxivId } from '../../../../lib/paper/identifiers.ts';
import { cleanUrl, cleanYear, recordOf } from '../../../../lib/paper/clean.ts';
import { PaperRecord } from '../../../../lib/paper/record.ts';

describe('names', () => {
  it.each([
    ['Ada Lovelace and Charles Babbage, Grace Hopper', ['Ada Lovelace', 'Charles Babbage', 'Grace Hopper']],
    ['A. Bee, C. Dee, and E. Eff', ['A. Bee', 'C. Dee', 'E. Eff']],
    ['Lovelace, Ada and Babbage, Charles', ['Ada Lovelace', 'Charles Babbage']],
    ['Lovelace, Ada; Babbage, Charles', ['Ada Lovelace', 'Charles Babbage']],
    ['Lovelace, Ada', ['Ada Lovelace']],
    ['Smith, J., Doe, K. L.', ['J. Smith', 'K. L. Doe']],
    ['John Smith, Jane Doe', ['John Smith', 'Jane Doe']],
    ['Smith, John & Doe, Jane', ['John Smith', 'Jane Doe']],
    ['King, Jr., Martin; Doe, Jane', ['Martin King Jr.', 'Jane Doe']],
    ['Jane Doe, et al.', ['Jane Doe']],
    ['Rand Alandar', ['Rand Alandar']],
    ['A. Bee (CERN (Geneva), and Oxford), C. Dee', ['A. Bee', 'C. Dee']],
    ['', []],
  ])('%s', (written, names) => {
    expect(cleanNames(splitNames(written))).toEqual(names);
  });
});

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['http://dx.doi.org/10.1000/ABC.', '10.1000/abc'],
    ['doi:10.1000/a%28b%29', '10.1000/a(b)'],
    ['10.1000/a; 10.1000/b', '10.1000/a'],
    ['11.1000/a', null],
    ['', null],
  ])('DOI %s', (written, doi) => {
    expect(cleanDoi(written)).toBe(doi);
  });

  it.each([
    ['arXiv:1706.03762v5', '1706.03762'],
    ['http://arxiv.org/abs/math.AG/0601001v1', 'math/0601001'],
    ['https://example.org/1706.03762', null],
    ['nothing', null],
  ])('arXiv %s', (written, id) => {
    expect(cleanArxivId(written)).toBe(id);
  });

  it('takes the year from an arXiv id', () => {
    expect(['1706.03762', 'math/0601001', 'hep-th/9711200'].map(yearOfArxivId)).toEqual([2017, 2006, 1997]);
  });

  it('takes https only, and old addresses of hosts that have it', () => {
    expect(cleanUrl('http://github.com/a/b')).toBe('https://github.com/a/b');
    for (const bad of ['http://example.org', 'javascript:alert(1)', 'https://a b', 'https://', 3])
      expect(cleanUrl(bad)).toBeNull();
  });

  it('reads years out of dates and refuses impossible ones', () => {
    expect([2019, '2019-02-03', 'Feb 2019', 2019n, new Date('2019-02-03'), 12, '12', 'x'].map(cleanYear)).toEqual([
      2019,
      2019,
      2019,
      2019,
      2019,
      null,
      null,
      null,
    ]);
  });

  it('knows a paper by its arXiv id where only the DOI names it', () => {
    expect(recordOf({ title: 'A title', doi: '10.48550/arXiv.1706.03762' })).toMatchObject({
      record: { id: 'arxiv:1706.03762', arxivId: '1706.03762', year: 2017 },
    });
  });
});

it('whatever stands in a row, its record is one that a pack takes', () => {
  const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.webUrl());
  fc.assert(
    fc.property(
      fc.record({
        title: fc.oneof(anything, fc.constant('A title')),
        authors: fc.array(anything),
        year: anything,
        venue: anything,
        arxivId: fc.oneof(anything, fc.constant('1706.03762')),
        doi: fc.oneof(anything, fc.constant('10.1000/x')),
        categories: fc.array(anything),
        code: fc.array(fc.record({ url: anything, official: anything })),
        links: fc.array(anything),
      }),
      (draft) => {
        const made = recordOf(draft);
        if ('record' in made) expect(PaperRecord.safeParse(made.record).error).toBeUndefined();
        else expect(rowCodes).toContain(made.refused.code);
      },
    ),
    { numRuns: 50 },
  );
});
