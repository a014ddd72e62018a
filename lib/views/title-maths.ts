// A title with its maths: the preferred reading, or one that says the same and writes its formulas as TeX ("$O(n)$"
// for "O(n)"), so that a source without markup does not cost the reader the formula. Pure.
import { titleParts, type TitlePart } from '../text/title-parts.ts';
import { canonical } from '../text/tokens.ts';
import { titleOf, type Paper } from '../paper/schema.ts';

const hasMaths = (parts: readonly TitlePart[]): boolean => parts.some((part) => typeof part !== 'string');

/** The title to show, in pieces of text and TeX. */
export function titleWithMaths(paper: Paper): TitlePart[] {
  const preferred = titleOf(paper);
  const parts = titleParts(preferred);
  if (hasMaths(parts)) return parts;
  const same = canonical(preferred);
  for (const { value } of paper.titles) {
    if (!value.includes('$') || canonical(value) !== same) continue;
    const other = titleParts(value);
    if (hasMaths(other)) return other;
  }
  return parts;
}
