// Whether two titles that differ are one title all the same; `title-key.ts` has what makes them equal.
import { canonical } from '../text/tokens.ts';

/** The words of a title in canonical letters. */
const titleWords = (title: string): string[] =>
  title
    .split(/[^\p{L}\p{N}]+/u)
    .map(canonical)
    .filter((word) => word !== '');

/** Letters of a title that is likely to begin another by accident only. */
const LONG_ENOUGH = 12;

/** Whether two readings of one page are of one title: the same letters, one without the other's subtitle, or three
 *  quarters of the words. */
export function sameTitle(one: string, other: string): boolean {
  const a = canonical(one);
  const b = canonical(other);
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= LONG_ENOUGH && long.startsWith(short)) return true;
  const [few, many] = [new Set(titleWords(one)), new Set(titleWords(other))].toSorted((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size < 4) return false;
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared / many.size >= 0.75;
}

/** Whether two titles have at least half of the shorter one's words in common. With fewer they are certainly two. */
export function titlesResemble(one: string, other: string): boolean {
  const [few = [], many = []] = [titleWords(one), titleWords(other)].toSorted((a, b) => a.length - b.length);
  return few.filter((word) => many.includes(word)).length * 2 >= few.length;
}
