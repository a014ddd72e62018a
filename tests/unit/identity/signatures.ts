// Signatures for tests: only what a test is about is written down there.
import { identifyNow, type Identities, type IdentifyOptions } from '../../../lib/identity/identify.ts';
import type { Signature } from '../../../lib/identity/signature.ts';
import { namePerson } from '../../../lib/paper/names/person-id.ts';

export function signature(paper: string, name: string, more: Partial<Signature> = {}): Signature {
  return {
    paper,
    place: 0,
    name,
    person: namePerson(name),
    ids: [],
    coauthors: [],
    words: [],
    venue: null,
    year: 2020,
    ...more,
  };
}

/** Persons as the papers of each: "a b", sorted. */
export const personsOf = ({ persons, signatures }: Identities): string[] =>
  persons.map(({ works }) => works.map((work) => signatures[work]?.paper ?? '').join(' ')).toSorted();

export const persons = (signatures: readonly Signature[], options?: IdentifyOptions): string[] =>
  personsOf(identifyNow(signatures, options));
