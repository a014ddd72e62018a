// Where a mark's text is, what clips and covers it, and where its pill fits. Reads only.
import { Cover } from './cover.ts';
import { common, heightOf, holds, shrunk, slotPlace, widthOf, type Box } from './geometry.ts';
import { linesIn, linesUnder } from './lines.ts';
import { coloursOn, isDark, type MarkColours } from './mark-colours.ts';
import type { Mark } from './marks.ts';
import { hasSlot, type PillIcon } from './pill.ts';
import { isFirst } from './placing.ts';
import { Room } from './room.ts';
import type { PillSide } from './shape.ts';
import { isUnderlined, openBox, surroundingsOf, type Clipper, type ElementSurroundings } from './surroundings.ts';
import { isShown } from '../read/visibility.ts';

/** Parts of a line that are narrower or lower than this, in pixels, are not marked. */
const MINIMUM_SIDE = 4;

interface Point {
  left: number;
  top: number;
}
/** How far the page is scrolled. Asked for, the browser looks whether the layout is up to date: once a slice is enough. */
export interface Scroll {
  x: number;
  y: number;
}
export const scrollNow = (): Scroll => ({ x: scrollX, y: scrollY });
/** What is known of a block until the layout changes. */
interface BlockState extends Omit<ElementSurroundings, 'shade'> {
  colours: MarkColours;
  rtl: boolean;
}
export interface Measured {
  /** In the viewport's coordinates at that time. */
  lines: readonly Box[];
  /** By line: something of the page covers it. */
  covered: readonly boolean[];
  /** Where a pill goes, if there is one, while no line is covered. */
  slot: Box | null;
  /** The slot is left of its text. */
  toTheLeft: boolean;
  /** Null: no place was looked for yet. */
  side: PillSide | null;
  icons: readonly PillIcon[];
  colours: MarkColours;
  /** The page's own line is where ours would be. */
  underlined: boolean;
  /** It may stay in the window while the page scrolls. */
  anchored: boolean;
  /** It is in the browser's top layer: so must be what is drawn. */
  above: boolean;
  /** Its block's step of the painting order. */
  order: string;
  /** Where the overlay's zero point was, and how far the page was scrolled. */
  origin: Point;
  scroll: Scroll;
}

