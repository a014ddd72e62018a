// What the reading list is found by, after changes of it.
import { describe, expect, it } from 'vitest';
import { keysOf, ListIndex, type PaperKeys } from '../../../../lib/catalog/sources/list-index.ts';

const paper = (at: number, title = `On the quiet rivers of number ${at}`): PaperKeys =>
  keysOf(`arxiv:2101.${10_000 + at}`, { id: `arxiv:2101.${10_000 + at}`, title });
const papers = (from: number, to: number): PaperKeys[] =>
  Array.from({ length: to - from }, (_, at) => paper(from + at));

describe('many changes at once', () => {
  const index = ListIndex.of(papers(0, 60));

  it('leave the index that is made of the whole list', () => {
    const gone = papers(10, 40);
    const come = [...papers(60, 90), ...Array.from({ length: 5 }, (_, at) => paper(10 + at, `Another title ${at}`))];
    const whole = ListIndex.of([...papers(0, 10), ...papers(40, 60), ...come]);
    expect(index.changed(gone, come)?.bytes).toEqual(whole.bytes);
    let now: ListIndex | null = index;
    for (const one of gone) now = now?.without(one) ?? null;
    for (const one of come) now = now?.with(one) ?? null;
    expect(now?.bytes).toEqual(whole.bytes);
  });

  it.each<[string, PaperKeys[], PaperKeys[]]>([
    ['takes off a paper that it does not have', papers(70, 71), []],
    ['takes off a paper that it has otherwise', [paper(3, 'Another title')], []],
    ['adds a paper that it has', [], papers(3, 4)],
  ])('have it rebuilt where one %s', (_, gone, come) => {
    expect(index.changed(gone, come)).toBeNull();
  });
});
