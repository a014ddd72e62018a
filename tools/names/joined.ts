// Names that share a key though their family names are not written alike, by what makes them one.
import { earlierAuthorKey } from '../../lib/paper/names/earlier-key.ts';
import { authorKey } from '../../lib/paper/names/name-key.ts';
import { sameName } from '../../lib/paper/names/same-name.ts';

export type Pair = readonly [one: string, other: string];

export interface Joined {
  what: string;
  /** Pairs that had one key in earlier versions. */
  before: number;
  oneKey: Pair[];
  /** Those that `sameName` takes for one person's, also where they have two keys. */
  oneName: Pair[];
}

const PARTICLE =
  /^(?:van|von|vander|de|den|der|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|st|af|av)$/u;
const plain = /^\p{L}[\p{L}\p{M}.'’‐‑–-]*(?: [\p{L}\p{M}.'’‐‑–-]+)+$/u;

const withoutParticles = (family: string): string => family.replaceAll(/^(?:\S+ )+(?=\S+$)/gu, '');
const withoutAccents = (family: string): string => family.normalize('NFKD').replaceAll(/\p{M}/gu, '');
const inAscii = (family: string): string =>
  family.replaceAll(/[ßøłđðæœı]/gu, (letter) => ({ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i' })[letter] ?? 'd');
const lettersOnly = (family: string): string => family.replaceAll(/[^\p{L}]/gu, '');
/** What German and Nordic languages write for letters with two dots, a ring or a stroke. */
const oneLetter = (family: string): string => family.replaceAll(/ae|oe|ue|aa/gu, (two) => two.charAt(0));

/** Differences that may vanish in a key, the gravest first: z and s make two people one, the others are spellings. */
const differences: readonly (readonly [what: string, (family: string) => string])[] = [
  ['z and s', (family) => family.replaceAll('z', 's')],
  ['a particle left out', withoutParticles],
  ['accents', withoutAccents],
  ['letters that ASCII lacks', inAscii],
  ['hyphens, spaces and apostrophes', lettersOnly],
  ['two letters for an umlaut', oneLetter],
];

/** The family name as it is written, in small letters; null for texts that are no name of one person. */
function familyOf(name: string): string | null {
  if (!plain.test(name) || !/\p{Ll}/u.test(name)) return null;
  const words = name.normalize('NFC').split(' ');
  let from = words.length - 1;
  if (/^(?:\p{Lu}\.?){1,3}$|\./u.test(words[from] ?? '') || /^(?:jr|sr|ii|iii|iv|junior)$/iu.test(words[from] ?? ''))
    return null;
  while (from > 1 && PARTICLE.test((words[from - 1] ?? '').toLowerCase())) from -= 1;
  return words.slice(from).join(' ').toLowerCase();
}

function kindOf(one: string, other: string): string | null {
  const found = differences.find(([, same]) => same(one) === same(other));
  if (found !== undefined) return found[0];
  const spellings = differences.filter(([what]) => what !== 'z and s');
  const bare = (family: string): string => spellings.reduce((text, [, same]) => same(text), family);
  if (bare(one) === bare(other)) return 'several of these';
  return bare(one).replaceAll('z', 's') === bare(other).replaceAll('z', 's') ? 'z and s' : null;
}

/**
 * Pairs of family names under one key, one pair of names for each. Names are compared where the keys of earlier
 * versions, which joined all of these, were one.
 */
export function joinedNames(names: Iterable<string>): Joined[] {
  const kinds = new Map<string, Joined>();
  for (const what of [...differences.map(([name]) => name), 'several of these', 'anything else'])
    kinds.set(what, { what, before: 0, oneKey: [], oneName: [] });
  const groups = new Map<string, Map<string, string>>();
  for (const name of names) {
    const family = familyOf(name);
    if (family === null) continue;
    const key = earlierAuthorKey(name);
    const group = groups.get(key) ?? new Map<string, string>();
    if (!group.has(family)) group.set(family, name);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    const all = [...group];
    for (const [at, [family, name]] of all.entries())
      for (const [otherFamily, other] of all.slice(at + 1)) {
        const kind = kinds.get(kindOf(family, otherFamily) ?? 'anything else');
        if (kind !== undefined) kind.before += 1;
        if (authorKey(name) === authorKey(other)) kind?.oneKey.push([name, other]);
        if (sameName(name, other)) kind?.oneName.push([name, other]);
      }
  }
  return [...kinds.values()];
}
