// Search in one source by the words of its titles and names, its venues and years, as one types. Tables say which papers
// have all words; the best of them are read, a bounded number of blocks of them.
import { contentWords } from '../../text/content-words.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { PaperSource } from '../sources/paper-source.ts';
import type { WordRow } from '../../packs/tables/words.ts';
import { errorsAllowed, near, type Term } from './terms.ts';
import { isInAscending } from '../../text/ascending.ts';

/** Maximum papers of a source that are read to be ranked. */
export const MAX_RANKED = 240;
/** Blocks that they may lie in where few papers are asked for: each has to be unpacked. */
const FEW_BLOCKS = 24;

/** How a paper was found, best first: somebody's name is what was typed; all words are whole; the last word only begins
 *  one; words are a typing error away. */
export const TIER = { name: 0, whole: 1, begun: 2, near: 3 } as const;
export type Tier = (typeof TIER)[keyof typeof TIER];

export interface SourceHits {
  /** The best first, of equals the latest first, as most dumps grow at their end. */
  found: { ordinal: number; tier: Tier }[];
  /** All papers that have the words, read or not; ascending. */
  all: Uint32Array;
  /** There may be more: half a word begins too many others. */
  isCut: boolean;
}

/** A source that is searched by words. */
type WordSource = PaperSource & Required<Pick<PaperSource, 'words'>>;
export const hasWords = (source: PaperSource): source is WordSource => source.words !== undefined;

/** What is looked for: words of everything, or of names alone. */
export type Within = 'all' | 'names';

/** The ways in which tables may spell a word: British and American, one and many. */
function spellings({ typed, open }: Term): string[] {
  const compared = [...contentWords(typed).keys()];
  const forms = open ? [typed, ...compared] : compared;
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('is', 'iz'), form.replaceAll('iz', 'is')]))];
}

const none = new Uint32Array(0);

/** Papers of some words, ascending. */
function papersOf(rows: readonly WordRow[]): Uint32Array {
  const [first] = rows;
  if (first === undefined) return none;
  if (rows.length === 1) return Uint32Array.from(first.ordinals());
  const all = new Uint32Array(rows.reduce((sum, { count }) => sum + count, 0));
  let length = 0;
  for (const row of rows) {
    const ordinals = row.ordinals();
    all.set(ordinals, length);
    length += ordinals.length;
  }
  return once(all.subarray(0, length));
}

/** Ascending, each once. */
function union(sets: readonly Uint32Array[]): Uint32Array {
  const [first = none, ...others] = sets.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  const all = new Uint32Array(sets.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const some of sets) {
    all.set(some, length);
    length += some.length;
  }
  return once(all);
}

/** Whether one of those is among them, which are ascending. */
export const hasOneOf = (ascending: Uint32Array, ordinals: readonly number[]): boolean =>
  ordinals.some((ordinal) => isInAscending(ascending, ordinal));

/** Ascending, each once; sorts in place. */
function once(ordinals: Uint32Array): Uint32Array {
  ordinals.sort();
  let length = 0;
  for (const ordinal of ordinals)
    if (length === 0 || ordinals[length - 1] !== ordinal) {
      ordinals[length] = ordinal;
      length += 1;
    }
  return ordinals.subarray(0, length);
}

function inBoth(one: Uint32Array, other: Uint32Array): Uint32Array {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const found = new Uint32Array(few.length);
  let length = 0;
  let at = 0;
  for (const ordinal of few) {
    while (at < many.length && (many[at] ?? 0) < ordinal) at += 1;
    if (many[at] === ordinal) {
      found[length] = ordinal;
      length += 1;
    }
  }
  return found.subarray(0, length);
}

const inAll = (sets: readonly Uint32Array[]): Uint32Array => {
  const [rarest, ...others] = sets.toSorted((a, b) => a.length - b.length);
  return rarest === undefined ? none : others.reduce(inBoth, rarest);
};

/** Papers of one term. */
interface Postings {
  term: Term;
  whole: Uint32Array;
  /** With those of words that only begin so, or that are a typing error away. */
  wider: Uint32Array;
  /** Words begin so that were not read. */
  isCut: boolean;
}

