// To which paper of a page a code link belongs: by the row it is in.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/messages/page-protocol.ts';
import type { PageFact } from '../../../lib/paper/page-fact.ts';
import { withCodeOfBlocks } from '../../../lib/facts/page-code.ts';
import { row } from './page.ts';

const fact = (title: string, abstract: string | null = null): PageFact => ({
  record: { id: `title:${title}`, title },
  abstract,
  pdf: null,
  site: 'Journal of Tests',
  from: { title: 'site' },
});
const block = (name: string, number?: number): Block => ({
  text: `Our code is available at https://github.com/lab/${name}.`,
  kind: 'text',
  spans: [],
  ...(number === undefined ? {} : { row: number }),
});
const code = (one: PageFact | null | undefined): string[] =>
  (one?.record.code ?? []).map(({ url, why = '' }) => `${why} ${url.slice('https://github.com/lab/'.length)}`);

describe('code links of a page', () => {
  const none = { pagePaper: null, rows: new Map<number, PageFact>(), missing: [] };

  it('of a list: each belongs to its row, what is beside the rows to none', () => {
    const said = { ...none, rows: new Map([1, 2].map((number) => [number, fact(`Paper ${number}`)] as const)) };
    const blocks = [block('one', 1), block('two', 2), block('beside')];
    const here = withCodeOfBlocks(said, { blocks, rows: [row(1, {}), row(2, {})] });
    expect(code(here.rows.get(1))).toEqual(['theirs one']);
    expect(code(here.rows.get(2))).toEqual(['theirs two']);
    expect(here.pagePaper).toBeNull();
  });

  it('of a page of one paper: all but those in the rows of other papers', () => {
    const said = { ...none, pagePaper: fact('The Page’s Own'), rows: new Map([[2, fact('A Neighbour')]]) };
    const blocks = [block('own', 1), block('text'), block('theirs', 2)];
    const here = withCodeOfBlocks(said, { blocks, rows: [row(1, {}, true), row(2, {})] });
    expect(code(here.pagePaper)).toEqual(['theirs own', 'theirs text']);
    expect(code(here.rows.get(2))).toEqual(['theirs theirs']);
  });

  it('of a later message: the paper that an earlier one named has them, and keeps its own', () => {
    const before = fact('The Page’s Own');
    before.record.code = [{ url: 'https://github.com/lab/earlier', why: 'site', saidBy: 'Journal of Tests' }];
    const here = withCodeOfBlocks(none, { blocks: [block('later')] }, before);
    expect(code(here.pagePaper)).toEqual(['site earlier', 'theirs later']);
    expect(here.pagePaper?.from.code).toBe('site');
  });

  it('the row of a block is known by what the row says of itself', () => {
    const abstract = 'See https://github.com/lab/boat for boats of folded paper.';
    const blocks: Block[] = [
      { text: abstract, kind: 'text', spans: [] },
      { text: '12 pages, https://github.com/lab/note', kind: 'text', spans: [] },
      { text: 'A. Author. https://github.com/lab/other', kind: 'reference', spans: [] },
    ];
    const rows = [row(1, { comments: ['12 pages, https://github.com/lab/note'] }, true)];
    const here = withCodeOfBlocks({ ...none, pagePaper: fact('The Page’s Own', abstract) }, { blocks, rows });
    expect(code(here.pagePaper)).toEqual(['comments note', 'abstract boat', 'cited other']);
  });

  it('a page without links says no more than before', () => {
    const pagePaper = fact('The Page’s Own');
    expect(withCodeOfBlocks({ ...none, pagePaper }, { blocks: [] }).pagePaper).toBe(pagePaper);
  });
});
