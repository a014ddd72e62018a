import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../lib/text/content-words.ts';
import { titleOf, type Paper } from '../../../lib/paper/schema.ts';
import { candidatesOf, type Postings, type Shared } from '../../../lib/related/candidates.ts';
import { rankRelated } from '../../../lib/related/rank.ts';
import { paper, type PaperWords } from '../../fixtures/papers.ts';

/** What the store would answer, from a list of papers. */
function sharedIn(papers: readonly Paper[]): Shared {
  const postings = (keysOf: (one: Paper) => Iterable<string>): Map<string, Postings> => {
    const all = new Map<string, string[]>();
    for (const one of papers) for (const key of new Set(keysOf(one))) all.set(key, [...(all.get(key) ?? []), one.id]);
    return new Map([...all].map(([key, ids]) => [key, { papers: ids, count: ids.length }]));
  };
  return {
    people: postings((one) => one.authors.map((author) => author.person)),
    topics: postings((one) => one.topics),
    words: postings((one) => contentWords(titleOf(one)).keys()),
    total: papers.length,
  };
}

function relatedTo(subject: PaperWords, others: PaperWords[]) {
  const all = [subject, ...others].map(paper);
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('no papers');
  return rankRelated(first, rest, sharedIn(all));
}

const crowd = Array.from({ length: 20 }, (_, n) => ({
  title: `Unrelated matter number${n}`,
  authors: ['Busy Writer'],
  topics: ['learning'],
  venue: 'arXiv preprint',
}));

