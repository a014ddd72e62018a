// Typesets the formulas of a title: TeX to MathML trees. Loaded only where a title with a formula is shown, as a script
// or chunk of its own. Temml turns TeX into MathML as text; a small strict reader turns that into plain data, and only
// elements and attributes of a short list pass. If anything goes wrong, the formula stays the text it was.
import temml from 'temml';
import type { TitlePart } from './title-parts.ts';

/** A MathML element as a plain tree. */
export interface MathNode {
  tag: string;
  attributes: Record<string, string>;
  children: (MathNode | string)[];
}

/** Maximum time for all formulas of one title; those after it stay text. */
const MAX_MILLISECONDS = 10;
/** Maximum size of one formula's tree. */
const MAX_NODES = 400;
const MAX_DEPTH = 40;

const ELEMENTS = new Set(
  (
    'math mrow mi mo mn mtext mspace ms msup msub msubsup mfrac msqrt mroot mover munder munderover mstyle ' +
    'mpadded mphantom menclose mtable mtr mtd mmultiscripts mprescripts'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'mathvariant stretchy accent accentunder fence separator lspace rspace minsize maxsize displaystyle scriptlevel ' +
    'linethickness columnalign rowspacing columnspacing notation width height depth voffset largeop movablelimits form symmetric'
  ).split(' '),
);
/** What an attribute may hold: a word or a length. */
const PLAIN_VALUE = /^[a-z0-9 .+-]{0,40}$/i;

class MathError extends Error {
  override name = 'MathError';
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
  });
}

const TAG = /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /(?<![a-zA-Z:-])([a-zA-Z:-]+)="([^"<]*)"/g;

/** Reads the `<math>` element out of Temml's answer; throws `MathError` at anything it does not know. */
export function readMathML(source: string): MathNode {
  const at = source.indexOf('<math');
  if (at < 0) throw new MathError('no math element');
  const root: MathNode = { tag: '', attributes: {}, children: [] };
  const open: MathNode[] = [root];
  let nodes = 0;
  let position = at;
  /** Inside an element that is left out with all it holds, how deep. */
  let skipping = 0;
  while (position < source.length) {
    const parent = open.at(-1);
    if (parent === undefined) throw new MathError('unbalanced');
    if (source.charCodeAt(position) !== 60) {
      const next = source.indexOf('<', position);
      const end = next < 0 ? source.length : next;
      const text = unescaped(source.slice(position, end));
      if (skipping === 0 && text.trim() !== '') parent.children.push(text);
      position = end;
      continue;
    }
    TAG.lastIndex = position;
    const match = TAG.exec(source);
    if (match === null) throw new MathError('not a tag');
    position = TAG.lastIndex;
    const [, closing, tag = '', attributes = '', empty] = match;
    if (closing === '/') {
      if (tag === 'annotation') skipping -= 1;
      else if (skipping === 0 && tag !== 'semantics') {
        if (parent.tag !== tag) throw new MathError('unbalanced');
        open.pop();
        if (tag === 'math') break;
      }
      continue;
    }
    if (tag === 'annotation') {
      if (empty !== '/') skipping += 1;
      continue;
    }
    if (skipping > 0 || tag === 'semantics') continue;
    if (!ELEMENTS.has(tag)) throw new MathError(`element ${tag}`);
    nodes += 1;
    if (nodes > MAX_NODES || open.length > MAX_DEPTH) throw new MathError('too large');
    const node: MathNode = { tag, attributes: attributesOf(attributes), children: [] };
    parent.children.push(node);
    if (empty !== '/') open.push(node);
  }
  const [math] = root.children;
  if (open.length !== 1 || typeof math !== 'object' || math.tag !== 'math') throw new MathError('unbalanced');
  return math;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (ATTRIBUTES.has(name) && PLAIN_VALUE.test(value)) attributes[name] = value;
  }
  return attributes;
}

function mathOf(tex: string): MathNode | null {
  try {
    const text = temml.renderToString(tex, { throwOnError: true, trust: false, maxExpand: 50, maxSize: [5, 5] });
    return readMathML(text);
  } catch {
    return null; // Not TeX that Temml knows, or not MathML that we do: the text itself is shown.
  }
}

/** The pieces of a title with their formulas as MathML, in the same order; a piece that has to stay text is a string. */
export function typeset(parts: readonly TitlePart[]): (string | MathNode)[] {
  const start = performance.now();
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    const inTime = performance.now() - start <= MAX_MILLISECONDS;
    return (inTime ? mathOf(part.tex) : null) ?? part.raw;
  });
}
