import { describe, expect, it } from 'vitest';
import { identifyNow } from '../../../lib/identity/identify.ts';
import type { Signature } from '../../../lib/identity/signature.ts';
import { persons, signature } from './signatures.ts';

interface Example {
  what: string;
  signatures: Signature[];
  expected: string[];
}

const orcid = (end: string): string => `orcid:0000-0000-0000-${end}`;

const examples: Example[] = [
  { what: 'no works', signatures: [], expected: [] },
  {
    what: 'a rare name is one person, years and co-authors apart',
    signatures: [
      signature('a', 'Yoshua Bengio', { year: 2010, coauthors: ['Ada A'] }),
      signature('b', 'Yoshua Bengio', { year: 2014, coauthors: ['Ben B'] }),
    ],
    expected: ['a b'],
  },
  {
    what: 'a rare name with an initial in between',
    signatures: [
      signature('a', 'Yoshua Bengio', { coauthors: ['Ada Quillfeather'], words: ['neural', 'translation'] }),
      signature('b', 'Y. Bengio', { coauthors: ['Ada Quillfeather'], words: ['neural', 'attention'] }),
    ],
    expected: ['a b'],
  },
  {
    what: 'a common name with nothing in common is two',
    signatures: [
      signature('a', 'Wei Wang', { year: 2005, coauthors: ['Ada A'], words: ['soil', 'moisture'], venue: 'Soil' }),
      signature('b', 'Wei Wang', { year: 2024, coauthors: ['Ben B'], words: ['graph', 'attention'], venue: 'ICLR' }),
    ],
    expected: ['a', 'b'],
  },
  {
    what: 'a common name with a co-author in common is one',
    signatures: [
      signature('a', 'Wei Wang', { coauthors: ['Ada Quillfeather'] }),
      signature('b', 'Wei Wang', { coauthors: ['Ada Quillfeather', 'Ben B'] }),
    ],
    expected: ['a b'],
  },
  {
    what: 'names that cannot be one are two, no matter whom they wrote with',
    signatures: [
      signature('a', 'Wei Wang', { coauthors: ['Ada Quillfeather'] }),
      signature('b', 'Wen Wang', { coauthors: ['Ada Quillfeather'] }),
    ],
    expected: ['a', 'b'],
  },
  {
    what: 'a collaboration of many ties nobody',
    signatures: ['a', 'b'].map((paper, at) =>
      signature(paper, 'Wei Wang', {
        year: 2000 + at * 20,
        words: [`word${at}`],
        coauthors: Array.from({ length: 3000 }, (_, author) => `Author Number${author}`),
      }),
    ),
    expected: ['a', 'b'],
  },
  {
    what: 'an id decides, whatever else is said',
    signatures: [
      signature('a', 'Wei Wang', { year: 1990, words: ['soil'], ids: [orcid('1')] }),
      signature('b', 'Wei Wang', { year: 2024, words: ['graph'], ids: [orcid('1')] }),
    ],
    expected: ['a b'],
  },
  {
    what: 'two ids of one kind are two, whatever they have in common',
    signatures: [
      signature('a', 'Yoshua Bengio', { coauthors: ['Ada Quillfeather'], ids: [orcid('1')] }),
      signature('b', 'Yoshua Bengio', { coauthors: ['Ada Quillfeather'], ids: [orcid('2')] }),
    ],
    expected: ['a', 'b'],
  },
  {
    what: 'two authors of one paper are two',
    signatures: [signature('a', 'Wei Wang'), signature('a', 'Wei Wang', { place: 1 })],
    expected: ['a', 'a'],
  },
  {
    what: 'one id on names that cannot be one person’s joins nobody',
    signatures: [signature('a', 'Yi Wang', { ids: [orcid('1')] }), signature('b', 'Yang Wang', { ids: [orcid('1')] })],
    expected: ['a', 'b'],
  },
];

describe('works of one name', () => {
  it.each(examples)('$what', ({ signatures, expected }) => {
    expect(persons(signatures)).toEqual(expected);
  });

  it('tells which ids contradict each other, and joins nobody because of them', () => {
    const { persons: found, conflicts } = identifyNow([
      signature('a', 'Wei Wang', { ids: [orcid('1'), 'dblp:Wei Wang 1'] }),
      signature('b', 'Wei Wang', { ids: [orcid('2'), 'dblp:Wei Wang 1'] }),
    ]);
    expect(found).toHaveLength(2);
    expect(conflicts).toEqual([{ kind: 'ids', id: 'dblp:Wei Wang 1', works: [1] }]);
  });

  it('says so where there are too many works to compare all, and still joins by co-authors', () => {
    const many = Array.from({ length: 3200 }, (_, at) =>
      signature(`p${at}`, at % 2 === 0 ? 'Wei Wang' : 'Wen Wang', { coauthors: [`Ada Number${at % 4}`] }),
    );
    const { limit, persons: found } = identifyNow(many);
    expect(limit).toBe('spellings');
    expect(found.every(({ works }) => works.length >= 800)).toBe(true);
  });

  it('stops at each work, so that others have their turn', () => {
    const { persons: found } = identifyNow(
      Array.from({ length: 5000 }, (_, at) => signature(`p${at}`, 'Yoshua Bengio', { coauthors: ['Ada A'] })),
    );
    expect(found.map(({ works }) => works.length)).toEqual([5000]);
  });
});