describe('related works', () => {
  it('a rare shared author counts more than a topic that everyone has', () => {
    const [first, second] = relatedTo({ title: 'Alpha waves', authors: ['Rare Author'], topics: ['learning'] }, [
      { title: 'Beta waves', authors: ['Rare Author'] },
      { title: 'Gamma', authors: ['Other Person'], topics: ['learning'] },
      ...crowd,
    ]);
    expect(first?.paper.id).toBe('beta-waves');
    expect(first?.reasons).toContainEqual({ kind: 'authors', names: ['Rare Author'] });
    expect(second?.score).toBeLessThan(first?.score ?? 0);
  });

  it('more shared authors, stronger tie', () => {
    const [first, second] = relatedTo(
      { title: 'Alpha waves', authors: ['Ann Ardito', 'Ben Bolzano', 'Cem Carstens'], venue: 'arXiv preprint' },
      [
        { title: 'Beta waves', authors: ['Ann Ardito'], venue: 'arXiv preprint' },
        { title: 'Gamma waves', authors: ['Ann Ardito', 'Ben Bolzano'], venue: 'arXiv preprint' },
        ...crowd,
      ],
    );
    expect([first?.paper.id, second?.paper.id]).toEqual(['gamma-waves', 'beta-waves']);
  });

  it('title words are told as the title prints them, plural or not', () => {
    const [first] = relatedTo({ title: 'Sparse Transformers without Normalization' }, [
      { title: 'Normalization in a sparse transformer' },
      ...crowd,
    ]);
    expect(first?.reasons).toContainEqual({ kind: 'title', words: ['Normalization', 'Sparse', 'Transformers'] });
  });

  it.each([
    ['one common word, however rare', 'Scale Invariant Architectures', 'Efficient Architectures for Phones'],
    [
      'two common words of many',
      'Large Batch Optimization for Deep Learning: Training BERT in Minutes',
      'Disentangling Sampling and Labeling Bias for Learning in Large Output Spaces',
    ],
  ])('%s makes no similar title', (_, title, other) => {
    expect(relatedTo({ title }, [{ title: other }, ...crowd])).toEqual([]);
  });

  // Each of these was shown as related.
  it.each<[what: string, subject: PaperWords, other: PaperWords]>([
    [
      'an initial and a common family name',
      { title: 'Antibodies of chickens against a virus', authors: ['Z. Cui', 'Z. Zhang'] },
      { title: 'Adaptive running of a quadruped robot', authors: ['Z. Zhang', 'H. Kimura'] },
    ],
    [
      'an initial and a common family name, and a word',
      { title: 'Antibodies of chickens', authors: ['Z. Zhang'] },
      { title: 'Chickens on a treadmill', authors: ['Z. Zhang'] },
    ],
    [
      'one shared author and nothing else',
      { title: 'Mass of a boson', authors: ['José T. Vázquez'] },
      { title: 'Sonar data of a harbour', authors: ['José T. Vázquez'] },
    ],
    [
      'a common name and one word',
      { title: 'Sonar of dolphins', authors: ['Wei Wang'] },
      { title: 'Sonar data of a harbour', authors: ['Wei Wang'] },
    ],
    [
      'two words of every field',
      { title: 'An efficient framework for heat transfer' },
      { title: 'Teacher Guided Training: An Efficient Framework for Knowledge Transfer' },
    ],
    [
      'three words of every field',
      { title: 'Learning deep architectures for AI' },
      { title: 'Creativity of AI: Option Discovery by Deep Learning' },
    ],
    [
      'two words that are apart',
      { title: 'Regression testing' },
      { title: 'Permutation testing for logistic regression' },
    ],
  ])('%s is no relation', (_, subject, other) => {
    expect(relatedTo(subject, [other, ...crowd])).toEqual([]);
  });

  it.each<[what: string, subject: PaperWords, other: PaperWords]>([
    [
      'initials with a rare family name, and two words',
      { title: 'Sonar of grey dolphins', authors: ['S. Bhojanapalli'] },
      { title: 'Dolphins and their sonar', authors: ['S. Bhojanapalli'] },
    ],
    [
      'one shared author and a word of the subject',
      { title: 'Sonar of dolphins', authors: ['Itziar Vázquez'] },
      { title: 'Sonar data of a harbour', authors: ['Itziar Vázquez'] },
    ],
    ['two words that are a phrase', { title: 'Gradient clipping' }, { title: 'On gradient clipping' }],
  ])('%s is one', (_, subject, other) => {
    expect(relatedTo(subject, [other, ...crowd])).toHaveLength(1);
  });

  it.each<[what: string, other: PaperWords]>([
    ['the same title elsewhere', { title: 'Can gradient clipping mitigate label noise?', year: 2020 }],
    ['the same title cut short', { title: 'Can gradient clipping mitigate label …' }],
    [
      'another title of it',
      { title: 'Gradient clipping and label noise', altTitles: ['Can Gradient Clipping Mitigate Label Noise'] },
    ],
    ['its DOI', { title: 'Gradient clipping mitigates label noise', doi: '10.1000/1' }],
  ])('a paper is not related to itself: %s', (_, other) => {
    const subject = { title: 'Can gradient clipping mitigate label noise?', doi: '10.1000/1', authors: ['A. Menon'] };
    const all = [subject, other, ...crowd].map(paper);
    const [first, second = first, ...rest] = all;
    if (first === undefined || second === undefined) throw new Error('no papers');
    const found = rankRelated(first, [{ ...second, id: 'title:0123456789abcdef' }, ...rest], sharedIn(all));
    expect(found).toEqual([]);
  });

  it('one of fifty authors is a weaker tie than one of three', () => {
    const fifty = ['Ann Ardito', ...Array.from({ length: 49 }, (_, n) => `Helper Number${n}`)];
    const [first, second] = relatedTo({ title: 'Alpha waves', authors: ['Ann Ardito'], topics: ['learning'] }, [
      { title: 'Handbook of waves', authors: fifty, topics: ['learning'] },
      { title: 'Beta waves', authors: ['Ann Ardito', 'Ben B', 'Cem C'] },
      ...crowd,
    ]);
    expect([first?.paper.id, second?.paper.id]).toEqual(['beta-waves', 'handbook-of-waves']);
  });

  it('what is hardly related is left out where something is closely related', () => {
    const near = { authors: ['Ann A', 'Ben B', 'Cem C'], topics: ['sgd', 'shuffling'] };
    const found = relatedTo({ title: 'Alpha', ...near, topics: [...near.topics, 'learning'] }, [
      { title: 'Beta', ...near },
      ...crowd,
    ]);
    expect(found.map(({ paper: { id } }) => id)).toEqual(['beta']);
  });

  it('the same venue alone relates nothing', () => {
    expect(relatedTo({ title: 'Alpha', venue: 'ICML 2020' }, [{ title: 'Beta', venue: 'ICML 2020' }])).toEqual([]);
  });

  it('at most twelve, each with a reason, none twice, never itself, the same every time', () => {
    const word = fc.constantFrom('sparse', 'robust', 'convex', 'training', 'models', 'sgd', 'attention', 'graph');
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    const one = fc.record({
      title: words,
      authors: fc.array(fc.constantFrom('Ann A', 'Ben B', 'Cem C', 'Dan D'), { maxLength: 3 }),
      topics: fc.array(fc.constantFrom('optimization', 'transformers', 'privacy'), { maxLength: 3 }),
      year: fc.integer({ min: 2015, max: 2024 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 40 }), (many) => {
        const all = many.map((facts, n) => ({ ...paper(facts), id: `p${n}` }));
        const shared = sharedIn(all);
        const [subject] = all;
        if (subject === undefined) return;
        const byId = new Map(all.map((entry) => [entry.id, entry]));
        const candidates = candidatesOf(subject, shared).flatMap((id) => byId.get(id) ?? []);
        const related = rankRelated(subject, candidates, shared);
        const ids = related.map((entry) => entry.paper.id);
        expect(ids).not.toContain(subject.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(12);
        for (const entry of related) expect(entry.reasons.length).toBeGreaterThan(0);
        expect(rankRelated(subject, candidates.toReversed(), shared).map((entry) => entry.paper.id)).toEqual(ids);
      }),
    );
  });
});
