// Paints marks into the overlay. Only what is near the viewport; all reads before all writes.
//
//   came near (IntersectionObserver), mutations, resize ──> due ──┐
//   scroll ──> in the box that was scrolled, or sticky ───> due ──┼─ after a frame ─> measure, slice by slice ─> draw all
//         └──> compared with what may cover it (cover.ts) ────────┘
//
// The overlay moves with the page, so that a scroll measures nothing again that moved along. A read after a write makes
// the browser compute the layout again, at once: all marks are measured before the first is drawn, and that begins after
// a frame, when the layout is there anyway.
import { contains } from '../dom.ts';
import { pause, type CostMeter } from '../cost-meter.ts';
import { movedBy, pillIn, type Box } from './geometry.ts';
import type { MarkColours } from './mark-colours.ts';
import type { Mark, Marks } from './marks.ts';
import type { OverlayPart, RowFilters, OverlayLayer, PageBridge } from '../bridge.ts';
import { followLayout } from './layout-events.ts';
import { Measure, scrollNow } from './measure.ts';
import { NearBlocks } from './near-blocks.ts';
import { now, paintedOf, type Near, type Painted } from './near-mark.ts';
import { Overlay } from './overlay.ts';
import { adds, followedAs, followedOf, pillIcons, withPeople } from './pill.ts';
import type { PaperMark } from '../../messages/page-protocol.ts';
import { drawLines, drawPill, fillOf, lineColour, newShape, type Shape } from './shape.ts';

/** Maximum wait for a frame: a busy page has few, and its marks need not wait for the next. */
const MAXIMUM_FRAME_WAIT_MS = 120;
/** Text farther than this from where it was measured has moved. */
const MOVE_TOLERANCE_PX = 1;

export class Painter implements OverlayLayer {
  filters: RowFilters | null = null;
  readonly parts = new Set<OverlayPart>();
  readonly #marks: Marks;
  readonly #meter: CostMeter;
  readonly #signal: AbortSignal;
  readonly #overlay: Overlay;
  readonly measure: Measure;
  readonly #blocks: NearBlocks;
  readonly #near = new Map<Mark, Near>();
  /** Those that went away and nothing has moved against the page since: they come back as they were. */
  #left = new WeakMap<Mark, Near>();
  readonly #shapes = new Map<Mark, Shape>();
  readonly #toDraw = new Set<Mark>();
  /** What was scrolled since the last painting, and how far the page was scrolled sideways. */
  readonly #scrolled = new Set<EventTarget | null>();
  #scrollX = scrollX;
  #scrollEnded = false;
  /** Start over with the next slice. */
  #again = false;
  /** A painting is asked for or under way. */
  #waiting = false;
  #relayout = 0;
  /** The overlay is above what was in the browser's top layer when the layout last changed. */
  #isRaised = false;
  /** The mark whose card is open. */
  #current: Mark | null = null;
  /** Where the pointer is, and the marks of that row. */
  #litAt: Element | null = null;
  #lit: ReadonlySet<Mark> = new Set();
  readonly #around: (element: Element) => readonly Element[] | null;
  /** Called when the pill at a box was pressed by other means than a pointer (a screen reader). */
  readonly #pressed: (box: Box) => void;

