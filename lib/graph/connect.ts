// Data of a graph with what is looked up in it: works by author, topic and citation, people by institution. Pure.
import { plainLower } from '../text/plain-lower.ts';
import { byText, nodeKey, type GraphNode, type Neighbour } from './node.ts';
import type { NodeKind } from './kinds.ts';
import type { GraphData, GraphLikeness, GraphTie, GraphWork } from './schema.ts';

export type Years = readonly [from: number, to: number];

export interface Connections {
  works: ReadonlyMap<string, GraphWork>;
  worksOf: ReadonlyMap<string, readonly GraphWork[]>;
  worksOn: ReadonlyMap<string, readonly GraphWork[]>;
  citedBy: ReadonlyMap<string, readonly GraphWork[]>;
  alike: ReadonlyMap<string, readonly GraphLikeness[]>;
  /** Careers by person, and who is tied to an institution or to an advisor, by the key of it. */
  ties: ReadonlyMap<string, readonly GraphTie[]>;
  tiedTo: ReadonlyMap<string, readonly { person: string; tie: GraphTie }[]>;
  /** Of people and institutions, by key. */
  names: ReadonlyMap<string, string>;
  /** Works not read, by node; nodes that are not in it were not read around. */
  unread: ReadonlyMap<string, number>;
  /** Filled by `neighbours.ts`. */
  cache: Map<string, readonly Neighbour[]>;
}

/** One institution in any case and with or without accents. */
export const institutionId = (name: string): string => plainLower(name).trim() || name;

/** The node that a tie leads to. */
export const tieKey = (tie: GraphTie): string =>
  tie.kind === 'advisor'
    ? nodeKey('person', tie.person ?? `name ${plainLower(tie.name)}`)
    : nodeKey('institution', institutionId(tie.name));

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [value]);
  else all.push(value);
}

/** Spans of years that are remembered for one body of data. */
const MAX_SPANS = 8;
const connected = new WeakMap<GraphData, Map<string, Connections>>();

/**
 * The same for the same data.
 * @param years only works of these count; works of no known year do not then
 */
export function connect(data: GraphData, years: Years | null = null): Connections {
  const span = years?.join(' ') ?? '';
  const known = connected.get(data) ?? new Map<string, Connections>();
  connected.set(data, known);
  const before = known.get(span);
  if (before !== undefined) return before;
  if (known.size >= MAX_SPANS) known.clear();
  const made = build(data, years);
  known.set(span, made);
  return made;
}

function build(data: GraphData, years: Years | null): Connections {
  const works = new Map<string, GraphWork>();
  const worksOf = new Map<string, GraphWork[]>();
  const worksOn = new Map<string, GraphWork[]>();
  const citedBy = new Map<string, GraphWork[]>();
  const alike = new Map<string, GraphLikeness[]>();
  const ties = new Map<string, readonly GraphTie[]>();
  const tiedTo = new Map<string, { person: string; tie: GraphTie }[]>();
  const names = new Map<string, string>();
  // Sums of numbers that are no integers depend on their order.
  for (const work of data.works.toSorted((one, other) => byText(one.id, other.id))) {
    for (const { id, name } of work.authors) {
      const key = nodeKey('person', id);
      if (!names.has(key)) names.set(key, name);
    }
    if (years !== null && (work.year === null || work.year < years[0] || work.year > years[1])) continue;
    works.set(work.id, work);
    for (const { id } of work.authors) push(worksOf, id, work);
    for (const topic of work.topics) push(worksOn, topic, work);
    for (const cited of work.cites ?? []) push(citedBy, cited, work);
  }
  for (const one of data.alike) {
    if (!works.has(one.one) || !works.has(one.other)) continue;
    push(alike, one.one, one);
    push(alike, one.other, one);
  }
  for (const person of data.people.toSorted((one, other) => byText(one.id, other.id))) {
    names.set(nodeKey('person', person.id), person.name);
    if (person.ties.length > 0) ties.set(person.id, person.ties);
    for (const tie of person.ties) {
      const key = tieKey(tie);
      if (!names.has(key)) names.set(key, tie.name);
      push(tiedTo, key, { person: person.id, tie });
    }
  }
  const unread = new Map(data.read.map((one) => [one.key, one.unread]));
  return { works, worksOf, worksOn, citedBy, alike, ties, tiedTo, names, unread, cache: new Map() };
}

/** Kind and id of a node's key. */
export function partsOfKey(key: string): { kind: NodeKind; id: string } | null {
  const at = key.indexOf(':');
  const kind = key.slice(0, at);
  const id = key.slice(at + 1);
  return kind === 'paper' || kind === 'person' || kind === 'topic' || kind === 'institution' ? { kind, id } : null;
}

/** A node of the data; null for what nothing is known of. */
export function nodeOf(from: Connections, key: string): GraphNode | null {
  const parts = partsOfKey(key);
  if (parts === null) return null;
  const { kind, id } = parts;
  const node = (label: string | undefined, works: number, year: number | null = null): GraphNode | null =>
    label === undefined ? null : { key, kind, id, label: label === '' ? id : label, year, works };
  if (kind === 'paper') {
    const work = from.works.get(id);
    return node(work?.title, 0, work?.year ?? null);
  }
  if (kind === 'person') return node(from.names.get(key), from.worksOf.get(id)?.length ?? 0);
  if (kind === 'topic') return node(from.worksOn.has(id) ? id : undefined, from.worksOn.get(id)?.length ?? 0);
  return node(from.names.get(key), from.tiedTo.get(key)?.length ?? 0);
}

/** Whether all works of a node were read. */
export const isWhole = ({ unread }: Connections, key: string): boolean => unread.get(key) === 0;