export class Measure {
  readonly cover = new Cover((element) => surroundingsOf(element, this.#surroundings));
  readonly #room = new Room((element) => surroundingsOf(element, this.#surroundings).order);
  readonly #origin: () => Point;
  readonly #scratch = document.createRange();
  #blocks = new WeakMap<Element, BlockState>();
  #surroundings = new WeakMap<Element, ElementSurroundings>();
  #underlined = new WeakMap<Element, boolean>();
  // Good for one slice: between two slices the page may scroll.
  #open = new Map<readonly Clipper[], Box>();
  #originNow: Point | null = null;
  scroll = scrollNow();
  /** Good until something is scrolled. */
  #lines = new Map<Mark, Box[]>();

  /** `origin`: where the overlay's zero point is now. */
  constructor(origin: () => Point) {
    this.#origin = origin;
  }

  /** The layout or the colours of the page changed. */
  forget(): void {
    this.#blocks = new WeakMap();
    this.#surroundings = new WeakMap();
    this.#underlined = new WeakMap();
  }

  /** What was measured of the page's other elements is measured again when it is next needed. */
  newPainting(): void {
    this.#room.forget();
    this.#lines = new Map();
  }

  newSlice(): void {
    this.#open = new Map();
    this.#originNow = null;
    const { x, y } = this.scroll;
    this.scroll = scrollNow();
    if (x === this.scroll.x && y === this.scroll.y) return;
    this.newPainting();
    this.cover.scrolled(x - this.scroll.x, y - this.scroll.y);
  }

  /** The lines of a mark's text now, in the viewport's coordinates; none where it is not rendered. */
  lines(mark: Mark): Box[] {
    return linesUnder(mark.stretches, this.#scratch);
  }

  /** Its lines in what is left between what clips it, in this painting. */
  openLines(mark: Mark): Box[] {
    let lines = this.#lines.get(mark);
    if (lines === undefined) this.#lines.set(mark, (lines = this.#linesIn(mark, () => this.open(mark.element))));
    return lines;
  }

  /** As `lines`, without what is hidden or clipped away; with `reachable`, what a scroll would show counts as well. */
  visibleLines(mark: Mark, reachable = false): Box[] {
    const { clippers } = this.#block(mark.element);
    return this.#linesIn(mark, () => openBox(reachable ? clippers.filter(({ scrolls }) => !scrolls) : clippers));
  }

  #linesIn(mark: Mark, open: () => Box): Box[] {
    if (!mark.element.isConnected || !isShown(mark.stretches[0]?.node.parentElement ?? mark.element)) return [];
    const box = open();
    return this.lines(mark)
      .map((line) => common(line, box))
      .filter((line) => widthOf(line) >= MINIMUM_SIDE && heightOf(line) >= MINIMUM_SIDE);
  }

  /** What is left of an element between what clips it, in this slice. */
  open(element: Element): Box {
    const { clippers } = this.#block(element);
    let open = this.#open.get(clippers);
    if (open === undefined) this.#open.set(clippers, (open = openBox(clippers)));
    return open;
  }

  colours(element: Element): MarkColours {
    return this.#block(element).colours;
  }

  #block(element: Element): BlockState {
    let block = this.#blocks.get(element);
    if (block === undefined) {
      const { shade, ...around } = surroundingsOf(element, this.#surroundings);
      const style = getComputedStyle(element);
      block = { ...around, colours: coloursOn(isDark(shade, style)), rtl: style.direction === 'rtl' };
      this.#blocks.set(element, block);
    }
    return block;
  }

  /** `side`: where its pill was; null: a place is to be found. `isAlone`: it is its block's only mark. */
  mark(mark: Mark, icons: readonly PillIcon[], side: PillSide | null, isAlone: boolean): Measured {
    const { element } = mark;
    const { colours, rtl, marker, above, anchored, order } = this.#block(element);
    const origin = (this.#originNow ??= this.#origin());
    const { scroll } = this;
    const lines = this.openLines(mark);
    const covered = this.cover.over(mark, order, lines);
    let slot: Box | null = null;
    if (hasSlot(mark) && lines.length > 0 && !covered.includes(true)) {
      const place = (at: Exclude<PillSide, 'none'>): Box | null =>
        slotPlace(at === 'end' ? linesIn(element, this.#scratch) : lines, at, rtl);
      const fits = (at: Exclude<PillSide, 'none'>): boolean => {
        const box = place(at);
        return (
          box !== null &&
          holds(this.open(element), shrunk(box, -1, 0)) &&
          this.#room.isFree(shrunk(box, -2, 2), element) &&
          !this.cover.over(mark, order, [box]).includes(true)
        );
      };
      side ??= fits('after')
        ? 'after'
        : mark.cited && isAlone && fits('end')
          ? 'end'
          : isFirst(mark) && !marker && fits('before')
            ? 'before'
            : 'none';
      slot = side === 'none' ? null : place(side);
    }
    const underlined = lines.length > 0 && this.#isUnderlined(mark);
    const toTheLeft = (side === 'before') !== rtl;
    return {
      lines,
      covered,
      slot,
      toTheLeft,
      side,
      icons,
      colours,
      underlined,
      anchored,
      above,
      order,
      origin,
      scroll,
    };
  }

  #isUnderlined({ stretches, element }: Mark): boolean {
    const text = stretches[0]?.node;
    if (text === undefined) return false;
    const parent = text.parentElement ?? element;
    let known = this.#underlined.get(parent);
    if (known === undefined) this.#underlined.set(parent, (known = isUnderlined(text, element)));
    return known;
  }
}
