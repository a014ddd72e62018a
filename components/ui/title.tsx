// A title with its maths as real MathML nodes, made element by element: never from a string of markup.
import { createElement, Fragment, type ReactNode } from 'react';
import type { MathNode, TitlePart } from '../../lib/views/schema.ts';
import { safeMath } from './maths.ts';

function nodeOf(node: MathNode | string, key: number): ReactNode {
  if (typeof node === 'string') return node;
  return createElement(node.tag, { ...node.attributes, key }, ...node.children.map(nodeOf));
}

function Maths({ tex, math }: { tex: string; math: MathNode }) {
  const safe = safeMath(math);
  return safe === null ? tex : nodeOf(safe, 0);
}

/** `dir="auto"` for each title by itself: a Hebrew or Arabic title reads its own way in any interface. */
export function Title({ parts, plain }: { parts: readonly TitlePart[]; plain: string }) {
  if (parts.length === 0) return <bdi>{plain}</bdi>;
  return (
    <bdi>
      {parts.map((part, at) =>
        // A title never changes its order, so its places are its keys.
        typeof part === 'string' ? <Fragment key={at}>{part}</Fragment> : <Maths key={at} {...part} />,
      )}
    </bdi>
  );
}
