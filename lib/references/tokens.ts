// A reference as tokens: what stands between spaces, cut once more where a space was lost ("2009).Title").
// For each, where its core is (without the punctuation around it), and of what kind it is.

/** Kinds of tokens by their characters. */
export const kind = {
  small: 0,
  capital: 1,
  capitals: 2,
  initial: 3,
  initials: 4,
  year: 5,
  number: 6,
  range: 7,
  mixed: 8,
  signs: 9,
  address: 10,
  roman: 11,
  camel: 12,
} as const;

export interface Tokens {
  count: number;
  /** Offsets in the text: the token, and its core. */
  start: Int32Array;
  end: Int32Array;
  coreStart: Int32Array;
  coreEnd: Int32Array;
  kind: Uint8Array;
}

/** Maximum tokens of an entry; the longest human-labelled ones have about 250. */
export const MAX_TOKENS = 400;

const SPACE = 0;
const SIGN = 1;
const DIGIT = 2;
const LOWER = 3;
const UPPER = 4;

const classes = new Uint8Array(0x3000).fill(SIGN);
for (let code = 0; code < classes.length; code += 1) {
  const sign = String.fromCharCode(code);
  if (/\s/u.test(sign)) classes[code] = SPACE;
  else if (/\p{Nd}/u.test(sign)) classes[code] = DIGIT;
  else if (/[\p{Lu}\p{Lt}]/u.test(sign)) classes[code] = UPPER;
  else if (/[\p{L}\p{M}\u00ad]/u.test(sign)) classes[code] = LOWER;
}
/** Beyond are Chinese, Japanese and Korean: letters without capitals, but for their punctuation. */
const classOf = (code: number): number =>
  code < 0x3000 ? (classes[code] ?? SIGN) : (code < 0x3040 && code !== 0x3005) || code >= 0xff00 ? SIGN : LOWER;

const isStop = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x3a || code === 0x3b || code === 0x29 || code === 0x5d || code === 0x201d;

const table = (): Int32Array => new Int32Array(MAX_TOKENS + 1);
const shared: Tokens = {
  count: 0,
  start: table(),
  end: table(),
  coreStart: table(),
  coreEnd: table(),
  kind: new Uint8Array(MAX_TOKENS + 1),
};

/** Whether a space was lost before `at`: "2009).Title", "Fog,Bells", but not "U.S.A." or "10.1016/j.x". */
function isLostSpace(text: string, at: number, start: number): boolean {
  if (!isStop(text.charCodeAt(at - 1)) || at - start < 3) return false;
  if (classOf(text.charCodeAt(at)) !== UPPER || classOf(text.charCodeAt(at + 1)) !== LOWER) return false;
  const before = classOf(text.charCodeAt(at - 2));
  if (text.charCodeAt(at - 1) !== 0x2e) return before !== SPACE;
  return before === LOWER && classOf(text.charCodeAt(at - 3)) === LOWER;
}

function kindOf(text: string, from: number, to: number): number {
  if (from === to) return kind.signs;
  let [lower, upper, digits, others, romans] = [0, 0, 0, 0, 0];
  let slash = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const of = classOf(code);
    if (of === LOWER) lower += 1;
    else if (of === DIGIT) digits += 1;
    else if (of === UPPER) {
      upper += 1;
      if (code === 0x49 || code === 0x56 || code === 0x58 || code === 0x4c) romans += 1;
    } else {
      others += 1;
      if (code === 0x2f || code === 0x40) slash = true;
    }
  }
  const size = to - from;
  const head = text.charCodeAt(from);
  if (slash && (head === 0x68 || head === 0x77 || (head === 0x31 && text.charCodeAt(from + 1) === 0x30)) && size > 7)
    return kind.address;
  if (digits > 0 && lower + upper === 0) {
    if (others > 0) return kind.range;
    const first = text.charCodeAt(from) * 10 + text.charCodeAt(from + 1);
    return size === 4 && first >= 0x31 * 10 + 0x35 && first <= 0x32 * 10 + 0x31 ? kind.year : kind.number;
  }
  if (digits > 0) return digits === 4 && size === 5 && lower === 1 ? kind.year : kind.mixed;
  if (upper === 0) return kind.small;
  if (lower === 0) {
    if (upper === 1) return kind.initial;
    if (romans === upper && others === 0) return kind.roman;
    return upper < 4 && (others > 0 || upper < 3) ? kind.initials : kind.capitals;
  }
  if (upper === 1) return classOf(head) === UPPER ? kind.capital : kind.camel;
  // "Saint-Denis" has two capitals as "McCarthy" has.
  return classOf(head) === UPPER && lower >= upper ? kind.capital : kind.camel;
}

/** The tokens of a text, in tables that the next call uses again; null where it has more than an entry has. */
export function tokensOf(text: string): Tokens | null {
  const { start, end, coreStart, coreEnd } = shared;
  let count = 0;
  const size = text.length;
  for (let at = 0; at < size;) {
    while (at < size && classOf(text.charCodeAt(at)) === SPACE) at += 1;
    if (at >= size) break;
    if (count >= MAX_TOKENS) return null;
    const first = at;
    at += 1;
    while (at < size && classOf(text.charCodeAt(at)) !== SPACE && !isLostSpace(text, at, first)) at += 1;
    let [from, to] = [first, at];
    while (from < to && classOf(text.charCodeAt(from)) === SIGN) from += 1;
    while (to > from && classOf(text.charCodeAt(to - 1)) === SIGN) to -= 1;
    start[count] = first;
    end[count] = at;
    coreStart[count] = from;
    coreEnd[count] = to;
    shared.kind[count] = kindOf(text, from, to);
    count += 1;
  }
  shared.count = count;
  return shared;
}
