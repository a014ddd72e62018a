// Whether two names can be one person's: the family names are one and the given names can be. An initial agrees with a
// name it begins, a left-out middle name with any.
import { readName, type ParsedName } from './parse-name.ts';

/** Whether two given names or initials can be one. */
const givenAgree = (one: string, other: string): boolean =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

function sameGiven(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  if (one.join('') === other.join('')) return true;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (!givenAgree(shorter[0] ?? '', longer[0] ?? '')) return false;
  // Every middle name of the shorter finds one of the longer, in order.
  let at = 1;
  for (const part of shorter.slice(1)) {
    while (at < longer.length && !givenAgree(part, longer[at] ?? '')) at += 1;
    if (at === longer.length) return false;
    at += 1;
  }
  return true;
}

/** Whether two spellings can be one person's name. A family name alone agrees only with itself. */
export const sameName = (a: string, b: string): boolean => sameReadings(readName(a), readName(b));

/** The same for names that were read before, since who compares all of a thousand names reads each once. */
export const sameReadings = (some: readonly ParsedName[], others: readonly ParsedName[]): boolean =>
  some.some((one) => others.some((other) => one.family === other.family && sameGiven(one.given, other.given)));
