// A title with its formulas as real MathML nodes, made element by element: never from a string of markup.
import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import type { MathNode } from '../../lib/text/maths.ts';
import type { TitlePart } from '../../lib/text/title-parts.ts';
import { hasMaths, piecesOf } from './maths.ts';
import { useTypesetter } from './typesetter.ts';

/** A variable of one letter. Browsers replace it by one of the mathematical alphabet, which no font has in bold, unless
 *  they are told that it is `normal`; the style sheets set it in italics then. */
const isLetter = ({ tag, attributes, children: [text] }: MathNode): boolean =>
  tag === 'mi' && attributes['mathvariant'] === undefined && typeof text === 'string' && /^\p{L}$/u.test(text);

function nodeOf(node: MathNode | string, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const className = isLetter(node) ? { className: 'b-letter', mathvariant: 'normal' } : {};
  return createElement(node.tag, { ...node.attributes, ...className, key }, ...node.children.map(nodeOf));
}

/** `dir="auto"` for each title by itself: a Hebrew or Arabic title reads its own way in any interface. */
export function Title({ parts, plain }: { parts: readonly TitlePart[]; plain: string }) {
  const typeset = useTypesetter(hasMaths(parts));
  const pieces = useMemo(() => piecesOf(parts, plain, typeset), [parts, plain, typeset]);
  // A title never changes its order, so its places are its keys.
  return (
    <bdi>
      {pieces.map((piece, at) =>
        typeof piece === 'string' ? <Fragment key={at}>{piece}</Fragment> : nodeOf(piece, at),
      )}
    </bdi>
  );
}
