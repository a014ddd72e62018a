// What covers marks: a header that stays, a menu, a dialog. A hit test tells exactly and costs as much as measuring ten
// marks. So after a layout some forty points are asked, what is opaque there is noted, and marks are compared with its box.
// Whether that is over or under their text one hit test says for all marks at the same step of the painting order.
import { boxOf, isAfter, matchesSelector, parentOf } from '../dom.ts';
import { common, has, movedBy, widthOf, type Box } from './geometry.ts';
import type { Mark } from './marks.ts';
import { elementAt, hides, isAround, isInBody, isOpaque, openBox, type ElementSurroundings } from './surroundings.ts';

/** Points in the middle of the window, in pixels from its top; below zero, from its bottom. Most of what stays is at its edges. */
const EDGES = [2, 24, 60, 110, 200, 400, -2, -30];
/** Maximum marks that are asked about at once. */
const MAXIMUM_MARKS = 32;

/** Something opaque of the page. */
interface Lid {
  element: Element;
  /** What can be seen of it, in the viewport's coordinates. */
  box: Box;
  /** It may stay in the window while the page scrolls. */
  stays: boolean;
  /** By step of the painting order: it is over text there. */
  over: Map<string, boolean>;
}
const isInWindow = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
/** Where a line is looked at: its middle, of a long one both ends, too. */
const pointsOf = (line: Box): number[] =>
  (widthOf(line) < 160 ? [0.5] : [0.02, 0.5, 0.98]).map((share) => line.left + share * widthOf(line));
export class Cover {
  readonly #around: (element: Element) => ElementSurroundings;
  #lids: Lid[] = [];
  /** Elements that were found, and marks that were asked about or stand for. */
  #known = new Set<Element | Mark>();
  /** The layout has not been searched yet. */
  isNew = true;

  /** `around`: what an element's ancestors say of it. */
  constructor(around: (element: Element) => ElementSurroundings) {
    this.#around = around;
  }

  /** The layout changed. */
  forget(): void {
    this.#lids = [];
    this.#known = new Set();
    this.isNew = true;
  }

  /** Looks at marks that came into the window since the layout changed, at some where they are many, and at its edges. */
  *search(marks: Iterable<Mark>, linesOf: (mark: Mark) => readonly Box[], edges: boolean): Generator<null> {
    this.isNew = false;
    for (const y of edges ? EDGES : []) {
      this.#note(document.elementFromPoint(innerWidth / 2, y < 0 ? innerHeight + y : y));
      yield null;
    }
    const points: Parameters<typeof elementAt>[] = [];
    for (const mark of marks) {
      const text = mark.stretches[0]?.node;
      const [line] = this.#known.has(mark) ? [] : linesOf(mark);
      yield null;
      if (text === undefined || line === undefined) continue;
      const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
      if (!isInWindow(x, y)) continue;
      this.#known.add(mark);
      points.push([x, y, text]);
    }
    const share = Math.ceil(points.length / MAXIMUM_MARKS);
    for (const [at, point] of points.entries()) {
      if (at % share > 0) continue;
      this.#note(elementAt(...point));
      yield null;
    }
  }

  /** The page was scrolled: by so much everything moved but what stays. */
  scrolled(x: number, y: number): void {
    for (const lid of this.#lids) lid.box = lid.stays ? this.#boxNow(lid.element) : movedBy(lid.box, x, y);
  }

  /** Boxes in the page were scrolled, or more may have moved. */
  moved(): void {
    for (const lid of this.#lids) lid.box = this.#boxNow(lid.element);
  }

  /** Which of these lines, where they are now, are covered. `order`: of the mark's block. */
  over({ stretches }: Mark, order: string, lines: readonly Box[]): boolean[] {
    const text = stretches[0]?.node;
    return lines.map((line) => {
      const y = (line.top + line.bottom) / 2;
      return (
        text !== undefined &&
        pointsOf(line).some((x) => this.#lids.some((lid) => has(lid.box, x, y) && this.#isOver(lid, text, order, x, y)))
      );
    });
  }

  #isOver({ element, over }: Lid, text: Node, order: string, x: number, y: number): boolean {
    if (isAround(element, text)) return false;
    const step = `${order}${isAfter(element, text)}`;
    const known = over.get(step);
    if (known !== undefined || !isInWindow(x, y)) return known ?? false;
    const top = elementAt(x, y, text);
    // Beside the body are only overlays, our card among them: they lie over marks as well.
    if (top === null || !isInBody(top)) return false;
    const isHidden = hides(top, text);
    // Of what lies over both nothing follows for others.
    if (isHidden && !isAround(element, top)) this.#note(top);
    else over.set(step, isHidden);
    return isHidden;
  }

  #note(top: Element | null): void {
    if (top === null || this.#known.has(top) || !isInBody(top)) return;
    for (let at: Element | null = top; at !== null && at !== document.body; at = parentOf(at)) {
      if (this.#known.has(at)) return;
      this.#known.add(at);
      if (isOpaque(at))
        this.#lids.push({
          element: at,
          box: this.#boxNow(at),
          stays: this.#around(at).anchored,
          over: new Map<string, boolean>(),
        });
    }
  }

  #boxNow(element: Element): Box {
    // Its backdrop is over all else in the window.
    if (matchesSelector(element, ':modal')) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    return common(openBox(this.#around(element).clippers), boxOf(element));
  }
}
