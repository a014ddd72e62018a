// Which labels are drawn and where, so that none overlaps another: the most important first, on a grid of the screen.
// Closer up there is room for more. Pure.

export interface Label {
  key: string;
  /** The node's place on the screen, and its half size. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  importance: number;
}

export interface PlacedLabel {
  key: string;
  /** The upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CELL = 48;
/** More rows than a screen has. */
const ROWS = 2 ** 20;
/** Least distance between two labels, and between a label and a node. */
const GAP = 3;
/** Distance of a label from its own node. */
const OFF = 4;
/** Maximum size of a label and of a node; what is greater is neither. */
const MAX_SIZE = 2000;

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + GAP &&
  other.x < one.x + one.width + GAP &&
  one.y < other.y + other.height + GAP &&
  other.y < one.y + one.height + GAP;

class Grid {
  readonly #cells = new Map<number, Box[]>();

  *#cellsOf(box: Box): Generator<number> {
    const last = Math.floor((box.x + box.width + GAP) / CELL);
    const lastRow = Math.floor((box.y + box.height + GAP) / CELL);
    for (let column = Math.floor((box.x - GAP) / CELL); column <= last; column += 1)
      for (let row = Math.floor((box.y - GAP) / CELL); row <= lastRow; row += 1) yield column * ROWS + row;
  }

  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const known = this.#cells.get(cell);
      if (known === undefined) this.#cells.set(cell, [box]);
      else known.push(box);
    }
  }

  isFree(box: Box): boolean {
    for (const cell of this.#cellsOf(box))
      if ((this.#cells.get(cell) ?? []).some((other) => meet(box, other))) return false;
    return true;
  }
}

/** Below, above, right and left of the node. */
const placesOf = ({ x, y, radius, width, height }: Label): Box[] =>
  [
    [x - width / 2, y + radius + OFF],
    [x - width / 2, y - radius - OFF - height],
    [x + radius + OFF, y - height / 2],
    [x - radius - OFF - width, y - height / 2],
  ].map(([left = 0, top = 0]) => ({ x: left, y: top, width, height }));

const isInside = (box: Box, { width, height }: { width: number; height: number }): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;

const isSound = ({ x, y, radius, width, height }: Label): boolean =>
  [x, y].every(Number.isFinite) &&
  [radius, width, height].every((size) => size >= 0 && size <= MAX_SIZE) &&
  width > 0 &&
  height > 0;

/**
 * @param screen labels of nodes outside of it are left out
 * @returns the most important first; none covers another, nor a node that is no less important
 */
export function placeLabels(labels: readonly Label[], screen: { width: number; height: number }): PlacedLabel[] {
  const taken = new Grid();
  const placed: PlacedLabel[] = [];
  const near = labels.filter(
    (label) => isSound(label) && label.x >= 0 && label.y >= 0 && label.x <= screen.width && label.y <= screen.height,
  );
  const nodes = new Grid();
  for (const { x, y, radius } of near)
    nodes.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  for (const label of near.toSorted(
    (one, other) => other.importance - one.importance || (one.key < other.key ? -1 : Number(one.key > other.key)),
  )) {
    const free = placesOf(label).filter((box) => taken.isFree(box));
    const clear = free.filter((box) => nodes.isFree(box));
    // One that covers no node and is whole on the screen. An important one may cover a node, which is still to be seen by
    // its edges, and may be cut off.
    const whole = (some: readonly Box[]): Box | undefined => some.find((box) => isInside(box, screen));
    const box = whole(clear) ?? (label.importance >= ALWAYS ? (whole(free) ?? clear[0] ?? free[0]) : undefined);
    if (box === undefined) continue;
    taken.add(box);
    placed.push({ key: label.key, ...box });
  }
  return placed;
}

/** From this importance on a label may cover nodes. */
export const ALWAYS = 1000;