  constructor({ marks, meter, host, reader, signal }: PageBridge, pressed: (box: Box) => void) {
    this.#marks = marks;
    this.#meter = meter;
    this.#pressed = pressed;
    this.#signal = signal;
    this.#around = (element) => reader.around(element);
    this.#overlay = new Overlay(host, signal);
    this.measure = new Measure(() => this.#origin());
    this.#blocks = new NearBlocks(marks, meter, signal, this);
    followLayout(
      {
        scrolled: (target) => {
          this.#scrolled.add(target);
          this.schedule();
        },
        scrollEnded: () => {
          this.#scrollEnded = true;
          this.schedule();
        },
        maybeMoved: () => this.relayoutSoon(),
        moved: () => this.relayout(),
        recoloured: () => this.restyle(),
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#relayout));
  }

  get element(): HTMLElement {
    return this.#overlay.layer;
  }
  get frame(): HTMLElement {
    return this.#overlay.frame;
  }
  get colours(): MarkColours {
    return this.measure.colours(document.body);
  }
  get hasCard(): boolean {
    return this.#current !== null;
  }
  open(element: Element): Box {
    return this.measure.open(element);
  }

  /** Nothing waits to be painted. */
  get idle(): boolean {
    return !this.#waiting && !this.#blocks.taking && this.#relayout === 0;
  }

  /** The marks changed. */
  update(): void {
    if (this.#signal.aborted) return;
    this.#overlay.unzoom();
    this.#blocks.update();
  }

  /** As `relayout`, once for what happens close together. */
  relayoutSoon(): void {
    if (this.#relayout === 0 && this.#near.size > 0)
      this.#relayout = setTimeout(() => this.relayout(), 60) as unknown as number;
  }

  /** Things moved: room for pills is looked for again. */
  relayout(): void {
    clearTimeout(this.#relayout);
    this.#relayout = 0;
    // While a card is open, that stays above.
    this.#isRaised &&= this.hasCard;
    for (const near of this.#near.values()) near.side = null;
    this.measure.forget();
    this.measure.cover.forget();
    this.#overlay.unzoom();
    this.measureAgain();
  }

  /** Colours or what a pill shows changed: everything is drawn again, each pill where it was. */
  restyle(): void {
    for (const shape of this.#shapes.values()) shape.drawn = '';
    this.measure.forget();
    this.measureAgain();
  }

  /** Every mark is measured again, each pill staying where it was. */
  measureAgain(): void {
    for (const near of this.#near.values()) near.fresh = false;
    this.#left = new WeakMap();
    this.schedule();
  }

  schedule(): void {
    if (this.#signal.aborted || !this.#overlay.host.came || (this.#blocks.isEmpty && this.#shapes.size === 0)) return;
    this.#again = true;
    if (this.#waiting) return;
    this.#waiting = true;
    const paint = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      void this.#paint();
    };
    const frame = requestAnimationFrame(paint);
    const timer = setTimeout(paint, MAXIMUM_FRAME_WAIT_MS);
  }

  /** The pointer is at an element, or on a mark's text or slot: the marks of that row are all drawn. */
  light(at: Element | null, hit: Mark | null): void {
    const place = hit?.element ?? at;
    if (place === this.#litAt && (hit === null || this.#lit.has(hit))) return;
    this.#litAt = place;
    const lit = new Set(
      [...this.#near.keys()].filter(
        (mark) => mark === hit || (place !== null && this.#rowOf(mark).some((row) => contains(row, place))),
      ),
    );
    for (const mark of [...lit, ...this.#lit]) if (lit.has(mark) !== this.#lit.has(mark)) this.#toDraw.add(mark);
    this.#lit = lit;
    if (this.#toDraw.size > 0) this.schedule();
  }

  /** A body is a page, not a row. */
  #rowOf({ element }: Mark): readonly Element[] {
    return this.#around(element) ?? (element === document.body ? [] : [element]);
  }

  /** A mark's card was opened; null: it was closed. */
  setCurrent(mark: Mark | null): void {
    if (this.#current === mark) return;
    for (const one of [this.#current, mark]) if (one !== null) this.#toDraw.add(one);
    this.#current = mark;
    this.schedule();
  }

  /** Slice after slice, not one a frame: on a slow screen frames are rare. */
  async #paint(): Promise<void> {
    // The frame is drawn first.
    await pause(0);
    if (this.#signal.aborted) return;
    const on = (): boolean => !this.#signal.aborted;
    const onUntilAgain = (): boolean => {
      this.measure.newSlice();
      return on() && !this.#again;
    };
    this.#again = false;
    this.measure.newPainting();
    await this.#meter.inSlices(this.#measureAll(), onUntilAgain);
    const parts = [...this.parts];
    if (parts.length > 0 && on()) {
      this.measure.newSlice();
      this.#meter.run(() => parts.forEach((part) => part.measure(this.#origin())));
    }
    // Also where all starts over: a page that never rests is to have its marks.
    await this.#meter.inSlices(this.#drawAll(), on);
    if (on()) this.#meter.run(() => parts.forEach((part) => part.draw()));
    this.#waiting = false;
    if (this.#again) this.schedule();
  }

  *#measureAll(): Generator<null> {
    const { marks } = this.#blocks;
    for (const [mark, near] of this.#near)
      if (!marks.has(mark)) {
        this.#near.delete(mark);
        if (near.fresh && !near.anchored) this.#left.set(mark, near);
      }
    if (this.#scrolled.size > 0 || this.#scrollEnded) yield* this.#afterScroll();
    for (const mark of marks) {
      const near = this.#near.has(mark) ? undefined : this.#left.get(mark);
      if (near === undefined) continue;
      this.#near.set(mark, near);
      this.#toDraw.add(mark);
    }
    const isNew = [...marks].filter((mark) => !this.#near.has(mark));
    const isStale = [...this.#near.keys()].filter((mark) => this.#near.get(mark)?.fresh === false);
    yield* this.#search(marks, this.measure.cover.isNew);
    for (const mark of [...isNew, ...isStale]) {
      const icons = pillIcons(mark, this.#papers(mark));
      const side = this.#near.get(mark)?.side ?? null;
      const measured = this.measure.mark(mark, icons, side, this.#blocks.isAlone(mark));
      // At the end: on a page that never rests, each mark is to have its turn.
      this.#near.delete(mark);
      this.#near.set(mark, { ...measured, fresh: true });
      this.#toDraw.add(mark);
      yield null;
    }
  }

  /** Looks for what covers these marks. */
  #search(marks: Iterable<Mark>, edges: boolean): Generator<null> {
    return this.measure.cover.search(marks, (mark) => this.#linesOf(mark), edges);
  }

  /** A mark's lines now, as far as anything is open to them. */
  #linesOf(mark: Mark): Box[] {
    const near = this.#near.get(mark);
    return near?.fresh === true
      ? near.lines.map((line) => now(line, near, this.measure.scroll))
      : this.measure.openLines(mark);
  }

  /** Finds the marks that a scroll moved against the page, and those that it brought under something else. */
  *#afterScroll(): Generator<null> {
    const ended = this.#scrollEnded;
    const boxes = [...this.#scrolled].filter((target) => target instanceof Element);
    const isPage = boxes.length < this.#scrolled.size;
    const isSideways = this.#scrollX !== scrollX;
    for (const [mark, near] of this.#near)
      // A scrolled box may be around the shadow root that a mark is in.
      if (
        isSideways ||
        (isPage && near.anchored) ||
        boxes.some((box) => contains(box, mark.element) || !contains(document, mark.element))
      )
        near.fresh = false;
    this.#scrolled.clear();
    this.#scrollX = scrollX;
    const { cover } = this.measure;
    if (ended || boxes.length > 0) cover.moved();
    if (isSideways || boxes.length > 0) this.#left = new WeakMap();
    // What sticks only here, or was not in the window before.
    if (ended) yield* this.#search(this.#near.keys(), true);
    let lowest: Mark | null = null;
    let lowestTop = 0;
    for (const [mark, near] of this.#near) {
      if (!near.fresh) continue;
      const lines = this.#linesOf(mark);
      const { top = -1 } = lines[0] ?? {};
      if (top > lowestTop && top < innerHeight) [lowest, lowestTop] = [mark, top];
      const covered = cover.over(mark, near.order, lines);
      yield null;
      if (covered.every((is, at) => is === near.covered[at])) continue;
      near.covered = covered;
      this.#toDraw.add(mark);
      // No place was looked for its pill while it was covered.
      if (near.slot === null && near.side !== 'none') near.fresh = false;
    }
    if (!ended) return;
    this.#scrollEnded = false;
    // A layout change that no event reported: the lowest text has moved, too.
    const { top = Infinity } = lowest === null ? { top: lowestTop } : (this.measure.visibleLines(lowest)[0] ?? {});
    if (Math.abs(top - lowestTop) > MOVE_TOLERANCE_PX) this.relayout();
  }

  *#drawAll(): Generator<null> {
    for (const mark of this.#shapes.keys()) if (!this.#near.has(mark)) this.#remove(mark);
    for (const mark of this.#toDraw) {
      this.#toDraw.delete(mark);
      const near = this.#near.get(mark);
      if (near === undefined) continue;
      this.#draw(mark, near);
      yield null;
    }
  }

  /** Where the overlay's zero point is: a page may move its root. */
  #origin(): { left: number; top: number } {
    return this.#overlay.host.shown ? this.element.getBoundingClientRect() : { left: -scrollX, top: -scrollY };
  }

  #papers(mark: Mark): PaperMark[] {
    const ids = mark.subject.kind === 'person' ? [mark.subject.paper] : mark.subject.papers;
    return ids.flatMap((id) => this.#marks.papers.get(id) ?? []);
  }

  #remove(mark: Mark): void {
    this.#shapes.get(mark)?.node.remove();
    this.#shapes.delete(mark);
  }

  /** Writes only. */
  #draw(mark: Mark, near: Near): void {
    const { colours, underlined, origin, toTheLeft } = near;
    const isLit = this.#lit.has(mark);
    // Of people alone, and only where it is so.
    const hasPeople = isLit && [...this.#lit].some(({ subject }) => 'known' in subject);
    const icons = hasPeople ? withPeople(near.icons) : near.icons;
    if (near.above && !this.#isRaised) {
      this.#isRaised = true;
      this.#overlay.raise();
      // In the top layer its zero point is another one where the page moved its root.
      this.measureAgain();
    }
    const painted = paintedOf(near);
    if (painted.lines.length === 0) {
      this.#remove(mark);
      return;
    }
    const shape = this.#shapes.get(mark) ?? newShape();
    this.#shapes.set(mark, shape);
    this.#meter.firstMark ??= performance.now() - this.#meter.start;
    const lines = painted.lines.map((line) => movedBy(line, -origin.left, -origin.top));
    const pill =
      painted.slot === null ? null : movedBy(pillIn(painted.slot, icons.length, toTheLeft), -origin.left, -origin.top);
    const isOpen = this.#current === mark;
    const papers = this.#papers(mark);
    const followed = followedOf(papers)?.name ?? '';
    const isShown = isOpen || isLit || adds(mark, papers);
    const drawn = JSON.stringify([lines, pill, icons, followed, isOpen, isShown, colours.line, underlined]);
    if (shape.drawn === drawn) return;
    shape.drawn = drawn;
    // Two lines in one place would look like a fault of the page's.
    const under = lines.map((line) => ({ ...line, bottom: line.bottom + (underlined ? 2 : 0) }));
    const known = mark.subject.kind === 'person' ? followedAs(mark.subject.name, papers) : null;
    const fill = known === null ? null : fillOf(colours, known.sure);
    const colour = lineColour(mark, pill !== null, colours, isOpen);
    drawLines(shape, !isShown ? [] : fill === null ? under : lines, colour, isOpen, fill);
    drawPill(shape, isShown ? pill : null, {
      title: papers[0]?.title ?? mark.text,
      followed,
      icons,
      colours,
      isOpen,
      pressed: this.#pressed,
    });
    if (!isShown) shape.node.remove();
    else if (!shape.node.isConnected) this.element.append(shape.node);
  }

  /** A mark's lines and slot, in the viewport now; none where its text is gone. */
  boxes(mark: Mark): Box[] {
    const near = this.#near.get(mark);
    const lines = this.measure.visibleLines(mark);
    return lines.length > 0 && near !== undefined && near.slot !== null
      ? [...lines, now(near.slot, near, scrollNow())]
      : lines;
  }

  /** The painted marks, with their boxes in the viewport now. */
  *painted(): Generator<[Mark, Painted]> {
    if (!this.#overlay.host.shown) return;
    const scroll = scrollNow();
    for (const mark of this.#shapes.keys()) {
      const near = this.#near.get(mark);
      if (near === undefined) continue;
      const { lines, slot } = paintedOf(near);
      const here = (box: Box): Box => now(box, near, scroll);
      yield [mark, { lines: lines.map(here), slot: slot === null ? null : here(slot) }];
    }
  }
}
