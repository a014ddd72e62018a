// A title in pieces: plain text, and formulas as TeX. Pure and small, because the worker runs it; `maths.ts` typesets
// the formulas where the title is shown.

/** Plain text, or a formula: its TeX, and `raw`, how the title writes it, with its dollars. */
export type TitlePart = string | { tex: string; raw: string };

/** Maximum length of a title, and of an abstract, whose formulas are looked for. */
const MAX_CHARACTERS = 500;
const MAX_ABSTRACT = 10_000;
/** Maximum number of formulas in either. */
const MAX_FORMULAS = 20;
const MAX_IN_ABSTRACT = 60;

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
 * A title in pieces, in order; joined, plain pieces and `tex` say the whole title. Never throws. Titles that are too
 * long, and formulas after the twentieth, stay plain.
 */
export const titleParts = (title: string): TitlePart[] => partsOf(title, MAX_CHARACTERS, MAX_FORMULAS);

/** The same of an abstract. */
export const abstractParts = (abstract: string): TitlePart[] => partsOf(abstract, MAX_ABSTRACT, MAX_IN_ABSTRACT);

function partsOf(title: string, maxCharacters: number, maxFormulas: number): TitlePart[] {
  if (title.length > maxCharacters) return [title];
  if (!title.includes('$') && !title.includes('\\(')) return [plainText(title)];
  const parts: TitlePart[] = [];
  let plain = '';
  let done = 0;
  let formulas = 0;
  for (const match of title.matchAll(FORMULA)) {
    const tex = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    formulas += 1;
    const raw = match[0];
    plain += plainText(title.slice(done, match.index));
    done = match.index + raw.length;
    if (tex === '' || formulas > maxFormulas) {
      plain += raw;
      continue;
    }
    if (plain !== '') parts.push(plain);
    parts.push({ tex, raw });
    plain = '';
  }
  plain += plainText(title.slice(done));
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}
