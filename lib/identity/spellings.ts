// Two spellings of a name: whether they can be one person's, and what they say beside that. Pure.
import { readName, type ParsedName } from '../paper/names/parse-name.ts';
import { sameReadings } from '../paper/names/same-name.ts';
import { commonFamily, commonGiven, commonness } from './commonness.ts';

export interface Spelling {
  text: string;
  readings: readonly ParsedName[];
  family: string;
  given: readonly string[];
  /** The first given name; empty for an initial. */
  first: string;
}

const NO_NAME: ParsedName = { family: '', given: [] };

export function readSpelling(text: string): Spelling {
  const readings = readName(text);
  const { family, given } = readings[0] ?? NO_NAME;
  const [first = ''] = given;
  return { text, readings, family, given, first: first.length > 1 ? first : '' };
}

/** How common the name of both is; the one that is written out tells. */
export const commonOf = (one: Spelling, other: Spelling): number =>
  commonness(one.family, one.first === '' ? other.first : one.first);

/** Fills in the features of two spellings; false where they cannot be one person's. `works`: how many have these spellings;
 *  `groups`: in how many groups that share no co-author. */
export function compareSpellings(
  one: Spelling,
  other: Spelling,
  { works, groups }: { works: number; groups: number },
  into: Float64Array,
): boolean {
  if (one.text !== other.text && !sameReadings(one.readings, other.readings)) return false;
  const given = one.first === '' ? other.first : one.first;
  const both = one.first !== '' && other.first !== '';
  const middles = Number(one.given.length > 1) + Number(other.given.length > 1);
  const joined = one.given.join('') === other.given.join('');
  const common = commonOf(one, other);
  let at = 0;
  for (const value of [
    1,
    commonFamily(one.family) / 6,
    given === '' ? 0 : commonGiven(given) / 6,
    both ? common : 0,
    common * common,
    Math.log(Math.max(groups, 1)) / 2,
    Math.log(Math.max(works, 1)) / 2,
    one.text === other.text ? 1 : 0,
    both ? 1 : 0,
    (one.first === '') === (other.first === '') ? 0 : 1,
    joined ? 1 : 0,
    middles === 2 ? 1 : 0,
    middles === 1 && !joined ? 1 : 0,
  ]) {
    into[at] = value;
    at += 1;
  }
  return true;
}
