import type { Bearer } from '../identity/decisions.ts';
import type { OwnLinks } from '../paper/own-links.ts';
import type { Line } from '../identity/line.ts';
import type { Paper, Person, PersonId } from '../paper/schema.ts';

/** Somebody else of the name, as far as who is who can tell. */
export interface OtherOfName {
  /** Ids of their papers, the newest first; the first leads to them. */
  works: string[];
  /** As the first of these names them. */
  person: PersonId;
  /** As most of these print it. */
  name: string;
  /** Of the first work and of the last; null where none is known. */
  years: [number, number] | null;
  /** What speaks for and against their being the same person, by the work that says most. */
  lines: readonly Line[];
  /** Kinds of ids of which the person has one and this one another: "orcid". */
  otherIds: { kind: string; here: string[]; there: string[] }[];
}

/** A person and their works, as looked up in all packs. */
export interface FoundPerson {
  person: Person;
  /** Where they are named on these, it is by the person's id. */
  theirs: Paper[];
  /** Under the same name: they may be theirs. */
  maybe: Paper[];
  /** Under the same name: another's. */
  others: Paper[];
  /** Why each of these works is in its list, by the paper's id. */
  why: ReadonlyMap<string, readonly Line[]>;
  /** By what the reader's decisions know the author of each, by the paper's id. */
  bearers: ReadonlyMap<string, readonly Bearer[]>;
  /** Who wrote those; of whom most speaks for the same person first. */
  namesakes: OtherOfName[];
  /** Ids that tell the person from others of the name: `orcid:0000-0002-1825-0097`. Two of a kind: the reader says that both
   *  are this person's, or one work has both. */
  ids: string[];
  /** The reader says that this is them; null where it is somebody else. */
  me: { links: OwnLinks } | null;
  /** How many there are of `maybe` and `others`, also where not all were read. */
  othersTotal: number;
}
