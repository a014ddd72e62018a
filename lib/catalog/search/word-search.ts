// Search in one source by the words of its titles and names, as one types. Which papers have all words is answered by
// postings; what is best among them, by the records of a bounded number of blocks.
import { contentWords, singular } from '../../text/content-words.ts';
import { plainLower, oneSpelling } from '../../text/plain-lower.ts';
import type { PaperSource } from '../sources/paper-source.ts';
import { errorsAllowed } from './curated-search.ts';
import type { WordRow } from '../../packs/tables/words.ts';

/** One word that was typed. */
export interface Term {
  /** Folded, as typed. */
  typed: string;
  /** The last word may be half typed. */
  open: boolean;
}

/** A word without its own meaning ("of") is in no table; it counts only while it may become another word. */
export function termsOf(query: string): Term[] {
  const typed = (query.match(/[\p{L}\p{N}]+/gu) ?? []).map(plainLower);
  const open = /[\p{L}\p{N}]$/u.test(query);
  return typed
    .map((word, at) => ({ typed: word, open: open && at === typed.length - 1 }))
    .filter(({ typed: word, open: last }) => last || contentWords(word).size > 0);
}

/** Papers that this many words and more have are not gathered: the other words say which are meant. */
const gatheredMost = 60_000;
/** Papers read to be ranked, and the blocks that they may lie in: each has to be unpacked. */
const rankedMost = 240;
const blocksMost = 24;

/** The ways in which tables may spell a word: British and American, one and many. */
function spellings({ typed, open }: Term): string[] {
  const compared = [...contentWords(typed).keys()];
  const forms = open ? [typed, ...compared] : compared;
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('is', 'iz'), form.replaceAll('iz', 'is')]))];
}

interface Postings {
  /** Sorted; null where there are too many to gather. */
  ordinals: Uint32Array | null;
  count: number;
}

const sorted = (ordinals: Iterable<number>): Uint32Array => Uint32Array.from(new Set(ordinals)).sort();

/** Does a dictionary word differ by few enough letters? Two letters exchanged are one error. */
export function near(one: string, other: string, errors: number): boolean {
  if (Math.abs(one.length - other.length) > errors) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > errors) return false;
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= errors;
}

/** A source that is searched by words. */
type WordSource = PaperSource & Required<Pick<PaperSource, 'words'>>;
export const hasWords = (source: PaperSource): source is WordSource => source.words !== undefined;

/** What is looked for: words of titles and names, or of names alone. */
export type Within = 'all' | 'names';

/** Papers that have a word in title or names. */
async function postingsOf(source: WordSource, term: Term, forgiving: boolean, within: Within): Promise<Postings> {
  const forms = within === 'names' ? [] : spellings(term);
  const rows = (
    await Promise.all([
      ...forms.map((form) => source.words(form, !term.open)),
      // Names are never plural, and end as they please.
      source.words(`@${term.typed}`, !term.open),
      ...(forgiving ? [neighbours(source, term.typed, '@')] : []),
      ...(forgiving && within === 'all' ? [neighbours(source, term.typed, '')] : []),
    ])
  ).flat();
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  if (count > gatheredMost) return { ordinals: null, count };
  return { ordinals: sorted(rows.flatMap((row) => row.ordinals())), count };
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

function common(one: Uint32Array, other: Uint32Array): Uint32Array {
  const found: number[] = [];
  let at = 0;
  for (const ordinal of one) {
    while (at < other.length && (other[at] ?? 0) < ordinal) at += 1;
    if (other[at] === ordinal) found.push(ordinal);
  }
  return Uint32Array.from(found);
}

/** The most that is worth ranking: whole blocks, the latest first, as most dumps grow at their end. */
function bounded(ordinals: Uint32Array): number[] {
  const kept: number[] = [];
  const blocks = new Set<number>();
  for (let at = ordinals.length - 1; at >= 0 && kept.length < rankedMost; at -= 1) {
    const ordinal = ordinals[at] ?? 0;
    const block = ordinal >>> 6;
    if (!blocks.has(block) && blocks.size >= blocksMost) break;
    blocks.add(block);
    kept.push(ordinal);
  }
  return kept;
}

/** Papers of a source that have the words; those terms whose papers were too many to gather are left to the reader. */
async function having(
  source: WordSource,
  terms: readonly Term[],
  forgiving: boolean,
  within: Within,
): Promise<number[]> {
  const postings = await Promise.all(terms.map((term) => postingsOf(source, term, forgiving, within)));
  if (postings.some(({ count }) => count === 0)) return [];
  const gathered = postings
    .flatMap(({ ordinals }) => (ordinals === null ? [] : [ordinals]))
    .toSorted((a, b) => a.length - b.length);
  const [rarest, ...others] = gathered;
  if (rarest !== undefined) return bounded(others.reduce(common, rarest));
  return ofCommonWords(source, terms);
}

/** All words are in very many papers: the latest of the one that fewest have. */
async function ofCommonWords(source: WordSource, terms: readonly Term[]): Promise<number[]> {
  const [term] = terms;
  if (term === undefined) return [];
  const rows = (
    await Promise.all([
      ...spellings(term).map((form) => source.words(form, !term.open)),
      source.words(`@${term.typed}`, !term.open),
    ])
  ).flat();
  const [word] = rows.toSorted(
    (a, b) => Number(b.word === term.typed) - Number(a.word === term.typed) || b.count - a.count,
  );
  return word === undefined ? [] : bounded(Uint32Array.from(word.ordinals(rankedMost)));
}

/** Papers of a source for the words typed, as they are or with typing errors; unordered. */
export async function searchSource(
  source: WordSource,
  terms: readonly Term[],
  forgiving: boolean,
  within: Within,
): Promise<number[]> {
  return terms.length === 0 ? [] : having(source, terms, forgiving, within);
}

/** Whether a word of a record is what was typed. */
function fits(term: Term, word: string, forgiving: boolean): boolean {
  const [typed, other] = [oneSpelling(term.typed), oneSpelling(word)];
  if (typed === other || singular(typed) === singular(other)) return true;
  if (term.open && other.startsWith(typed)) return true;
  const errors = forgiving ? errorsAllowed(term.typed) : 0;
  return errors > 0 && near(term.typed, word, errors);
}

export const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(plainLower);

/** Which of the terms no word answers to. */
export const missing = (terms: readonly Term[], among: readonly string[], forgiving: boolean): Term[] =>
  terms.filter((term) => !among.some((word) => fits(term, word, forgiving)));
