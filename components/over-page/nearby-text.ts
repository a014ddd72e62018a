// Where text and pictures are around a mark: what a card had better not cover.
import { boxOf, childrenOf, matchesSelector, nextOf, parentOf, previousOf, shadowOf } from '../../lib/page/dom.ts';
import type { Box } from '../../lib/page/draw/geometry.ts';
import { withoutMark } from './placement.ts';

/** Elements looked at, and boxes given: enough for a window full of rows, a few milliseconds on any page. */
const MAX_ELEMENTS = 1500;
const MAX_BOXES = 600;
/** Siblings in a row that are outside of the window before the rest of them is taken to be outside too. */
const MAX_OUTSIDE = 3;
const pictures = 'img, svg, video, canvas, picture, iframe, object, embed';

const isIn = ({ top, bottom, left, right }: DOMRect, height: number): boolean =>
  bottom > 0 && top < height && right > left && bottom > top;

/**
 * Boxes of the text lines and pictures in the window, those nearest to the element first; viewport pixels.
 * @param start what is under the mark
 * @param rest what of a box is not the mark itself
 */
export function nearbyText(start: Element, rest: (box: Box) => Box[]): Box[] {
  const boxes: Box[] = [];
  let left = MAX_ELEMENTS;
  const range = document.createRange();

  const add = (box: DOMRect): void => {
    if (isIn(box, innerHeight) && boxes.length < MAX_BOXES) boxes.push(...rest(box));
  };
  const read = (node: Node): void => {
    if (boxes.length >= MAX_BOXES || left <= 0) return;
    if (node instanceof Text) {
      if (node.data.trim() === '') return;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) add(box);
      return;
    }
    if (!(node instanceof Element)) return;
    left -= 1;
    const box = boxOf(node);
    if (matchesSelector(node, pictures)) return add(box);
    // What has no box of its own (`display: contents`) may have content that has; words for screen readers have a pixel.
    if (box.width === 1 || box.height === 1) return;
    if ((box.width > 0 || box.height > 0) && !isIn(box, innerHeight)) return;
    for (const child of childrenOf(shadowOf(node) ?? node)) read(child);
  };
  const readSiblings = (from: Node, next: (node: Node) => Node | null): void => {
    let outside = 0;
    for (let node = next(from); node !== null && outside < MAX_OUTSIDE && left > 0; node = next(node)) {
      if (node instanceof Element) {
        const box = boxOf(node);
        if (box.height > 0) outside = isIn(box, innerHeight) ? 0 : outside + 1;
      }
      read(node);
    }
  };

  for (const child of childrenOf(start)) read(child);
  for (let node: Element | null = start; node !== null && node !== document.body && left > 0;) {
    readSiblings(node, nextOf);
    readSiblings(node, previousOf);
    node = parentOf(node);
  }
  return boxes;
}

/** What the page has around a mark; nothing where the mark is gone or something covers it. */
export function textAround(lines: readonly Box[]): Box[] {
  const [line] = lines.filter(({ left, right }) => right > left);
  if (line === undefined) return [];
  const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
  let under = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = under === null ? null : (shadowOf(under)?.elementFromPoint(x, y) ?? null);
    if (inner === null || inner === under) break;
    under = inner;
  }
  return under === null ? [] : nearbyText(under, (box) => withoutMark(box, lines));
}
