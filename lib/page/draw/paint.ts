// Paints marks into the overlay. Only what is near the viewport; all reads before all writes.
//
//   near (IntersectionObserver) ─┐
//   scroll, resize, mutations ───┴─> due ──after a frame──> read boxes, slice after slice ──> write them all
//
// A read after a write makes the browser lay the page out anew, at once. So all marks are measured before the first is
// drawn, and that begins after a frame, when the page is laid out anyway.
import { breathe, type CostMeter } from '../cost-meter.ts';
import { common, heightOf, holds, pillPlace, shrunk, widthOf, type Box } from './geometry.ts';
import {
  surroundingsOf,
  hasMarker,
  isCovered,
  isInTopLayer,
  isRoom,
  openBox,
  type Clipper,
  type Surroundings,
  isUnderlined,
} from './surroundings.ts';
import { coloursOn, isDark, type MarkColours } from './mark-colours.ts';
import type { Mark, Marks } from './marks.ts';
import type { OverlayLayer } from '../bridge.ts';
import { linesIn, linesUnder } from './lines.ts';
import { followLayout } from './layout-events.ts';
import { Overlay } from './overlay.ts';
import { followedOf, pillIcons, widthOfIcons, type Icon } from './pill.ts';
import type { PaperMark } from '../../messages/page-protocol.ts';
import { drawLines, drawPill, lineColour, newShape, type Painted, type Shape, type Side } from './shape.ts';
import { isShown } from '../read/visibility.ts';

const longestWaitMs = 120;
/** Between two takings of all marks: so many times what the last took, and no longer than a reader notices. */
const restShare = 5;
const longestRestMs = 200;

interface Look {
  clippers: readonly Clipper[];
  colours: MarkColours;
  rtl: boolean;
  marker: boolean;
  /** It stands in the browser's top layer, over our overlay. */
  above: boolean;
}
interface Place {
  left: number;
  top: number;
}
interface Measured {
  mark: Mark;
  /** Where the overlay's zero point was, and how far the page was scrolled. */
  origin: Place;
  scrolled: { x: number; y: number };
  lines: Box[];
  pill: Box | null;
  icons: Icon[];
  colours: MarkColours;
  side: Side | null;
  /** The page's own line stands where ours would. */
  underlined: boolean;
}

export class Painter {
  readonly #marks: Marks;
  readonly #meter: CostMeter;
  readonly #signal: AbortSignal;
  readonly #overlay: Overlay;
  /** Where filters draw. */
  readonly overlay: OverlayLayer;
  readonly #scratch = document.createRange();
  readonly #near = new Set<Element>();
  readonly #watched = new Map<Element, Mark[]>();
  readonly #shapes = new Map<Mark, Shape>();
  readonly #intersections: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  #styles = new WeakMap<Element, Look>();
  #surroundings = new WeakMap<Element, Surroundings>();
  #underlined = new WeakMap<Element, boolean>();
  /** Which lines of which block lie under something, in the frame being painted. */
  #covered = new Map<Element, Map<number, boolean>>();
  #due: Mark[] = [];
  /** Measured, not drawn yet. */
  #toDraw: Measured[] = [];
  /** What is open between its clippers, of blocks looked at in this slice. */
  #open = new Map<Element, Box>();
  /** Begin anew with the next slice. */
  #again = false;
  /** The marks are other ones than those that are followed; they are being taken over. */
  #stale = false;
  #taking = false;
  /** A painting is asked for or under way. */
  #waiting = false;
  #relayout = 0;
  /** The mark whose card is open. */
  #current: Mark | null = null;
  /** Called when the pill of a mark was pressed by other means than a pointer (a screen reader). */
  readonly #pressed: (mark: Mark) => void;

