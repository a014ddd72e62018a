// Whether a row has what is looked for, and how well. Pure; asked for each row and each key that is typed, so nothing is
// made here but numbers.
import type { TextField } from './parse-query.ts';
import type { RowText } from './row-text.ts';

export interface Wanted {
  field: TextField;
  /** Words as `searchWords` has them; one of these. */
  forms: readonly string[];
  /** Whole words only. */
  exact: boolean;
}

const SPACE = 32;
const LINE_END = 10;

/** From the best: in the title, as a whole word, at a word's beginning, anywhere. */
const IN_TITLE = 6;
const TITLE_BEGINNING = 5;
const WHOLE = 4;
const BEGINNING = 3;
const INSIDE = 1;
/** Of what is wanted by one part of a query. */
export const BEST_HIT = IN_TITLE;

/** How well the words stand at one place. */
function tier(text: string, at: number, length: number, isTitle: boolean): number {
  if (text.charCodeAt(at - 1) !== SPACE) return INSIDE;
  if (text.charCodeAt(at + length) === SPACE) return isTitle ? IN_TITLE : WHOLE;
  return isTitle ? TITLE_BEGINNING : BEGINNING;
}

/** Whether they are all of a line: " words \n". */
const isLine = (text: string, at: number, length: number): boolean =>
  (at < 2 || text.charCodeAt(at - 2) === LINE_END) && text.charCodeAt(at + length + 1) === LINE_END;

function hit({ text, range }: RowText, { field, exact }: Wanted, words: string): number {
  const { from, to } = range[field];
  const titleEnd = field === 'any' ? range.title.to : 0;
  let best = 0;
  // Words are looked for without the space before them: an engine looks for the first letter, and spaces are everywhere.
  for (let at = text.indexOf(words, from); at >= 0 && at < to; at = text.indexOf(words, at + 1)) {
    if (at >= titleEnd && best >= WHOLE) break;
    const here = tier(text, at, words.length, at < titleEnd);
    if (exact && here !== IN_TITLE && here !== WHOLE) continue;
    // "tag:ml" is no tag "html", and of a tag in quotes the whole tag is meant.
    if (field === 'tag' && (here === INSIDE || (exact && !isLine(text, at, words.length)))) continue;
    if (here > best) best = here;
    if (best === IN_TITLE) break;
  }
  return best;
}

/** How well a row has it, 0 where it has not. */
export function bestHit(text: RowText, wanted: Wanted): number {
  let best = 0;
  for (const words of wanted.forms) best = Math.max(best, hit(text, wanted, words));
  return best;
}
