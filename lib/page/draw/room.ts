// Whether there is room for a pill: no text, picture or control of the page is where it would be. Reads only.
import { boxOf, childrenOf, contains, nextOf, parentOf, previousOf, tagOf } from '../dom.ts';
import { heightOf, holds, meets, shrunk, widthOf, type Box } from './geometry.ts';
import { elementAt, isInBody } from './surroundings.ts';

const boxed = /^(?:img|video|canvas|iframe|object|embed|button|input|select|textarea|svg|math)$/u;
/** Maximum nodes looked at; after that the answer is no. */
const MAXIMUM_NODES = 600;
/** Maximum neighbours on each side, on each level: a list of thousands has its next ones close by. */
const MAXIMUM_NEIGHBOURS = 24;

/** A node with its boxes: of an element one, of text one a line. */
type Placed = readonly [node: Node, boxes: readonly Box[]];

export class Room {
  readonly #scratch = document.createRange();
  readonly #orderOf: (element: Element) => string;
  // Good until something is scrolled. Neighbours have their neighbours in common.
  #placed = new Map<Node, Placed>();
  #beside = new Map<Node, readonly Placed[]>();

  /** `orderOf`: an element's step of the painting order. */
  constructor(orderOf: (element: Element) => string) {
    this.#orderOf = orderOf;
  }

  forget(): void {
    this.#placed = new Map();
    this.#beside = new Map();
  }

  /** `element` is the block that the box belongs to. */
  isFree(box: Box, element: Element): boolean {
    let left = MAXIMUM_NODES;
    const isFree = ([node, boxes]: Placed): boolean => {
      if (left-- === 0) return false;
      const isMet = boxes.some((rect) => meets(rect, box));
      // Elements of no size (`display: contents`, floats inside) may hold something all the same.
      if (!(node instanceof Element) || (!isMet && hasSize(boxes)) || boxed.test(tagOf(node))) return !isMet;
      return [...childrenOf(node)].every((child) => isFree(this.#place(child)));
    };
    const own = this.#place(element);
    if (!isFree(own)) return false;
    // Up to the nearest ancestor that holds the box, and three more: a neighbour may reach in.
    let more = 3;
    let holder: Element | null = null;
    for (let at: Element | null = element; at !== null && at !== document.body; at = parentOf(at)) {
      const around = this.#place(at)[1];
      if (boxed.test(tagOf(at)) && around.some((rect) => meets(rect, box))) return false;
      if (around.some((rect) => holds(rect, box))) {
        holder ??= at;
        if (more-- === 0) break;
      }
      if (!this.#besideOf(at).every(isFree)) return false;
    }
    // A hit test is expensive. In the flow of what holds the box nothing comes there from far away in the page.
    return (holder !== null && this.#orderOf(holder) === this.#orderOf(element)) || isBare(box, element);
  }

  #place(node: Node): Placed {
    let placed = this.#placed.get(node);
    if (placed === undefined) {
      placed = [node, node instanceof Element ? [boxOf(node)] : this.#textBoxes(node)];
      this.#placed.set(node, placed);
    }
    return placed;
  }

  #textBoxes(node: Node): Box[] {
    if (!(node instanceof Text) || !/\S/u.test(node.data)) return [];
    this.#scratch.selectNodeContents(node);
    return [...this.#scratch.getClientRects()].map((rect) => shrunk(rect, 0, heightOf(rect) * 0.12));
  }

  #besideOf(node: Node): readonly Placed[] {
    let beside = this.#beside.get(node);
    if (beside === undefined) {
      const found: Placed[] = [];
      for (const next of [previousOf, nextOf]) {
        let at = next(node);
        for (let left = MAXIMUM_NEIGHBOURS; left > 0 && at !== null; left--, at = next(at)) found.push(this.#place(at));
      }
      this.#beside.set(node, (beside = found));
    }
    return beside;
  }
}

const hasSize = (boxes: readonly Box[]): boolean => boxes.some((box) => widthOf(box) > 0 && heightOf(box) > 0);

/** Where the box is on the screen: nothing but the block's own ancestors and insides is there. */
function isBare(box: Box, element: Element): boolean {
  const y = (box.top + box.bottom) / 2;
  if (y < 0 || y >= innerHeight) return true;
  return [box.left + 2, box.right - 2].every((x) => {
    const top = elementAt(x, y, element);
    // What is outside of the body is our card: what lies under it is there for as long as that is open.
    return top === null || !isInBody(top) || contains(top, element) || contains(element, top);
  });
}
