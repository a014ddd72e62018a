// Nodes whose label has all words that were typed: those shown first, then those that are known and not shown. Pure.
import { plainLower } from '../text/plain-lower.ts';
import { nodeOf, type Connections } from './connect.ts';
import { nodeKey, type GraphNode } from './node.ts';
import type { Slice } from './slice.ts';

/** Maximum hits that are listed. */
const MAX_HITS = 12;

export interface GraphHits {
  shown: readonly GraphNode[];
  known: readonly GraphNode[];
}

const fits = (label: string, words: readonly string[]): boolean => {
  const text = plainLower(label);
  return words.every((word) => text.includes(word));
};

export function searchGraph(from: Connections, slice: Slice, query: string): GraphHits {
  const words = plainLower(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return { shown: [], known: [] };
  const inSlice = new Set(slice.nodes.map(({ key }) => key));
  const shown = slice.tree.flatMap(({ node }) => (node !== null && fits(node.label, words) ? [node] : []));
  const known: GraphNode[] = [];
  const look = (key: string, label: string): void => {
    if (known.length >= MAX_HITS || inSlice.has(key) || !fits(label, words)) return;
    const node = nodeOf(from, key);
    if (node !== null) known.push(node);
  };
  for (const [key, name] of from.names) look(key, name);
  for (const [id, { title }] of from.works) look(nodeKey('paper', id), title);
  for (const topic of from.worksOn.keys()) look(nodeKey('topic', topic), topic);
  return { shown: shown.slice(0, MAX_HITS), known: known.slice(0, Math.max(0, MAX_HITS - shown.length)) };
}
