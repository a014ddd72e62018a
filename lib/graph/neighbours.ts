// What is tied to a node, the strongest first, each with its evidence. Pure.
import { isWhole, nodeOf, partsOfKey, tieKey, type Connections } from './connect.ts';
import { byText, nodeKey, type Neighbour, type Why } from './node.ts';
import type { GraphTie, GraphWork } from './schema.ts';

/** An author list of more names ties no two of them to each other. */
export const MAX_TOGETHER = 60;
/** How strong a statement about a career is, beside a work together with one other (1). */
const STATED = 5;

interface Found {
  strength: number;
  why: Why[];
}
type Gathered = Map<string, Found>;

function add(found: Gathered, key: string, strength: number, why: Why): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, { strength, why: [why] });
  else {
    known.strength += strength;
    known.why.push(why);
  }
}

const lastYear = (works: readonly GraphWork[]): number | null =>
  works.reduce<number | null>((last, { year }) => (year !== null && year > (last ?? 0) ? year : last), null);

/** Newer works a little before older ones. */
const recency = (year: number | null): number => (year === null ? 0 : (year - 1900) / 1000);

/** Evidence that a person's tie is. */
export const whyOfTie = (tie: GraphTie): Why =>
  tie.kind === 'advisor'
    ? { kind: 'advisor', advisor: tieKey(tie), saidBy: tie.saidBy }
    : { kind: tie.kind, from: tie.from, to: tie.to, saidBy: tie.saidBy };

/** Evidence that an author's name on a work is. */
export function whyWrote(work: GraphWork, at: number): Why {
  const last = work.authors.length - 1;
  const place = at === 0 ? 'first' : at === last ? 'last' : null;
  return { kind: 'wrote', place: last === 0 ? null : place, sure: work.authors[at]?.unsure !== true };
}

/** Evidence that common works are. */
export const whyTogether = (works: readonly GraphWork[], exact: boolean): Why => ({
  kind: 'together',
  works: works.length,
  last: lastYear(works),
  exact,
});

function ofPerson(from: Connections, id: string, self: string): Gathered {
  const found: Gathered = new Map();
  const together = new Map<string, { works: GraphWork[]; strength: number }>();
  const topics = new Map<string, number>();
  for (const work of from.worksOf.get(id) ?? []) {
    const at = work.authors.findIndex((author) => author.id === id);
    const why = whyWrote(work, at);
    const led = why.kind === 'wrote' && why.place !== null ? 0.5 : 0;
    add(found, nodeKey('paper', work.id), 1 / work.authors.length + led + recency(work.year), why);
    for (const topic of work.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    if (work.authors.length > MAX_TOGETHER) continue;
    for (const author of work.authors) {
      if (author.id === id) continue;
      const known = together.get(author.id) ?? { works: [], strength: 0 };
      known.works.push(work);
      known.strength += 1 / (work.authors.length - 1) + recency(work.year) / 100;
      together.set(author.id, known);
    }
  }
  for (const [other, { works, strength }] of together) {
    const key = nodeKey('person', other);
    add(found, key, strength, whyTogether(works, isWhole(from, self) || isWhole(from, key)));
  }
  for (const [topic, works] of topics)
    add(found, nodeKey('topic', topic), works, { kind: 'works-on', works, exact: isWhole(from, self) });
  for (const tie of from.ties.get(id) ?? []) add(found, tieKey(tie), STATED, whyOfTie(tie));
  for (const { person, tie } of from.tiedTo.get(self) ?? [])
    add(found, nodeKey('person', person), STATED, whyOfTie(tie));
  return found;
}

function ofPaper(from: Connections, id: string): Gathered {
  const found: Gathered = new Map();
  const work = from.works.get(id);
  if (work === undefined) return found;
  const last = work.authors.length - 1;
  for (const [at, author] of work.authors.entries())
    // The first, then the last, then as they are printed.
    add(found, nodeKey('person', author.id), at === 0 ? 3 : at === last ? 2 : 1 - at / (last + 1), whyWrote(work, at));
  for (const topic of work.topics) add(found, nodeKey('topic', topic), 1, { kind: 'about' });
  for (const [at, one] of (from.alike.get(id) ?? []).entries()) {
    const other = one.one === id ? one.other : one.one;
    add(found, nodeKey('paper', other), 2 - at / 1000, { kind: 'alike', shares: one.shares });
  }
  for (const cited of work.cites ?? [])
    add(found, nodeKey('paper', cited), 1 + recency(from.works.get(cited)?.year ?? null), {
      kind: 'cites',
      citing: nodeKey('paper', id),
    });
  for (const citing of from.citedBy.get(id) ?? [])
    add(found, nodeKey('paper', citing.id), 1 + recency(citing.year), {
      kind: 'cites',
      citing: nodeKey('paper', citing.id),
    });
  return found;
}

function ofTopic(from: Connections, topic: string, self: string): Gathered {
  const found: Gathered = new Map();
  const people = new Map<string, number>();
  const topics = new Map<string, number>();
  const exact = isWhole(from, self);
  for (const work of from.worksOn.get(topic) ?? []) {
    add(found, nodeKey('paper', work.id), 1 + recency(work.year), { kind: 'about' });
    for (const other of work.topics) if (other !== topic) topics.set(other, (topics.get(other) ?? 0) + 1);
    if (work.authors.length > MAX_TOGETHER) continue;
    for (const { id } of work.authors) people.set(id, (people.get(id) ?? 0) + 1);
  }
  for (const [id, works] of people) add(found, nodeKey('person', id), works, { kind: 'works-on', works, exact });
  for (const [other, works] of topics) add(found, nodeKey('topic', other), works, { kind: 'shares', works, exact });
  return found;
}

function ofInstitution(from: Connections, self: string): Gathered {
  const found: Gathered = new Map();
  for (const { person, tie } of from.tiedTo.get(self) ?? [])
    add(found, nodeKey('person', person), (tie.kind === 'works-at' ? 2 : 1) + recency(tie.to), whyOfTie(tie));
  return found;
}

/** All that is tied to a node and is known itself; never the node. */
export function neighboursOf(from: Connections, key: string): readonly Neighbour[] {
  const before = from.cache.get(key);
  if (before !== undefined) return before;
  const parts = partsOfKey(key);
  const gathered: Gathered =
    parts === null
      ? new Map()
      : parts.kind === 'person'
        ? ofPerson(from, parts.id, key)
        : parts.kind === 'paper'
          ? ofPaper(from, parts.id)
          : parts.kind === 'topic'
            ? ofTopic(from, parts.id, key)
            : ofInstitution(from, key);
  const neighbours = [...gathered]
    .filter(([other]) => other !== key && nodeOf(from, other) !== null)
    .map(([other, { strength, why }]) => ({ key: other, strength, why: inOrder(why) }))
    .toSorted((one, other) => other.strength - one.strength || byText(one.key, other.key));
  from.cache.set(key, neighbours);
  return neighbours;
}

const order: readonly Why['kind'][] = [
  'advisor',
  'works-at',
  'was-at',
  'degree',
  'together',
  'wrote',
  'about',
  'cites',
  'alike',
  'works-on',
  'shares',
];

/** The same evidence in one order. */
export const inOrder = (why: readonly Why[]): Why[] =>
  why.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
