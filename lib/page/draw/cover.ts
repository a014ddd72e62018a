// What covers marks, asked by hit tests, which are expensive. While a page scrolls, only what stays in the window (a
// sticky header) can come over text that it did not cover before. So those elements are searched for once a layout, and
// only marks that meet one of them are asked about again.
import { boxOf, parentOf } from '../dom.ts';
import { meets, widthOf, type Box } from './geometry.ts';
import type { Mark } from './marks.ts';
import { coverAt, isAnchored } from './surroundings.ts';

/** Where the window is searched, in pixels from its top; below zero, from its bottom. Most of what stays is at its edges. */
const SEARCHED = [2, 24, 60, 110, 200, 400, -2, -30];

export class Cover {
  /** Which lines of which block are covered, in the frame being painted. */
  #known = new Map<Element, Map<number, boolean>>();
  /** Elements that stay in the window, with all in them that may cover a mark. Null: not searched for yet. */
  #staying: Set<Element> | null = null;
  /** The fixed or sticky element that an element is or is in. */
  #anchors = new WeakMap<Element, Element | null>();

  newFrame(): void {
    this.#known = new Map();
  }

  /** The layout changed. */
  forget(): void {
    this.#staying = null;
    this.#anchors = new WeakMap();
  }

  /** Which of a mark's lines are covered. Names that are close together share the answer. */
  over({ element, stretches }: Mark, lines: readonly Box[]): boolean[] {
    const text = stretches[0]?.node;
    let known = this.#known.get(element);
    if (known === undefined) this.#known.set(element, (known = new Map<number, boolean>()));
    // The middle of a line, of a long one both ends, too.
    return lines.map((line) =>
      (widthOf(line) < 160 ? [0.5] : [0.02, 0.5, 0.98]).some((share) => {
        const x = line.left + share * widthOf(line);
        const key = Math.round(line.bottom) * 64 + Math.floor(x / 64);
        let covered = known.get(key);
        if (covered === undefined) {
          const cover = text === undefined ? null : coverAt(x, (line.top + line.bottom) / 2, text);
          if (cover !== null) this.#note(cover);
          known.set(key, (covered = cover !== null));
        }
        return covered;
      }),
    );
  }

  /** What tells whether something that stays in the window meets a box now. */
  meeting(): (box: Box) => boolean {
    if (this.#staying === null) {
      this.#staying = new Set();
      for (const y of SEARCHED) this.#note(document.elementFromPoint(innerWidth / 2, y < 0 ? innerHeight + y : y));
    }
    const boxes = [...this.#staying].map(boxOf);
    return (box) => boxes.some((one) => meets(one, box));
  }

  #note(element: Element | null): void {
    const anchor = this.#anchor(element);
    if (anchor === null) return;
    const end = parentOf(anchor);
    for (let at = element; at !== null && at !== end; at = parentOf(at)) this.#staying?.add(at);
  }

  #anchor(element: Element | null): Element | null {
    if (element === null) return null;
    let anchor = this.#anchors.get(element);
    if (anchor === undefined) {
      anchor = isAnchored(getComputedStyle(element)) ? element : this.#anchor(parentOf(element));
      this.#anchors.set(element, anchor);
    }
    return anchor;
  }
}
