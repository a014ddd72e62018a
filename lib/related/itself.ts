// Whether two records are of one paper, which is not related to itself. Pure.
import { paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/schema.ts';
import { canonical } from '../text/tokens.ts';

/** A title that is cut shorter than this may begin any other. */
const SHORTEST_CUT = 15;

/** By an identifier, or a title that is the same, or the same cut short. */
export function isItself(one: Paper, other: Paper): boolean {
  const keys = new Set(paperKeys(one));
  if (paperKeys(other).some((key) => keys.has(key))) return true;
  const titles = one.titles.map(({ value }) => canonical(value));
  return other.titles.some(({ value }) => {
    const cut = /(?:\u2026|\.{3})\s*$/.test(value) ? canonical(value.replace(/(?:\u2026|\.{3})\s*$/, '')) : null;
    const title = canonical(value);
    return titles.some((own) => own === title || (cut !== null && cut.length > SHORTEST_CUT && own.startsWith(cut)));
  });
}
