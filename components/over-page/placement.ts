// Where a card goes. Pure: rectangles in, rectangle out, all in viewport pixels.
//
// Of all places near the mark the one that costs least: what it covers of the page, first of all what is read next, and
// how far it is from the mark. In a listing that is the free strip beside the row; where nothing is below the mark, it
// is below. The place is chosen from what a card may need, not from what it holds at the moment, and a card above the
// mark hangs from its lower edge, so that it does not jump when its content arrives.

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
  /** Beside a mark: how far below the mark's top the card's is, where the window has room. */
  drop?: number;
  /** Below or above a mark: how far from where it begins to read, where the window has room. */
  shift?: number;
}

export const cardWidth = 400;
/** From the card to the window's edge, and from the mark to the card. */
const margin = 8;
const gap = 6;
/** A side with this much room (or with all that a card may take) is good enough to be taken for its place alone. */
const ENOUGH_HEIGHT = 360;
/** Less is too little to read in. */
const MIN_HEIGHT = 170;
const HEIGHT_SHARE = 0.7;
/** From the text of the rows to a card beside it. */
const STRIP_GAP = 16;
/** Lines whose ends are closer than this, in pixels, count as one. */
const step = 8;
/** A strip narrower than this is no place for a card. */
const MIN_STRIP = 320;
/** Heights that a place beside the mark is looked for with. */
const STRIP_HEIGHTS = [480, 400, 320, 240];
/** Below this height a card beside its mark shows little more than title and buttons. */
const READABLE_HEIGHT = 400;
/** A card below or above a mark keeps at least this much of it within its width, so that it looks like its card. */
const MIN_SHARED = 80;
/** A card farther away than this from its mark does not look like its card. */
const MAX_STRIP_DISTANCE = 640;
/** A card beside a row begins this much above its title, so that its own title is level with it. */
const level = 14;
/** Lines this far below a title's top belong to its row: authors, venue. */
const ROW_HEIGHT = 90;

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

/** Text that ends, or begins, this near to a mark in its own line goes on from it; pixels. */
const NEXT_TO = 24;

/** The mark has text of its line on both sides: around it is a paragraph, beside which a card would lie over its lines. */
function isInText(mark: Box, text: readonly Box[]): boolean {
  const middle = (mark.top + mark.bottom) / 2;
  const line = text.filter(
    ({ top, bottom }) => top < middle && bottom > middle && bottom - top < 2 * (mark.bottom - mark.top),
  );
  return (
    line.some(({ left, right }) => left < mark.left && right > mark.left - NEXT_TO) &&
    line.some(({ left, right }) => right > mark.right && left < mark.right + NEXT_TO)
  );
}

