// Nodes, edges and why an edge is there. Pure.
import type { NodeKind } from './kinds.ts';
import type { GraphTie } from './schema.ts';

/** `person:n-lee-ada`; ids may have any character. */
export const nodeKey = (kind: NodeKind, id: string): string => `${kind}:${id}`;

export interface GraphNode {
  key: string;
  kind: NodeKind;
  id: string;
  label: string;
  /** Of a paper, where it is known. */
  year: number | null;
  /** Of people and topics: the works that were read. */
  works: number;
}

/** Why two nodes are tied; the interface puts it into words. Counts that are not `exact` are of the works that were
 *  read: there may be more. */
export type Why =
  | { kind: 'advisor'; advisor: string; saidBy: readonly string[] }
  | { kind: 'together'; works: number; last: number | null; exact: boolean }
  | { kind: 'wrote'; place: 'first' | 'last' | null; sure: boolean }
  | { kind: 'about' }
  | { kind: 'works-on'; works: number; exact: boolean }
  | { kind: 'shares'; works: number; exact: boolean }
  | { kind: 'cites'; citing: string }
  | { kind: 'alike'; shares: readonly string[] }
  | { kind: Exclude<GraphTie['kind'], 'advisor'>; from: number | null; to: number | null; saidBy: readonly string[] };

/** What is tied to a node. */
export interface Neighbour {
  key: string;
  /** Compared within one kind of node only. */
  strength: number;
  /** Never empty; the strongest first. */
  why: readonly Why[];
}

export interface GraphEdge {
  key: string;
  /** The lesser of the two keys. */
  a: string;
  b: string;
  why: readonly Why[];
  /** Works or statements that it stands for; at least 1. */
  weight: number;
  /** False: other edges that are drawn say it already. */
  drawn: boolean;
}

/** The same for both directions. Its first number keeps keys apart whatever characters they have. */
export const edgeKey = (one: string, other: string): string => {
  const [a, b] = one < other ? [one, other] : [other, one];
  return `${a.length} ${a} ${b}`;
};

/** By UTF-16 units, so that the order is the same everywhere. */
export const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
export const byKey = (one: { key: string }, other: { key: string }): number => byText(one.key, other.key);
