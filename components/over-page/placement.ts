// Where a card goes. Pure: rectangles in, rectangle out, all in viewport pixels.
//
// Below the mark if it covers no text there; else in the free strip beside its row, level with it; else where it covers
// least of what is read next. The place is chosen from what a card may need, not from what it holds at the moment, and
// a card above the mark hangs from its lower edge, so that it does not jump when its content arrives.

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
/** From the text of the rows to a card beside it. */
const stripGap = 16;
/** A strip narrower than this is no place for a card. */
const stripLeast = 320;
/** Heights that a strip is looked for with, the best first: the lower, the fewer rows have to be short. */
const stripHeights = [480, 400, 320, 240];
/** A card farther away than this from its mark does not look like its card. */
const stripFarthest = 640;
/** A card beside a row begins this much above its title, so that its own title is level with it. */
const level = 14;

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

export interface PlaceOptions {
  /** The place taken before: a card that follows its mark stays on its side as long as it can be read there. */
  keep?: Place;
  /** The interface reads from right to left: the card's right edge goes with the mark's. */
  rtl?: boolean;
  /** Text and pictures near the mark, without the mark itself. */
  text?: readonly Box[];
}

export function place(mark: Box, window: Size, { keep, rtl = false, text = [] }: PlaceOptions = {}): Place {
  const most = Math.max(Math.min(window.height * share, window.height - 2 * margin), Math.min(least, window.height));
  const stacked = stackedPlaces(mark, window, most, rtl);
  if (keep?.side === 'after' || keep?.side === 'before') {
    const clear = keep.side === 'after' ? keep.left >= mark.right : keep.left + keep.width <= mark.left;
    if (clear && keep.left + keep.width <= window.width) return besideAt(keep.side, keep, mark, window);
  } else if (keep !== undefined) {
    const same = stacked.find(({ side }) => side === keep.side);
    if (same !== undefined && same.maxHeight >= Math.min(least, most)) return same;
  }
  const wanted = Math.min(enough, most);
  const roomy = stacked.filter(({ maxHeight }) => maxHeight >= wanted);
  const free = roomy.find((at) => covers(at, mark, text) === 0);
  if (free !== undefined) return free;
  const strip = stripBeside(mark, window, text, most, rtl);
  if (strip !== null) return strip;
  const [quietest] = roomy
    .map((at) => ({ at, cost: covers(at, mark, text) }))
    .toSorted((one, other) => one.cost - other.cost);
  return quietest?.at ?? cramped(mark, window, stacked, most);
}

/** Below and above, in this order, with the room that there is. */
function stackedPlaces(mark: Box, window: Size, most: number, rtl: boolean): Place[] {
  const width = Math.min(cardWidth, window.width - 2 * margin);
  const left = within(rtl ? mark.right - width : mark.left, margin, window.width - width - margin);
  const maxHeight = (room: number): number => Math.min(most, room);
  return [
    {
      side: 'below',
      left,
      width,
      edge: { from: 'top', at: mark.bottom + gap },
      maxHeight: maxHeight(window.height - mark.bottom - gap - margin),
    },
    {
      side: 'above',
      left,
      width,
      edge: { from: 'bottom', at: mark.top - gap },
      maxHeight: maxHeight(mark.top - gap - margin),
    },
  ];
}

/** Level with the mark, as far as the window lets it. */
function besideAt(
  side: 'after' | 'before',
  { left, width, maxHeight }: Pick<Place, 'left' | 'width' | 'maxHeight'>,
  mark: Box,
  window: Size,
): Place {
  const height = Math.min(maxHeight, window.height - 2 * margin);
  const top = within(mark.top - level, margin, window.height - height - margin);
  return { side, left, width, edge: { from: 'top', at: top }, maxHeight: height };
}

/**
 * What a card of full height would cover, in square pixels of text. What is read next counts: the lines right below a
 * title are its authors, then comes the next title; what is above has been read.
 */
function covers(at: Place, mark: Box, text: readonly Box[]): number {
  const top = at.edge.from === 'top' ? at.edge.at : at.edge.at - at.maxHeight;
  let sum = 0;
  for (const box of text) {
    const wide = Math.min(box.right, at.left + at.width) - Math.max(box.left, at.left);
    const high = Math.min(box.bottom, top + at.maxHeight) - Math.max(box.top, top);
    if (wide <= 0 || high <= 0) continue;
    const ahead = box.top - mark.top;
    sum += wide * high * (ahead < 0 ? 1 : ahead < 160 ? 4 : 2);
  }
  return sum;
}

/** The strip without text nearest to the mark, on either side of it. */
function stripBeside(mark: Box, window: Size, text: readonly Box[], most: number, rtl: boolean): Place | null {
  const sides = rtl ? (['before', 'after'] as const) : (['after', 'before'] as const);
  for (const width of [cardWidth, stripLeast])
    for (const height of stripHeights.filter((one) => one <= most))
      for (const side of sides) {
        const { edge } = besideAt(side, { left: 0, width, maxHeight: height }, mark, window);
        const free = stripIn({ top: edge.at, bottom: edge.at + height }, side, mark, window, text);
        if (free === null || free.width < width) continue;
        const wide = Math.min(cardWidth, free.width);
        const left = side === 'after' ? free.left : free.left + free.width - wide;
        return besideAt(side, { left, width: wide, maxHeight: height }, mark, window);
      }
  return null;
}

/** The strip next to the lines of a band of the window; null where it is too narrow for a card or too far away. */
function stripIn(
  band: { top: number; bottom: number },
  side: 'after' | 'before',
  mark: Box,
  window: Size,
  text: readonly Box[],
): { left: number; width: number } | null {
  const lines = [mark, ...text]
    .filter((box) => box.bottom > band.top && box.top < band.bottom)
    .map(({ left, right }) => (side === 'after' ? { from: left, to: right } : { from: -right, to: -left }))
    .toSorted((one, other) => one.from - other.from);
  const [begin, end] = side === 'after' ? [mark.right, window.width - margin] : [-mark.left, -margin];
  let free = begin;
  for (const { from, to } of lines) {
    if (to <= free) continue;
    if (from - 2 * stripGap - free >= stripLeast) break;
    free = to;
  }
  if (free - begin > stripFarthest) return null;
  const next = lines.find(({ from }) => from >= free)?.from;
  const near = free + stripGap;
  const far = next === undefined ? end : Math.min(end, next - stripGap);
  if (far - near < stripLeast) return null;
  return side === 'after' ? { left: near, width: far - near } : { left: -far, width: far - near };
}

/** No side has all the room: the larger one, if a card can be read there, else beside, else over the mark. */
function cramped(mark: Box, window: Size, stacked: readonly Place[], most: number): Place {
  const [larger] = stacked.toSorted((one, other) => other.maxHeight - one.maxHeight);
  const width = Math.min(cardWidth, window.width - 2 * margin);
  const room = { after: window.width - mark.right - gap - margin, before: mark.left - gap - margin };
  const side = room.after >= width ? 'after' : room.before >= width ? 'before' : null;
  const height = larger?.maxHeight ?? 0;
  if (side !== null && height < 240)
    return besideAt(
      side,
      { left: side === 'after' ? mark.right + gap : mark.left - gap - width, width, maxHeight: most },
      mark,
      window,
    );
  if (larger !== undefined && height >= Math.min(least, most)) return larger;
  const top = within(mark.top, margin, window.height - most - margin);
  return {
    side: 'over',
    left: larger?.left ?? margin,
    width,
    edge: { from: 'top', at: Math.max(top, margin) },
    maxHeight: most,
  };
}
