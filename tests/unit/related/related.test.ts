import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindWorks } from '../../../lib/related/authors.ts';
import type { Related, RelatedOptions } from '../../../lib/related/related.ts';
import { relatedToFirst, type Work } from '../../fixtures/related.ts';

const crowd: Work[] = Array.from({ length: 60 }, (_, n) => ({
  title: `Unrelated matter number${n} of something${n}`,
  authors: [`Somebody Else${n}`],
}));
const ids = (works: readonly Related[]): string[] => works.map(({ paper }) => paper.id);
const onSubject = async (first: Work, others: Work[], options: RelatedOptions = {}): Promise<Related[]> =>
  (await relatedToFirst([first, ...others, ...crowd], options)).onSubject;
const byPeople = async (first: Work, ...others: Work[]): Promise<Related[]> =>
  (await relatedToFirst([first, ...others, ...crowd])).byPeople;

describe('on the same subject', () => {
  it.each<[what: string, first: Work, other: Work, reason: Related['reasons'][number]]>([
    [
      'one rare word of the title, as the paper at hand prints it, plural or not',
      { title: 'Dolphins on treadmills' },
      { title: 'The sonar of a dolphin' },
      { kind: 'words', words: ['Dolphins'] },
    ],
    [
      'a word and two words of every field',
      { title: 'Adaptive federated optimization for phones and watches' },
      { title: 'Adaptive choice of a federated optimization on clusters' },
      { kind: 'words', words: ['federated'] },
    ],
    [
      'a word, and a person',
      { title: 'Underwater sonar of grey dolphins near harbours', authors: ['Itziar Vázquez'] },
      { title: 'Walking robots that balance like dolphins', authors: ['Itziar Vázquez'] },
      { kind: 'words', words: ['dolphins'] },
    ],
    [
      'words of the title in an abstract',
      { title: 'Sonar of dolphins' },
      { title: 'Underwater sounds', abstract: 'We record each dolphin by its sonar.' },
      { kind: 'words', words: ['dolphins', 'Sonar'] },
    ],
    [
      'words of both abstracts',
      { title: 'Sonar of dolphins', abstract: 'Hydrophones hear echolocation.' },
      { title: 'Underwater sounds', abstract: 'Echolocation by hydrophones in a harbour.' },
      { kind: 'words', words: ['echolocation', 'Hydrophones'] },
    ],
    [
      'a topic',
      { title: 'Sonar of dolphins', topics: ['marine biology'] },
      { title: 'Whales', topics: ['marine biology'] },
      { kind: 'topics', topics: ['marine biology'] },
    ],
    ['a paper that cites it', { title: 'Sonar' }, { title: 'Whales', cites: ['Sonar'] }, { kind: 'cites' }],
    ['a paper that it cites', { title: 'Sonar', cites: ['Whales'] }, { title: 'Whales' }, { kind: 'cited' }],
    [
      'what both cite',
      { title: 'Sonar', cites: ['Unrelated matter number1 of something1', 'Unrelated matter number2 of something2'] },
      { title: 'Whales', cites: ['Unrelated matter number1 of something1', 'Unrelated matter number2 of something2'] },
      { kind: 'references', count: 2 },
    ],
  ])('%s', async (_, first, other, reason) => {
    const row = (await onSubject(first, [other])).find(({ paper }) => paper.id === other.title);
    expect(row?.reasons).toContainEqual(reason);
  });

  it.each<[what: string, first: Work, other: Work]>([
    ['nothing', { title: 'Sonar of dolphins' }, { title: 'Walking robots' }],
    [
      'words of every field',
      { title: 'An efficient framework for heat transfer' },
      { title: 'Teacher guided training: an efficient framework for knowledge transfer' },
    ],
    [
      'one word, however rare, of long titles',
      { title: 'Underwater sonar of grey dolphins near harbours' },
      { title: 'Walking robots that balance like dolphins' },
    ],
    [
      'one word with one word of every field in long titles',
      { title: 'Underwater sonar of grey dolphins near harbours: a simple model' },
      { title: 'A model of walking robots that balance like dolphins' },
    ],
    [
      'a word and a name that many have',
      { title: 'Underwater sonar of grey dolphins near harbours', authors: ['Wei Wang'] },
      { title: 'Walking robots that balance like dolphins', authors: ['Wei Wang'] },
    ],
    [
      'an author alone',
      { title: 'Mass of a boson', authors: ['José T. Vázquez'] },
      { title: 'Sonar data of a harbour', authors: ['José T. Vázquez'] },
    ],
    [
      'a topic that is no topic',
      { title: 'Sonar', topics: ['x'.repeat(10_000)] },
      { title: 'Whales', topics: ['x'.repeat(10_000)] },
    ],
  ])('%s in common relates nothing', async (_, first, other) => {
    expect(await onSubject(first, [other])).toEqual([]);
  });

  it('a word that more than a tenth of the papers have says nothing', async () => {
    const many = Array.from({ length: 10 }, (_, n) => ({ title: `Sonar number${n}` }));
    expect(await onSubject({ title: 'Sonar of dolphins' }, many)).toEqual([]);
  });

  it.each<[what: string, first: Work, order: Work[]]>([
    [
      'more words in common',
      { title: 'Sonar of grey dolphins' },
      [{ title: 'Grey dolphins have sonar' }, { title: 'Grey dolphins on treadmills' }],
    ],
    [
      'a word in the title rather than in the abstract',
      { title: 'Sonar of dolphins' },
      [{ title: 'Echoes of dolphins' }, { title: 'Underwater sounds', abstract: 'Some are of dolphins.' }],
    ],
    [
      'people in common, where the words are the same',
      { title: 'Sonar of dolphins', authors: ['Itziar Vázquez'] },
      [
        { title: 'Dolphins here', authors: ['Itziar Vázquez'] },
        { title: 'Dolphins there', year: 2025 },
      ],
    ],
    [
      'the later one, where all is the same',
      { title: 'Sonar of dolphins' },
      [
        { title: 'Dolphins there', year: 2025 },
        { title: 'Dolphins here', year: 2020 },
      ],
    ],
  ])('%s comes first', async (_, first, order) => {
    const wanted = order.map(({ title }) => title);
    expect(ids(await onSubject(first, order))).toEqual(wanted);
    expect(ids(await onSubject(first, order.toReversed()))).toEqual(wanted);
  });

  it('papers that share one rare word do not take the places of those that share two', async () => {
    const rare = Array.from({ length: 3 }, (_, n) => ({
      title: `Walking robots number${n} that balance like dolphins`,
    }));
    const near = { title: 'Harbours that echo: a sonar of a long coast' };
    const works = [
      ...rare,
      near,
      ...Array.from({ length: 3 }, (_, n) => ({ title: `Sonar number${n} of a wide and distant sea${n}` })),
      ...Array.from({ length: 3 }, (_, n) => ({ title: `Harbours number${n} of a wide and distant land${n}` })),
    ];
    expect(ids(await onSubject({ title: 'Underwater sonar of grey dolphins near harbours' }, works))).toEqual([
      near.title,
    ]);
  });

  it('names the people it shares among the reasons', async () => {
    const [row] = await onSubject({ title: 'Sonar of dolphins', authors: ['Itziar Vázquez'] }, [
      { title: 'Dolphins here', authors: ['Itziar Vázquez', 'Ben Bolzano'] },
    ]);
    expect(row?.reasons).toEqual([
      { kind: 'words', words: ['dolphins'] },
      { kind: 'authors', names: ['Itziar Vázquez'] },
    ]);
  });
});

