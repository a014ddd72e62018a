import { describe, expect, it } from 'vitest';
import { expand } from '../../../lib/paper/expand.ts';
import { idTitle, isIdTitle } from '../../../lib/paper/id-title.ts';
import { mergePapers } from '../../../lib/paper/merge.ts';

describe('a paper that is called by its identifier', () => {
  it.each([
    [{ title: 'arXiv:2001.00001', arxivId: '2001.00001' }, true],
    [{ title: 'doi:10.1000/x', arxivId: '2001.00001', doi: '10.1000/x' }, true],
    [{ title: 'arXiv:2001.00001', arxivId: '2001.00002' }, false],
    [{ title: 'Herons of Quiet Rivers', arxivId: '2001.00001' }, false],
    [{ title: 'arXiv:2001.00001' }, false],
  ])('%o: %s', (record, is) => {
    expect(isIdTitle(record)).toBe(is);
  });

  it('has no name without one', () => {
    expect(idTitle({})).toBeNull();
  });

  it.each([
    ['arXiv:2001.00001', 'Herons of Quiet Rivers'],
    ['Herons of Quiet Rivers', 'arXiv:2001.00001'],
  ])('has the title that anybody says: %s, %s', (one, other) => {
    const said = (title: string) => expand({ id: 'arxiv:2001.00001', arxivId: '2001.00001', title }, 'page');
    expect(mergePapers([said(one), said(other)]).titles.map(({ value }) => value)).toEqual(['Herons of Quiet Rivers']);
    expect(mergePapers([said('arXiv:2001.00001'), said('arXiv:2001.00001')]).titles).toHaveLength(1);
  });
});
