// Names of authors out of what pages write: one text a name, or a line of them.
import { initialsFirst, MAX_AUTHORS, nameOfOne, namesOfLine, settled } from './author-list.ts';
import { fromHtml } from '../plain-text.ts';
import { withoutMarkup, type CleanName } from './clean-name.ts';

/** Maximum characters read of one text: some pages write ten thousand names into one. */
const MAX_CHARACTERS = 60_000;

/** Maximum texts between a bracket and the one that closes it: affiliations after a byline, cut at their commas. */
const MAX_TEXTS_IN_BRACKETS = 30;

/** A line of whole names with commas between them, so that no comma inverts one: "Ann Lee, Bo Chan". */
export const withSemicolons = (text: string): string =>
  !/[;\n]/.test(text) && text.split(',').every((part) => / \S/.test(part.trim())) ? text.replaceAll(',', ';') : text;

const isBalanced = (text: string): boolean =>
  !/[()[\]]/.test(text) || text.split(/[([]/).length === text.split(/[)\]]/).length;

/**
 * Texts without what is in brackets, nested ones and those that open in one text and close in a later one, as arXiv
 * cuts "B. Koopmans (1) ((1) An Observatory, (2) An Institute)"; as they are where brackets do not match.
 */
function outsideBrackets(texts: readonly string[]): readonly string[] {
  if (texts.every(isBalanced)) return texts;
  const outside: string[] = [];
  let depth = 0;
  let opened = 0;
  for (const [at, text] of texts.entries()) {
    let kept = '';
    for (const sign of text) {
      if (sign === '(' || sign === '[') {
        if (depth === 0) opened = at;
        depth += 1;
      } else if (sign === ')' || sign === ']') depth -= 1;
      else if (depth === 0) kept += sign;
      if (depth < 0) return texts;
    }
    if (depth > 0 && at - opened > MAX_TEXTS_IN_BRACKETS) return texts;
    outside.push(kept);
  }
  return depth === 0 ? outside : texts;
}

/** A line of names; what follows a dash with spaces is venue and host. */
const line = (text: string): CleanName[] => namesOfLine(text.split(/\s[-\u2013\u2014]\s/, 1)[0] ?? '');

/** Names and whether there are more than `MAX_AUTHORS`. */
export interface Byline {
  names: string[];
  more: boolean;
}

/**
 * "Given Family" one by one, each once; empty where nothing reads as a name.
 * @param single each text is one person's name, even with a comma in it (`citation_author`)
 */
export function bylineFrom(texts: readonly string[], single = false): Byline {
  const found = new Map<string, CleanName>();
  const read = texts.slice(0, 2 * MAX_AUTHORS).map((text) => {
    const some = text.slice(0, MAX_CHARACTERS);
    return fromHtml(withoutMarkup(some));
  });
  for (const text of outsideBrackets(read)) {
    const isOne = texts.length > 1 || single;
    const authors = settled(isOne ? nameOfOne(text, texts.length === 1) : line(text));
    for (const author of authors) found.set(author.name, author);
    if (found.size > MAX_AUTHORS) break;
  }
  const all = [...found.values()];
  const [only] = all;
  // A name alone is read as a line of names, here as in a file.
  const settledAll = all.length === 1 && only !== undefined ? settled(namesOfLine(only.name)) : all;
  const names = initialsFirst(settledAll).map(({ name }) => name);
  return { names: names.slice(0, MAX_AUTHORS), more: names.length > MAX_AUTHORS };
}

/** The names alone. */
export const authorsFrom = (texts: readonly string[], single = false): string[] => bylineFrom(texts, single).names;
