// What of a title's maths becomes nodes. The tree comes from the worker; it is checked here again, element by
// element, because a pack's titles are anybody's text and this is the last gate before a page's document.
import type { MathNode } from '../../lib/views/schema.ts';

/** Presentation MathML that can neither fetch, link nor run anything. */
const elements = new Set(
  (
    'math mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd ' +
    'mpadded mphantom menclose mstyle mmultiscripts mprescripts none'
  ).split(' '),
);
const attributes = new Set(
  (
    'mathvariant stretchy fence separator accent accentunder displaystyle scriptlevel form largeop movablelimits ' +
    'symmetric lspace rspace minsize maxsize linethickness width height depth columnalign rowalign columnspacing ' +
    'rowspacing notation display'
  ).split(' '),
);
const plainValue = /^[\w .%+-]{1,40}$/;
const depthLimit = 40;
const nodeLimit = 400;

/** The tree without what is not on the lists; null when it holds an element that is not, or is too deep or large. */
export function safeMath(node: MathNode): MathNode | null {
  let left = nodeLimit;
  const walk = (from: MathNode, depth: number): MathNode | null => {
    left -= 1;
    if (left < 0 || depth > depthLimit || !elements.has(from.tag)) return null;
    const kept = Object.entries(from.attributes).filter(
      ([name, value]) => attributes.has(name) && plainValue.test(value),
    );
    const children: (MathNode | string)[] = [];
    for (const child of from.children) {
      if (typeof child === 'string') {
        children.push(child);
        continue;
      }
      const safe = walk(child, depth + 1);
      if (safe === null) return null;
      children.push(safe);
    }
    return { tag: from.tag, attributes: Object.fromEntries(kept), children };
  };
  return node.tag === 'math' ? walk(node, 0) : null;
}
