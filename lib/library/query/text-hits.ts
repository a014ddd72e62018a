// Whether a row has what is looked for, and how well. Pure.
import type { TextField } from './parse-query.ts';
import type { RowText } from './row-text.ts';

export interface Wanted {
  field: TextField;
  /** Words as `searchWords` has them; one of these. */
  forms: readonly string[];
  /** Whole words only. */
  exact: boolean;
}

/** From the best: in the title, as a whole word, at a word's beginning, anywhere. */
const IN_TITLE = 6;
const TITLE_BEGINNING = 5;
const WHOLE = 4;
const BEGINNING = 3;
const INSIDE = 1;

function hit(text: RowText, field: TextField, words: string, exact: boolean): number {
  const where = text[field];
  if (exact) {
    // Of a tag in quotes the whole tag is meant.
    if (!where.includes(` ${words} `) || (field === 'tag' && !where.split('\n').includes(` ${words} `))) return 0;
    return field === 'any' && text.title.includes(` ${words} `) ? IN_TITLE : WHOLE;
  }
  // Most rows have it nowhere.
  if (!where.includes(words)) return 0;
  const begins = ` ${words}`;
  const at = field === 'any' ? text.title.indexOf(begins) : -1;
  if (at >= 0) return text.title.includes(`${begins} `, at) ? IN_TITLE : TITLE_BEGINNING;
  if (where.includes(`${begins} `)) return WHOLE;
  if (where.includes(begins)) return BEGINNING;
  // "tag:ml" is no tag "html".
  return field === 'tag' ? 0 : INSIDE;
}

/** How well a row has it, 0 where it has not. */
export function bestHit(text: RowText, { field, forms, exact }: Wanted): number {
  let best = 0;
  for (const words of forms) best = Math.max(best, hit(text, field, words, exact));
  return best;
}
