// Text to canonical characters. All letters and digits of a text follow each other without gaps, and words
// are remembered by where they begin, so that "O (n)" and "$O(n)$", "pre-training" and "pretraining", a word split
// by a hyphen at a line end and the same word whole are the same run of characters. A match may begin and end only
// where a word does.
//
//   text      "Über-\nsicht of O(n)"        chars  u b e r s i c h t o f o n
//   words     Über  sicht  of  O  n         from   0       4         9   11 12
import {
  AMPERSAND,
  APOSTROPHE,
  ASCII,
  BACKSLASH,
  foldOther,
  GAP,
  HYPHEN,
  LAST_CLASS,
  MARK,
  NOTHING,
  SPACE,
} from './fold.ts';
import { spokenCommand } from './latex.ts';
import { appendLetter } from './spelling.ts';

export interface Folded {
  /** Canonical characters; only the first `length` count. */
  chars: Uint16Array;
  length: number;
  /** How many words. */
  words: number;
  /** Where word i begins in `chars`; `from[words]` is `length`. */
  from: Int32Array;
  /** Where word i begins and ends in the original text (UTF-16 units). */
  start: Int32Array;
  end: Int32Array;
  /** 1 where more than spaces, a line feed or a hyphen is before word i. */
  setOff: Uint8Array;
  /** A hyphen at a line end with a small letter after it: the word may be one ("model-\nling") or two ("data-\nefficient"). */
  lineHyphen: boolean;
  /** A dot or slash before a digit, as arXiv ids and DOIs have. */
  mayIdentify: boolean;
  /** An ellipsis, or two dots. */
  mayBeCut: boolean;
  /** A quotation mark, or another sign that is not of ASCII. */
  mayQuote: boolean;
}

export function emptyFolded(): Folded {
  return {
    chars: new Uint16Array(1024),
    length: 0,
    words: 0,
    from: new Int32Array(257),
    start: new Int32Array(256),
    end: new Int32Array(256),
    setOff: new Uint8Array(256),
    lineHyphen: false,
    mayIdentify: false,
    mayBeCut: false,
    mayQuote: false,
  };
}

function makeRoom(into: Folded, chars: number): void {
  if (into.chars.length >= chars) return;
  const larger = new Uint16Array(Math.max(chars, into.chars.length * 2));
  larger.set(into.chars);
  into.chars = larger;
}

const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
/** Accents of TeX: \" \' \` \^ \~ \= \. */
const isAccent = (code: number): boolean =>
  code === 34 || code === 39 || code === 96 || code === 94 || code === 126 || code === 61 || code === 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * What a character of ASCII is to the loop over plain characters, in one number, so that one look says all:
 *   bits 0-6     its canonical character, or its class
 *   bit 7        not plain: looked at by itself
 *   bit 8        a letter or digit
 *   bit 9        sets the next word off
 *   bits 10-15   the spelling rules that this letter sets off
 *   bits 16-21   the rules for which it may be the letter before
 *   bits 22-27   the rules for which it may be the letter before that
 * Where a letter and the two before it have a rule in common, the rules themselves are asked (`appendLetter`).
 */
const SIGNS = new Int32Array(128);
const RULES: readonly (readonly [letters: string, before: string, first: string | null])[] = [
  ['e', 'ao', null],
  ['e', 'r', 'tb'],
  ['e', 'c', 'n'],
  ['e', 'um', 'gm'],
  ['ei', 'l', 'l'],
  ['ry', 'ue', 'or'],
];
for (let code = 0; code < 128; code += 1) {
  const folded = ASCII[code] ?? GAP;
  const isPlainGap = folded === GAP && code !== 34 && code !== 46 && code !== 47;
  let sign = folded > LAST_CLASS ? folded | 256 : isPlainGap ? 512 : code === 32 ? folded : 128;
  const letter = String.fromCharCode(code).toLowerCase();
  for (const [rule, [letters, before, first]] of RULES.entries()) {
    if (letters.includes(letter)) sign |= 1 << (10 + rule);
    if (before.includes(letter)) sign |= 1 << (16 + rule);
    if (first === null || first.includes(letter)) sign |= 1 << (22 + rule);
  }
  SIGNS[code] = sign;
}
/** Before a word: any first letter. */
const NO_SIGN = 1 << 22;
const signAt = (chars: Uint16Array, at: number): number => (at < 0 ? NO_SIGN : (SIGNS[(chars[at] ?? 0) & 127] ?? 0));