async function postingsOf(source: WordSource, term: Term, forgiving: boolean, within: Within): Promise<Postings> {
  const { typed, open, venue, year } = term;
  const forms = within === 'names' ? [] : spellings(term);
  // Names are never plural, and end as they please.
  const starts = [...forms, `@${typed}`];
  const exact = within === 'names' ? starts : [...starts, `$${venue}`, ...(year === null ? [] : [`$${year}`])];
  const [whole, begun, nearby] = await Promise.all([
    Promise.all(exact.map((word) => source.words(word, true))),
    Promise.all(open ? starts.map((word) => source.words(word, false)) : []),
    Promise.all(
      forgiving ? [neighbours(source, typed, '@'), ...(within === 'all' ? [neighbours(source, typed, '')] : [])] : [],
    ),
  ]);
  const wider = [...begun, ...nearby].flat();
  const own = papersOf(whole.flat());
  return {
    term,
    whole: own,
    wider: union([own, papersOf(wider)]),
    isCut: begun.some((rows) => rows.at(-1)?.isCut === true),
  };
}

/** Words of the dictionary that a typing error may have come from: with the same first two letters, else the same
 *  first one. */
async function neighbours(source: WordSource, typed: string, mark: '' | '@'): Promise<WordRow[]> {
  const errors = errorsAllowed(typed);
  if (errors === 0) return [];
  const within = async (start: string): Promise<WordRow[]> =>
    (await source.words(`${mark}${start}`, false, true)).filter(({ word }) =>
      near(typed, word.slice(mark.length), errors),
    );
  const close = await within(typed.slice(0, 2));
  return close.length > 0 ? close : within(typed.slice(0, 1));
}

/** Keys of the name that was typed: as it is, and with the family name first; none where it is no name. */
export function namesTyped(terms: readonly Term[]): string[] {
  const parts = terms.filter(({ year }) => year === null).map(({ typed }) => typed);
  if (parts.length < 2 || parts.length > 4) return [];
  const turned = [...parts.slice(-1), ...parts.slice(0, -1)];
  return [...new Set([parts, turned].map((some) => authorKey(some.join(' '))))].filter((key) => key !== '');
}

/** Papers by somebody of a name, in the year if one was typed. */
async function byName(
  source: WordSource,
  key: string | undefined,
  postings: readonly Postings[],
): Promise<Uint32Array> {
  if (key === undefined) return none;
  const papers = once(Uint32Array.from((await source.byNames([key])).get(key) ?? []));
  return inAll([papers, ...postings.flatMap(({ term, whole }) => (term.year === null ? [] : [whole]))]);
}

/** Papers of a source for the words typed, as they are or with typing errors. `limit`: so many are to be found at
 *  least, where there are. */
export async function searchSource(
  source: WordSource,
  typed: readonly Term[],
  { forgiving, within, limit }: { forgiving: boolean; within: Within; limit: number },
): Promise<SourceHits> {
  // A pack without venues and years is asked for the other words; records have to tell.
  const isVenueLeft = source.info.hasVenues === false && within === 'all';
  const terms = isVenueLeft ? typed.filter(({ year, isVenue }) => year === null && !isVenue) : typed;
  if (terms.length === 0) return { found: [], all: none, isCut: false };
  const postings = await Promise.all(terms.map((term) => postingsOf(source, term, forgiving, within)));
  const wider = inAll(postings.map((one) => one.wider));
  const whole = inAll(postings.map((one) => one.whole));
  const [typedName, turnedName] = namesTyped(terms);
  const [named, turned] = await Promise.all([
    byName(source, typedName, postings),
    byName(source, turnedName, postings),
  ]);
  const tiers = [
    [TIER.name, named],
    [TIER.name, turned],
    [TIER.whole, whole],
    [forgiving ? TIER.near : TIER.begun, wider],
  ] as const;
  return {
    found: best(tiers, Math.max(FEW_BLOCKS, limit)),
    all: union([wider, named, turned]),
    isCut: isVenueLeft || postings.some((one) => one.isCut),
  };
}

/** The most that is worth ranking, tier by tier: whole blocks, the latest first. */
function best(tiers: readonly (readonly [Tier, Uint32Array])[], maxBlocks: number): SourceHits['found'] {
  const found = new Map<number, Tier>();
  const blocks = new Set<number>();
  for (const [tier, ordinals] of tiers)
    for (let at = ordinals.length - 1; at >= 0 && found.size < MAX_RANKED; at -= 1) {
      const ordinal = ordinals[at] ?? 0;
      const block = ordinal >>> 6;
      if (found.has(ordinal)) continue;
      if (!blocks.has(block) && blocks.size >= maxBlocks) break;
      blocks.add(block);
      found.set(ordinal, tier);
    }
  return [...found].map(([ordinal, tier]) => ({ ordinal, tier }));
}
