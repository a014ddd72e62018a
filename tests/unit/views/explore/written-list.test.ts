import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf, markdownOf } from '../../../../lib/views/explore/written-list.ts';
import { anyWork, work } from './works.ts';

const lamb = work({
  id: 'arxiv:1904.00962',
  title: 'Large Batch Optimization, "LAMB"',
  authors: ['Yang You', 'Jing Li'],
  year: 2020,
  venue: 'ICLR 2020',
  categories: ['cs.LG', 'stat.ML'],
  page: 'https://arxiv.org/abs/1904.00962',
  code: { url: 'https://github.com/a/b', label: 'a/b' },
});

describe('a list as CSV', () => {
  it('has a column a fact', () => {
    expect(csvOf([lamb])).toBe(
      'title,authors,year,venue,type,categories,code,page,id\r\n' +
        '"Large Batch Optimization, ""LAMB""","Yang You; Jing Li",2020,ICLR 2020,,cs.LG stat.ML,https://github.com/a/b,https://arxiv.org/abs/1904.00962,arxiv:1904.00962\r\n',
    );
  });

  it('is read back cell by cell, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 5 }), (works) => {
        const { data, errors } = Papa.parse<string[]>(csvOf(works).trimEnd());
        expect(errors.filter(({ type }) => type !== 'Delimiter')).toEqual([]);
        expect(data.length).toBe(works.length + 1);
        for (const cells of data) {
          expect(cells.length).toBe(9);
          for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
        }
      }),
    );
  });
});

describe('a list as Markdown', () => {
  it('is a line a work, linked, with its code', () => {
    expect(markdownOf([lamb])).toBe(
      '- [Large Batch Optimization, "LAMB"](<https://arxiv.org/abs/1904.00962>). Yang You, Jing Li. ICLR 2020. ([code](<https://github.com/a/b>))\n',
    );
  });

  it('has no more lines and no more links than works give, whatever a title says', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { minLength: 1, maxLength: 5 }), (works) => {
        const text = markdownOf(works);
        expect(text.split('\n').length).toBe(works.length + 1);
        expect(text).not.toMatch(/(?<!\\)[[<`]/u);
      }),
    );
  });

  it('is nothing where there is nothing', () => {
    expect(markdownOf([])).toBe('');
  });
});
