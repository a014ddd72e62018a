// Text as BibTeX fields hold it. Letters with diacritics stay Unicode (biber and current BibTeX styles read UTF-8);
// only what LaTeX would take as a command is escaped. Maths between dollars is kept.

const specials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces behind a backslash, too.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Plain text with LaTeX's special characters escaped. */
export const escapeLatex = (text: string): string => text.replace(/[\\{}&%#_$^~]/g, (sign) => specials[sign] ?? sign);

/** True where every brace has its partner, so that the field can't end early. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Must a style that lower-cases titles leave this part of a word alone? "BERT", "O(n)", "SGD's", "mT5"; not "A". */
const needsCapitals = (part: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(part) || /[^\p{Lu}'’"“(\s]\p{Lu}/u.test(part) || /^["“(]?\p{Lu}(\P{L}.*)?$/u.test(part);

function protectWord(word: string): string {
  if (/^["“(]?[AI]["”).,:;!?]?$/.test(word)) return escapeLatex(word);
  return word
    .split(/(?<=[-–—/])/)
    .map((part) => {
      const [, core = part, dash = ''] = /^(.*?)([-–—/]?)$/.exec(part) ?? [];
      return (needsCapitals(core) ? `{${escapeLatex(core)}}` : escapeLatex(core)) + escapeLatex(dash);
    })
    .join('');
}

/** Maths as it is, the rest by `plain`. */
const besideMaths = (text: string, plain: (piece: string) => string): string =>
  text
    .split(/(\$[^$]+\$)/)
    .map((piece) => (/^\$[^$]+\$$/.test(piece) && balanced(piece) && !piece.endsWith('\\$') ? piece : plain(piece)))
    .join('');

/** A title: maths kept as it is, capitals protected word by word where a style would lose them. */
export const latexTitle = (title: string): string =>
  besideMaths(title, (piece) =>
    piece
      .split(/(\s+)/)
      .map((word) => (word.trim() === '' ? word : protectWord(word)))
      .join(''),
  );

/** Running text: maths kept as it is. */
export const latexText = (text: string): string => besideMaths(text, escapeLatex);

/** An identifier or an address, in which nothing is escaped: signs that would end the field are written as addresses
 *  write them. */
export const latexAddress = (text: string): string => text.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
