// Titles with formulas, in pieces: plain text and MathML trees. Runs in the worker only. KaTeX turns TeX into MathML
// as text; a small strict reader turns that into plain data, and only elements and attributes of a short list pass.
// Whatever goes wrong, the formula stays as the plain text it was.
import katex from 'katex';

/** A MathML element as a plain tree. */
export interface MathNode {
  tag: string;
  attributes: Record<string, string>;
  children: (MathNode | string)[];
}

/** Plain text, or a formula; `tex` is what a screen without MathML reads. */
export type TitlePart = string | { tex: string; math: MathNode };

/** Longer titles, and formulas that take longer, are shown as they are. */
const MOST_CHARACTERS = 500;
const MOST_MILLISECONDS = 10;
const MOST_FORMULAS = 20;
const MOST_NODES = 400;
const MOST_DEPTH = 40;

const ELEMENTS = new Set(
  (
    'math mrow mi mo mn mtext mspace ms msup msub msubsup mfrac msqrt mroot mover munder munderover mstyle ' +
    'mpadded mphantom mtable mtr mtd mmultiscripts mprescripts'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'mathvariant stretchy accent accentunder fence separator lspace rspace minsize maxsize displaystyle scriptlevel ' +
    'linethickness columnalign rowspacing columnspacing width height depth voffset largeop movablelimits form symmetric'
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
const ATTRIBUTE = /([a-zA-Z:-]+)="([^"<]*)"/g;

/** Reads the `<math>` element out of KaTeX's answer; throws `MathError` at anything it does not know. */
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
    if (nodes > MOST_NODES || open.length > MOST_DEPTH) throw new MathError('too large');
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

function formula(tex: string): TitlePart | null {
  try {
    const text = katex.renderToString(tex, {
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 50,
      maxSize: 5,
    });
    return { tex, math: readMathML(text) };
  } catch {
    return null; // Not TeX that KaTeX knows, or not MathML that we do: the text itself is shown.
  }
}

// As Pandoc reads dollars: no space inside them, no digit after ("50$ and 60$" are prices).
const FORMULA = /\$\$([^$]{1,300})\$\$|\$(?!\s)([^$]{1,300})(?<!\s)\$(?!\d)|\\\(([^()]{1,300}?)\\\)/g;
const ACCENTS: Record<string, string> = { '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303' };

/** TeX outside formulas: accents, braces and escaped signs, as a reader would see them. */
function plainText(text: string): string {
  if (!/[\\{}~]|--/.test(text)) return text;
  return text
    .replace(/\\(["'`^~])\s?\{?\\?([a-zA-Z])\}?/g, (whole, accent: string, letter: string) =>
      ACCENTS[accent] === undefined ? whole : (letter + ACCENTS[accent]).normalize('NFC'),
    )
    .replace(/\\(?:emph|textit|textbf|textsc|texttt|textrm|text|mathrm|it|bf|em|sc|tt|rm)\b\s?/g, '')
    .replace(/\\([&%#_])/g, '$1')
    .replace(/---?/g, '–')
    .replace(/[{}]/g, '')
    .replace(/(?<=\S)~(?=\S)/g, '\u00a0');
}

/**
 * A title in pieces, in order; joined, plain pieces and `tex` say the whole title. Never throws. Titles of more than
 * 500 characters, and formulas that come up after 10 ms, stay plain.
 */
export function titleParts(title: string): TitlePart[] {
  if (title.length > MOST_CHARACTERS) return [title];
  if (!title.includes('$') && !title.includes('\\(')) return [plainText(title)];
  const parts: TitlePart[] = [];
  const start = performance.now();
  let plain = '';
  let done = 0;
  let formulas = 0;
  for (const match of title.matchAll(FORMULA)) {
    const tex = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    formulas += 1;
    const inTime = formulas <= MOST_FORMULAS && performance.now() - start <= MOST_MILLISECONDS;
    const math = tex !== '' && inTime ? formula(tex) : null;
    plain += plainText(title.slice(done, match.index));
    done = match.index + match[0].length;
    if (math === null) {
      plain += match[0];
      continue;
    }
    if (plain !== '') parts.push(plain);
    parts.push(math);
    plain = '';
  }
  plain += plainText(title.slice(done));
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}
