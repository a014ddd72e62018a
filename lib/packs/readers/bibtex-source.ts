// A BibTeX entry made ready for the parser, which reads "<" as a letter of an old font, "$" away and commands that it
// does not know into the word behind them.

/** Letters of the private area: the first stand for "<" and ">", the others for the title's formulas in order. */
const LESS = '\ue000';
const GREATER = '\ue001';
const FIRST_FORMULA = 0xe010;
const MAX_FORMULAS = 200;

export interface Prepared {
  source: string;
  /** A value that the parser read, with what the prepared source has placeholders for. */
  restore: (value: string) => string;
}

/** Where the value of a field begins and ends, without its braces or quotes; null where it is not found. */
export function rangeOfField(source: string, name: string): { from: number; to: number } | null {
  const start = new RegExp(`(?:^|[,\\s{(])${name}\\s{0,20}=\\s{0,20}([{"])`, 'i').exec(source);
  if (start === null) return null;
  const from = start.index + start[0].length;
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (depth === 0 && (start[1] === '{' ? sign === '}' : sign === '"')) return { from, to: at };
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
  }
  return null;
}

/** What is a command to TeX and a sign to everybody else. */
const withoutSigns = (source: string): string =>
  source
    // Both branches would be read; what is no formula is behind \else.
    .replace(/\\ifmmode\b[^{}]{0,60}(?:\{[^{}]{0,40}\}[^{}]{0,20}){0,3}\\else\b\s?(.{0,60}?)\\fi\b/gs, '$1')
    // A formula in place of its words; notes are no part of a title.
    .replace(/\\texorpdfstring\s?\{([^{}]{0,200}(?:\{[^{}]{0,100}\}[^{}]{0,200}){0,5})\}\s?\{[^{}]{0,200}\}/g, '$1')
    .replace(/\\(?:footnote|label)\s?\{[^{}]{0,500}\}/g, '')
    .replace(/\$\s{0,3}\\(?:less|lt)\s{0,3}\$/g, '<')
    .replace(/\$\s{0,3}\\(?:greater|gt)\s{0,3}\$/g, '>')
    .replace(/\$([<>])\$/g, '$1')
    .replace(/\\polhk(?![a-z])/gi, '\\k')
    .replace(/\\textquotesingle(?:\{\}|(?![a-z])\s?)/g, "'")
    .replace(/\\underline(?![a-z])/g, '');

export function prepared(entry: string): Prepared {
  let source = /[\\$]/.test(entry) ? withoutSigns(entry) : entry;
  const formulas: string[] = [];
  const title = source.includes('$') ? rangeOfField(source, 'title') : null;
  if (title !== null) {
    const written = source.slice(title.from, title.to).replace(/(?<!\\)\$[^$]{1,500}\$/g, (formula) => {
      if (formulas.length === MAX_FORMULAS) return formula;
      formulas.push(formula.replace(/\s{1,100}/g, ' '));
      return String.fromCharCode(FIRST_FORMULA + formulas.length - 1);
    });
    source = source.slice(0, title.from) + written + source.slice(title.to);
  }
  // Nor is "@word" at the start of a line in a value an entry.
  source = source
    .replaceAll('<', LESS)
    .replaceAll('>', GREATER)
    .replace(/(?<=[^\r\n])[\r\n]\s{0,100}@/g, ' @');
  return {
    source,
    restore: (value) =>
      /[\ue000-\uf8ff]/.test(value)
        ? value
            .replaceAll(LESS, '<')
            .replaceAll(GREATER, '>')
            .replace(/[\ue010-\ue0d7]/g, (sign) => formulas[sign.charCodeAt(0) - FIRST_FORMULA] ?? '')
        : value,
  };
}

/** A source without commands that the parser does not know; what is in their braces stays. */
export function withoutCommands(source: string, names: readonly string[]): string {
  const unknown = new Set(names);
  return source.replace(
    /\\([A-Za-z]{1,40})\*?(?:\[[^[\]{}]{0,80}\])?(\{\}|\s{0,4})/g,
    (all: string, name: string, behind: string, at: number) => {
      if (!unknown.has(name)) return all;
      // "A\unknown B": the space ended the command; before braces there was none.
      const next = source.charAt(at + all.length);
      return behind.trim() === '' && behind !== '' && next !== '{' && /\s/.test(source.charAt(at - 1))
        ? ''
        : behind.replace('{}', '');
    },
  );
}