  constructor(marks: Marks, meter: CostMeter, pressed: (mark: Mark) => void, noticed: () => void, signal: AbortSignal) {
    this.#marks = marks;
    this.#meter = meter;
    this.#pressed = pressed;
    this.#signal = signal;
    this.#overlay = new Overlay(signal, noticed);
    const overlay = this.#overlay;
    const colours = (): MarkColours => this.#look(document.body).colours;
    this.overlay = {
      get element() {
        return overlay.layer;
      },
      get root() {
        return overlay.root;
      },
      get colours() {
        return colours();
      },
      open: (element) => this.#openBox(element),
      schedule: () => this.schedule(),
      hasCard: () => this.#current !== null,
      filters: null,
    };
    this.#intersections = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        this.schedule();
      },
      { rootMargin: '50% 0px' },
    );
    this.#sizes = new ResizeObserver(() => this.relayoutSoon());
    followLayout(
      {
        scrolled: () => this.schedule(),
        maybeMoved: () => this.relayoutSoon(),
        moved: () => this.relayout(),
        recoloured: () => this.restyle(),
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      this.#intersections.disconnect();
      this.#sizes.disconnect();
      clearTimeout(this.#relayout);
    });
  }

  /** Nothing waits to be painted. */
  get idle(): boolean {
    return !this.#waiting && !this.#taking && this.#relayout === 0;
  }

  /** The marks are other ones. */
  update(): void {
    if (this.#signal.aborted) return;
    // Touching the layer makes it: before a frame, so that the browser places it with the frame.
    if (this.#marks.all.size > 0) this.#overlay.unzoom();
    this.#stale = true;
    if (!this.#taking) void this.#takeAll();
  }

  async #takeAll(): Promise<void> {
    this.#taking = true;
    // Its caller counts its own time.
    await breathe();
    while (this.#stale && !this.#signal.aborted) {
      this.#stale = false;
      const from = performance.now();
      await this.#meter.inSlices(this.#take(), () => !this.#signal.aborted);
      this.schedule();
      // All marks are looked through each time, and on a page of thousands more come with every answer.
      const rest = Math.min(longestRestMs, restShare * (performance.now() - from));
      if (this.#stale) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    this.#taking = false;
  }

  /** Follows the blocks of the marks that are there now, and no others. */
  *#take(): Generator<unknown> {
    yield this.#marks.prune();
    const wanted = Map.groupBy(this.#marks.shown(), ({ element }) => element as Element);
    yield null;
    if (this.#watched.size === 0 && wanted.size > 0) this.#sizes.observe(document.body);
    for (const element of this.#watched.keys())
      if (!wanted.has(element)) {
        this.#intersections.unobserve(element);
        this.#near.delete(element);
        this.#watched.delete(element);
        yield null;
      }
    for (const [element, marks] of wanted) {
      const isNew = !this.#watched.has(element);
      this.#watched.set(element, marks);
      if (!isNew) continue;
      this.#intersections.observe(element);
      yield null;
    }
  }

  /** As `relayout`, once for what happens close together. */
  relayoutSoon(): void {
    if (this.#relayout === 0 && this.#shapes.size > 0)
      this.#relayout = setTimeout(() => this.relayout(), 60) as unknown as number;
  }

  /** Things moved: rooms for pills are looked at again. */
  relayout(): void {
    clearTimeout(this.#relayout);
    this.#relayout = 0;
    for (const shape of this.#shapes.values()) shape.side = null;
    this.#styles = new WeakMap();
    this.#surroundings = new WeakMap();
    this.#underlined = new WeakMap();
    if (this.#shapes.size > 0) this.#overlay.unzoom();
    this.schedule();
  }

  /** Colours or what a pill shows changed: everything is drawn again. */
  restyle(): void {
    for (const shape of this.#shapes.values()) shape.drawn = '';
    this.relayout();
  }

  schedule(): void {
    if (this.#signal.aborted || (this.#watched.size === 0 && this.#shapes.size === 0)) return;
    this.#again = true;
    if (this.#waiting) return;
    this.#waiting = true;
    const paint = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      void this.#paint();
    };
    // A busy page has few frames; its marks need not wait for the next.
    const frame = requestAnimationFrame(paint);
    const timer = setTimeout(paint, longestWaitMs);
  }

  open(mark: Mark | null): void {
    if (this.#current === mark) return;
    for (const one of [this.#current, mark]) {
      const shape = one === null ? undefined : this.#shapes.get(one);
      if (shape !== undefined) shape.drawn = '';
    }
    this.#current = mark;
    this.schedule();
  }

  #begin(): void {
    this.#again = false;
    this.#covered = new Map();
    const near = this.#nearMarks();
    // What was not reached last time comes first, else a page that never rests would keep it from its turn.
    this.#due = [...new Set([...this.#due.filter((mark) => near.has(mark)), ...near])];
  }

  /** Slice after slice, not one a frame: on a slow screen frames are rare. */
  async #paint(): Promise<void> {
    // The frame is drawn first.
    await breathe();
    if (this.#signal.aborted) return;
    const on = (): boolean => !this.#signal.aborted;
    if (this.#again) this.#meter.run(() => this.#begin());
    await this.#meter.inSlices(this.#measureAll(), () => {
      this.#open = new Map();
      return on() && !this.#again;
    });
    const { filters } = this.overlay;
    if (filters !== null && on()) {
      this.#open = new Map();
      this.#meter.run(() => filters.measure(this.#origin()));
    }
    // Also where all begins anew: a page that never rests is to have its marks.
    await this.#meter.inSlices(this.#drawAll(), on);
    if (filters !== null && on()) this.#meter.run(() => filters.draw());
    this.#waiting = false;
    if (this.#again) this.schedule();
  }

  *#measureAll(): Generator<null> {
    let origin: Place = { left: 0, top: 0 };
    let scrolled = { x: 0, y: 0 };
    for (let mark = this.#due[0]; mark !== undefined; mark = this.#due[0]) {
      // Between two slices the page may scroll.
      if (this.#open.size === 0) {
        origin = this.#origin();
        scrolled = { x: scrollX, y: scrollY };
      }
      this.#toDraw.push({ ...this.#measure(mark), origin, scrolled });
      this.#due.shift();
      yield null;
    }
  }

  *#drawAll(): Generator<null> {
    const near = this.#nearMarks();
    for (const [mark, { node }] of this.#shapes)
      if (!near.has(mark)) {
        node.remove();
        this.#shapes.delete(mark);
      }
    for (const one of this.#toDraw.splice(0)) {
      if (near.has(one.mark)) this.#draw(one);
      yield null;
    }
  }

  #nearMarks(): Set<Mark> {
    return new Set([...this.#near].flatMap((element) => this.#watched.get(element) ?? []));
  }

  /** Where the host's zero point is: a page may move its root. */
  #origin(): Place {
    const { layer } = this.#overlay;
    if (this.#overlay.shown) return layer.getBoundingClientRect();
    return { left: -scrollX, top: -scrollY };
  }

  /** The lines of a mark's text now, in the viewport's coordinates; none where it is not shown. */
  lines(mark: Mark): Box[] {
    return linesUnder(mark.stretches, this.#scratch);
  }

  /** As `lines`, without what is hidden or clipped away; with `reachable`, what a scroll would show counts as well. */
  visibleLines(mark: Mark, reachable = false): Box[] {
    if (!mark.element.isConnected || !isShown(mark.stretches[0]?.node.parentElement ?? mark.element)) return [];
    const open = reachable
      ? openBox(this.#look(mark.element).clippers.filter(({ scrolls }) => !scrolls))
      : this.#openBox(mark.element);
    return this.lines(mark)
      .map((line) => common(line, open))
      .filter((line) => widthOf(line) >= 4 && heightOf(line) >= 4);
  }

  #openBox(element: Element): Box {
    let open = this.#open.get(element);
    if (open === undefined) this.#open.set(element, (open = openBox(this.#look(element).clippers)));
    return open;
  }

  #look(element: Element): Look {
    let look = this.#styles.get(element);
    if (look === undefined) {
      const { clippers, shade } = surroundingsOf(element, this.#surroundings);
      const style = getComputedStyle(element);
      look = {
        clippers,
        colours: coloursOn(isDark(shade, style)),
        rtl: style.direction === 'rtl',
        marker: hasMarker(element),
        above: isInTopLayer(element),
      };
      this.#styles.set(element, look);
    }
    return look;
  }

  #papers(mark: Mark): PaperMark[] {
    return mark.subject.kind === 'person' ? [] : mark.subject.papers.flatMap((id) => this.#marks.papers.get(id) ?? []);
  }

  #measure(mark: Mark): Omit<Measured, 'origin' | 'scrolled'> {
    const text = mark.stretches[0]?.node;
    const look = this.#look(mark.element);
    const whole = this.visibleLines(mark);
    const lines =
      text === undefined || look.above ? [] : whole.filter((line) => !this.#isCovered(line, mark.element, text));
    const icons = pillIcons(mark, this.#papers(mark));
    let side = this.#shapes.get(mark)?.side ?? null;
    let box: Box | null = null;
    if (icons.length > 0 && lines.length > 0 && lines.length === whole.length) {
      const place = (at: Exclude<Side, 'none'>): Box | null =>
        pillPlace(at === 'end' ? linesIn(mark.element, this.#scratch) : lines, widthOfIcons(icons), at, look.rtl);
      side ??= this.#side(mark, look, place);
      box = side === 'none' ? null : place(side);
    }
    const underlined = text !== undefined && lines.length > 0 && this.#isUnderlined(text, mark.element);
    return { mark, lines, pill: box, icons, colours: look.colours, side, underlined };
  }

  #isUnderlined(text: Text, block: Element): boolean {
    const parent = text.parentElement ?? block;
    let known = this.#underlined.get(parent);
    if (known === undefined) this.#underlined.set(parent, (known = isUnderlined(text, block)));
    return known;
  }

  /** Both ends and the middle of a line are looked at; names that stand close together share the answer. */
  #isCovered(line: Box, element: Element, text: Text): boolean {
    const y = (line.top + line.bottom) / 2;
    return (widthOf(line) < 160 ? [0.5] : [0.02, 0.5, 0.98]).some((share) => {
      const x = line.left + share * widthOf(line);
      const key = Math.round(line.bottom) * 64 + Math.floor(x / 64);
      const known = this.#covered.get(element) ?? new Map<number, boolean>();
      this.#covered.set(element, known);
      const covered = known.get(key) ?? isCovered(x, y, text);
      known.set(key, covered);
      return covered;
    });
  }

  #side(mark: Mark, look: Look, place: (side: Exclude<Side, 'none'>) => Box | null): Side {
    const open = this.#openBox(mark.element);
    const fits = (box: Box | null): boolean =>
      box !== null && holds(open, shrunk(box, -1, 0)) && isRoom(shrunk(box, -2, 2), mark.element, this.#scratch);
    if (fits(place('after'))) return 'after';
    if (mark.cited && this.#watched.get(mark.element)?.length === 1 && fits(place('end'))) return 'end';
    return mark.leads && !look.marker && fits(place('before')) ? 'before' : 'none';
  }

  /** Writes only. */
  #draw({ mark, lines, pill: box, icons, colours, side, underlined, origin, scrolled }: Measured): void {
    const old = this.#shapes.get(mark);
    if (lines.length === 0) {
      old?.node.remove();
      this.#shapes.delete(mark);
      return;
    }
    const shape = old ?? newShape(this.#overlay.layer);
    if (old === undefined) this.#shapes.set(mark, shape);
    shape.painted = { lines, pill: box };
    shape.at = scrolled;
    shape.side = side;
    this.#meter.marked();
    const shift = (from: Box): Box => ({
      left: from.left - origin.left,
      right: from.right - origin.left,
      top: from.top - origin.top,
      bottom: from.bottom - origin.top,
    });
    const isOpen = this.#current === mark;
    const papers = this.#papers(mark);
    const followed = followedOf(papers)?.name ?? '';
    const drawn = JSON.stringify([
      lines.map(shift),
      box === null ? null : shift(box),
      icons,
      followed,
      isOpen,
      colours.line,
      underlined,
    ]);
    if (shape.drawn === drawn) return;
    shape.drawn = drawn;
    // Two lines in one place would look like a fault of the page's.
    const under = lines.map(shift).map((line) => ({ ...line, bottom: line.bottom + (underlined ? 2 : 0) }));
    drawLines(shape, under, lineColour(mark, box !== null, colours, isOpen), isOpen);
    drawPill(shape, box === null ? null : shift(box), {
      title: papers[0]?.title ?? mark.text,
      followed,
      icons,
      colours,
      isOpen,
      pressed: () => this.#pressed(mark),
    });
  }

  /** The painted marks, with their boxes in the viewport now. */
  *painted(): Generator<[Mark, Painted]> {
    if (!this.#overlay.shown) return;
    for (const [mark, { painted, at }] of this.#shapes) {
      const [x, y] = [at.x - scrollX, at.y - scrollY];
      const moved = (box: Box): Box => ({
        left: box.left + x,
        right: box.right + x,
        top: box.top + y,
        bottom: box.bottom + y,
      });
      yield [mark, { lines: painted.lines.map(moved), pill: painted.pill === null ? null : moved(painted.pill) }];
    }
  }
}
