// Text to canonical characters. All letters and digits of a text stand one after the other without gaps, and words
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
  /** 1 where more than spaces, a line feed or a hyphen stands before word i. */
  setOff: Uint8Array;
  /** A hyphen at a line end with a small letter after it: the word may be one ("model-\nling") or two ("data-\nefficient"). */
  lineHyphen: boolean;
  /** A dot or slash before a digit, as arXiv ids and DOIs have. */
  mayIdentify: boolean;
  /** An ellipsis, or two dots. */
  mayBeCut: boolean;
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
  };
}

function grown(array: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
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

// What stands between the last word and here: nothing, a hyphen, a hyphen and white space, something else.
const WORD = 0;
const DASH = 1;
const LINE_END = 2;
const OTHER = 3;

/** What the spelling rules look at: a letter that may change what stands before it, and before which letters. */
const RULED = new Uint8Array(128);
const BEFORE = new Uint8Array(128);
for (const [at, [letter, before]] of (
  [
    ['e', 'aorculm'],
    ['i', 'l'],
    ['r', 'u'],
    ['y', 'e'],
  ] as const
).entries()) {
  RULED[letter.charCodeAt(0)] = 1 << at;
  for (const other of before) {
    const code = other.charCodeAt(0);
    BEFORE[code] = (BEFORE[code] ?? 0) | (1 << at);
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Folds `text`; with `into` given its arrays are used again (the result is then only good until the next call).
 * Words and their places are the same with `joinLines`; only the spelling rules then reach over hyphens at line ends.
 */
export function fold(text: string, into: Folded = emptyFolded(), joinLines = false): Folded {
  const size = text.length;
  // One character gives one canonical character, save few (ligatures, spoken letters): room is made for those below.
  makeRoom(into, size + 64);
  if (into.start.length < size + 2) {
    const words = size + 256;
    into.start = grown(into.start, words);
    into.end = grown(into.end, words);
    into.from = grown(into.from, words + 1);
    into.setOff = new Uint8Array(words);
  }
  const { start, end, from, setOff } = into;
  let chars = into.chars;
  let n = 0;
  let words = 0;
  /** Where the word being written began for the spelling rules. */
  let base = 0;
  let inWord = false;
  let since: number = OTHER;
  let i = 0;
  let extra = 0;
  /** Since the last word's end: a sign, a line feed. */
  let sign = 0;
  let lineFeed = false;
  let lineHyphen = false;
  let mayIdentify = false;
  let mayBeCut = false;
  while (i < size) {
    let code = text.charCodeAt(i);
    if (code === 32) {
      // As below, only faster: most of what stands between words.
      if (inWord) {
        inWord = false;
        since = WORD;
      }
      since = since === DASH || since === LINE_END ? LINE_END : OTHER;
      i += 1;
      continue;
    }
    if (code < 128 && (ASCII[code] ?? 0) > LAST_CLASS) {
      let letter = ASCII[code] ?? 0;
      if (!inWord) {
        const joins = since === LINE_END && code >= 97 && code <= 122;
        if (joins && lineFeed) lineHyphen = true;
        if (!joinLines || !joins) base = n;
        start[words] = i;
        from[words] = n;
        setOff[words] = sign;
        words += 1;
        inWord = true;
      }
      let last = n > base ? (chars[n - 1] ?? 0) : 0;
      for (;;) {
        if (((BEFORE[last & 127] ?? 0) & (RULED[letter] ?? 0)) === 0) {
          chars[n] = letter;
          n += 1;
        } else {
          n = appendLetter(chars, n, base, letter);
          if (n < (from[words - 1] ?? 0)) from[words - 1] = n;
        }
        i += 1;
        if (i >= size) break;
        code = text.charCodeAt(i);
        if (code >= 128) break;
        letter = ASCII[code] ?? 0;
        if (letter <= LAST_CLASS) break;
        last = chars[n - 1] ?? 0;
      }
      end[words - 1] = i;
      sign = 0;
      lineFeed = false;
      continue;
    }
    let width = 1;
    let folded: number;
    let spelled = '';
    if (code < 128) {
      folded = ASCII[code] ?? GAP;
    } else {
      let point = code;
      if (code >= 0xd800 && code <= 0xdbff && i + 1 < size) {
        point = text.codePointAt(i) ?? code;
        if (point > 0xffff) width = 2;
      }
      const other = foldOther(point);
      if (typeof other === 'string') {
        folded = LAST_CLASS + 1;
        spelled = other;
      } else folded = other;
    }
    let endsWord = false;
    if (folded <= LAST_CLASS) {
      if (folded === NOTHING || folded === MARK) {
        i += width;
        if (inWord && folded === MARK) {
          end[words - 1] = i;
          sign = 0;
        } else sign = 1;
        continue;
      }
      if (folded === APOSTROPHE) {
        // Inside a word it vanishes; else it is a quotation mark.
        if (inWord && i + 1 < size && isWordCharacter(text, i + 1)) {
          sign = 1;
          i += width;
          continue;
        }
        folded = GAP;
      } else if (folded === AMPERSAND) {
        spelled = 'and';
        endsWord = true;
        inWord = false;
        since = OTHER;
        if (text.startsWith('amp;', i + 1)) width = 5;
      } else if (folded === BACKSLASH) {
        sign = 1;
        const next = i + 1 < size ? text.charCodeAt(i + 1) : 0;
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
        while (stop < size && stop - i < 24 && isAsciiLetter(text.charCodeAt(stop))) stop += 1;
        const spoken = spokenCommand(text.slice(i + 1, stop));
        if (spoken === '') {
          // "Sch\"on" goes on, "\mathcal O" and "c\v{c}" too: nothing is to be seen here.
          i = stop;
          if (text.charCodeAt(i) === 32) i += 1;
          continue;
        }
        width = stop - i;
        spelled = spoken.replaceAll('z', 's');
        endsWord = true;
        inWord = false;
        since = OTHER;
      }
      if (spelled === '') {
        if (inWord) {
          inWord = false;
          since = WORD;
        }
        if (code === 10) {
          // An empty line.
          if (lineFeed) sign = 1;
          lineFeed = true;
        } else if (code === 45) {
          // A dash, not a hyphen.
          if (since !== WORD) sign = 1;
        } else {
          sign = 1;
          if (code === 46 || code === 47) {
            const next = i + 1 < size ? text.charCodeAt(i + 1) : 0;
            if (isDigit(next)) mayIdentify = true;
            else if (next === 46) mayBeCut = true;
          } else if (code === 0x2026) mayBeCut = true;
        }
        if (folded === HYPHEN) since = since === WORD ? DASH : OTHER;
        else if (folded === SPACE) since = since === DASH || since === LINE_END ? LINE_END : OTHER;
        else since = OTHER;
        i += width;
        continue;
      }
    }
    if (!inWord) {
      base = n;
      start[words] = i;
      from[words] = n;
      setOff[words] = sign;
      words += 1;
      inWord = true;
    }
    if (spelled === '') {
      n = appendLetter(chars, n, base, folded);
    } else {
      extra += spelled.length;
      if (chars.length < size + extra + 64) {
        into.length = n;
        makeRoom(into, size + extra + 64);
        chars = into.chars;
      }
      for (let at = 0; at < spelled.length; at += 1) n = appendLetter(chars, n, base, spelled.charCodeAt(at));
    }
    if (n < (from[words - 1] ?? 0)) from[words - 1] = n;
    i += width;
    end[words - 1] = i;
    sign = 0;
    lineFeed = false;
    if (endsWord) {
      inWord = false;
      since = OTHER;
    }
  }
  from[words] = n;
  into.length = n;
  into.words = words;
  into.lineHyphen = lineHyphen;
  into.mayIdentify = mayIdentify;
  into.mayBeCut = mayBeCut;
  return into;
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
  const folded = fold(text);
  return written(folded, 0, folded.length);
}
