// Made-up works and people for tests of graphs.
import type { GraphData, GraphTie, GraphWork } from '../../../lib/graph/schema.ts';

export const work = (id: string, authors: readonly string[], more: Partial<GraphWork> = {}): GraphWork => ({
  id,
  title: `Work ${id}`,
  year: 2020,
  authors: authors.map((name) => ({ id: name, name: `Name of ${name}` })),
  topics: [],
  ...more,
});

export const tie = (kind: GraphTie['kind'], name: string, more: Partial<GraphTie> = {}): GraphTie => ({
  kind,
  name,
  from: null,
  to: null,
  saidBy: ['Example University'],
  ...more,
});

export const dataOf = (works: readonly GraphWork[], more: Partial<GraphData> = {}): GraphData => ({
  works: [...works],
  people: [],
  alike: [],
  read: [],
  ...more,
});

/** Somebody with so many works, each with one of so many colleagues and one of seven topics. */
export function career(works: number, colleagues: number): GraphData {
  const made = Array.from({ length: works }, (_, at) =>
    work(`w${at}`, ['me', `c${at % colleagues}`, `c${(at * 7 + 3) % colleagues}`], {
      year: 1990 + (at % 35),
      topics: [`topic ${at % 7}`],
    }),
  );
  return dataOf(made, { read: [{ key: 'person:me', unread: 0 }] });
}
