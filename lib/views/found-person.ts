import type { Paper, Person } from '../paper/schema.ts';

/** A person and their works, as looked up in all packs. */
export interface FoundPerson {
  person: Person;
  theirs: Paper[];
  /** Under the same name; nothing ties them to the person. */
  others: Paper[];
  /** How many there are of those, also where not all were read. */
  othersTotal: number;
}
