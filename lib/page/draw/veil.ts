// Veils over the rows that a filter leaves out: translucent boxes in our overlay, in the page's background colour. The
// page's nodes and its flow stay as they are. Measured and drawn by the painter, reads before writes, as marks are.
import { boxOf, contains, parentOf } from '../dom.ts';
import { create } from './create-element.ts';
import type { OverlayLayer } from '../bridge.ts';
import { common, heightOf, widthOf, type Box } from './geometry.ts';
import { hides, isInBody } from './surroundings.ts';
import { parseColour } from './mark-colours.ts';
import type { ListingRow } from '../act/listing.ts';

/** Opacity of a veil: the row can still be read, but does not draw the eye. */
const VEIL_OPACITY = 0.76;

interface Measured {
  row: ListingRow;
  box: Box;
  style: string;
}

export class Veil {
  readonly #overlay: OverlayLayer;
  readonly #intersections: IntersectionObserver;
  readonly #near = new Set<Element>();
  #rows: readonly ListingRow[] = [];
  #nodes = new Map<ListingRow, HTMLElement>();
  #measured: Measured[] = [];

  constructor(overlay: OverlayLayer, signal: AbortSignal) {
    this.#overlay = overlay;
    this.#intersections = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        overlay.schedule();
      },
      { rootMargin: '50% 0px' },
    );
    signal.addEventListener('abort', () => this.#intersections.disconnect());
  }

  /** The rows to veil; none lifts all veils with the next painting. */
  over(rows: readonly ListingRow[]): void {
    const kept = new Set(rows.flatMap(({ elements }) => elements));
    for (const element of this.#rows.flatMap(({ elements }) => elements))
      if (!kept.has(element)) {
        this.#intersections.unobserve(element);
        this.#near.delete(element);
      }
    this.#rows = rows;
    for (const element of kept) this.#intersections.observe(element);
  }

  /** Reads only. `origin`: where the layer's zero point is. */
  measure(origin: { left: number; top: number }): void {
    if (this.#rows.length === 0) return;
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    this.#measured = this.#rows.flatMap((row) => {
      const [first] = row.elements;
      if (first === undefined || !row.elements.some((element) => this.#near.has(element))) return [];
      const box = uncovered(common(boxAround(row.elements), this.#overlay.open(first)), row.elements);
      if (widthOf(box) < 2 || heightOf(box) < 2) return [];
      const style =
        'position:absolute;left:0;top:0;pointer-events:none;z-index:1;' +
        `color-scheme:${scheme};background:${backgroundOf(first)};opacity:${VEIL_OPACITY};` +
        `transform:translate(${box.left - origin.left}px,${box.top - origin.top}px);` +
        `width:${widthOf(box)}px;height:${heightOf(box)}px`;
      return [{ row, box, style }];
    });
  }

  /** Writes only. */
  draw(): void {
    // PageRows are new objects when marks change; veils are reused one by one, for any row.
    const spare = [...this.#nodes.values()];
    const drawn = new Map<ListingRow, HTMLElement>();
    for (const { row, style } of this.#measured.splice(0)) {
      const node = spare.shift() ?? create('div');
      if (node.dataset['drawn'] !== style) {
        node.style.cssText = style;
        node.dataset['drawn'] = style;
      }
      if (node.parentNode === null) this.#overlay.element.append(node);
      drawn.set(row, node);
    }
    for (const node of spare) node.remove();
    this.#nodes = drawn;
  }
}

function boxAround(elements: readonly Element[]): Box {
  const boxes = elements.map(boxOf).filter((box) => heightOf(box) > 0);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The colour behind the row. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if ((parseColour(backgroundColor)?.[3] ?? 1) > 0.5) return backgroundColor;
  }
  return 'Canvas';
}

/** Without what covers the row at its upper and lower end: a sticky header is not veiled. */
function uncovered(box: Box, elements: readonly Element[]): Box {
  const x = (box.left + box.right) / 2;
  const { top, bottom } = common(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  if (bottom - top < 2) return box;
  const above = coverAt(x, top + 1, elements);
  const below = coverAt(x, bottom - 1, elements);
  return {
    ...box,
    top: above === null ? box.top : Math.max(box.top, above.bottom),
    bottom: below === null ? box.bottom : Math.min(box.bottom, below.top),
  };
}

function coverAt(x: number, y: number, elements: readonly Element[]): Box | null {
  const hit = document.elementFromPoint(x, y);
  if (hit === null || !isInBody(hit) || elements.some((element) => contains(element, hit) || !hides(hit, element)))
    return null;
  let box: Box = boxOf(hit);
  for (let at = parentOf(hit); at !== null; at = parentOf(at)) {
    const around = at;
    if (elements.some((element) => contains(around, element))) break;
    const outer = boxOf(at);
    if (outer.top <= box.top && outer.bottom >= box.bottom) box = outer;
  }
  return box;
}
