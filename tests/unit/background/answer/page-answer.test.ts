import { describe, expect, it } from 'vitest';
import type { FoundOnPage } from '../../../../lib/background/answer/answer-blocks.ts';
import { withPage } from '../../../../lib/background/answer/page-answer.ts';
import type { Block, Mention } from '../../../../lib/messages/page-protocol.ts';
import type { PaperFacts } from '../../../../lib/paper/paper-facts.ts';
import type { PageFact } from '../../../../lib/paper/page-fact.ts';

const fact = (record: Partial<PageFact['record']> & { title: string }): PageFact => ({
  record: { id: `title:${record.title.length.toString(16).padStart(16, '0')}`, ...record },
  abstract: null,
  pdf: null,
  site: 'Example',
  from: {},
});
const paper = (id: string, title: string, more: Partial<PaperFacts> = {}): PaperFacts => ({
  id,
  titles: [title],
  authors: [],
  arxivId: null,
  doi: null,
  code: false,
  ...more,
});
const block = (kind: Block['kind'], text: string, row?: number): Block => ({
  kind,
  text,
  spans: [],
  ...(row === undefined ? {} : { row }),
});
const mention = (at: number, papers: string[], text: string): Mention => ({
  block: at,
  start: 0,
  length: text.length,
  papers,
  via: 'title',
  confidence: 0.99,
});
const found = (mentions: Mention[], facts: PaperFacts[], pagePapers: FoundOnPage['pagePapers'] = []): FoundOnPage => ({
  mentions,
  pagePapers,
  bylines: [],
  facts: new Map(facts.map((one) => [one.id, one])),
});
const none = (): null => null;
const title = 'Learning to Read Pages';
const request = {
  url: 'https://example.org/list',
  meta: [],
  blocks: [block('title', `  ${title} `, 3), block('byline', 'Ada Example', 3), block('text', title)],
};
const rows = (one: PageFact) => ({ pagePaper: null, ownRow: null, rows: new Map([[3, one]]) });

