// Lists of arXiv ids, DOIs and addresses as papers for the reading list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdList } from '../../../lib/exports/id-list.ts';
import { readExport } from '../../../lib/exports/read-export.ts';

const ids = (text: string): string[] | undefined => readIdList(text)?.records.map(({ id }) => id);

describe('a list of identifiers', () => {
  it.each([
    ['2101.00001\nhep-th/9901001\r\n10.1000/182', ['arxiv:2101.00001', 'arxiv:hep-th/9901001', 'doi:10.1000/182']],
    ['https://arxiv.org/abs/2101.00001v2\nhttps://doi.org/10.1000/182\n', ['arxiv:2101.00001', 'doi:10.1000/182']],
    ['arXiv:2101.00001 [cs.LG]\ndoi:10.1000/182', ['arxiv:2101.00001', 'doi:10.1000/182']],
    ['# to read\n\n2101.00001, 2101.00002', ['arxiv:2101.00001', 'arxiv:2101.00002']],
  ])('%j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it.each(['', 'A text about rivers.\nAnd another line of it.\nSee 10.1000/182 there.', '# only a comment'])(
    'is none: %j',
    (text) => {
      expect(readIdList(text)).toBeNull();
    },
  );

  it('says which lines name no paper, and has each paper once', async () => {
    const file = new Blob(['2101.00001\nnot one\n10.1000/182\nhttps://arxiv.org/pdf/2101.00001']);
    const { papers, skipped } = await readExport(file, 'list.txt');
    expect(papers.map(({ id, title }) => [id, title])).toEqual([
      ['arxiv:2101.00001', 'arXiv:2101.00001'],
      ['doi:10.1000/182', 'doi:10.1000/182'],
    ]);
    expect(skipped).toMatchObject({ total: 1, rows: [{ at: { code: 'line', args: [2] } }] });
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
        readIdList(text);
      }),
    );
  });
});
