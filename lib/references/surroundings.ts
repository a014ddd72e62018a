// What features of tokens are made of: words, signs and forms as hashes, stretches between punctuation, sentences, quotes,
// years, and how far digits and editors are. In tables that the next entry uses again.
import { classesOfWord, wordClass } from './lexicon.ts';
import { kind, type Tokens } from './tokens.ts';

/** Kinds of ends of the token before, times kinds of the token itself: which steps are likely there. */
export const ENDS = 10;
export const BEGINNINGS = 8;
export const JOINTS = ENDS * BEGINNINGS;

export interface Surroundings {
  tables: typeof t;
  /** The joint before each token. */
  joints: Uint8Array;
  /** The text in small letters, where that has the same length. */
  low: string;
  chunks: number;
  quotes: number;
  /** Hashes of what the whole entry looks like, and how it begins. */
  style: number;
  opening: number;
}

export const mixed = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x7f4a7c15), 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
};

/** Quotes, dashes and spaces of all kinds are one. */
function plainSign(code: number): number {
  if (code < 0x80) return code;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb) return 0x22;
  if (code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x60) return 0x27;
  return code >= 0x2010 && code <= 0x2015 ? 0x2d : code;
}

export function stretchHash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let at = from; at < to; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return h;
}

/** Digits are one digit. */
function wordHash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    h = Math.imul(h ^ (code >= 0x30 && code <= 0x39 ? 0x30 : code), 0x01000193);
  }
  return h;
}

function signsHash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  const last = Math.min(to, from + 4);
  for (let at = from; at < last; at += 1) h = Math.imul(h ^ plainSign(text.charCodeAt(at)), 0x01000193);
  return h;
}

const isQuote = (code: number): boolean =>
  code === 0x22 || code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb;
const isSingle = (code: number): boolean => code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x60;

const upTo = (value: number): number =>
  value < 4 ? value : value < 6 ? 4 : value < 9 ? 5 : value < 14 ? 6 : value < 24 ? 7 : 8;

/** Tables as long as the longest entry so far, used again by the next. */
function tables(
  size: number,
): Record<
  | 'word'
  | 'of'
  | 'mask'
  | 'lead'
  | 'trail'
  | 'shape'
  | 'look'
  | 'chunk'
  | 'chunkOf'
  | 'sentence'
  | 'quote'
  | 'toDigit'
  | 'toEditor'
  | 'sinceDigit'
  | 'seen'
  | 'end'
  | 'length'
  | 'nth',
  Int32Array
> {
  const one = (): Int32Array => new Int32Array(size);
  return {
    word: one(),
    of: one(),
    mask: one(),
    lead: one(),
    trail: one(),
    shape: one(),
    look: one(),
    chunk: one(),
    chunkOf: one(),
    sentence: one(),
    quote: one(),
    toDigit: one(),
    toEditor: one(),
    sinceDigit: one(),
    seen: one(),
    end: one(),
    length: one(),
    nth: one(),
  };
}
const SIZE = 512;
const t = tables(SIZE);
const joints = new Uint8Array(SIZE);

const words = (list: string): Set<number> => new Set(list.split(' ').map((word) => stretchHash(word, 0, word.length)));
const inWords = words('in dans');
const endClass = {
  none: 0,
  comma: 1,
  initial: 2,
  stop: 3,
  colon: 4,
  semicolon: 5,
  bracket: 6,
  quote: 7,
  asks: 8,
  start: 9,
};

