// The works of one family name and first initial, ready for comparing: names and words as numbers, and for one work at a
// time what it has in common with those before it. Pure.
import { authorKey, nameKey } from '../paper/names/name-key.ts';
import { rarity } from './commonness.ts';
import { FEATURES, FIRST_OF_WORKS } from './features.ts';
import { MAX_TYING_AUTHORS, MAX_WORDS, LONGEST_COMPARED, type Signature } from './signature.ts';
import { commonOf, compareSpellings, readSpelling, type Spelling } from './spellings.ts';
import { TOPIC_MARK, wordRarity } from './title-words.ts';

/** Two works that cannot be one person's; whatever else is added to it. */
export const NEVER = -1e12;

/** Texts as numbers, and which works have each, ascending. */
class Postings {
  readonly #ids = new Map<string, number>();
  readonly works: number[][] = [];
  readonly values: number[] = [];
  readonly texts: string[] = [];

  add(text: string, work: number, value: (text: string) => number): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.works.length;
      this.#ids.set(text, id);
      this.works.push([]);
      this.values.push(value(text));
      this.texts.push(text);
    }
    this.works[id]?.push(work);
    return id;
  }
}

const keyKept = new Map<string, readonly [full: string, initial: string]>();
/** A co-author's name as keys; texts that are no name have none. */
function keysOf(name: string): readonly [full: string, initial: string] {
  const known = keyKept.get(name);
  if (known !== undefined) return known;
  const full = authorKey(name);
  const [family = '', given = ''] = full.split(' ');
  const keys = [full, given === '' ? nameKey(name) : `${family} ${given.charAt(0)}`] as const;
  if (keyKept.size > 20_000) keyKept.clear();
  keyKept.set(name, keys);
  return keys;
}

/** Two spellings: their features, null where they cannot be one person's, and how common the name is. */
export interface SpellingPair {
  features: Float64Array | null;
  common: number;
}

export class ComparedWorks {
  readonly signatures: readonly Signature[];
  readonly size: number;
  readonly spellings: Spelling[] = [];
  /** The spelling of each work. */
  readonly spelling: number[] = [];
  readonly years: (number | null)[];
  /** Negative where a work has none, so that no two are the same. */
  readonly #venues: number[];
  readonly #affiliations: number[];
  readonly coauthors = new Postings();
  readonly #initials = new Postings();
  readonly words = new Postings();
  readonly coauthorsOf: number[][] = [];
  readonly #initialsOf: number[][] = [];
  readonly wordsOf: number[][] = [];
  readonly #lengths: number[] = [];
  readonly #pairs = new Map<number, SpellingPair>();
  #groups: readonly number[] = [];
  #counts: readonly number[] = [];
  // What the work asked for last has in common with each before it.
  readonly #shared: Float64Array;
  readonly #rare: Float64Array;
  readonly #initial: Float64Array;
  readonly #word: Float64Array;

  constructor(signatures: readonly Signature[]) {
    this.signatures = signatures;
    this.size = signatures.length;
    this.#venues = numbered(signatures.map(({ venue }) => venue));
    this.#affiliations = numbered(signatures.map(({ affiliation }) => affiliation));
    this.years = signatures.map(({ year }) => soundYear(year));
    this.#shared = new Float64Array(this.size);
    this.#rare = new Float64Array(this.size);
    this.#initial = new Float64Array(this.size);
    this.#word = new Float64Array(this.size);
  }

  /** Reads names and words, which all else needs; yields after each work. */
  *read(): Generator<void, void> {
    const spellings = new Map<string, number>();
    for (const [at, { name, coauthors, words, topics = [] }] of this.signatures.entries()) {
      let spelling = spellings.get(name);
      if (spelling === undefined) {
        spelling = this.spellings.length;
        spellings.set(name, spelling);
        this.spellings.push(readSpelling(name));
      }
      this.spelling.push(spelling);
      const tying = coauthors.length < MAX_TYING_AUTHORS ? coauthors : [];
      const keys = tying.map(keysOf).filter(([full]) => full !== '');
      this.coauthorsOf.push([...new Set(keys.map(([full]) => full))].map((key) => this.coauthors.add(key, at, rarity)));
      this.#initialsOf.push(
        [...new Set(keys.map(([, initial]) => initial))].map((key) => this.#initials.add(key, at, rarity)),
      );
      this.wordsOf.push(
        [...new Set([...words.slice(0, MAX_WORDS), ...topics.slice(0, MAX_WORDS).map((topic) => TOPIC_MARK + topic)])]
          .filter((word) => word.length <= LONGEST_COMPARED)
          .map((word) => this.words.add(word, at, wordRarity)),
      );
      this.#lengths.push(Math.hypot(...(this.wordsOf[at] ?? []).map((word) => this.words.values[word] ?? 0)) || 1);
      yield;
    }
    this.#counts = this.#countSpellings();
  }

  /** Says how many groups of works have each spelling, which is evidence itself; before anything is compared. */
  setGroups(groups: readonly number[]): void {
    this.#groups = groups;
    this.#pairs.clear();
  }

