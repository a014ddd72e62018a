import type { Line } from '../identity/line.ts';
import type { Paper, Person } from '../paper/schema.ts';

/** A person and their works, as looked up in all packs. */
export interface FoundPerson {
  person: Person;
  theirs: Paper[];
  /** Under the same name: they may be theirs. */
  maybe: Paper[];
  /** Under the same name: another's. */
  others: Paper[];
  /** Why each of these works is in its list, by the paper's id. */
  why: ReadonlyMap<string, readonly Line[]>;
  /** How many there are of `maybe` and `others`, also where not all were read. */
  othersTotal: number;
}
