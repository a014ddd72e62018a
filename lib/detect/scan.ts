// First reading of a page's blocks: which words may begin a title that some pack has, going by the packs' fronts
// alone. Keys of all words are worked out before the first is asked for, so that the memory's answers overlap; a page
// that mentions nothing costs this much and no more.
import { emptySums, sumsA } from '../text/hash.ts';
import { emptyFolded, fold } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';
import { wordsWithin } from './accept.ts';
import {
  ENDING_LEAST,
  endingKeyAt,
  HINT_END,
  hintAt,
  KIND,
  LONG_KEY,
  longKeyAt,
  MIDDLE_LEAST,
  shortKeyAt,
} from './entries.ts';
import type { Kind } from './entries.ts';
import type { Block } from './protocol.ts';
import { ANY_HINT, entriesOf } from './segment.ts';
import type { Front } from './segment.ts';

/** A stretch of words that could be a title: a whole block or span. */
export interface Slot {
  from: number;
  to: number;
}

/** An entry of a pack's index that may stand in a block. */
export interface Hit {
  block: number;
  pack: number;
  entry: number;
  /** Where it begins. */
  word: number;
  /** Where it must end (short titles, endings); else 0. */
  until: number;
  /** In the reading in which words go on over hyphens at line ends. */
  joined: boolean;
  /** Found by its ending: the title may stand here with typing errors. */
  ending: boolean;
  /** The title may stand here cut short or mistyped, not to the letter. */
  guess: boolean;
  // What its chunk says of it, filled in when that is read.
  check: number;
  kind: Kind;
  /** In canonical characters; 0 while nothing is known. */
  length: number;
  ordinal: number;
}

export interface Scanned {
  /** By block. */
  hits: Map<number, Hit[]>;
  /** Blocks whose text may hold an identifier. */
  identifying: number[];
}

/** More hits than that in one block have only texts made to be slow; those after are not looked at. */
const MOST_HITS = 4096;
/** Slots of so many letters are looked up with typing errors. */
const MOST_LETTERS = 300;
/** By so many letters the page may have more or fewer than the title. */
const LENGTH_ERROR = 2;

/** The whole block and each span in it, as words. */
export function slotsOf(block: Block, folded: Folded): Slot[] {
  const slots: Slot[] = [{ from: 0, to: folded.words }];
  const seen = new Set([folded.words]);
  for (const span of block.spans) {
    if (span.kind === 'name') continue;
    const inside = wordsWithin(folded.start, folded.end, folded.words, span.start, span.end);
    if (inside.to <= inside.from) continue;
    const place = inside.from * 65_536 + inside.to;
    if (!seen.has(place)) slots.push(inside);
    seen.add(place);
  }
  return slots;
}

// How a question is asked.
const PLAIN = 0;
const ENDING = 1;
const JOINED = 2;
const GUESS = 4;

/** Keys to ask for, gathered over a page; kept from page to page, so that nothing is allocated. */
class Questions {
  count = 0;
  keys = new Uint32Array(1 << 14);
  block = new Int32Array(1 << 14);
  word = new Int32Array(1 << 14);
  until = new Int32Array(1 << 14);
  how = new Uint8Array(1 << 14);
  hint = new Uint8Array(1 << 14);

