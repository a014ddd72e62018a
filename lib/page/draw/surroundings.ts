// What is around a mark: what clips it, what covers it, whether there is room for its pill. Reads only.
import { boxOf, childrenOf, contains, matchesSelector, parentOf, rootOf, tagOf } from '../dom.ts';
import { common, heightOf, holds, meets, shrunk, widthOf, type Box } from './geometry.ts';
import { parseColour, shadeIn, type Shade } from './mark-colours.ts';

export interface Clipper {
  element: Element;
  /** The reader can scroll what it hides into view. */
  scrolls: boolean;
}

export interface ElementSurroundings {
  /** Itself and ancestors that clip what overflows them. Body and root don't: theirs goes to the viewport. */
  clippers: readonly Clipper[];
  shade: Shade;
  /** It, or an ancestor, may stay in the window while the page scrolls. */
  anchored: boolean;
}

/** What an element's ancestors and itself say. Blocks of one list share nearly all ancestors: each is asked once. */
export function surroundingsOf(element: Element, known: WeakMap<Element, ElementSurroundings>): ElementSurroundings {
  const chain: Element[] = [];
  let found: ElementSurroundings | undefined;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    found = known.get(at);
    if (found !== undefined) break;
    chain.push(at);
  }
  found ??= { clippers: [], shade: 'as the text says', anchored: false };
  for (const at of chain.toReversed()) {
    const style = getComputedStyle(at);
    const clipper = at === document.body || at === document.documentElement ? null : clipperOf(at, style);
    found = {
      clippers: clipper === null ? found.clippers : [...found.clippers, clipper],
      shade: shadeIn(style) ?? found.shade,
      anchored: found.anchored || isAnchored(style),
    };
    known.set(at, found);
  }
  return found;
}

/** It may stay in the window, or in a box, while what is around it scrolls. */
export const isAnchored = ({ position }: CSSStyleDeclaration): boolean => /fixed|sticky/u.test(position);

function clipperOf(element: Element, { overflowX, overflowY, contain, display }: CSSStyleDeclaration): Clipper | null {
  if (display.startsWith('inline') && display !== 'inline-block') return null;
  if (overflowX === 'visible' && overflowY === 'visible' && !/paint|strict|content/u.test(contain)) return null;
  return { element, scrolls: /auto|scroll/u.test(overflowX + overflowY) };
}

/** What is left of the page between clippers, in the viewport's coordinates. */
export function openBox(clippers: readonly Clipper[]): Box {
  const open: Box = { left: -scrollX, top: -1e6, right: document.documentElement.clientWidth, bottom: 1e6 };
  return clippers.reduce<Box>((box, { element }) => common(box, boxOf(element)), open);
}

/** What of the page (a menu, a sticky header) covers the text at a point of the viewport. */
export function coverAt(x: number, y: number, text: Node): Element | null {
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
  const top = elementAt(x, y, text);
  // Beside the body are only overlays, our card among them: they lie over marks as well.
  return top !== null && isInBody(top) && hides(top, text) ? top : null;
}

/** The topmost element at a point of the viewport; in a shadow root, where the text is in one. */
export function elementAt(x: number, y: number, text: Node): Element | null {
  const root = rootOf(text);
  return (root instanceof ShadowRoot ? root : document).elementFromPoint(x, y);
}

/** The nearest that matches, the element itself or around it, also outside of its shadow root. */
export function around(element: Element, selector: string): Element | null {
  let at: Element | null = element;
  while (at !== null && !matchesSelector(at, selector)) at = parentOf(at);
  return at;
}

export const isInBody = (element: Element): boolean => around(element, 'body') !== null;

/** Open modally, as a popover or in full screen: over everything that came there before. */
export function isInTopLayer(element: Element): boolean {
  const top = around(element, ':modal, :popover-open, :fullscreen');
  return top !== null && top !== document.documentElement;
}

/** Whether `top`, the topmost element at a point, is over the text there: what is between is not see-through. */
export function hides(top: Element, text: Node): boolean {
  const its = new Set<Element | null>();
  for (let at = parentOf(text); at !== null; at = parentOf(at)) its.add(at);
  for (let at: Element | null = top; at !== null && !its.has(at); at = parentOf(at)) {
    if (/^(?:img|video|canvas|iframe|object|embed)$/u.test(tagOf(at))) return true;
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none' || (parseColour(backgroundColor)?.[3] ?? 1) > 0.3) return true;
  }
  return false;
}

const boxed = /^(?:img|video|canvas|iframe|object|embed|button|input|select|textarea|svg|math)$/u;
/** Maximum nodes looked at; after that the answer is no. */
const MAXIMUM_NODES = 600;
/** Maximum neighbours on each side, on each level: a list of thousands has its next ones close by. */
const MAXIMUM_NEIGHBOURS = 24;

function* beside(node: Node): Generator<Node> {
  let [before, after] = [node.previousSibling, node.nextSibling];
  for (let left = MAXIMUM_NEIGHBOURS; left > 0 && (before !== null || after !== null); left--) {
    if (before !== null) yield before;
    if (after !== null) yield after;
    [before, after] = [before?.previousSibling ?? null, after?.nextSibling ?? null];
  }
}

/** No text, picture or control of the page is within the box. `element` is the block it belongs to. */
export function isRoom(box: Box, element: Element, scratch: Range): boolean {
  let left = MAXIMUM_NODES;
  const isFree = (node: Node): boolean => {
    if (left-- === 0) return false;
    if (node instanceof Text) {
      if (!/\S/u.test(node.data)) return true;
      scratch.selectNodeContents(node);
      return ![...scratch.getClientRects()].some((rect) => meets(shrunk(rect, 0, heightOf(rect) * 0.12), box));
    }
    if (!(node instanceof Element)) return true;
    const rect = boxOf(node);
    // Elements of no size (`display: contents`, floats inside) may hold something all the same.
    if (widthOf(rect) > 0 && heightOf(rect) > 0 && !meets(rect, box)) return true;
    if (boxed.test(tagOf(node))) return !meets(rect, box);
    return [...childrenOf(node)].every(isFree);
  };
  if (!isFree(element)) return false;
  // Up to the nearest ancestor that holds the box, and three more: a neighbour may reach in.
  let more = 3;
  for (let at: Element | null = element; at !== null && at !== document.body; at = parentOf(at)) {
    const rect = boxOf(at);
    if (boxed.test(tagOf(at)) && meets(rect, box)) return false;
    if (holds(rect, box) && more-- === 0) break;
    for (const node of beside(at)) if (!isFree(node)) return false;
  }
  return isBare(box, element);
}

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

/** The page underlines the text itself, as most do with links. `block` is where the text belongs to. */
export function isUnderlined(text: Node, block: Element): boolean {
  for (let at = text.parentElement; at !== null; at = at === block ? null : parentOf(at))
    if (getComputedStyle(at).textDecorationLine.includes('underline')) return true;
  return false;
}

/** A list's number or bullet is where the gutter would be. */
export function hasMarker(element: Element): boolean {
  const item = around(element, 'li');
  if (item === null) return false;
  const style = getComputedStyle(item);
  return style.display === 'list-item' && style.listStyleType !== 'none';
}
