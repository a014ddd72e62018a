// A name at a place in a paper's list of authors: what persons are put together from.
import type { PaperId, PersonId } from '../paper/schema.ts';

export interface Signature {
  paper: PaperId;
  /** Other ids of that paper. */
  also?: readonly string[];
  /** In the list of authors, from 0. */
  place: number;
  /** As printed. */
  name: string;
  /** By which the reader's decisions know this author (`namePerson`, or a person that a pack knows). */
  person: PersonId;
  /** What tells an author from others of the name: `orcid:0000-0002-1825-0097`, `dblp:Wei Wang 0001`. */
  ids: readonly string[];
  /** The paper's other authors as printed, without this place. */
  coauthors: readonly string[];
  /** Words of the title as they are compared (`contentWords`). */
  words: readonly string[];
  venue?: string | null;
  year?: number | null;
  affiliation?: string | null;
  topics?: readonly string[];
}

/** Lists of more authors tie nobody: everybody of a collaboration has everybody in common. */
export const MAX_TYING_AUTHORS = 60;
/** Words and topics of one work that are compared; more are no title's. */
export const MAX_WORDS = 60;
/** Spellings of one person that others are compared with. */
export const MAX_COMPARED_NAMES = 40;
/** Longer words, topics and ids are nobody's. */
export const LONGEST_COMPARED = 220;

/** A signature's place as one text. */
export const signatureKey = ({ paper, place }: Pick<Signature, 'paper' | 'place'>): string => `${paper} ${place}`;

/** Which of two signatures comes first, whatever the order they came in. */
export const bySignature = (a: Signature, b: Signature): number =>
  a.paper < b.paper ? -1 : a.paper > b.paper ? 1 : a.place - b.place;
