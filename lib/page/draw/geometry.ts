// Boxes and lines, in CSS pixels. Pure.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const widthOf = (box: Box): number => box.right - box.left;
export const heightOf = (box: Box): number => box.bottom - box.top;
export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
export const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
export const has = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x < box.right && y >= box.top && y < box.bottom;
export const shrunk = (box: Box, x: number, y: number): Box => ({
  left: box.left + x,
  right: box.right - x,
  top: box.top + y,
  bottom: box.bottom - y,
});
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
/** The box, moved. */
export const movedBy = (box: Box, x: number, y: number): Box => ({
  left: box.left + x,
  right: box.right + x,
  top: box.top + y,
  bottom: box.bottom + y,
});
/** At least this large in both directions, about the same centre: 24 px is the smallest comfortable target. */
export const atLeast = (box: Box, size: number): Box =>
  shrunk(box, Math.min(0, (widthOf(box) - size) / 2), Math.min(0, (heightOf(box) - size) / 2));

/** Text boxes, in reading order, to one box a line. Boxes of one line share most of their height. */
export function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (widthOf(box) < 1 || heightOf(box) < 1) continue;
    const line = lines.at(-1);
    const shared = line === undefined ? 0 : Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
    if (line !== undefined && shared > 0.5 * Math.min(heightOf(line), heightOf(box))) {
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
      line.top = Math.min(line.top, box.top);
      line.bottom = Math.max(line.bottom, box.bottom);
    } else lines.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  return lines;
}

export const PILL_HEIGHT = 18;
const PILL_GAP = 7;
/** Maximum icons in a pill. */
export const MAXIMUM_ICONS = 3;
/** 12 px an icon, 2 px between, padding and border. */
const pillWidth = (icons: number): number => Math.max(22, 6 + 14 * Math.min(icons, MAXIMUM_ICONS));
/**
 * After each title that was found is a slot of this width, whatever is known of its paper: where it is, and how far a
 * click on it reaches, tells the page nothing of what is drawn in it.
 */
export const SLOT_WIDTH = pillWidth(MAXIMUM_ICONS);

/** A pill in its slot, at the side of the text. `toTheLeft`: the slot is left of its text. */
export const pillIn = (slot: Box, icons: number, toTheLeft: boolean): Box => {
  const width = pillWidth(icons);
  return toTheLeft ? { ...slot, left: slot.right - width } : { ...slot, right: slot.left + width };
};

/** Where a slot would go: in the gutter before the first line, or after the last. */
export function slotPlace(lines: readonly Box[], side: 'after' | 'end' | 'before', rtl: boolean): Box | null {
  const line = side === 'before' ? lines[0] : lines.at(-1);
  if (line === undefined) return null;
  const toTheRight = (side === 'before') === rtl;
  const edge =
    side === 'before'
      ? rtl
        ? Math.max(...lines.map((l) => l.right))
        : Math.min(...lines.map((l) => l.left))
      : rtl
        ? line.left
        : line.right;
  const left = Math.round(toTheRight ? edge + PILL_GAP : edge - PILL_GAP - SLOT_WIDTH);
  const top = Math.round((line.top + line.bottom - PILL_HEIGHT) / 2);
  return { left, top, right: left + SLOT_WIDTH, bottom: top + PILL_HEIGHT };
}
