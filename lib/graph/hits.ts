// Which node is at a point. Pure.
import { quadtree } from 'd3-quadtree';
import type { Point } from './start.ts';

/** A look-up of the nearest node within a distance. */
export function hitsOf(points: ReadonlyMap<string, Point>): (at: Point, within: number) => string | null {
  const tree = quadtree<[string, Point]>()
    .x(([, { x }]) => x)
    .y(([, { y }]) => y)
    .addAll([...points]);
  return ({ x, y }, within) => tree.find(x, y, within)?.[0] ?? null;
}
