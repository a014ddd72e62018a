import type { Bearer } from '../identity/decisions.ts';
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
  /** By what the reader's decisions know the author of each, by the paper's id. */
  bearers: ReadonlyMap<string, readonly Bearer[]>;
  /** How many there are of `maybe` and `others`, also where not all were read. */
  othersTotal: number;
}
