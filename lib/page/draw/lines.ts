// Where a mark's text is now. Reads only.
import { linesOf, type Box } from './geometry.ts';
import type { Stretch } from './marks.ts';

/** One box a line, in the viewport's coordinates; none where the text was cut or removed. `scratch` is left empty. */
export function linesUnder(stretches: readonly Stretch[], scratch: Range): Box[] {
  const boxes: DOMRect[] = [];
  for (const { node, start, end } of stretches) {
    if (!node.isConnected || end > node.length) return [];
    scratch.setStart(node, start);
    scratch.setEnd(node, end);
    boxes.push(...scratch.getClientRects());
  }
  scratch.selectNodeContents(document);
  scratch.collapse(true);
  return linesOf(boxes);
}

/** The lines of all that an element holds; one that holds blocks is a box itself. */
export function linesIn(element: Element, scratch: Range): Box[] {
  scratch.selectNodeContents(element);
  return linesOf([...scratch.getClientRects()]);
}