/** What the punctuation behind a token says. */
function endOf(text: string, from: number, to: number, of: number, size: number): number {
  if (from === to) return endClass.none;
  let seen = 0;
  for (let at = from; at < to; at += 1) {
    const code = plainSign(text.charCodeAt(at));
    if (code === 0x22) return endClass.quote;
    if (code === 0x3f || code === 0x21) seen |= 32;
    if (code === 0x29 || code === 0x5d) seen |= 1;
    if (code === 0x2c) seen |= 2;
    if (code === 0x2e) seen |= 4;
    if (code === 0x3a) seen |= 8;
    if (code === 0x3b) seen |= 16;
  }
  if ((seen & 32) !== 0) return endClass.asks;
  if ((seen & 1) !== 0) return endClass.bracket;
  if ((seen & 16) !== 0) return endClass.semicolon;
  if ((seen & 8) !== 0) return endClass.colon;
  if ((seen & 2) !== 0) return endClass.comma;
  if ((seen & 4) !== 0)
    return of === kind.initial || of === kind.initials || (size < 4 && of === kind.capital)
      ? endClass.initial
      : endClass.stop;
  return endClass.none;
}

/** How a token begins, for the joint before it. */
function beginningOf(lead: number, of: number, isIn: boolean): number {
  if (lead === 0x22 || lead === 0x27) return 6;
  if (isIn) return 7;
  if (of === kind.small) return 0;
  if (of === kind.capital || of === kind.camel) return 1;
  if (of === kind.capitals || of === kind.roman) return 2;
  if (of === kind.initial || of === kind.initials) return 3;
  if (of === kind.year) return 4;
  return of === kind.signs || of === kind.address ? 0 : 5;
}

