// A slice as a tree that can be read: each node once, under the one that it was reached from. Pure.
import { edgeKey, type GraphEdge, type GraphNode, type Why } from './node.ts';
import { nodeKinds } from './kinds.ts';
import type { GraphState } from './state.ts';

export interface TreeRow {
  key: string;
  /** Null for what says how many more there are. */
  node: GraphNode | null;
  /** How many more, on such a row. */
  more: number;
  exact: boolean;
  /** 1 for the one in the middle. */
  level: number;
  from: string | null;
  /** Its place among those of the same parent, from 1, and how many they are. */
  at: number;
  of: number;
  hasRows: boolean;
  /** Why it is tied to its parent. */
  why: readonly Why[];
}

interface Counted {
  key: string;
  of: string;
  count: number;
  exact: boolean;
}

const kindOrder = (node: GraphNode): number => nodeKinds.indexOf(node.kind);

/** In the order in which they are read: people, papers, topics, institutions, each as they came; then how many more. */
export function treeOf(
  state: GraphState,
  nodes: ReadonlyMap<string, GraphNode>,
  more: readonly Counted[],
  edges: ReadonlyMap<string, GraphEdge>,
): TreeRow[] {
  const parents = new Map(state.shown.map(({ key, from }) => [key, from]));
  const seen = (key: string): string => {
    // The nearest that passes the filter; where the ways go in a circle, the middle.
    const met = new Set<string>();
    let parent = parents.get(key) ?? null;
    while (parent !== null && !nodes.has(parent) && !met.has(parent)) {
      met.add(parent);
      parent = parents.get(parent) ?? null;
    }
    return parent === null || !nodes.has(parent) ? state.centre : parent;
  };
  const children = new Map<string, GraphNode[]>();
  for (const { key } of state.shown) {
    const node = nodes.get(key);
    if (node === undefined || key === state.centre) continue;
    const parent = seen(key);
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const left = new Map(more.map((one) => [one.of, one]));
  const rows: TreeRow[] = [];
  const done = new Set<string>();
  const walk = (node: GraphNode, level: number, from: string | null, at: number, of: number): void => {
    if (done.has(node.key)) return;
    done.add(node.key);
    const below = (children.get(node.key) ?? []).toSorted((one, other) => kindOrder(one) - kindOrder(other));
    const rest = left.get(node.key);
    const size = below.length + (rest === undefined ? 0 : 1);
    const why = from === null ? [] : (edges.get(edgeKey(node.key, from))?.why ?? []);
    rows.push({ key: node.key, node, more: 0, exact: true, level, from, at, of, hasRows: size > 0, why });
    for (const [place, child] of below.entries()) walk(child, level + 1, node.key, place + 1, size);
    if (rest !== undefined)
      rows.push({
        key: rest.key,
        node: null,
        more: rest.count,
        exact: rest.exact,
        level: level + 1,
        from: node.key,
        at: size,
        of: size,
        hasRows: false,
        why: [],
      });
  };
  const centre = nodes.get(state.centre);
  if (centre !== undefined) walk(centre, 1, null, 1, 1);
  // What goes in a circle among itself is read last.
  for (const node of nodes.values()) if (!done.has(node.key) && centre !== undefined) walk(node, 2, centre.key, 1, 1);
  return rows;
}
