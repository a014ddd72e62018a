// TeX in names, as exports and tags leave it: "Erd\H{o}s", "M\"uller", "{\'A}lvarez", "\textsuperscript{1}". Pure.

/** Accents of TeX as combining characters. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  polhk: '\u0328',
  textcommabelow: '\u0326',
  b: '\u0331',
};
const letters: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'i',
  j: 'j',
};

const FOOTNOTES =
  /\\(?:textsuperscript|thanks|footnote|inst|orcid(?:link)?|IEEEauthorrefmark)\s{0,3}\{[^{}]{0,300}\}|\$[^$]{0,100}\$/g;
/** "\ifmmode \check{Z}\else \v{Z}\fi{}": what is not for formulas. */
const CONDITIONAL = /\\ifmmode\b.{0,100}?\\else\b\s{0,3}(.{0,100}?)\\fi\b(?:\{\}|\s)?/g;
/** An accent and its letter, with or without braces; an accent named by a letter needs a space or brace. */
const ACCENT =
  /\\(?:([`'^~=."])\s{0,2}|([uHvcdkbr]|polhk|textcommabelow)(?:\s{1,2}|(?=\{)))(?:\{\s{0,2}(?:\\([ij])|(\p{L}\p{M}{0,3}))\s{0,2}\}|\\([ij])(?![A-Za-z])(?:\{\})?|(\p{L}))/gu;
/** Commands that are only about looks; of others the letters stay. */
const LOOKS =
  /\\(?:relax|protect|noopsort|text(?:bf|it|sc|rm|tt|sf|up|normal)?|emph|em|bf|it|sc|rm|tt|sf|mathrm|mathbf|mbox|hbox|uppercase|lowercase|newline|and)(?![A-Za-z])\s{0,2}/g;
const LETTER = /\\(o|O|l|L|ss|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|th|TH|ng|NG|i|j)(?![A-Za-z])(?:\{\}|\s{1,2})?/g;

const accented = (_: string, sign: string, named: string, ...rest: (string | undefined)[]): string =>
  (rest.slice(0, 4).find((one) => one !== undefined) ?? '') + (accents[sign] ?? accents[named] ?? '');

/** A name without TeX; as it is where there is none. */
export function withoutTex(name: string): string {
  if (!/[\\{}$~]/.test(name)) return name;
  let text = name.replace(CONDITIONAL, (_, other: string) => `{${other}}`).replace(FOOTNOTES, ' ');
  // Vietnamese letters have two accents, one within the other.
  for (let turn = 0; turn < 2; turn += 1) text = text.replace(ACCENT, accented);
  return text
    .replace(LETTER, (_, letter: string) => letters[letter] ?? '')
    .replace(/\\-/g, '')
    .replace(LOOKS, ' ')
    .replace(/\\(?=[\s,;&])/g, ' ')
    .replace(/~/g, ' ')
    .replace(/[{}\\]/g, '')
    .normalize()
    .replace(/\s+/g, ' ')
    .trim();
}