/** Looks at all tokens of an entry. */
export function tokenSurroundings(text: string, tokens: Tokens): Surroundings {
  const { count, start, end, coreStart, coreEnd, kind: kinds } = tokens;
  const lower = text.toLowerCase();
  const low = lower.length === text.length ? lower : text;
  let quoteState = 0;
  let quotes = 0;
  let firstYear = -1;
  let years = 0;
  let inside = 0;
  let hasIn = 0;
  let digits = 0;
  let addresses = 0;
  let smalls = 0;
  let closer = 0;
  for (let at = 0; at < count; at += 1) {
    const [a, b, from, to] = [start[at] ?? 0, end[at] ?? 0, coreStart[at] ?? 0, coreEnd[at] ?? 0];
    const of = kinds[at] ?? 0;
    const word = wordHash(low, from, to);
    t.word[at] = word;
    const lead = plainSign(text.charCodeAt(a));
    t.lead[at] = from === a ? 0 : signsHash(text, a, from);
    t.trail[at] = signsHash(text, to, b);
    t.length[at] = to - from;
    const ending = from === to ? endOf(text, a, b, of, 0) : endOf(text, to, b, of, to - from);
    t.end[at] = ending;
    const size = to - from < 4 ? to - from : to - from < 7 ? 4 : to - from < 11 ? 5 : 6;
    t.look[at] = of * 8 + (of === kind.small || of === kind.capital ? size : 0);
    t.shape[at] = mixed(mixed(t.look[at] ?? 0, t.lead[at] ?? 0), t.trail[at] ?? 0);
    // Quotes: where the token stands to the outermost pair.
    if (from > a && closer === 0)
      for (let q = a; q < from; q += 1) {
        const code = text.charCodeAt(q);
        if (isQuote(code) || isSingle(code)) {
          closer = isSingle(code) ? 2 : 1;
          quoteState = 1;
          quotes += 1;
          break;
        }
      }
    t.quote[at] = quoteState;
    if (closer !== 0)
      for (let q = to > from ? to : a + 1; q < b; q += 1) {
        const code = text.charCodeAt(q);
        if (closer === 1 ? isQuote(code) : isSingle(code)) {
          closer = 0;
          quoteState = 2;
          break;
        }
      }
    const isIn = inWords.has(word) && (at === 0 || of === kind.capital || (t.end[at - 1] ?? 0) !== endClass.none);
    if (isIn) hasIn = 1;
    const classes = from === to ? 0 : classesOfWord(low.slice(from, to));
    t.of[at] = of === kind.small ? classes & ~(wordClass.name | wordClass.place) : classes;
    t.toEditor[at] = (classes & wordClass.editor) === 0 ? 0 : 1;
    if (of === kind.year) {
      years += 1;
      if (firstYear < 0) firstYear = at;
    }
    if (of === kind.number || of === kind.range) digits += 1;
    if (of === kind.address) addresses += 1;
    if (of === kind.small && to - from > 3) smalls += 1;
    if (lead === 0x28 || lead === 0x5b) inside = 1;
    t.seen[at] = (hasIn << 0) | (Math.min(years, 2) << 1) | (inside << 3) | (Math.min(smalls, 3) << 4);
    if (inside === 1)
      for (let q = Math.max(to, a + 1); q < b; q += 1) {
        const code = text.charCodeAt(q);
        if (code === 0x29 || code === 0x5d) inside = 0;
      }
    const before = at === 0 ? endClass.start : (t.end[at - 1] ?? 0);
    joints[at] = before * BEGINNINGS + beginningOf(from === a ? 0 : lead, of, isIn);
  }
  // Chunks end at punctuation that is no initial's; sentences at a full stop behind a word.
  let [first, sentence, chunk] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const ending = t.end[at] ?? 0;
    t.chunkOf[at] = chunk;
    t.nth[at] = at - first;
    t.sentence[at] = sentence;
    const isEnd = ending !== endClass.none && ending !== endClass.initial;
    if (!isEnd && at < count - 1) continue;
    let [small, initials, numbers, capital, mask] = [0, 0, 0, 0, 0];
    for (let one = first; one <= at; one += 1) {
      const of = kinds[one] ?? 0;
      if (of === kind.small && (t.length[one] ?? 0) > 3) small += 1;
      else if (of === kind.initial || of === kind.initials) initials += 1;
      else if (of === kind.capital) capital += 1;
      else if (of >= kind.year && of <= kind.mixed) numbers += 1;
      mask |= t.of[one] ?? 0;
    }
    t.chunk[chunk] =
      Math.min(small, 3) |
      (Math.min(initials, 2) << 2) |
      (Math.min(numbers, 1) << 4) |
      (Math.min(capital, 3) << 5) |
      ((mask & 1) << 7) |
      (upTo(at - first + 1) << 8) |
      (ending << 12);
    t.mask[chunk] = mask;
    chunk += 1;
    first = at + 1;
    if (ending === endClass.stop || ending === endClass.asks) sentence += 1;
  }
  const chunks = chunk;
  let [toDigit, toEditor, since] = [9, 12, 9];
  for (let at = count - 1; at >= 0; at -= 1) {
    const of = kinds[at] ?? 0;
    t.toDigit[at] = toDigit;
    toDigit =
      of === kind.number || of === kind.range || of === kind.year || of === kind.mixed ? 0 : Math.min(9, toDigit + 1);
    toEditor = t.toEditor[at] === 1 ? 0 : Math.min(12, toEditor + 1);
    t.toEditor[at] = toEditor;
  }
  for (let at = 0; at < count; at += 1) {
    const of = kinds[at] ?? 0;
    t.sinceDigit[at] = since;
    since =
      of === kind.number || of === kind.range || of === kind.year || of === kind.mixed ? 0 : Math.min(9, since + 1);
  }
  const where = firstYear < 0 ? 0 : firstYear * 3 > count * 2 ? 3 : (t.seen[firstYear] ?? 0) >> 4 > 1 ? 2 : 1;
  const bracketed = firstYear >= 0 && plainSign(text.charCodeAt(start[firstYear] ?? 0)) === 0x28 ? 1 : 0;
  const style =
    where |
    (bracketed << 2) |
    (Math.min(quotes, 1) << 3) |
    (hasIn << 4) |
    (Math.min(digits, 2) << 5) |
    (Math.min(addresses, 1) << 7);
  const opening = mixed(kinds[0] ?? 0, mixed(t.end[0] ?? 0, kinds[1] ?? 0));
  return { tables: t, joints, low, chunks, quotes, style, opening };
}
