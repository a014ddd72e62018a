// Names in ASCII ("Ada B. Lovelace", "Jean-Luc Picard (ESO)", "Fr{\'e}d{\'e}ric Joliot"), which most names of most dumps
// are, read in one pass over their letters and without making texts of them. What it reads, `authorKey` would read the
// same way; where there is more to a name, it says so and leaves it to that. Pure.
import { LONGEST_KEY, needCare } from './name-key.ts';
import { eastAsianFamilies } from './unusual.ts';

/** The name that was read last. */
export interface PlainName {
  /** Its words as the table of words has them, letters and digits: where each begins and where it ends. */
  from: Uint8Array;
  to: Uint8Array;
  words: number;
  /** Its `authorKey`, as character codes. */
  key: Uint8Array;
  keyLength: number;
}

const LONGEST = 200;
/** The longest word of the table of words. */
const LONGEST_WORD = 40;
const LONGEST_BRACKET = 80;
const read: PlainName = {
  from: new Uint8Array(LONGEST),
  to: new Uint8Array(LONGEST),
  words: 0,
  key: new Uint8Array(LONGEST * 2 + 1),
  keyLength: 0,
};

const SPACE = 32;
const BRACKET = 40;
const STAR = 42;
const COMMA = 44;
const HYPHEN = 45;
const FULL_STOP = 46;
const SQUARE_BRACKET = 91;
const LETTER_Z = 122;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isUpper(code) || (code >= 97 && code <= LETTER_Z);
/** As in keys: in lower case. */
const canonical = (code: number): number => code | 32;

const LONGEST_SPECIAL = Math.max(...[...needCare].map(({ length }) => length));
/** Whether one of them has this length, first and last letter. */
const mayBeSpecial = new Uint8Array((LONGEST_SPECIAL + 1) * 1024);
const sketch = (length: number, first: number, last: number): number =>
  length * 1024 + (canonical(first) & 31) * 32 + (canonical(last) & 31);
for (const word of needCare)
  mayBeSpecial[sketch(word.length, word.charCodeAt(0), word.charCodeAt(word.length - 1))] = 1;

/** A word between two places of a name; its letters: how many, the first and the last. */
function isSpecial(name: string, from: number, to: number, letters: number, first: number, last: number): boolean {
  if (letters > LONGEST_SPECIAL || mayBeSpecial[sketch(letters, first, last)] === 0) return false;
  return needCare.has(lettersOf(name, from, to));
}

const lettersOf = (name: string, from: number, to: number): string =>
  name
    .slice(from, to)
    .replace(/[^A-Za-z]+/g, '')
    .toLowerCase();

/** Up to three capitals and nothing else ("JP", "J-P"): initials that are written together. */
function areInitials(name: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at += 1) {
    const code = name.charCodeAt(at);
    if (!isUpper(code) && code !== HYPHEN) return false;
  }
  return true;
}

/** Where the brackets that open at a place close, or -1: what is in them is no part of the name. */
function closes(name: string, at: number, code: number): number {
  if (code !== BRACKET && code !== SQUARE_BRACKET) return -1;
  const end = name.indexOf(code === BRACKET ? ')' : ']', at);
  return end < 0 || end - at - 1 > LONGEST_BRACKET ? -1 : end;
}

/** Finds the words; false where something is not plain. */
function findWords(name: string): boolean {
  const { from, to } = read;
  let words = 0;
  let start = -1;
  for (let at = 0; at <= name.length; at += 1) {
    const code = at === name.length ? SPACE : name.charCodeAt(at);
    if (code < SPACE || code > 126 || code === COMMA || code === STAR) return false;
    if (isLetter(code) || isDigit(code)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (at - start > LONGEST_WORD) return false;
      from[words] = start;
      to[words] = at;
      // Single letters are no words.
      if (at - start > 1) words += 1;
      start = -1;
    }
  }
  read.words = words;
  return true;
}

/** Writes letters of a stretch as they are in keys. */
function writeKey(name: string, from: number, to: number): void {
  const { key } = read;
  for (let at = from; at < to; at += 1) {
    const code = name.charCodeAt(at);
    if (!isLetter(code)) continue;
    key[read.keyLength] = canonical(code);
    read.keyLength += 1;
  }
}

/** Reads a name; null where it is not plain. The answer is good until the next one. */
export function plainName(name: string): PlainName | null {
  if (name.length > LONGEST || !findWords(name)) return null;
  let names = 0;
  /** Of the given name, up to its first hyphen, and of the family's. */
  let [givenFrom, givenTo, familyFrom, familyTo] = [0, 0, 0, 0];
  let wordFrom = 0;
  let hyphen = -1;
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let first = 0;
  let last = 0;
  /** Words in capitals of two letters and more: family names in front, as in "LIU Shuaiqi", or initials. */
  let inCapitals = 0;
  /** The last word is "Th." */
  let shortAndDotted = false;
  for (let at = 0; at <= name.length; at += 1) {
    const code = at === name.length ? SPACE : name.charCodeAt(at);
    if (isLetter(code)) {
      if (letters === 0) first = code;
      last = code;
      letters += 1;
      if (isUpper(code)) capitals += 1;
      continue;
    }
    const end = closes(name, at, code);
    if (code !== SPACE && code !== FULL_STOP && end < 0) {
      if (isDigit(code)) digits += 1;
      if (code === HYPHEN && hyphen < 0 && letters > 0) hyphen = at;
      // A hyphen before all letters: the first given name begins after it.
      if (code === HYPHEN && letters === 0 && names === 0) return null;
      continue;
    }
    // What has no letters is a footnote.
    if (letters > 0) {
      if (digits > 0 || isSpecial(name, wordFrom, at, letters, first, last)) return null;
      // "Joerg-Peter": the first part alone is in the key.
      if (names === 0 && hyphen >= 0 && needCare.has(lettersOf(name, wordFrom, hyphen))) return null;
      // "Ortega y Gasset"
      if (letters === 1 && capitals === 0) return null;
      if (letters > 1 && capitals === letters) {
        inCapitals += 1;
        if (at - wordFrom > 2 || inCapitals > 1 || eastAsianFamilies.has(name.slice(wordFrom, at).toLowerCase()))
          return null;
      }
      shortAndDotted = letters < 3 && code === FULL_STOP;
      names += 1;
      familyFrom = wordFrom;
      familyTo = at;
      if (names === 1) {
        givenFrom = wordFrom;
        givenTo = hyphen < 0 ? at : hyphen;
      }
    }
    if (end >= 0) at = end;
    wordFrom = at + 1;
    hyphen = -1;
    letters = 0;
    capitals = 0;
    digits = 0;
  }
  // One word alone, and a last one that may be initials, can be read in more than one way.
  if (names < 2 || shortAndDotted || areInitials(name, familyFrom, familyTo)) return null;
  read.keyLength = 0;
  writeKey(name, familyFrom, familyTo);
  read.key[read.keyLength] = SPACE;
  read.keyLength += 1;
  writeKey(name, givenFrom, areInitials(name, givenFrom, givenTo) ? givenFrom + 1 : givenTo);
  return read.keyLength > LONGEST_KEY ? null : read;
}
