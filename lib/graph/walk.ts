// The next node in a direction, for arrow keys. Pure.
import type { Point } from './start.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const ways: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** How much further off the straight way counts. */
const ASIDE = 2;

/** The nearest within 60 degrees of the way; null where none is. `preferred`: tied to where one stands, and so nearer. */
export function nextNode(
  points: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
  preferred: ReadonlySet<string> = new Set(),
): string | null {
  const start = points.get(from);
  if (start === undefined) return points.keys().next().value ?? null;
  const [wayX, wayY] = ways[direction];
  let best: { key: string; cost: number } | null = null;
  for (const [key, { x, y }] of points) {
    const along = (x - start.x) * wayX + (y - start.y) * wayY;
    const aside = Math.abs((x - start.x) * wayY) + Math.abs((y - start.y) * wayX);
    if (key === from || along <= 0 || aside > along * Math.sqrt(3)) continue;
    const cost = (along + ASIDE * aside) * (preferred.has(key) ? 0.5 : 1);
    if (best === null || cost < best.cost || (cost === best.cost && key < best.key)) best = { key, cost };
  }
  return best?.key ?? null;
}