/** After a hyphen: white space, and then a small letter. */
const NO_LINE_END = 0;
const LINE_END = 1;
/** The same, with a line feed in it. */
const LINE_FEED = 2;

/** What follows a word's hyphen, from `at` on. */
function lineEndAt(text: string, at: number): number {
  let spaces = NO_LINE_END;
  for (; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code >= 97 && code <= 122) return spaces;
    const folded = code < 128 ? (ASCII[code] ?? GAP) : foldOther(code);
    if (code > 0xffff) at += 1;
    if (folded === SPACE) spaces = code === 10 ? LINE_FEED : Math.max(spaces, LINE_END);
    else if (folded !== NOTHING && folded !== MARK) return NO_LINE_END;
  }
  return NO_LINE_END;
}

// Texts are folded here as a rule. A loop over arrays that the engine knows to be always the same ones is twice as fast
// as one over arrays handed in; so they have one size, and longer texts, which are rare, go a slower way.
const MOST = 1 << 14;
const here: Folded = {
  ...emptyFolded(),
  chars: new Uint16Array(MOST + 64),
  from: new Int32Array(MOST + 2),
  start: new Int32Array(MOST + 2),
  end: new Int32Array(MOST + 2),
  setOff: new Uint8Array(MOST + 2),
};

/** State of folding between two plain stretches. */
const state = { n: 0, words: 0, inWord: 0, apart: 0, last: 0, first: 0 };

/** Folds `text` from `at` on, up to the first character that is not plain or sets a spelling rule off; answers where
 *  that is. */
type PlainFold = (text: string, at: number) => number;

/**
 * The loop has no branch but one that is foreseen as a rule: where words end can't be, and would cost more than all the
 * rest. What is written for a gap is written over by the next word.
 */
function plainFoldOver(signs: Int32Array, { chars, from, start, end, setOff }: Folded): PlainFold {
  return (text, at) => {
    const size = text.length;
    let { n, words, inWord, apart, last, first } = state;
    for (; at < size; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 128) break;
      const sign = signs[code] ?? 0;
      if ((((sign >>> 10) & (last >>> 16) & (first >>> 22)) | (sign & 128)) !== 0) break;
      const letter = (sign >>> 8) & 1;
      chars[n] = sign & 127;
      from[words] = n;
      start[words] = at;
      setOff[words] = apart;
      words += letter & ~inWord;
      end[words - letter] = at + 1;
      n += letter;
      inWord = letter;
      apart = (apart | (sign >>> 9)) & 1 & (letter - 1);
      first = last;
      last = sign;
    }
    state.n = n;
    state.words = words;
    state.inWord = inWord;
    state.apart = apart;
    return at;
  };
}

function growFor(text: string, into: Folded): void {
  makeRoom(into, text.length + 64);
  const words = text.length + 256;
  if (into.start.length >= words) return;
  into.start = new Int32Array(words);
  into.end = new Int32Array(words);
  into.from = new Int32Array(words + 1);
  into.setOff = new Uint8Array(words);
}

/** For texts too long to be folded `here`. */
const long = emptyFolded();
const foldPlain = plainFoldOver(SIGNS, here);

/**
 * Folds `text`; the result is good until anything else is folded.
 * Words and their places are the same with `joinLines`; only the spelling rules then reach over hyphens at line ends.
 */
