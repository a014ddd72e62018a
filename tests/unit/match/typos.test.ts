// Titles cut short, mistyped, or only alike; and what a hash says without the letters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../lib/match/find-mentions.ts';
import { editsBetween } from '../../../lib/match/typos.ts';
import type { Block } from '../../../lib/messages/page-protocol.ts';
import { canonical, fold } from '../../../lib/text/tokens.ts';
import { indexOf } from './index-of.ts';

const TITLE = 'Closing the Convergence Gap of Stochastic Gradient Descent without Replacement';
const index = indexOf([
  { id: 'closing', titles: [TITLE] },
  { id: 'supervised', titles: ['Supervised Learning of Universal Sentence Representations'] },
  { id: 'part-one', titles: ['Foundations of Statistical Learning in Networks 1'] },
  { id: 'twin-one', titles: ['Robust Estimation of Sparse Linear Models in Practice: Theory'] },
  { id: 'twin-two', titles: ['Robust Estimation of Sparse Linear Models in Practice: Methods'] },
]);
const heading = (text: string): Block => ({ text, kind: 'heading', spans: [] });
const papers = async (...blocks: Block[]): Promise<string[]> =>
  (await findMentions(blocks, index)).flatMap((mention) => mention.papers);

describe('a title in a place of its own', () => {
  it.each([
    ['a letter lost at the beginning', TITLE.replace('Closing', 'Closng')],
    ['a letter too many', TITLE.replace('Stochastic', 'Stochasstic')],
    ['two letters swapped', TITLE.replace('Gradient', 'Gardient')],
    ['a wrong letter at the end', TITLE.replace('Replacement', 'Replacemant')],
    ['a space lost beside it', TITLE.replace('Convergence Gap', 'ConvrgenceGap')],
  ])('with %s is found, and is less sure', async (_what, text) => {
    const [mention] = await findMentions([heading(text)], index);
    expect(mention).toMatchObject({ papers: ['closing'], start: 0, length: text.length });
    expect(mention?.confidence).toBeLessThan(0.8);
  });

  it.each([
    ['a negation', 'Unsupervised Learning of Universal Sentence Representations'],
    ['another number', 'Foundations of Statistical Learning in Networks 2'],
    ['a plural', `${TITLE}s`],
    ['another word', TITLE.replace('Gap', 'Rate')],
    ['a word less', TITLE.replace('Stochastic ', '')],
    ['more errors than a hand makes', 'Clsing the Convrgence Gap of Stochstic Gradent Descnt wthout Replacment'],
  ])('that differs by %s is another title', async (_what, text) => {
    expect(await papers(heading(text))).toEqual([]);
  });

  it('mistyped in running text is not looked for', async () => {
    const text = `We follow ${TITLE.replace('Closing', 'Closng')} in all of our experiments, and then go on. `;
    expect(await papers({ text: text.repeat(4), kind: 'text', spans: [] })).toEqual([]);
  });

  it('cut short is found where it is the only one that begins so', async () => {
    expect(await papers(heading('Closing the Convergence Gap of Stoch…'))).toEqual(['closing']);
    expect(await papers(heading('Robust Estimation of Sparse Linear Models in Pra...'))).toEqual([]);
    expect(await papers(heading('Robust Estimation of Sparse Linear Models in Practice: Me...'))).toEqual(['twin-two']);
    expect(await papers(heading('Closing the…'))).toEqual([]);
  });
});

it('what hashes as a title but reads otherwise is not marked', async () => {
  // As after a collision: the index says "here", the paper's own titles do not.
  const liar = { ...index, papers: async () => [{ ...NOBODY, titles: ['Quite Another Title Than the One Expected'] }] };
  expect(await findMentions([heading(TITLE)], liar)).toEqual([]);
});
const NOBODY = { id: 'nobody', authors: [], arxivId: null, doi: null, code: false };

it('what was removed meanwhile is not marked', async () => {
  const gone = { ...index, papers: async (refs: readonly unknown[]) => refs.map(() => null) };
  expect(await findMentions([heading(TITLE)], gone)).toEqual([]);
});

// Few letters, so that titles overlap, begin alike and stand inside each other.
const word = fc.constantFrom('ab', 'ba', 'abba', 'bb', 'aab', 'a');
const phrase = fc.array(word, { minLength: 9, maxLength: 16 }).map((words) => words.join(' '));

it('long titles in running text are found wherever a plain search finds them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(phrase, { minLength: 1, maxLength: 6, selector: canonical }),
      fc.array(word, { maxLength: 20 }),
      fc.nat(5),
      async (titles, around, which) => {
        const long = titles.filter((title) => canonical(title).length >= 24);
        const planted = long[which % Math.max(1, long.length)] ?? '';
        const text = `x ${around.join(' ')} . ${planted} . ${around.join(' ')} and so on to its end, as texts do. And more.`;
        const source = indexOf(long.map((title, at) => ({ id: `p${at}`, titles: [title] })));
        const mentions = await findMentions([{ text, kind: 'text', spans: [] }], source);
        // Naive: every title at every pair of words.
        const { start, end, words } = fold(text);
        const standing = new Set<string>();
        for (let from = 0; from < words; from += 1) {
          for (let to = from + 1; to <= words; to += 1) {
            const here = canonical(text.slice(start[from], end[to - 1]));
            for (const [at, title] of long.entries()) {
              if (canonical(title) === here)
                standing.add(`p${at} ${start[from]} ${(end[to - 1] ?? 0) - (start[from] ?? 0)}`);
            }
          }
        }
        for (const mention of mentions) {
          for (const paper of mention.papers) expect(standing).toContain(`${paper} ${mention.start} ${mention.length}`);
        }
        expect(mentions.length > 0).toBe(standing.size > 0);
      },
    ),
    { numRuns: 100 },
  );
});

it('edits are counted as by a full table', () => {
  const text = fc.stringMatching(/^[abc]{0,9}$/);
  function slow(one: string, other: string): number {
    const table = Array.from({ length: one.length + 1 }, (_, i) => [i]);
    for (let j = 0; j <= other.length; j += 1) (table[0] ?? [])[j] = j;
    const at = (i: number, j: number): number => table[i]?.[j] ?? 99;
    for (let i = 1; i <= one.length; i += 1) {
      for (let j = 1; j <= other.length; j += 1) {
        const exchanged = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
        let best = Math.min(exchanged, at(i - 1, j) + 1, at(i, j - 1) + 1);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          best = Math.min(best, at(i - 2, j - 2) + 1);
        }
        (table[i] ?? [])[j] = best;
      }
    }
    return at(one.length, other.length);
  }
  fc.assert(
    fc.property(text, text, fc.nat(5), (one, other, limit) => {
      expect(editsBetween(one, other, limit)).toBe(Math.min(slow(one, other), limit + 1));
    }),
  );
});
