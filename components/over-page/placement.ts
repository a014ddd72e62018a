// Where a card goes. Pure: rectangles in, rectangle out, all in viewport pixels.
//
// Below the mark's last line; above its first where there is no room; beside it where neither side has room; and
// only then over it. The side is chosen from what a card may need, not from what it holds at the moment, and a card
// above hangs from its lower edge, so that it does not jump when its content arrives.

import type { Box } from '../../lib/page/draw/geometry.ts';

export interface Size {
  width: number;
  height: number;
}
export type Side = 'below' | 'above' | 'after' | 'before' | 'over';
/** `edge` is what stays put while the card grows: its top, or its bottom as a distance from the viewport's top. */
export interface Place {
  side: Side;
  left: number;
  width: number;
  edge: { from: 'top' | 'bottom'; at: number };
  maxHeight: number;
}

export const cardWidth = 400;
/** From the card to the window's edge, and from the mark to the card. */
const margin = 8;
const gap = 6;
/** A side with this much room (or with all that a card may take) is good enough to be taken for its place alone. */
const enough = 360;
/** Less is too little to read in. */
const least = 170;
const share = 0.7;

/** The box around all of a mark's lines; null for a mark that is gone. */
export function around(lines: readonly Box[]): Box | null {
  const seen = lines.filter((line) => line.right > line.left && line.bottom > line.top);
  if (seen.length === 0) return null;
  return {
    left: Math.min(...seen.map((line) => line.left)),
    top: Math.min(...seen.map((line) => line.top)),
    right: Math.max(...seen.map((line) => line.right)),
    bottom: Math.max(...seen.map((line) => line.bottom)),
  };
}

export const outside = (box: Box, window: Size): boolean =>
  box.bottom < 0 || box.top > window.height || box.right < 0 || box.left > window.width;

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * @param keep the side taken before: a card that follows its mark stays on its side as long as it is readable there.
 * @param rtl the interface reads from right to left: the card's right edge goes with the mark's.
 */
export function place(mark: Box, window: Size, options: { keep?: Side; rtl?: boolean } = {}): Place {
  const width = Math.min(cardWidth, window.width - 2 * margin);
  const most = Math.max(Math.min(window.height * share, window.height - 2 * margin), Math.min(least, window.height));
  const room = {
    below: window.height - mark.bottom - gap - margin,
    above: mark.top - gap - margin,
    after: window.width - mark.right - gap - margin,
    before: mark.left - gap - margin,
  };
  const wanted = Math.min(enough, most);
  const left = within(options.rtl === true ? mark.right - width : mark.left, margin, window.width - width - margin);

  const side = chooseSide(room, wanted, width, options.keep);
  switch (side) {
    case 'below':
      return { side, left, width, edge: { from: 'top', at: mark.bottom + gap }, maxHeight: Math.min(most, room.below) };
    case 'above':
      return { side, left, width, edge: { from: 'bottom', at: mark.top - gap }, maxHeight: Math.min(most, room.above) };
    default: {
      const top = within(mark.top, margin, window.height - most - margin);
      const beside = side === 'after' ? mark.right + gap : side === 'before' ? mark.left - gap - width : left;
      return { side, left: beside, width, edge: { from: 'top', at: Math.max(top, margin) }, maxHeight: most };
    }
  }
}

function chooseSide(
  room: { below: number; above: number; after: number; before: number },
  wanted: number,
  width: number,
  keep: Side | undefined,
): Side {
  if ((keep === 'below' || keep === 'above') && room[keep] >= Math.min(least, wanted)) return keep;
  if ((keep === 'after' || keep === 'before') && room[keep] >= width) return keep;
  if (room.below >= wanted) return 'below';
  if (room.above >= wanted) return 'above';
  // No side has all the room: the larger one, if a card can be read there, else beside, else over the mark.
  const larger = room.below >= room.above ? 'below' : 'above';
  const beside = room.after >= width ? 'after' : room.before >= width ? 'before' : null;
  if (beside !== null && room[larger] < 240) return beside;
  if (room[larger] >= Math.min(least, wanted)) return larger;
  return 'over';
}
