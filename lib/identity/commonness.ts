// How many people may have a name: given names of its family name, and family names of its given name, out of a table
// of common ones. A rare name in common says more than a common one. Pure.
import { commonFamilies, commonGivens } from './common-names.ts';

/** What names outside of the tables count as: fewer than the rarest in them. */
const RARE_FAMILY = 2;
const RARE_GIVEN = 3;

/** "2 wang li|3 zhang": a number, then the names that have it. */
const readTable = (table: string): Map<string, number> =>
  new Map(
    table.split('|').flatMap((group) => {
      const [number = '', ...words] = group.split(' ');
      return words.map((word) => [word, Number(number)] as const);
    }),
  );

let families: ReadonlyMap<string, number> | null = null;
let givens: ReadonlyMap<string, number> | null = null;

/** Log (base 2) of how many given names were met with a family name. */
export const commonFamily = (family: string): number =>
  (families ??= readTable(commonFamilies)).get(family) ?? RARE_FAMILY;

/** Log (base 2) of how many family names were met with a given name. */
export const commonGiven = (given: string): number => (givens ??= readTable(commonGivens)).get(given) ?? RARE_GIVEN;

/** An initial stands for many names. */
const INITIAL = 6;

/** How common a name is, from 0 (both are rare) to about 2 (Wei Wang). */
export const commonness = (family: string, given: string): number =>
  (commonFamily(family) + (given.length > 1 ? commonGiven(given) : INITIAL) - RARE_FAMILY - RARE_GIVEN) / 6;

/** How much a co-author of this `authorKey` in common says, from 1 (a rare name) down to a quarter. */
export function rarity(authorKey: string): number {
  const [family = '', given = ''] = authorKey.split(' ');
  return Math.max(0.25, 1 - 0.4 * commonness(family, given));
}
