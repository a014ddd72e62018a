// A mark near the viewport as it was measured last, and what of it is painted now. Pure.
import { movedBy, type Box } from './geometry.ts';
import type { Measured, Scroll } from './measure.ts';

/** A mark near the viewport, as it was measured last. */
export interface Near extends Measured {
  /** Nothing happened since then that may have moved it. */
  fresh: boolean;
}
/** What is painted of a mark, in the viewport's coordinates now. */
export interface Painted {
  lines: readonly Box[];
  /** Null also where nothing is drawn in it. */
  slot: Box | null;
}

/** Of a box at the time of measuring, where it is now if it moved with the page. */
export const now = (box: Box, { scroll }: Measured, { x, y }: Scroll): Box => movedBy(box, scroll.x - x, scroll.y - y);

/** What is painted of a mark: no line that is covered, and a slot only where none is. */
export const paintedOf = ({ lines, covered, slot, icons }: Measured): Painted => ({
  lines: lines.filter((_, at) => covered[at] !== true),
  slot: covered.includes(true) || icons.length === 0 ? null : slot,
});