describe('by the same people', () => {
  const subject = (authors: string[]): Work => ({ title: 'Mass of a boson', authors });
  const other = (title: string, authors: string[]): Work => ({ title, authors });

  it('those that share most come first, a rare name before a frequent one, with their names', async () => {
    const works = await byPeople(
      subject(['Ann Ardito', 'Ben Bolzano', 'Cem Carstens']),
      ...Array.from({ length: 5 }, (_, n) => other(`Frequent${n}`, ['Cem Carstens'])),
      other('Rare', ['Ben Bolzano']),
      other('Both', ['Ann Ardito', 'Ben Bolzano', 'Somebody New']),
    );
    expect(ids(works).slice(0, 2)).toEqual(['Both', 'Rare']);
    expect(works).toHaveLength(7);
    expect(works[0]?.reasons).toEqual([{ kind: 'authors', names: ['Ann Ardito', 'Ben Bolzano'] }]);
  });

  it.each<[what: string, authors: string[], theirs: string[]]>([
    ['an initial and a common family name', ['Z. Cui', 'Z. Zhang'], ['Z. Zhang', 'H. Kimura']],
    ['a common name', ['Wei Wang'], ['Wei Wang']],
  ])('%s alone tells nobody', async (_, authors, theirs) => {
    expect(await byPeople(subject(authors), other('Robots', theirs))).toEqual([]);
  });

  it('a long given name tells people of a common family name apart', async () => {
    expect(ids(await byPeople(subject(['Chuanxia Zheng']), other('Robots', ['Chuanxia Zheng'])))).toEqual(['Robots']);
  });

  it('a common name tells with the subject, or another author, beside it', async () => {
    const works = await byPeople(
      subject(['Wei Wang', 'Li Zhang']),
      other('Bosons', ['Wei Wang']),
      other('Robots', ['Wei Wang', 'Li Zhang']),
    );
    expect(ids(works).toSorted()).toEqual(['Bosons', 'Robots']);
  });

  it('who is who may be the asker’s to say', async () => {
    const nobody: FindWorks = () => Promise.resolve([]);
    const works = [subject(['Ann Ardito']), other('Rare', ['Ann Ardito'])];
    expect((await relatedToFirst(works, { works: nobody })).byPeople).toEqual([]);
  });
});