  /** Room for so many more. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.keys.length) return;
    const size = needed * 2;
    const copy = <T extends Uint32Array | Int32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.keys = copy(this.keys, new Uint32Array(size));
    this.block = copy(this.block, new Int32Array(size));
    this.word = copy(this.word, new Int32Array(size));
    this.until = copy(this.until, new Int32Array(size));
    this.how = copy(this.how, new Uint8Array(size));
    this.hint = copy(this.hint, new Uint8Array(size));
  }

  put(key: number, block: number, word: number, until: number, how: number, hint: number): void {
    const at = this.count;
    this.keys[at] = key;
    this.block[at] = block;
    this.word[at] = word;
    this.until[at] = until;
    this.how[at] = how;
    this.hint[at] = hint;
    this.count = at + 1;
  }
}

const questions = new Questions();
const folded = emptyFolded();
const lanes = emptySums();

/** Long titles may begin with any word; shorter ones where something bounds them on both sides. */
function askWords(number: number, how: number): void {
  const { from, words, length, setOff } = folded;
  questions.reserve(words);
  for (let word = 0; word < words; word += 1) {
    const begin = from[word] ?? 0;
    if (begin + LONG_KEY <= length) {
      const hint = begin + HINT_END <= length ? hintAt(lanes, begin) : 0;
      questions.put(longKeyAt(lanes, begin), number, word, 0, how, hint);
    }
    if (setOff[word] === 0 && word > 0) continue;
    for (let until = word + 1; until <= words; until += 1) {
      const stop = from[until] ?? 0;
      if (stop - begin >= LONG_KEY) break;
      if (stop - begin < MIDDLE_LEAST || (until < words && setOff[until] === 0)) continue;
      questions.reserve(words);
      questions.put(shortKeyAt(lanes, begin, stop), number, word, until, how, 0);
    }
  }
}

/** A slot bounds what stands in it; here too for titles that it holds cut short or mistyped. */
function askSlot(number: number, first: number, last: number): void {
  const { from, setOff } = folded;
  const begin = from[first] ?? 0;
  const stop = from[last] ?? 0;
  const letters = stop - begin;
  if (letters <= 0) return;
  setOff[first] = 1;
  setOff[last] = 1;
  questions.reserve(2 * LENGTH_ERROR + 2);
  if (letters < MIDDLE_LEAST) questions.put(shortKeyAt(lanes, begin, stop), number, first, last, PLAIN, 0);
  if (letters < LONG_KEY || letters > MOST_LETTERS) return;
  questions.put(longKeyAt(lanes, begin), number, first, 0, GUESS, ANY_HINT);
  if (letters < ENDING_LEAST - LENGTH_ERROR) return;
  for (let titled = Math.max(ENDING_LEAST, letters - LENGTH_ERROR); titled <= letters + LENGTH_ERROR; titled += 1) {
    questions.put(endingKeyAt(lanes, stop, titled), number, first, last, ENDING | GUESS, ANY_HINT);
  }
}

/** The questions whose keys pass the filter, as places in `questions`. */
let passed = new Int32Array(1 << 14);

function filterPass({ filter, filterScale }: Front): number {
  const { keys, how, count } = questions;
  if (passed.length < count) passed = new Int32Array(keys.length);
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    const bits = filter[(key * filterScale) >>> 0] ?? 0;
    passed[kept] = at;
    // Without a branch: which keys pass can't be foreseen. Endings are not in the filter.
    kept += ((bits >>> (key & 31)) & (bits >>> ((key >>> 5) & 31)) & 1) | ((how[at] ?? 0) & ENDING);
  }
  return kept;
}

/** What may stand in `blocks`, by block. */
export function scan(blocks: readonly Block[], fronts: readonly Front[]): Scanned {
  const identifying: number[] = [];
  const hits = new Map<number, Hit[]>();
  questions.count = 0;
  for (let number = 0; number < blocks.length; number += 1) {
    const block = blocks[number];
    if (block === undefined || block.text.length < 3) continue;
    fold(block.text, folded);
    if (folded.mayIdentify) identifying.push(number);
    const { words, lineHyphen } = folded;
    if (words === 0) continue;
    sumsA(folded, lanes);
    askSlot(number, 0, words);
    for (const span of block.spans) {
      if (span.kind === 'name') continue;
      const inside = wordsWithin(folded.start, folded.end, words, span.start, span.end);
      if (inside.from > 0 || inside.to < words) askSlot(number, inside.from, inside.to);
    }
    askWords(number, PLAIN);
    if (lineHyphen) {
      sumsA(fold(block.text, folded, true), lanes);
      askWords(number, JOINED);
    }
  }
  const found: number[] = [];
  for (const [pack, front] of fronts.entries()) {
    if (front.entries === 0) continue;
    const kept = filterPass(front);
    for (let i = 0; i < kept; i += 1) {
      const at = passed[i] ?? 0;
      found.length = 0;
      entriesOf(front, questions.keys[at] ?? 0, found, questions.hint[at]);
      if (found.length === 0) continue;
      const number = questions.block[at] ?? 0;
      const how = questions.how[at] ?? 0;
      let ofBlock = hits.get(number);
      if (ofBlock === undefined) hits.set(number, (ofBlock = []));
      if (ofBlock.length > MOST_HITS) continue;
      for (const entry of found) {
        ofBlock.push({
          block: number,
          pack,
          entry,
          word: questions.word[at] ?? 0,
          until: questions.until[at] ?? 0,
          joined: (how & JOINED) !== 0,
          ending: (how & ENDING) !== 0,
          guess: (how & GUESS) !== 0,
          check: 0,
          kind: KIND.whole,
          length: 0,
          ordinal: 0,
        });
      }
    }
  }
  return { hits, identifying };
}
