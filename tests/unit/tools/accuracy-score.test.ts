import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../tools/accuracy/browser.ts';
import { judge, missedGoals, onePerPaper, stratumOf, type Expected, type Mark } from '../../../tools/accuracy/score.ts';
import { withVerdicts, type Verdict } from '../../../tools/accuracy/verdicts.ts';

const stands = (papers: string[], times = 1): Expected => ({ papers, title: papers.join(), times, by: 'title' });
const mark = (...papers: string[]): Mark => ({ text: `title of ${papers.join()}`, papers, by: 'title' });
const figures = (expected: Expected[], marks: Mark[]) => stratumOf('s', judge('page', expected, marks));

describe('what a page has against what was marked', () => {
  it('counts a miss against recall alone', () => {
    expect(figures([stands(['a']), stands(['b'])], [mark('a')])).toEqual({
      name: 's',
      mentions: 2,
      found: 1,
      marked: 1,
      right: 1,
      precision: 1,
      recall: 0.5,
      f1: 2 / 3,
    });
  });

  it('counts a false mark against precision alone', () => {
    expect(figures([stands(['a'])], [mark('a'), mark('x')])).toMatchObject({ precision: 0.5, recall: 1, right: 1 });
  });

  it('counts a second mark for one mention as false, and says so', () => {
    const { marks } = judge('page', [stands(['a'])], [mark('a'), mark('a')]);
    expect(marks.map(({ right, why }) => [right, why])).toEqual([
      [true, ''],
      [false, 'marked twice'],
    ]);
    expect(figures([stands(['a'], 2)], [mark('a'), mark('a')])).toMatchObject({ precision: 1, recall: 1 });
  });

  it('takes any paper of a shared title, and gives each mark one mention', () => {
    // The mark of both comes first and must not take the place of the one that fits nowhere else.
    expect(figures([stands(['a']), stands(['b'])], [mark('a', 'b'), mark('a')])).toMatchObject({ found: 2, right: 2 });
  });

  it('tells a mark by title from one by identifier', () => {
    expect(figures([{ ...stands(['a']), by: 'id' }], [mark('a')])).toMatchObject({ found: 0, right: 0 });
  });

  it('has no figure that is not a number where there is nothing', () => {
    expect(figures([], [])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(figures([], [mark('x')])).toMatchObject({ precision: 0, recall: 1, f1: 0 });
  });

  it('counts one mark a paper where a list does not say how often', () => {
    expect(onePerPaper([mark('a'), mark('b'), mark('a')])).toEqual([mark('a'), mark('b')]);
  });
});

describe('verdicts', () => {
  const outcome = judge('page', [stands(['a'])], [mark('a'), mark('b'), mark('c'), mark('d')]);
  const verdict = (paper: string, said: Verdict['verdict']): Verdict => ({
    page: 'page',
    text: `title of ${paper}`,
    paper,
    verdict: said,
    reason: 'looked',
  });

  it('make a mark right or leave it wrong; what nobody looked at counts as wrong and is handed back', () => {
    const looked = withVerdicts(outcome, [verdict('b', 'right'), verdict('c', 'wrong')]);
    expect(stratumOf('s', looked.outcome)).toMatchObject({ mentions: 2, found: 2, marked: 4, right: 2 });
    expect(looked.unjudged.map((judged) => judged.mark)).toEqual([mark('d')]);
  });
});

describe('marks of a report', () => {
  it('are one for papers of a shared title, and none where nobody sees them', () => {
    const rect = { x: 1, y: 2, width: 3, height: 4 };
    const mention = { text: 'T', via: 'title' as const, confidence: 1, visible: true, rect };
    const facts = { title: 'T', arxivId: null, doi: null, code: false, summary: false, status: null, followed: null };
    const papers = [
      { id: 'a', ...facts, mentions: [mention, { ...mention, rect: { ...rect, y: 9 } }] },
      { id: 'b', ...facts, mentions: [mention, { ...mention, visible: false, rect: null }] },
    ];
    expect(marksOf({ papers }).map((one) => one.papers)).toEqual([['a', 'b'], ['a']]);
  });
});

describe('goals', () => {
  it('are missed by name', () => {
    const strata = [figures([stands(['a']), stands(['b'])], [mark('a')])];
    expect(missedGoals(strata, [{ stratum: 's', figure: 'recall', atLeast: 0.995 }])).toEqual([
      's: recall is 50.00 %, the goal 99.5 %.',
    ]);
    expect(missedGoals(strata, [{ stratum: 's', figure: 'precision', atLeast: 0.999 }])).toEqual([]);
    expect(missedGoals(strata, [{ stratum: 'not measured', figure: 'f1', atLeast: 1 }])).toEqual([]);
  });
});
