import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../lib/library/query/fold-text.ts';
import { lettersMeant } from '../../../../lib/library/query/forgiving.ts';
import type { ListRow } from '../../../../lib/library/query/list-row.ts';
import { parseQuery } from '../../../../lib/library/query/parse-query.ts';
import { searcher } from '../../../../lib/library/query/searcher.ts';
import { anyRow, row } from './rows.ts';

const DAY = 86_400_000;
const now = 1000 * DAY;
const list: ListRow[] = [
  row({
    id: 'arxiv:1810.04805',
    arxivId: '1810.04805',
    title: 'BERT: Pre-training of Deep Bidirectional Transformers',
    authors: ['Jacob Devlin', 'Ming-Wei Chang'],
    venue: 'NAACL 2019',
    year: 2019,
    status: 'read',
    tags: ['nlp', 'to cite'],
    hasCode: true,
    addedAt: now - 40 * DAY,
  }),
  row({
    id: 'doi:10.1000/a_b',
    doi: '10.1000/a_b',
    title: 'Top-$k$ Optimization with $\\alpha$-Rényi entropy',
    authors: ['Łukasz Kaiser', 'José Ortega y Gasset'],
    venue: 'Journal of Graphs',
    year: 2021,
    status: 'reading',
    note: 'Compare with BERT at 10:30; pretraining matters',
    starred: true,
    addedAt: now - 10 * DAY,
  }),
  row({
    id: 'title:1',
    title: 'Generation of trees',
    year: null,
    status: 'skimmed',
    tags: ['html', 'rats'],
    addedAt: now,
  }),
];
const titles = (typed: string): string[] =>
  searcher(list)
    .find(parseQuery(typed, ['to-read', 'reading', 'read', 'skimmed']), now)
    .rows.map(({ title }) => title.split(/[ :]/, 1)[0] ?? '');

describe('a list is searched as one types', () => {
  it.each<[string, string[]]>([
    ['', ['BERT', 'Top-$k$', 'Generation']],
    // In the title before a note.
    ['bert', ['BERT', 'Top-$k$']],
    ['BERT: Pre-training', ['BERT', 'Top-$k$']],
    ['pretraining', ['BERT', 'Top-$k$']],
    ['pre-training deep', ['BERT']],
    ['bidirect', ['BERT']],
    ['former', ['BERT']],
    // A word, then the inside of one.
    ['rat', ['Generation']],
    ['top-k', ['Top-$k$']],
    ['alpha renyi', ['Top-$k$']],
    ['optimisation', ['Top-$k$']],
    ['lukasz', ['Top-$k$']],
    ['"ortega y gasset"', ['Top-$k$']],
    // No phrase goes from one author to the next.
    ['"devlin ming"', []],
    ['"deep bidirectional"', ['BERT']],
    ['"bidirectional deep"', []],
    ['-bert', ['Generation']],
    ['bert -tag:nlp', ['Top-$k$']],
    ['tag:ml', []],
    ['tag:to', ['BERT']],
    ['tag:"to cite"', ['BERT']],
    ['tag:"to"', []],
    ['author:kaiser', ['Top-$k$']],
    ['author:bert', []],
    ['venue:journal year:2020..', ['Top-$k$']],
    ['year:..2019', ['BERT']],
    // A year that is not known is none of these.
    ['-year:2019', ['Top-$k$', 'Generation']],
    ['status:skimmed', ['Generation']],
    ['is:unread', ['Generation']],
    ['is:starred has:note', ['Top-$k$']],
    ['has:code', ['BERT']],
    ['-has:tags', ['Top-$k$']],
    ['has:doi', ['Top-$k$']],
    ['has:arxiv', ['BERT']],
    ['saved:30d', ['Top-$k$', 'Generation']],
    ['10:30', ['Top-$k$']],
    ['https://arxiv.org/abs/1810.04805v2', ['BERT']],
    ['10.1000/A_B', ['Top-$k$']],
  ])('%s', (typed, found) => {
    expect(titles(typed)).toEqual(found);
  });

  it('the best come first: title, whole word, beginning, inside', () => {
    const rows = [
      row({ id: 'inside', title: 'Overgraphs' }),
      row({ id: 'beginning', note: 'graphical' }),
      row({ id: 'word', tags: ['graph'] }),
      row({ id: 'title', title: 'A graphical thing' }),
      row({ id: 'title word', title: 'A graph' }),
    ];
    const { rows: found } = searcher(rows).find(parseQuery('graph'), 0);
    expect(found.map(({ id }) => id)).toEqual(['title word', 'title', 'word', 'beginning', 'inside']);
  });

  it('of titles that have all words the one that has them in this order comes first', () => {
    const rows = [row({ id: 'a', title: 'Need all attention' }), row({ id: 'b', title: 'Attention is all you need' })];
    expect(searcher(rows).find(parseQuery('attention is all'), 0).rows[0]?.id).toBe('b');
  });

  it('a row that was changed is found by what it says now', () => {
    const [first = row(), ...others] = list;
    searcher(list).find(parseQuery('bert'), 0);
    const changed = [{ ...first, title: 'ELMo' }, ...others];
    const found = (typed: string): number => searcher(changed).find(parseQuery(typed), 0).rows.length;
    expect([found('title:bert'), found('title:elmo'), found('title:top')]).toEqual([0, 1, 1]);
  });

  it.each<[string, string[], boolean]>([
    ['transfomers', ['BERT'], true],
    ['transfromer', ['BERT'], true],
    ['bidirectoin', ['BERT'], true],
    ['author:delvin', ['BERT'], true],
    // Both words are in the list, but in no row together.
    ['trees bert', [], false],
    // What is found is not doubted, short words and quoted ones neither.
    ['transformers', ['BERT'], false],
    ['berd', [], false],
    ['"transfomers"', [], false],
    ['-transfomers trees', ['Generation'], false],
  ])('%s: one typing error where nothing is found', (typed, found, forgiving) => {
    expect(titles(typed)).toEqual(found);
    expect(searcher(list).find(parseQuery(typed), now).forgiving).toBe(forgiving);
  });

  it('has each row that a plain look through its texts finds', () => {
    const word = fc.constantFrom('deep', 'ml', 'berg', 'icml', 'un', 'ways', '10');
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), word, word, (rows, one, other) => {
        const { rows: found, forgiving } = searcher(rows).find(parseQuery(`${one} ${other}`), 0);
        const has = ({ title, authors, venue, tags, note }: ListRow, typed: string): boolean =>
          [title, ...authors, venue ?? '', ...tags, note].some((text) => foldText(text).includes(typed));
        if (forgiving) return;
        expect(rows.filter((each) => has(each, one) && has(each, other)).every((each) => found.includes(each))).toBe(
          true,
        );
        expect(found.every((each) => rows.includes(each))).toBe(true);
      }),
    );
  });
});

/** The distance of two words as textbooks have it: letters put in, left out, changed, or two swapped. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1) {
      const swap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const line = table[i] ?? [];
      line[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        swap,
      );
    }
  return at(one.length, other.length);
}

it('one typing error is one as textbooks count them', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      const near = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end)).filter(
        (beginning) => distance(typed, beginning) <= 1,
      );
      const length = lettersMeant(typed, word);
      if (length === 0) expect(near).toEqual([]);
      else expect(near).toContain(word.slice(0, length));
    }),
    { numRuns: 2000 },
  );
});
