// Answers of the worker as one body of data. What an answer has that nothing sound can be made of is left out. Pure.
import { MAX_NAME } from './kinds.ts';
import type { GraphData, GraphPerson, GraphWork } from './schema.ts';

export const noGraphData: GraphData = { works: [], people: [], alike: [], read: [] };

/** Years outside of these are slips. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2200;
/** Maximum length of a label; a topic of more is left out. */
const MAX_LABEL = 300;

const soundYear = (year: number | null): number | null =>
  year !== null && Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
const label = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, MAX_LABEL).toWellFormed();
const isName = (text: string): boolean => text.trim() !== '' && text.length <= MAX_NAME;

function soundWork(work: GraphWork): GraphWork {
  const authors = new Map(work.authors.map((author) => [author.id, { ...author, name: label(author.name) }]));
  return {
    ...work,
    title: label(work.title),
    year: soundYear(work.year),
    authors: [...authors.values()],
    topics: [...new Set(work.topics.filter(isName))],
    ...(work.cites === undefined ? {} : { cites: [...new Set(work.cites)].filter((id) => id !== work.id) }),
  };
}

function soundPerson(person: GraphPerson): GraphPerson {
  return {
    ...person,
    name: label(person.name),
    ties: person.ties
      .filter(({ name, person: advisor }) => isName(name) && advisor !== person.id)
      .map((tie) => ({ ...tie, from: soundYear(tie.from), to: soundYear(tie.to) })),
  };
}

/** Of one work both may know references or authors that the other does not. */
function joinWorks(one: GraphWork, other: GraphWork): GraphWork {
  const [more, less] = other.authors.length > one.authors.length ? [other, one] : [one, other];
  const cites = [...new Set([...(one.cites ?? []), ...(other.cites ?? [])])];
  return {
    ...more,
    year: more.year ?? less.year,
    topics: [...new Set([...more.topics, ...less.topics])],
    ...(cites.length === 0 ? {} : { cites }),
  };
}

const joinPeople = (one: GraphPerson, other: GraphPerson): GraphPerson =>
  other.ties.length > one.ties.length ? other : one;

function joinBy<T>(all: readonly T[], nodeKey: (one: T) => string, join: (one: T, other: T) => T): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const known = found.get(nodeKey(one));
    found.set(nodeKey(one), known === undefined ? one : join(known, one));
  }
  return [...found.values()];
}

/** Both as one: each work and person once. */
export function joinGraphData(before: GraphData, news: GraphData): GraphData {
  const byId = ({ id }: { id: string }): string => id;
  return {
    works: joinBy([...before.works, ...news.works.map(soundWork)], byId, joinWorks),
    people: joinBy([...before.people, ...news.people.map(soundPerson)], byId, joinPeople),
    alike: joinBy(
      [...before.alike, ...news.alike.filter(({ one, other }) => one !== other)],
      ({ one, other }) => [one, other].toSorted().join(' '),
      (one) => one,
    ),
    read: joinBy(
      [...before.read, ...news.read],
      ({ key }) => key,
      (_, later) => later,
    ),
  };
}