export function foldHere(text: string, joinLines = false): Folded {
  if (text.length <= MOST && foldInto(here, text, joinLines)) return here;
  growFor(text, long);
  foldInto(long, text, joinLines);
  return long;
}

/** As `foldHere`, to keep; with `into` given its arrays are used again (the result is then good until they are). */
export function fold(text: string, into: Folded = emptyFolded(), joinLines = false): Folded {
  const { chars, from, start, end, setOff, ...rest } = foldHere(text, joinLines);
  growFor(text, into);
  makeRoom(into, rest.length);
  into.chars.set(chars.subarray(0, rest.length));
  into.from.set(from.subarray(0, rest.words + 1));
  into.start.set(start.subarray(0, rest.words));
  into.end.set(end.subarray(0, rest.words));
  into.setOff.set(setOff.subarray(0, rest.words + 1));
  return Object.assign(into, rest);
}

/** False where `here` has no room for it. */
function foldInto(into: Folded, text: string, joinLines: boolean): boolean {
  const size = text.length;
  const isLong = into !== here;
  const { start, end, from, setOff } = into;
  let chars = into.chars;
  let n = 0;
  let words = 0;
  /** The last character belongs to a word. */
  let inWord = 0;
  /** More than spaces, a line feed or a hyphen since the last word. */
  let apart = 0;
  /** The two signs before. */
  let last = NO_SIGN;
  let first = NO_SIGN;
  /** Where the word before a hyphen at a line end began, for the spelling rules; else -1. */
  let bridge = -1;
  /** Where the word being written began for the spelling rules, if not where it began. */
  let base = -1;
  /** Words before the last line feed. */
  let fed = -1;
  let extra = 0;
  let lineHyphen = false;
  let mayIdentify = false;
  let mayBeCut = false;
  let mayQuote = false;
  for (let i = 0; i < size;) {
    // In joined readings, which are rare, every character is looked at by itself.
    if (!isLong && !joinLines) {
      state.n = n;
      state.words = words;
      state.inWord = inWord;
      state.apart = apart;
      state.last = last;
      state.first = first;
      i = foldPlain(text, i);
      ({ n, words, inWord, apart } = state);
      if (i >= size) break;
    }

    let code = text.charCodeAt(i);
    let width = 1;
    let folded: number;
    let spelled = '';
    if (code < 128) {
      folded = ASCII[code] ?? GAP;
    } else {
      if (code >= 0xd800 && code <= 0xdbff) {
        code = text.codePointAt(i) ?? code;
        if (code > 0xffff) width = 2;
      }
      const other = foldOther(code);
      if (typeof other === 'string') {
        folded = LAST_CLASS + 1;
        spelled = other;
      } else folded = other;
      if (folded === GAP) mayQuote = true;
    }
    /** The word continues after this. */
    let endsWord = false;
    if (folded <= LAST_CLASS) {
      if (folded === NOTHING || folded === MARK) {
        if (inWord === 1 && folded === MARK) {
          end[words - 1] = i + width;
          apart = 0;
        } else apart = 1;
        i += width;
        last = signAt(chars, n - 1);
        first = signAt(chars, n - 2);
        continue;
      }
      if (folded === APOSTROPHE) {
        // Inside a word it vanishes; else it is a quotation mark.
        if (inWord === 1 && i + 1 < text.length && isWordCharacter(text, i + 1)) {
          apart = 1;
          i += width;
          last = signAt(chars, n - 1);
          first = signAt(chars, n - 2);
          continue;
        }
        folded = GAP;
      } else if (folded === AMPERSAND) {
        spelled = 'and';
        endsWord = true;
        inWord = 0;
        if (text.startsWith('amp;', i + 1)) width = 5;
      } else if (folded === BACKSLASH) {
        apart = 1;
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
        last = signAt(chars, n - 1);
        first = signAt(chars, n - 2);
        if (isAccent(next)) {
          i += 2;
          continue;
        }
        if (!isAsciiLetter(next)) {
          // "\&", "\%" and the like: the sign itself comes next.
          i += 1;
          continue;
        }
        let stop = i + 2;
        while (stop < text.length && stop - i < 24 && isAsciiLetter(text.charCodeAt(stop))) stop += 1;
        const spoken = spokenCommand(text.slice(i + 1, stop));
        if (spoken === '') {
          // "Sch\"on" continues, "\mathcal O" and "c\v{c}" too: nothing is to be seen here.
          i = stop;
          if (text.charCodeAt(stop) === 32) i += 1;
          continue;
        }
        width = stop - i;
        spelled = spoken.replaceAll('z', 's');
        endsWord = true;
        inWord = 0;
      }
      if (spelled === '') {
        if (code === 10) {
          // An empty line.
          if (fed === words) apart = 1;
          fed = words;
        } else if (code === 45) {
          // A dash, not a hyphen.
          if (inWord === 0) apart = 1;
        } else if (code !== 32) {
          apart = 1;
          if (code === 46 || code === 47) {
            const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
            if (isDigit(next)) mayIdentify = true;
            else if (next === 46) mayBeCut = true;
          } else if (code === 0x2026) mayBeCut = true;
          else if (code === 34) mayQuote = true;
        }
        if (folded === HYPHEN && inWord === 1) {
          const lineEnd = lineEndAt(text, i + 1);
          if (lineEnd === LINE_FEED) lineHyphen = true;
          if (joinLines && lineEnd !== NO_LINE_END) bridge = base < 0 ? (from[words - 1] ?? 0) : base;
        }
        inWord = 0;
        last = NO_SIGN;
        first = NO_SIGN;
        i += width;
        continue;
      }
    }
    if (inWord === 0) {
      start[words] = i;
      from[words] = n;
      setOff[words] = apart;
      words += 1;
      inWord = 1;
      base = bridge;
      bridge = -1;
    }
    const begin = from[words - 1] ?? 0;
    const ruledFrom = base < 0 ? begin : base;
    if (spelled === '') {
      n = appendLetter(chars, n, ruledFrom, folded);
    } else {
      extra += spelled.length;
      if (chars.length < size + extra + 64) {
        if (!isLong) return false;
        makeRoom(into, size + extra + 64);
        chars = into.chars;
      }
      for (let k = 0; k < spelled.length; k += 1) n = appendLetter(chars, n, ruledFrom, spelled.charCodeAt(k));
    }
    if (n < begin) from[words - 1] = n;
    i += width;
    end[words - 1] = i;
    apart = 0;
    last = signAt(chars, n - 1);
    first = signAt(chars, n - 2);
    if (endsWord) {
      inWord = 0;
      last = NO_SIGN;
      first = NO_SIGN;
    }
  }
  from[words] = n;
  into.length = n;
  into.words = words;
  into.lineHyphen = lineHyphen;
  into.mayIdentify = mayIdentify;
  into.mayBeCut = mayBeCut;
  into.mayQuote = mayQuote;
  return true;
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (ASCII[code] ?? 0) > LAST_CLASS;
  const folded = foldOther(text.codePointAt(at) ?? code);
  return typeof folded === 'string';
}

/** The canonical characters [from, to) as a string. */
export function written({ chars }: Folded, from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; at += 4096) out += String.fromCharCode(...chars.subarray(at, Math.min(to, at + 4096)));
  return out;
}

/** A text's canonical characters as a string; for comparisons. */
export function canonical(text: string): string {
  const folded = foldHere(text);
  return written(folded, 0, folded.length);
}

/** Whether a text's canonical characters are those of `kept` from `from` to `to`; as `canonical`, without strings. */
export function readsAs(text: string, kept: Folded, from: number, to: number): boolean {
  const { chars, length } = foldHere(text);
  if (length !== to - from) return false;
  for (let at = 0; at < length; at += 1) if (chars[at] !== kept.chars[from + at]) return false;
  return true;
}
