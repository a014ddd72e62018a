// What one character is to a title: a letter or digit in its plainest form, a gap between words, or nothing at all.
// Compatibility forms (fi ligature, mathematical letters, full width), case and diacritics fall together here;
// Greek letters are spelled out, so that "α", "$\alpha$" and "alpha" are one reading. In titles `z` reads as `s`, which
// makes the -ise/-ize spellings one (see `spelling.ts` for the rest); in names (`foldPlain`) it does not.
//
// No table is built at start: ASCII has 128 entries, everything else is worked out once per character met.

/** A gap between words. */
export const GAP = 0;
/** Vanishes without ending the word (soft hyphen, brace). */
export const NOTHING = 1;
/** Joins a word when letters are on both sides. */
export const APOSTROPHE = 2;
export const BACKSLASH = 3;
export const AMPERSAND = 4;
export const HYPHEN = 5;
export const SPACE = 6;
/** An accent apart from its letter: belongs to the word, but is no letter. */
export const MARK = 7;
/** Above this, the value is the canonical character code itself. */
export const LAST_CLASS = 7;

const LETTER_Z = 122;
const LETTER_S = 115;

const ascii = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) ascii[code] = code;
for (let code = 97; code <= 122; code += 1) {
  const folded = code === LETTER_Z ? LETTER_S : code;
  ascii[code] = folded;
  ascii[code - 32] = folded;
}
for (const code of [9, 10, 11, 12, 13, 32]) ascii[code] = SPACE;
for (const sign of '{}') ascii[sign.charCodeAt(0)] = NOTHING;
ascii[39] = APOSTROPHE;
ascii[45] = HYPHEN;
ascii[92] = BACKSLASH;
ascii[38] = AMPERSAND;

/** ASCII character code to class or canonical code. */
export const ASCII: Readonly<Uint8Array> = ascii;

/** Letters that have no decomposition, and signs that are spoken. */
const SPOKEN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  '∞': 'infinity',
  '√': 'sqrt',
};

const cache = new Map<number, string | number>();
/** The same with `z` kept. */
const plainCache = new Map<number, string | number>();
const CACHE_LIMIT = 20_000;

const isLetterOrDigit = /^[\p{L}\p{N}]$/u;

function cached(
  into: Map<number, string | number>,
  codePoint: number,
  read: (codePoint: number) => string | number,
): string | number {
  const known = into.get(codePoint);
  if (known !== undefined) return known;
  const folded = read(codePoint);
  if (into.size >= CACHE_LIMIT) into.clear();
  into.set(codePoint, folded);
  return folded;
}

/** Canonical letters of one non-ASCII code point of a title, or one of the classes above. */
export const foldOther = (codePoint: number): string | number => cached(cache, codePoint, foldTitle);

function foldTitle(codePoint: number): string | number {
  const folded = workOut(codePoint);
  return typeof folded === 'string' ? folded.replaceAll('z', 's') : folded;
}

function workOut(codePoint: number): string | number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return GAP;
  // Soft hyphen, zero-width signs, byte order mark, variation selectors.
  if (codePoint === 0xad || (codePoint >= 0x200b && codePoint <= 0x200d)) return NOTHING;
  if (codePoint === 0x2060 || codePoint === 0xfeff || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)) return NOTHING;
  // Acute, modifier and typographic apostrophes.
  if (codePoint === 0xb4 || codePoint === 0x2bc || codePoint === 0x2019 || codePoint === 0x2032) return APOSTROPHE;
  // Hyphen, non-breaking hyphen, figure dash, en dash, minus, small and full-width hyphens.
  if ((codePoint >= 0x2010 && codePoint <= 0x2013) || codePoint === 0x2212) return HYPHEN;
  if (codePoint === 0xfe63 || codePoint === 0xff0d) return HYPHEN;
  const source = String.fromCodePoint(codePoint);
  if (/^\p{M}$/u.test(source)) return MARK;
  if (/^\s$/u.test(source)) return SPACE;
  let out = '';
  for (const part of source.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const spoken = SPOKEN[part];
    if (spoken !== undefined) out += spoken;
    else if (isLetterOrDigit.test(part)) out += part;
    else if (part === '&') return AMPERSAND;
  }
  return out === '' ? GAP : out;
}

/** Plain letters and digits of a name or word, without gaps. `z` stays: Zhao and Shao are two families. */
export function foldPlain(text: string): string {
  let out = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 128) {
      if ((ASCII[codePoint] ?? GAP) > LAST_CLASS) out += character.toLowerCase();
      continue;
    }
    const folded = cached(plainCache, codePoint, workOut);
    if (typeof folded === 'string') out += folded;
  }
  return out;
}
