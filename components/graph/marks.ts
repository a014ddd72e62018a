// Sizes of what is drawn: a node is the larger the more works it has.
import type { GraphNode } from '../../lib/graph/node.ts';

export const MORE_RADIUS = 9;

/** Half the width of a node's mark, in units of the graph. */
export function radiusOf({ kind, works }: GraphNode): number {
  if (kind === 'paper') return 5;
  if (kind === 'institution') return 7;
  const grown = Math.sqrt(Math.min(100, works));
  return kind === 'person' ? 5 + grown * 0.75 : 3 + grown * 0.3;
}

/** What is labelled first where there is no room for all. */
export const importanceOf = ({ kind, works, year }: GraphNode): number => {
  if (kind === 'person') return 40 + Math.min(50, works);
  if (kind === 'institution') return 60;
  if (kind === 'topic') return 30 + Math.min(30, works);
  return 20 + (year === null ? 0 : (year - 1900) / 20);
};
