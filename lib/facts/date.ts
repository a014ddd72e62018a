// A year out of a date in any order.
import { cleanYear } from '../paper/clean.ts';
import { plainText } from '../paper/plain-text.ts';

/** What programs write where they know no date. */
const NO_DATE = /^(?:1970-01-01|1900-01-01|0001-01-01)/;

/** "2019/12/15", "15.12.2019", "Dec 15, 2019", "20191215", "Submitted on 15 December 2019": the first year in it. */
export function yearFrom(text: string): number | null {
  const plain = plainText(text.slice(0, 300));
  if (NO_DATE.test(plain)) return null;
  const joined = /^((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{6})?$/.exec(plain);
  return joined === null ? cleanYear(plain) : Number(joined[1]);
}
