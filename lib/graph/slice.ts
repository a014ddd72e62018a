// The part of the data that is shown: nodes, edges with their evidence, and how many more there are. Pure: the same
// data and state give the same slice, sorted by key.
import { isWhole, nodeOf, partsOfKey, tieKey, type Connections } from './connect.ts';
import { inOrder, MAX_TOGETHER, whyOfTie, whyTogether, whyWrote } from './neighbours.ts';
import { byKey, edgeKey, nodeKey, type GraphEdge, type GraphNode, type Why } from './node.ts';
import type { GraphWork } from './schema.ts';
import { notShown, type GraphState } from './state.ts';
import { treeOf, type TreeRow } from './tree.ts';

/** What an opened node has beyond what is shown: "and 40 others". */
export interface MoreNode {
  /** `more:` and the key of the node. */
  key: string;
  of: string;
  count: number;
  /** False: works of it were not read, so that there may be more. */
  exact: boolean;
}

export interface Slice {
  nodes: readonly GraphNode[];
  more: readonly MoreNode[];
  edges: readonly GraphEdge[];
  /** The same, as a list to be read: a row for each node and each of `more`. */
  tree: readonly TreeRow[];
  /** Shown nodes that the filter leaves out. */
  filtered: number;
}

/** From so many common works on that are no nodes themselves, two people may have an edge of their own. */
const OWN_EDGE = 2;
/** Such edges of one person that are drawn, those of most works first; all would be a cloud. */
const MAX_OWN_EDGES = 2;

export const moreKey = (key: string): string => `more:${key}`;

/** All ties between these nodes. */
function edgesAmong(from: Connections, keys: ReadonlySet<string>): Map<string, GraphEdge> {
  const edges = new Map<string, GraphEdge>();
  const tie = (one: string, other: string, why: Why, weight: number, drawn: boolean): void => {
    if (one === other || !keys.has(one) || !keys.has(other)) return;
    const key = edgeKey(one, other);
    const [a, b] = one < other ? [one, other] : [other, one];
    const known = edges.get(key);
    edges.set(key, {
      key,
      a,
      b,
      why: known === undefined ? [why] : inOrder([...known.why, why]),
      weight: Math.max(weight, known?.weight ?? 1),
      drawn: drawn || known?.drawn === true,
    });
  };
  const statedOnce = new Set<string>();
  const own: string[] = [];
  for (const key of keys) {
    const parts = partsOfKey(key);
    if (parts === null) continue;
    const { kind, id } = parts;
    if (kind === 'paper') {
      const work = from.works.get(id);
      for (const [at, author] of (work?.authors ?? []).entries())
        tie(key, nodeKey('person', author.id), whyWrote(work as GraphWork, at), 1, true);
      for (const topic of work?.topics ?? []) tie(key, nodeKey('topic', topic), { kind: 'about' }, 1, true);
      for (const cited of work?.cites ?? []) tie(key, nodeKey('paper', cited), { kind: 'cites', citing: key }, 1, true);
      for (const one of from.alike.get(id) ?? [])
        if (one.one === id) tie(key, nodeKey('paper', one.other), { kind: 'alike', shares: one.shares }, 1, true);
    } else if (kind === 'person') {
      for (const one of from.ties.get(id) ?? []) {
        const why = whyOfTie(one);
        const said = JSON.stringify([key, tieKey(one), why]);
        if (!statedOnce.has(said)) tie(key, tieKey(one), why, 1, true);
        statedOnce.add(said);
      }
      tieByWorks(from, keys, key, from.worksOf.get(id) ?? [], tie, own);
    } else if (kind === 'topic') tieByWorks(from, keys, key, from.worksOn.get(id) ?? [], tie, own);
  }
  const kept = strongest(edges, own);
  return new Map([...edges].map(([key, edge]) => [key, kept.has(key) ? { ...edge, drawn: true } : edge]));
}