describe('what a page says beside what packs know', () => {
  it('marks a row that no pack knows, with its names', () => {
    const said = fact({ title, authors: ['Ada Example'], year: 2026 });
    const answer = withPage(request, found([], []), rows(said), none);
    expect(answer.mentions).toEqual([
      { block: 0, start: 2, length: title.length, papers: [said.record.id], via: 'page', confidence: 0.9 },
    ]);
    expect(answer.bylines).toEqual([{ block: 1, paper: said.record.id }]);
    expect(answer.told).toEqual([{ fact: said, known: null, role: 'listed' }]);
  });

  it('marks the title inside an entry of a reference list, as the pack’s paper where one is known', () => {
    const said = fact({ title, authors: ['A. Example'], doi: '10.55555/1' });
    const list = { ...request, blocks: [block('reference', `A. Example (2026). ${title}. Journal of Tests 3.`)] };
    const here = { pagePaper: null, ownRow: null, rows: new Map(), references: new Map([[0, said]]) };
    const place = { block: 0, start: 19, length: title.length };
    expect(withPage(list, found([], []), here, none).mentions).toEqual([
      { ...place, papers: [said.record.id], via: 'page', confidence: 0.9 },
    ]);
    const known = paper('arxiv:2001.00001', title, { authors: ['Ada Example'] });
    expect(withPage(list, found([], []), here, () => known).mentions).toEqual([
      { ...place, papers: [known.id], via: 'title', confidence: 1 },
    ]);
  });

  it.each([
    ['its authors’ is the pack’s paper', ['A. Example'], 2026, 'arxiv:2001.00001'],
    ['other people’s is another', ['D. Fourth'], 2026, null],
    ['ten years later is another', ['A. Example'], 2036, null],
  ])('an entry that misspells a title and is %s', (_, authors, year, expected) => {
    const said = fact({ title: 'Learnign to Read Page', authors, year });
    const text = `A. Example. ${said.record.title}. Journal of Tests 3.`;
    const known = paper('arxiv:2001.00001', title, { authors: ['Ada Example'], year: 2026 });
    const near = { ...mention(0, [known.id], said.record.title), start: 12, confidence: 0.8 };
    const answer = withPage(
      { ...request, blocks: [block('reference', text)] },
      found([near], [known]),
      { pagePaper: null, ownRow: null, rows: new Map(), references: new Map([[0, said]]) },
      none,
    );
    expect(answer.mentions.map(({ papers }) => papers)).toEqual([[expected ?? said.record.id]]);
  });

  it('leaves the mark of a pack’s paper where both are one, and says so', () => {
    const said = fact({ title, authors: ['Ada Example'] });
    const known = paper('arxiv:2001.00001', title, { authors: ['A. Example'] });
    const answer = withPage(request, found([mention(0, [known.id], title)], [known]), rows(said), none);
    expect(answer.mentions.map(({ papers }) => papers)).toEqual([[known.id]]);
    expect(answer.told[0]?.known).toBe(known.id);
  });

  it('takes the row’s own paper where a pack’s paper only shares its title', () => {
    const said = fact({ title, authors: ['Dora Fourth'] });
    const known = paper('arxiv:2001.00001', title, { authors: ['A. Example'] });
    const answer = withPage(request, found([mention(0, [known.id], title)], [known]), rows(said), none);
    expect(answer.mentions.map(({ papers }) => papers)).toEqual([[said.record.id]]);
  });

  it('chooses by the row among papers that share a title', () => {
    const said = fact({ title, authors: ['Ada Example'] });
    const mine = paper('arxiv:2001.00001', title, { authors: ['A. Example'] });
    const other = paper('arxiv:2002.00002', title, { authors: ['Z. Last'] });
    const answer = withPage(request, found([mention(0, [other.id, mine.id], title)], [other, mine]), rows(said), none);
    expect(answer.mentions.map(({ papers }) => papers)).toEqual([[mine.id]]);
  });

  it('knows a row by its identifier under another title, and that the page has code', () => {
    const said = fact({ title, arxivId: '2001.00001', code: [{ url: 'https://github.com/a/b' }] });
    const known = paper('arxiv:2001.00001', 'An Earlier Name', { arxivId: '2001.00001' });
    const answer = withPage(request, found([], []), rows(said), () => known);
    expect(answer.mentions.map(({ papers, confidence }) => [papers, confidence])).toEqual([[[known.id], 1]]);
    expect(answer.facts.get(known.id)?.code).toBe(true);
  });

  it('marks the title inside a reference that is one text', () => {
    const text = '[3] A. Example. Learning to read pages. In: Proceedings, 2026.';
    const said = fact({ title, year: 2026 });
    const answer = withPage({ ...request, blocks: [block('reference', text, 3)] }, found([], []), rows(said), none);
    expect(answer.mentions.map(({ start, length }) => text.slice(start, start + length))).toEqual([
      'Learning to read pages',
    ]);
  });

  it('is about the page’s own paper, not about another of the same title that its tags brought up', () => {
    const said = fact({ title, authors: ['Dora Fourth'], doi: '10.1000/x' });
    const other = paper('arxiv:2001.00001', title, { authors: ['A. Example'] });
    const answer = withPage(
      request,
      found([], [other], [{ paper: other.id, via: 'meta' }]),
      { pagePaper: said, ownRow: 3, rows: new Map() },
      none,
    );
    expect(answer.pagePapers).toEqual([{ paper: said.record.id, via: 'page' }]);
    expect(answer.told).toEqual([{ fact: said, known: null, role: 'about' }]);
  });

  it('is not the paper that its DOI leads to by mistake, unless its address says so', () => {
    const said = fact({ title, authors: ['Dora Fourth'], arxivId: '2001.00001' });
    const other = paper('arxiv:2001.00001', 'Herons of the North', { authors: ['A. Example'], arxivId: '2001.00001' });
    const here = (via: 'url' | 'meta') =>
      withPage(
        request,
        found([mention(0, [other.id], `  ${title} `)], [other], [{ paper: other.id, via }]),
        { pagePaper: said, ownRow: 3, rows: new Map() },
        ({ arxivId }) => (arxivId === undefined ? null : other),
      );
    const mine = here('meta').told[0];
    expect(mine?.fact.record).not.toHaveProperty('arxivId');
    const id = mine?.fact.record.id ?? '';
    expect(id).toMatch(/^title:/u);
    expect([here('meta').pagePapers, here('meta').mentions.map(({ papers }) => papers)]).toEqual([
      [{ paper: id, via: 'page' }],
      [[id]],
    ]);
    expect(here('url').pagePapers).toEqual([{ paper: other.id, via: 'url' }]);
  });

  it('marks what a link names where no pack knows it: its title, or the link itself', () => {
    const text = 'Learning to Read Pages [PDF]';
    const said = fact({ id: 'arxiv:2001.00001', title, arxivId: '2001.00001' });
    const bare = fact({ id: 'doi:10.1000/x', title: 'doi:10.1000/x', doi: '10.1000/x' });
    const list = { ...request, blocks: [block('item', text), block('item', 'PDF')] };
    const links = [
      { fact: said, title, block: 0, place: { start: 0, length: title.length } },
      { fact: bare, title: null, block: 1, place: { start: 0, length: 3 } },
    ];
    const here = { pagePaper: null, ownRow: null, rows: new Map(), links };
    const answer = withPage(list, found([], []), here, none);
    expect(answer.mentions.map(({ start, length, papers, via }) => [start, length, papers, via])).toEqual([
      [0, title.length, [said.record.id], 'page'],
      [0, 3, [bare.record.id], 'doi'],
    ]);
    expect(answer.told.map((one) => one.fact)).toEqual([said, bare]);
    const known = paper('arxiv:1901.00009', title);
    const mark = mention(0, [known.id], title);
    expect(withPage(list, found([mark], [known]), here, none).mentions.map(({ papers }) => papers)).toEqual([
      [known.id],
      [bare.record.id],
    ]);
    expect(withPage(list, found([], []), here, () => known).mentions).toEqual([]);
  });
});
