import { describe, expect, it } from 'vitest';
import { answersFor, type AnsweredWork } from '../../../lib/identity/answers.ts';
import { identifyNow } from '../../../lib/identity/identify.ts';
import type { Signature } from '../../../lib/identity/signature.ts';
import { signature } from './signatures.ts';

const answersOf = (signatures: Signature[]): Record<'theirs' | 'maybe' | 'others', string[]> => {
  const identities = identifyNow(signatures);
  const asked = identities.signatures.findIndex(({ paper }) => paper === 'asked');
  const papers = (some: readonly AnsweredWork[]): string[] =>
    some.map(({ work }) => identities.signatures[work]?.paper ?? '');
  const { theirs, maybe, others } = answersFor(identities, [asked]);
  return { theirs: papers(theirs), maybe: papers(maybe), others: papers(others) };
};

describe('whose works', () => {
  it('are theirs by a co-author, and another’s by an id or by a name that cannot be theirs', () => {
    expect(
      answersOf([
        signature('asked', 'Wei Wang', { ids: ['orcid:1'], coauthors: ['Ada Quillfeather'] }),
        signature('shared', 'Wei Wang', { coauthors: ['Ada Quillfeather'] }),
        signature('other-id', 'Wei Wang', { ids: ['orcid:2'], coauthors: ['Ada Quillfeather'] }),
        signature('other-name', 'Wen Wang', { coauthors: ['Ada Quillfeather'] }),
      ]),
    ).toEqual({ theirs: ['asked', 'shared'], maybe: [], others: ['other-id', 'other-name'] });
  });

  it('say why: who wrote both, and how many have the name', () => {
    const identities = identifyNow([
      signature('asked', 'Yoshua Bengio', {
        coauthors: ['Ada Quillfeather', 'Ben Ostrander'],
        words: ['perceptron'],
        venue: 'ICML',
      }),
      signature('shared', 'Yoshua Bengio', {
        coauthors: ['A. Quillfeather', 'Ben Ostrander', 'Ada Quillfeather'],
        words: ['perceptron'],
        venue: 'ICML',
        year: 2023,
        topics: ['cs.LG'],
      }),
    ]);
    const { theirs } = answersFor(identities, [0]);
    const lines = theirs[1]?.lines ?? [];
    const byKind = new Map(lines.map((line) => [line.kind, line]));
    expect(byKind.get('coauthors')).toMatchObject({ names: ['Ada Quillfeather', 'Ben Ostrander'], more: 0 });
    expect(byKind.get('words')).toMatchObject({ words: ['perceptron'] });
    expect(byKind.get('venue')).toMatchObject({ venue: 'ICML' });
    expect(byKind.get('years')).toMatchObject({ apart: 3 });
    expect(byKind.get('name')).toMatchObject({ people: 'few' });
    expect(byKind.get('spelling')).toMatchObject({ how: 'same' });
  });

  it('say which id differs', () => {
    const identities = identifyNow([
      signature('asked', 'Wei Wang', { ids: ['orcid:1'] }),
      signature('other', 'Wei Wang', { ids: ['orcid:2'] }),
    ]);
    const { others } = answersFor(identities, [0]);
    expect(others[0]?.lines[0]).toMatchObject({ kind: 'other-id', of: 'orcid' });
  });
});