  /** How often each spelling occurs. */
  #countSpellings(): number[] {
    const counts = this.spellings.map(() => 0);
    for (const spelling of this.spelling) counts[spelling] = (counts[spelling] ?? 0) + 1;
    return counts;
  }

  #pairOf(a: number, b: number): SpellingPair {
    const [low, high] = a < b ? [a, b] : [b, a];
    const at = high * this.spellings.length + low;
    const known = this.#pairs.get(at);
    if (known !== undefined) return known;
    const [one, other] = [this.spellings[high], this.spellings[low]];
    if (one === undefined || other === undefined) return { features: null, common: 0 };
    const both = (counts: readonly number[]): number => (counts[low] ?? 0) + (low === high ? 0 : (counts[high] ?? 0));
    const features = new Float64Array(FIRST_OF_WORKS);
    const counted = { works: both(this.#counts), groups: both(this.#groups) };
    const can = compareSpellings(one, other, counted, features);
    const pair = { features: can ? features : null, common: commonOf(one, other) };
    this.#pairs.set(at, pair);
    return pair;
  }

  /** Two spellings. */
  spellingPair(one: number, other: number): SpellingPair {
    return this.#pairOf(one, other);
  }

  /** A co-author by their key, as a work prints them. */
  printedCoauthor(work: number, key: number): string {
    const text = this.coauthors.texts[key] ?? '';
    return this.signatures[work]?.coauthors.find((name) => keysOf(name)[0] === text) ?? text;
  }

  /** Looks up what a work has in common with those before `end`. */
  begin(work: number, end = work): void {
    const sums = [this.#shared, this.#rare, this.#initial, this.#word] as const;
    for (const sum of sums) sum.fill(0, 0, end);
    const [shared, rare, initial, word] = sums;
    for (const id of this.coauthorsOf[work] ?? []) {
      const value = this.coauthors.values[id] ?? 0;
      for (const other of this.coauthors.works[id] ?? []) {
        if (other >= end) break;
        shared[other] = (shared[other] ?? 0) + 1;
        rare[other] = (rare[other] ?? 0) + value;
      }
    }
    for (const id of this.#initialsOf[work] ?? []) {
      const value = this.#initials.values[id] ?? 0;
      for (const other of this.#initials.works[id] ?? []) {
        if (other >= end) break;
        initial[other] = (initial[other] ?? 0) + value;
      }
    }
    for (const id of this.wordsOf[work] ?? []) {
      const value = (this.words.values[id] ?? 0) ** 2;
      for (const other of this.words.works[id] ?? []) {
        if (other >= end) break;
        word[other] = (word[other] ?? 0) + value;
      }
    }
  }

  /** Fills in the features of the work that `begin` was called with and another. */
  features(work: number, other: number, into: Float64Array): boolean {
    const { features, common } = this.#pairOf(this.spelling[work] ?? 0, this.spelling[other] ?? 0);
    if (features === null) return false;
    into.set(features);
    this.workFeatures(work, other, common, into);
    return true;
  }

  /** Fills in only what is of the two works and not of their spellings, whose name is so common. */
  workFeatures(work: number, other: number, common: number, into: Float64Array): void {
    const shared = this.#shared[other] ?? 0;
    const fewer = Math.min(this.coauthorsOf[work]?.length ?? 0, this.coauthorsOf[other]?.length ?? 0);
    const cosine = (this.#word[other] ?? 0) / ((this.#lengths[work] ?? 1) * (this.#lengths[other] ?? 1));
    const root = cosine > 0 ? Math.sqrt(cosine) : 0;
    const venue = this.#venues[work] === this.#venues[other] ? 1 : 0;
    const [year, otherYear] = [this.years[work] ?? null, this.years[other] ?? null];
    const apart = year === null || otherYear === null ? UNKNOWN_APART : Math.abs(year - otherYear);
    const years = Math.min(apart, 20) / 10;
    const met = shared > 0;
    const initials = Math.max(0, (this.#initial[other] ?? 0) - 0.5 * shared);
    into[13] = met ? 1 : 0;
    into[14] = shared > 1 ? 1 : 0;
    into[15] = met ? Math.log1p(this.#rare[other] ?? 0) : 0;
    into[16] = met ? shared / fewer : 0;
    into[17] = met ? common : 0;
    into[18] = initials > 0 ? Math.log1p(initials) : 0;
    into[19] = !met && fewer > 0 ? 1 : 0;
    into[20] = root;
    into[21] = cosine;
    into[22] = root * common;
    into[23] = venue;
    into[24] = venue * common;
    into[25] = apart === 0 ? 1 : 0;
    into[26] = years;
    into[27] = apart > FAR ? 1 : 0;
    into[28] = years * common;
    into[29] = this.#affiliations[work] === this.#affiliations[other] ? 1 : 0;
  }
}

/** The works of a name, read at once. */
export function readBlock(signatures: readonly Signature[]): ComparedWorks {
  const block = new ComparedWorks(signatures);
  for (const steps = block.read(); steps.next().done !== true;);
  return block;
}

/** Works without a year count as so many years apart. */
const UNKNOWN_APART = 4;
/** Years from which on works are far apart. */
const FAR = 8;

/** Texts as numbers, equal ones the same; those that are missing have one of their own below 0. */
function numbered(texts: readonly (string | null | undefined)[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text, at) => {
    const folded = (text ?? '').trim().toLowerCase().slice(0, LONGEST_COMPARED);
    if (folded === '') return -at - 1;
    const number = numbers.get(folded) ?? numbers.size;
    numbers.set(folded, number);
    return number;
  });
}

const soundYear = (year: number | null | undefined): number | null =>
  year !== null && year !== undefined && year >= 1500 && year <= 2200 ? year : null;

export const featureVector = (): Float64Array => new Float64Array(FEATURES.length);