export function place(mark: Box, window: Size, { keep, rtl = false, text = [] }: PlaceOptions = {}): Place {
  const most = Math.max(
    Math.min(window.height * HEIGHT_SHARE, window.height - 2 * margin),
    Math.min(MIN_HEIGHT, window.height),
  );
  const stacked = stackedPlaces(mark, window, most, rtl);
  if (keep?.side === 'after' || keep?.side === 'before') {
    const clear = keep.side === 'after' ? keep.left >= mark.right : keep.left + keep.width <= mark.left;
    if (clear && keep.left + keep.width <= window.width)
      return besideAt(keep.side, keep, keep.drop ?? -level, mark, window);
  } else if (keep !== undefined) {
    const same = stacked.find(({ side }) => side === keep.side);
    if (same !== undefined && same.maxHeight >= Math.min(MIN_HEIGHT, most))
      return keep.shift === undefined ? same : shifted(same, keep.shift, window);
  }
  const wanted = Math.min(ENOUGH_HEIGHT, most);
  const roomy = stacked.filter(({ maxHeight }) => maxHeight >= wanted);
  const weighed = weigh(mark, text);
  let best: Place | null = null;
  let lowest = Infinity;
  const isFree = roomy.some((at) => costOf(at, weighed) === 0);
  const places =
    isFree || (roomy.length > 0 && isInText(mark, text))
      ? roomy
      : [
          ...roomy,
          ...roomy.flatMap((at) => shiftedPlaces(at, mark, window, text)),
          ...besidePlaces(mark, window, text, most),
        ];
  for (const at of places) {
    const distance = distanceCost(at, mark, rtl);
    if (distance >= lowest) continue;
    const cost = distance + costOf(at, weighed);
    if (cost >= lowest) continue;
    [best, lowest] = [at, cost];
  }
  return best ?? cramped(mark, window, stacked, most);
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

const shifted = (at: Place, shift: number, window: Size): Place => ({
  ...at,
  left: within(at.left + shift, margin, window.width - at.width - margin),
  shift,
});

/** Below or above a title as wide as the page: at its end, or right behind the authors below it. */
function shiftedPlaces(at: Place, mark: Box, window: Size, text: readonly Box[]): Place[] {
  const lines = text.filter(({ top, bottom }) => top >= mark.top && bottom < mark.bottom + ROW_HEIGHT);
  const lefts = [mark.left, mark.right - at.width, ...lines.map(({ right }) => right + STRIP_GAP)];
  return [...new Set(lefts.map((left) => Math.ceil((left - at.left) / step) * step))]
    .map((shift) => shifted(at, shift, window))
    .filter(
      ({ left, width }) =>
        left !== at.left && Math.min(left + width, mark.right) - Math.max(left, mark.left) >= MIN_SHARED,
    );
}

/** `drop` pixels below the mark's top, as far as the window lets it. */
function besideAt(
  side: 'after' | 'before',
  { left, width, maxHeight }: Pick<Place, 'left' | 'width' | 'maxHeight'>,
  drop: number,
  mark: Box,
  window: Size,
): Place {
  const height = Math.min(maxHeight, window.height - 2 * margin);
  const top = within(mark.top + drop, margin, window.height - height - margin);
  return { side, left, width, edge: { from: 'top', at: top }, maxHeight: height, drop };
}

interface Weighed extends Box {
  weight: number;
}

/**
 * What a square pixel of each line counts: what is read next more than what has been read, the authors below a title
 * most, and large letters (other titles) more than small ones.
 */
function weigh(mark: Box, text: readonly Box[]): Weighed[] {
  const heights = text.map(({ top, bottom }) => bottom - top).toSorted((one, other) => one - other);
  const usual = heights[heights.length >> 1] ?? 1;
  return text.map((box) => {
    const ahead = box.top - mark.top;
    const base = ahead < 0 ? 1 : ahead < 45 ? 12 : ahead < 160 ? 4 : 2;
    return { ...box, weight: base * Math.min(4, ((box.bottom - box.top) / usual) ** 2) };
  });
}

/** What a card of full height would cover. */
function costOf(at: Place, text: readonly Weighed[]): number {
  const top = at.edge.from === 'top' ? at.edge.at : at.edge.at - at.maxHeight;
  let sum = 0;
  for (const box of text) {
    const wide = Math.min(box.right, at.left + at.width) - Math.max(box.left, at.left);
    const high = Math.min(box.bottom, top + at.maxHeight) - Math.max(box.top, top);
    if (wide > 0 && high > 0) sum += wide * high * box.weight;
  }
  return sum;
}

/** Near, high and level with its row is better, as long as little more is covered. */
function distanceCost(at: Place, mark: Box, rtl: boolean): number {
  if (at.side === 'below' || at.side === 'above') return at.shift === undefined ? 0 : 300 + Math.abs(at.shift);
  const across = at.side === 'after' ? at.left - mark.right : mark.left - at.left - at.width;
  const down = Math.max(0, at.edge.at - mark.top);
  const turned = (at.side === 'before') === rtl ? 0 : 500;
  const low = 8 * (480 - at.maxHeight) + 120 * Math.max(0, READABLE_HEIGHT - at.maxHeight);
  return across + 8 * down + low + 2 * (cardWidth - at.width) + turned;
}

/** Beside the mark: right behind some line's end, level with the mark or below a line of its row. */
function besidePlaces(mark: Box, window: Size, text: readonly Box[], most: number): Place[] {
  const places: Place[] = [];
  const lines = [mark, ...text.filter(({ top, bottom }) => bottom > mark.top - 500 && top < mark.bottom + 500)];
  const ends = {
    after: [...new Set(lines.map(({ right }) => Math.ceil(right / step) * step))].filter((end) => end >= mark.right),
    before: [...new Set(lines.map(({ left }) => Math.floor(left / step) * step))].filter((end) => end <= mark.left),
  };
  const drops = [
    -level,
    ...text
      .filter(({ top, bottom }) => top >= mark.top && bottom < mark.bottom + ROW_HEIGHT)
      .map(({ bottom }) => Math.round(bottom + gap - mark.top)),
  ];
  for (const side of ['after', 'before'] as const)
    for (const end of ends[side]) {
      const room = side === 'after' ? window.width - margin - end - STRIP_GAP : end - STRIP_GAP - margin;
      const far = side === 'after' ? end - mark.right : mark.left - end;
      if (room < MIN_STRIP || far > MAX_STRIP_DISTANCE) continue;
      for (const width of new Set([Math.min(cardWidth, room), MIN_STRIP]))
        for (const maxHeight of STRIP_HEIGHTS)
          for (const drop of new Set(drops)) {
            if (maxHeight > most) continue;
            const left = side === 'after' ? end + STRIP_GAP : end - STRIP_GAP - width;
            places.push(besideAt(side, { left, width, maxHeight }, drop, mark, window));
          }
    }
  return places;
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
      0,
      mark,
      window,
    );
  if (larger !== undefined && height >= Math.min(MIN_HEIGHT, most)) return larger;
  const top = within(mark.top, margin, window.height - most - margin);
  return {
    side: 'over',
    left: larger?.left ?? margin,
    width,
    edge: { from: 'top', at: Math.max(top, margin) },
    maxHeight: most,
  };
}

/** From a point to a box, CSS pixels. */
export const distance = (
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
  { left, right, top, bottom }: Box,
): number => Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));

/** A mark that was scrolled away leaves its pinned card at the window's edge. */
export function inside(mark: Box, view: { width: number; height: number }): Box {
  const top = Math.max(0, Math.min(mark.top, view.height));
  return { ...mark, top, bottom: Math.max(top, Math.min(mark.bottom, view.height)) };
}

/** Narrower than this, in pixels, nothing is left to read beside a mark in its line. */
const MIN_REST = 8;

/** What a line has before and after a mark that is part of it; all of a line that the mark is not in. */
export function withoutMark({ left, top, right, bottom }: Box, lines: readonly Box[]): Box[] {
  const within = lines.filter((one) => left < one.right && one.left < right && top < one.bottom && one.top < bottom);
  const from = Math.min(...within.map((one) => one.left));
  const to = Math.max(...within.map((one) => one.right));
  if (within.length === 0) return [{ left, top, right, bottom }];
  return [
    { left, top, right: from, bottom },
    { left: to, top, right, bottom },
  ].filter((one) => one.right - one.left >= MIN_REST);
}
