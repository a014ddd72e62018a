// Rows of lists, and what an adapter missed.
import { describe, expect, it } from 'vitest';
import type { RowFields } from '../../../lib/messages/page-protocol.ts';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage, type PageFacts } from '../../../lib/facts/read-page.ts';
import type { Fields } from '../../../lib/sites/adapter.ts';
import { OTHER, TITLE, read, row, said, tags, type PageAt } from './page.ts';

describe('rows', () => {
  const list = (rows: RowFields[]): PageFacts => read({ url: 'https://journal.example/list', rows });

  it('their facts, and identifiers in their addresses', () => {
    const { rows, pagePaper: mine } = list([
      row(4, {
        title: [TITLE],
        authors: ['Ada Lovelace', 'Bo Berg'],
        date: ['Journal of Tests, 2021'],
        venue: ['Annals'],
        page: ['https://arxiv.org/abs/2101.00001v1'],
        comments: ['9 pages. Code: https://github.com/ada/garden'],
      }),
      row(9, { title: [OTHER], doi: ['https://doi.org/10.1234/other.9'], pdf: ['https://journal.example/pdf/b2.pdf'] }),
      row(12, { title: ['Third paper of this list'], page: ['https://journal.example/paper/c3'] }),
    ]);
    expect(mine).toBeNull();
    expect(rows.get(4)).toMatchObject({
      record: {
        id: 'arxiv:2101.00001',
        authors: ['Ada Lovelace', 'Bo Berg'],
        year: 2021,
        venue: 'Annals',
        code: [{ url: 'https://github.com/ada/garden', why: 'theirs', official: true, saidBy: 'Journal of Tests' }],
      },
      from: { title: 'site', arxiv: 'site', code: 'site' },
    });
    expect(rows.get(9)?.record.id).toBe('doi:10.1234/other.9');
    expect(rows.get(12)?.pdf).toBe('https://journal.example/pdf/c3.pdf');
  });

  it.each<[string, Fields, boolean]>([
    ['three words', { title: ['Gardens in Winter'] }, true],
    ['two words', { title: ['Winter Gardens'] }, false],
    ['two words by somebody', { title: ['Winter Gardens'], authors: ['A B'] }, true],
    ['one word with a DOI', { title: ['Gardens'], doi: ['10.1234/garden.7'] }, true],
    ['no spaces to count words by', { title: ['注意力机制的稀疏花园'] }, true],
    ['the site’s name', { title: ['Journal of Tests'], authors: ['A B'] }, false],
    ['nothing', {}, false],
    ['no letters', { title: ['1 2 3 4'] }, false],
  ])('%s', (_, fields, isPaper) => {
    expect(list([row(1, fields)]).rows.has(1)).toBe(isPaper);
  });
});

describe('what the adapter expected', () => {
  const url = 'https://journal.example/paper/a1';
  it.each<[string, Partial<PageAt>, string[]]>([
    ['all is there', { url, meta: tags() }, []],
    ['the site’s layout changed, tags take over', { url, meta: tags(), rows: [] }, []],
    ['no authors', { url, rows: [row(1, { title: [TITLE] }, true)] }, ['authors']],
    ['nothing', { url }, ['title', 'authors']],
    ['a list without rows', { url: 'https://journal.example/list' }, ['title']],
    [
      'rows without names',
      { url: 'https://journal.example/list', rows: [1, 2, 3].map((at) => row(at, { title: [`${TITLE} ${at}`] })) },
      ['authors'],
    ],
    [
      'one row without names',
      {
        url: 'https://journal.example/list',
        rows: [1, 2, 3].map((at) => row(at, { title: [`${TITLE} ${at}`], ...(at > 1 ? { authors: ['A B'] } : {}) })),
      },
      [],
    ],
    ['no adapter', {}, []],
    ['a kind of page without an adapter', { url: 'https://journal.example/about' }, []],
  ])('%s', (_, here, missing) => {
    expect(read(here).missing).toEqual(missing);
  });
});

describe('a list without rows', () => {
  const linking = [{ spans: [{ start: 0, end: 4, kind: 'link' as const, href: 'https://arxiv.org/abs/2101.00001' }] }];
  const missing = (url: string, blocks: typeof linking): string[] =>
    factsOfPage(pageContext(url), { meta: [], said: said(), rows: [], blocks }).missing;
  it('is empty where its rows would have ids, and nothing links to a paper', () => {
    expect(missing('https://arxiv.org/list/cs.LG/new', [])).toEqual([]);
    expect(missing('https://arxiv.org/search/?query=moss', [])).toEqual([]);
  });
  it('has another layout where its text links to papers, or rows have no ids', () => {
    expect(missing('https://arxiv.org/list/cs.LG/new', linking)).toEqual(['title']);
    expect(missing('https://proceedings.neurips.cc/paper/2020', [])).toEqual(['title']);
  });
});