/** People and topics that have works in common with one; of each pair only the greater key is looked at. */
function tieByWorks(
  from: Connections,
  keys: ReadonlySet<string>,
  self: string,
  works: readonly GraphWork[],
  tie: (one: string, other: string, why: Why, weight: number, drawn: boolean) => void,
  own: string[],
): void {
  const isPerson = self.startsWith('person:');
  const common = new Map<string, GraphWork[]>();
  const note = (key: string, work: GraphWork): void => {
    if (key <= self || !keys.has(key)) return;
    const known = common.get(key);
    if (known === undefined) common.set(key, [work]);
    else known.push(work);
  };
  for (const work of works) {
    if (work.authors.length <= MAX_TOGETHER) for (const { id } of work.authors) note(nodeKey('person', id), work);
    for (const topic of work.topics) note(nodeKey('topic', topic), work);
  }
  for (const [key, shared] of common) {
    const exact = isWhole(from, self) || isWhole(from, key);
    const unseen = shared.filter(({ id }) => !keys.has(nodeKey('paper', id))).length;
    const bothPeople = isPerson && key.startsWith('person:');
    const why: Why = bothPeople
      ? whyTogether(shared, exact)
      : { kind: isPerson ? 'works-on' : 'shares', works: shared.length, exact };
    tie(self, key, why, shared.length, false);
    if (bothPeople && unseen >= OWN_EDGE) own.push(edgeKey(self, key));
  }
}

/** Those edges of two people of which one has few that are stronger. */
function strongest(edges: ReadonlyMap<string, GraphEdge>, own: readonly string[]): Set<string> {
  const kept = new Set<string>();
  const counts = new Map<string, number>();
  const sorted = own
    .flatMap((key) => edges.get(key) ?? [])
    .toSorted((one, other) => other.weight - one.weight || byKey(one, other));
  for (const { key, a, b } of sorted) {
    const [ofA, ofB] = [counts.get(a) ?? 0, counts.get(b) ?? 0];
    if (Math.min(ofA, ofB) >= MAX_OWN_EDGES) continue;
    kept.add(key);
    counts.set(a, ofA + 1).set(b, ofB + 1);
  }
  return kept;
}

/** The keys of shown nodes that pass the filter and are known. People and topics need a tie to something that passes. */
function passing(from: Connections, state: GraphState): Map<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  for (const { key } of state.shown) {
    const node = nodeOf(from, key);
    if (node !== null && (key === state.centre || state.kinds.includes(node.kind))) nodes.set(key, node);
  }
  return nodes;
}

/** @param all the data without a filter by year, which still names the node in the middle */
export function sliceOf(from: Connections, state: GraphState, all: Connections = from): Slice {
  const nodes = passing(from, state);
  const centre = nodes.get(state.centre) ?? nodeOf(all, state.centre);
  if (centre !== null) nodes.set(centre.key, centre);
  const edges = edgesAmong(from, new Set(nodes.keys()));
  if (state.years !== null) {
    // Somebody without a work of these years has nothing left that ties them here.
    const tied = new Set([...edges.values()].flatMap(({ a, b }) => [a, b]));
    for (const key of nodes.keys()) if (key !== state.centre && !tied.has(key)) nodes.delete(key);
  }
  const more = state.opened.flatMap((of): MoreNode[] => {
    const count = nodes.has(of) ? notShown(from, state, of).length : 0;
    return count === 0 ? [] : [{ key: moreKey(of), of, count, exact: isWhole(from, of) }];
  });
  const tree = treeOf(state, nodes, more, edges);
  const walked = new Set(tree.flatMap(({ key, from: parent }) => (parent === null ? [] : [edgeKey(key, parent)])));
  return {
    nodes: [...nodes.values()].toSorted(byKey),
    more: more.toSorted(byKey),
    edges: [...edges.values()].map((edge) => (walked.has(edge.key) ? { ...edge, drawn: true } : edge)).toSorted(byKey),
    tree,
    filtered: state.shown.length - nodes.size,
  };
}
