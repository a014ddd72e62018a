// What of a title's maths becomes nodes. The typesetter's tree is checked here again, element by element, because a
// pack's titles are anybody's text and this is the last gate before a page's document.
import type { MathNode } from '../../lib/text/maths.ts';
import type { TitlePart } from '../../lib/text/title-parts.ts';
import type { Typeset } from './typesetter.ts';

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

export const hasMaths = (parts: readonly TitlePart[]): boolean => parts.some((part) => typeof part !== 'string');

/**
 * What to show of a title, in order: text, and trees that may become nodes. Without a typesetter formulas are their TeX.
 * A formula that can't be typeset stays as it is written; where that is another source's way to write it, the whole
 * title is `plain`, the preferred reading.
 */
export function piecesOf(
  parts: readonly TitlePart[],
  plain: string,
  typeset: Typeset | null,
): readonly (string | MathNode)[] {
  if (parts.length === 0) return [plain];
  if (typeset === null) return parts.map((part) => (typeof part === 'string' ? part : part.tex));
  const typesetPieces = typeset(parts);
  const pieces = parts.map((part, at) => {
    const piece = typesetPieces[at];
    if (typeof part === 'string') return part;
    return (typeof piece === 'object' ? safeMath(piece) : null) ?? part.raw;
  });
  const foreign = parts.some(
    (part, at) => typeof part !== 'string' && pieces[at] === part.raw && !plain.includes(part.raw),
  );
  return foreign ? [plain] : pieces;
}
