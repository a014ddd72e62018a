// All works that may be somebody's by their name: under the name as it is written out, its initial, and other ways to
// write it.
import { authorKey } from '../../paper/names/name-key.ts';
import { readName, type ParsedName } from '../../paper/names/parse-name.ts';
import { nameWordsOf } from '../../packs/tables/words.ts';
import { foldPlain } from '../../text/fold.ts';
import type { Lookup, MergedPaper } from '../lookup.ts';
import type { PaperSource } from '../sources/paper-source.ts';

/** Works under one name that are looked through. */
const MAX_READ = 600;
/** Given names looked up for an initial. */
const MAX_GIVEN = 400;

export interface Bearers {
  papers: MergedPaper[];
  /** Works under these names that were not read. */
  unread: number;
}

/** Works under any of these names. Those that write it out are read first, then those with an initial. */
export async function worksUnder(lookup: Lookup, names: readonly string[]): Promise<Bearers> {
  const readings = names.flatMap((name) => readName(name));
  const written = new Set([...names.map(authorKey), ...readings.flatMap(keysOf)].filter((key) => key !== ''));
  const initials = new Set(readings.map(initialKey).filter((key) => key !== ''));
  for (const name of names) for (const key of await keysOfInitial(lookup, name)) written.add(key);
  const places = await lookup.named([...new Set([...written, ...initials])]);
  const seen = new Set<string>();
  const all = [...places].toSorted(([a], [b]) => Number(initials.has(a)) - Number(initials.has(b)));
  const read = all.flatMap(([, refs]) =>
    // The latest in a pack are the newest, as most dumps are written.
    refs.toReversed().filter(({ source, ordinal }) => {
      const place = `${source} ${ordinal}`;
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    }),
  );
  return { papers: await lookup.papersAt(read.slice(0, MAX_READ)), unread: Math.max(0, read.length - MAX_READ) };
}

/** "Yi-Fan" is filed under "yi", and "Yifan" under "yifan". */
const keysOf = ({ family, given }: ParsedName): string[] =>
  given.length < 2 ? [] : [`${family} ${given.join('')}`, `${family} ${given.slice(0, 2).join('')}`];

const initialKey = ({ family, given }: ParsedName): string =>
  given[0] === undefined ? '' : `${family} ${given[0].charAt(0)}`;

/** The keys that an initial may stand for: given names of papers that have the family name. */
async function keysOfInitial(lookup: Lookup, name: string): Promise<string[]> {
  const [read] = readName(name);
  const family = read?.family ?? '';
  const initial = read?.given[0] ?? '';
  const word = nameWordsOf(name).findLast((one) => foldPlain(one.slice(1)).length > 1);
  if (initial.length !== 1 || !/^[a-z]$/.test(initial) || word === undefined) return [];
  const found = await Promise.all(lookup.paperSources.map((source) => givenNames(source, word, initial)));
  return [...new Set(found.flat())].slice(0, MAX_GIVEN).map((first) => `${family} ${first}`);
}

/** Words of names that begin so and are on a paper with the family name. */
async function givenNames(source: PaperSource, family: string, initial: string): Promise<string[]> {
  if (source.words === undefined) return [];
  const [own, begun] = await Promise.all([source.words(family, true), source.words(`@${initial}`, false, true)]);
  const papers = new Set(own.flatMap((row) => [...row.ordinals()]));
  if (papers.size === 0) return [];
  return begun.flatMap((row) => {
    const first = foldPlain(row.word.slice(1));
    return row.word === family || first.length < 2 || !row.ordinals().some((ordinal) => papers.has(ordinal))
      ? []
      : [first];
  });
}