describe('either list', () => {
  const first: Work = {
    id: 'p1',
    title: 'Can gradient clipping mitigate label noise?',
    doi: '10.1000/1',
    authors: ['Aditya Menon'],
  };
  it.each<[what: string, other: Work]>([
    ['the same title elsewhere', { title: 'Can Gradient Clipping Mitigate Label Noise' }],
    ['the same title cut short', { title: 'Can gradient clipping mitigate label …' }],
    [
      'another title of it',
      { title: 'Gradient clipping and label noise', otherTitles: ['Can gradient clipping mitigate label noise'] },
    ],
  ])('a paper is not related to itself: %s', async (_, same) => {
    const { onSubject: near, byPeople: theirs } = await relatedToFirst([
      first,
      { ...same, id: 'p2', authors: ['Aditya Menon'] },
      ...crowd,
    ]);
    expect([...near, ...theirs]).toEqual([]);
  });

  const word = fc.constantFrom('sparse', 'robust', 'convex', 'sgd', 'attention', 'graph', '…', '日本', 'x'.repeat(99));
  const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
  const work = fc.record({
    title: words,
    abstract: words,
    authors: fc.array(fc.constantFrom('Ann A', 'Ben Bolzano', 'C. D', 'Wei Wang', '', 'et al.', '王'), {
      maxLength: 4,
    }),
    topics: fc.array(fc.constantFrom('optimization', 'y'.repeat(10_000), ''), { maxLength: 3 }),
    year: fc.constantFrom(-5, 0, 2020, 99_999),
    cites: fc.array(fc.constantFrom('p0', 'p1', 'p2', 'p3', 'gone'), { maxLength: 3 }),
  });
  const many = fc
    .array(work, { minLength: 1, maxLength: 30 })
    .map((all) => all.map((one, at): Work => ({ ...one, id: `p${at}`, title: `${one.title} unique${at}` })));

  it('at most twelve, each with a reason, none twice, never itself; the same whatever the order of papers and authors', () =>
    fc.assert(
      fc.asyncProperty(many, fc.boolean(), async (works, asked) => {
        const options = asked ? {} : { abstract: '' };
        const lists = await relatedToFirst(works, options);
        for (const list of [lists.onSubject, lists.byPeople]) {
          expect(ids(list)).not.toContain('p0');
          expect(new Set(ids(list)).size).toBe(list.length);
          expect(list.length).toBeLessThanOrEqual(12);
          for (const { reasons } of list) expect(reasons.length).toBeGreaterThan(0);
        }
        const [one, ...rest] = works;
        if (one === undefined) return;
        const turned = { ...one, authors: one.authors?.toReversed() ?? [], topics: one.topics?.toReversed() ?? [] };
        const again = await relatedToFirst([turned, ...rest.toReversed()], options);
        expect(ids(again.onSubject)).toEqual(ids(lists.onSubject));
        expect(ids(again.byPeople)).toEqual(ids(lists.byPeople));
      }),
      { numRuns: 60 },
    ));
});
