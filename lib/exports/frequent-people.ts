// Whom a reading list is by: people to follow. Pure.
import { colleagueKey } from '../library/followed.ts';
import type { Follow } from '../library/schema.ts';
import { authorKey } from '../paper/names/name-key.ts';
import { namePerson } from '../paper/names/person-id.ts';
import type { PaperRecord } from '../paper/record.ts';

/** Minimum papers of the list that somebody has written. */
const LEAST_PAPERS = 3;
/** Maximum people that are proposed. */
const MAX_PEOPLE = 8;
/** Maximum authors of a paper that say something of its reader's people. */
const MAX_AUTHORS = 30;
const MAX_COLLEAGUES = 400;

export interface FrequentPerson {
  person: Follow;
  /** Papers of the list by them. */
  papers: number;
}

/** The people with most papers, the most frequent first; ties in the order of the file. */
export function frequentPeople(papers: readonly PaperRecord[], now: number): FrequentPerson[] {
  const people = new Map<string, { name: string; papers: PaperRecord[] }>();
  for (const paper of papers) {
    const { authors = [] } = paper;
    if (authors.length > MAX_AUTHORS) continue;
    for (const name of new Set(authors)) {
      const key = authorKey(name);
      // A family name alone may be anybody.
      if (key === '' || !/\s/u.test(name.trim())) continue;
      const before = people.get(key);
      if (before === undefined) people.set(key, { name, papers: [paper] });
      else {
        before.papers.push(paper);
        // The longest spelling says most.
        if (name.length > before.name.length) before.name = name;
      }
    }
  }
  return [...people.values()]
    .filter((one) => one.papers.length >= LEAST_PAPERS)
    .toSorted((one, other) => other.papers.length - one.papers.length)
    .slice(0, MAX_PEOPLE)
    .map(({ name, papers: theirs }) => {
      const own = colleagueKey(name);
      const colleagues = new Set(theirs.flatMap(({ authors = [] }) => authors.map(colleagueKey)));
      return {
        papers: theirs.length,
        person: {
          id: namePerson(name),
          name,
          variants: [],
          certain: false,
          colleagues: [...colleagues].filter((key) => key !== '' && key !== own).slice(0, MAX_COLLEAGUES),
          paper: theirs[0]?.id ?? null,
          since: now,
        },
      };
    });
}
