// What is around a mark: what clips it, what colour is behind it, what lies over it. Reads only.
import { boxOf, contains, matchesSelector, parentOf, rootOf, tagOf } from '../dom.ts';
import { common, type Box } from './geometry.ts';
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
  /** Its step of the painting order: position and z-index of all ancestors that have them. */
  order: string;
  /** It is in the browser's top layer: open modally, as a popover or in full screen, over everything that came before. */
  above: boolean;
  /** A list's number or bullet is where the gutter would be. */
  marker: boolean;
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
  found ??= { clippers: [], shade: 'as the text says', anchored: false, order: '', above: false, marker: false };
  for (const at of chain.toReversed()) {
    const style = getComputedStyle(at);
    const { position, zIndex } = style;
    const clipper = at === document.body || at === document.documentElement ? null : clipperOf(at, style);
    found = {
      clippers: clipper === null ? found.clippers : [...found.clippers, clipper],
      shade: shadeIn(style) ?? found.shade,
      anchored: found.anchored || /fixed|sticky/u.test(position),
      order: position === 'static' && zIndex === 'auto' ? found.order : `${found.order}${position}${zIndex} `,
      above:
        found.above || (at !== document.documentElement && matchesSelector(at, ':modal,:popover-open,:fullscreen')),
      marker: tagOf(at) === 'li' ? style.display === 'list-item' && style.listStyleType !== 'none' : found.marker,
    };
    known.set(at, found);
  }
  return found;
}

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

/** Whether an element is a node or around it, also where that is in a shadow root. */
export function isAround(element: Element, node: Node): boolean {
  if (contains(element, node)) return true;
  const root = rootOf(node);
  return root instanceof ShadowRoot && isAround(element, root.host);
}

/** What it shows itself is not see-through. */
export function isOpaque(element: Element): boolean {
  if (/^(?:img|video|canvas|iframe|object|embed)$/u.test(tagOf(element))) return true;
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || (parseColour(backgroundColor)?.[3] ?? 1) > 0.3;
}

/** Whether `top`, the topmost element at a point, is over the text there: what is between is not see-through. */
export function hides(top: Element, text: Node): boolean {
  const its = new Set<Element | null>();
  for (let at = parentOf(text); at !== null; at = parentOf(at)) its.add(at);
  for (let at: Element | null = top; at !== null && !its.has(at); at = parentOf(at)) if (isOpaque(at)) return true;
  return false;
}

/** The page underlines the text itself, as most do with links. `block` is where the text belongs to. */
export function isUnderlined(text: Node, block: Element): boolean {
  for (let at = text.parentElement; at !== null; at = at === block ? null : parentOf(at))
    if (getComputedStyle(at).textDecorationLine.includes('underline')) return true;
  return false;
}
