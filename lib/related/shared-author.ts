// Whether a name on two papers says that one person wrote both. A name is not a person: an initial with a common family
// name says nothing, and a name that many have needs more beside it than a rare one. Pure.
import { readName } from '../paper/names/parse-name.ts';
import { surname } from '../paper/names/family-name.ts';
import { isCommonFamily, isUnusual } from '../paper/names/unusual.ts';
import { plainLower } from '../text/plain-lower.ts';

/** Share of a catalog's papers from which on a family name is common: some fifty of a hundred thousand. */
const COMMON_SHARE = 1 / 2000;
/** And at least this many: fewer may be one person's. */
const COMMON_COUNT = 20;
/** Works under one name from which on they are likely to be several people's. */
const MANY_WORKS = 400;
/** Letters of a given name that tell people of a common family name apart: of names of so many, nine in ten pairs of
 *  works are one person's; of shorter ones six ("Wei", "Bo"). */
const LONG_GIVEN = 6;

/** What is known of a family name: how many papers of the catalog have it among their authors, of how many. */
export interface FamilyCount {
  count: number;
  total: number;
}

/** The word under which the catalog counts papers with a family name. */
export const familyTerm = (name: string): string =>
  plainLower(surname(name).split(/\s+/).at(-1) ?? '').replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a name has initials only: "Z. Zhang", "ZG Zhang". */
export const hasInitialsOnly = (name: string): boolean =>
  (readName(name)[0]?.given ?? []).every((part) => part.length === 1);

function isCommon(name: string, { count, total }: FamilyCount): boolean {
  return isCommonFamily(familyTerm(name)) || count > Math.max(COMMON_COUNT, total * COMMON_SHARE);
}

/** Whether a shared name can be told at all: not where it is a common family name and initials. */
export const canBeShared = (name: string, family: FamilyCount): boolean =>
  !hasInitialsOnly(name) || !isCommon(name, family);

/** Whether a shared name needs more beside it: initials, a common name that is short, or one with very many works. */
export const isWeak = (name: string, works: number): boolean =>
  hasInitialsOnly(name) || works > MANY_WORKS || !(isUnusual(name) || hasLongGiven(name));

const hasLongGiven = (name: string): boolean => (readName(name)[0]?.given ?? []).join('').length >= LONG_GIVEN;
