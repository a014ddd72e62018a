// A mark near the viewport as it was measured last, and what of it is painted now. Pure but for the scroll position.
import { movedBy, type Box } from './geometry.ts';
import type { Measured } from './measure.ts';

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
export const now = (box: Box, { scroll }: Measured): Box => movedBy(box, scroll.x - scrollX, scroll.y - scrollY);

/** What is painted of a mark: no line that is covered, and a slot only where none is. */
export const paintedOf = ({ lines, covered, slot, icons }: Measured): Painted => ({
  lines: lines.filter((_, at) => covered[at] !== true),
  slot: covered.includes(true) || icons.length === 0 ? null : slot,
});
