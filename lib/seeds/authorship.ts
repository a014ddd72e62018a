// Which person a name in a seed record is. A name alone decides only where one person has it; two people of one name
// are never joined, the record has to say which of them it means.
import type { Authorship } from '../paper/schema.ts';
import type { SeedPaper, SeedPerson } from './schema.ts';

/** Each spelling to the ids of the people who have it: names and variants alike. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

export function peopleBySpelling(people: readonly SeedPerson[]): Spellings {
  const spellings = new Map<string, string[]>();
  for (const person of people)
    for (const spelling of new Set([person.name, ...(person.variants ?? [])]))
      spellings.set(spelling, [...(spellings.get(spelling) ?? []), person.id]);
  return spellings;
}

/** A paper's authors with the person each is. The id is empty where that is not certain. */
export function authorshipsOf(paper: SeedPaper, spellings: Spellings): Authorship[] {
  return paper.authors.map((author) => {
    if (typeof author !== 'string') return author;
    const people = spellings.get(author) ?? [];
    return { name: author, person: (people.length === 1 ? people[0] : undefined) ?? '' };
  });
}

/** Who a name in an entry is: the one author of the paper who is written so; null where there is none. */
export function personShown(name: string, authors: readonly Authorship[], spellings: Spellings): string | null {
  const people = spellings.get(name) ?? [];
  return authors.find(({ person }) => people.includes(person))?.person ?? null;
}
